import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Person } from '../clients/client.ts';
import type { Language } from '../words.ts';

/** How the client's backend signs: agreed with the server once, kept by the backend alone. */
export interface SigningKey {
  readonly kid: string;
  /** base64url of 32 bytes. */
  readonly secret: string;
  readonly issuer: string;
  /** `<server origin>/t/<tenant>`. */
  readonly audience: string;
}

const LIFE_S = 120;

/** Says to the server, once and for two minutes, who sits in front of the page. */
export function mintAssertion(
  person: Person,
  language: Language,
  { kid, secret, issuer, audience }: SigningKey,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const { name, role, sites } = person;
  return new SignJWT({ name: name[language], role, ...(sites.length > 0 && { sites }) })
    .setProtectedHeader({ alg: 'HS256', kid, typ: 'vitrine-assertion+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(person.id)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFE_S)
    .setJti(randomUUID())
    .sign(Buffer.from(secret, 'base64url'));
}
