import type { EngineerProfile } from '../contract/events.ts';
import type { Staff } from './directory.ts';

/**
 * What a client may be shown of an engineer. Without a recorded basis (consent, or legitimate interest where the law allows it) only
 * initials and the specialty.
 */
export function shownProfile({ profile, basis }: Pick<Staff, 'profile' | 'basis'>): EngineerProfile {
  if (basis) return profile;
  const initials = profile.name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => `${String.fromCodePoint(part.codePointAt(0)!)}.`)
    .join(' ');
  return { name: initials, ...(profile.specialty && { specialty: profile.specialty }) };
}
