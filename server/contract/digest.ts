import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Json, TicketEvent } from './events.ts';

/**
 * RFC 8785 JSON of a value.
 *
 * @throws where it has no such form: NaN, infinities, lone surrogates, cycles, undefined
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('a value without a JSON form cannot be hashed');
  return json;
}

/** RFC 6962: SHA-256(0x00 ‖ entry). */
export const leafHash = (bytes: Uint8Array): Uint8Array => sha256(concatBytes(Uint8Array.of(0), bytes));

/** RFC 6962: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatBytes(Uint8Array.of(1), left, right));

/** What stands in `data` for a private value: base64url of HMAC-SHA256(salt, canonical JSON of the value). */
export const commitmentTo = (value: Json, salt: Uint8Array): string =>
  base64url(hmac(sha256, salt, utf8ToBytes(canonicalJson(value))));

/** The canonical text of an event: all of it but `private` and the actor's name. Its UTF-8 bytes are the leaf's entry. */
export function entryOf(event: Omit<TicketEvent, 'private'>): string {
  const { private: _, actor, ...rest } = event as TicketEvent;
  const { name: __, ...who } = actor;
  refuseFractions(rest.data);
  return canonicalJson({ ...rest, actor: who });
}

/** Hex of the leaf hash of an entry. */
export const leafOf = (entry: string): string => bytesToHex(leafHash(utf8ToBytes(entry)));

/** RFC 4648 §5 without padding. */
export function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Only integers below 2⁵³ read back alike in every language that may verify the log. */
function refuseFractions(value: Json): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError(`${value} is no integer below 2^53`);
  if (typeof value !== 'object' || value === null) return;
  for (const item of Object.values(value)) refuseFractions(item as Json);
}
