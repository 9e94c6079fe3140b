import type { EngineerProfile } from '../contract/events.ts';
import type { Staff } from './directory.ts';

/**
 * What a client may be shown of one of the service company's people. Without a recorded basis (consent, or legitimate interest where the
 * law allows it) that is his role, which every assignment tells anyway, and his initials.
 */
export function shownProfile({ profile, basis }: Pick<Staff, 'profile' | 'basis'>): EngineerProfile {
  if (basis) return profile;
  const initials = profile.name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => `${String.fromCodePoint(part.codePointAt(0)!)}.`);
  return { name: initials.join(' ') };
}
