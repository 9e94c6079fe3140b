import { randomBytes } from 'node:crypto';
import { base64url, commitmentTo, entryOf, leafOf } from '../contract/digest.ts';
import { partsOf, type Disclosure, type Json, type TicketEvent, type TicketFact } from '../contract/events.ts';

const SALT_BYTES = 16;

/** A fact with its place in the log, ready to be written: the event as it travels, what was hashed, and the hash. */
export interface Sealed {
  readonly event: TicketEvent;
  readonly entry: string;
  /** Hex. */
  readonly leaf: string;
}

/**
 * Gives a fact its final shape: what is personal or free text goes beside the entry, and only a commitment with a key of its own into it.
 * So it can be erased for good, and the log still verifies.
 */
export function seal(fact: TicketFact, place: Omit<TicketEvent, 'v' | 'type' | 'data' | 'private'>): Sealed {
  const { open, personal } = partsOf(fact);
  const data: Record<string, Json> = open;
  const disclosures: Record<string, Disclosure> = {};
  for (const [field, value] of Object.entries(personal)) {
    const salt = randomBytes(SALT_BYTES);
    data[field] = commitmentTo(value, salt);
    disclosures[`/${field}`] = { value, salt: base64url(salt) };
  }
  const event: TicketEvent = { v: 1, ...place, type: fact.type, data, private: disclosures };
  const entry = entryOf(event);
  return { event, entry, leaf: leafOf(entry) };
}

/** The event as {@link seal} would make it, without its commitments and its hash: enough to decide on, nothing that may be written. */
export function draft(fact: TicketFact, place: Parameters<typeof seal>[1]): Sealed {
  const { open, personal } = partsOf(fact);
  const data: Record<string, Json> = open;
  const disclosures: Record<string, Disclosure> = {};
  for (const [field, value] of Object.entries(personal)) {
    data[field] = '';
    disclosures[`/${field}`] = { value, salt: '' };
  }
  return { event: { v: 1, ...place, type: fact.type, data, private: disclosures }, entry: '', leaf: '' };
}
