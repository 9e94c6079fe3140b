import { createHash } from 'node:crypto';
import { canonicalJson } from '../contract/digest.ts';
import { Refusal } from '../contract/faults.ts';

/** The key under which a command is carried out once (W2): made by the caller, up to 255 visible ASCII characters. */
export function readIdempotencyKey(header: string | undefined): string {
  if (header === undefined) throw new Refusal('invalid', 'a command needs the header Idempotency-Key');
  if (!/^[\x21-\x7e]{1,255}$/.test(header))
    throw new Refusal('invalid', 'Idempotency-Key has 1 to 255 visible ASCII characters and no spaces');
  return header;
}

/** Tells whether a key came with the same content before. */
export const fingerprintOf = (body: unknown): string =>
  createHash('sha256').update(canonicalJson(body)).digest('base64url');
