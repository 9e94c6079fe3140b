/**
 * What a client's backend says to Vitrine of the person who is signed in there: a JWT, good once and for two minutes. Nothing but Node's own
 * library. The other languages in this folder do the same, line by line.
 */
import { createHmac, randomUUID } from 'node:crypto';

/** Whom the backend's own session knows. */
export interface SignedInPerson {
  /** Stable, and no e-mail address. */
  readonly id: string;
  readonly name: string;
  readonly role: 'employee' | 'approver' | 'auditor' | 'contract_manager';
  /** The ids of the sites that this person answers for, as the service company keeps them; none: own tickets only. */
  readonly sites: readonly string[];
}

/** How the backend signs: agreed with the service company once, kept by the backend alone. */
export interface SigningKey {
  readonly kid: string;
  /** base64url of 32 bytes. */
  readonly secret: string;
  /** One of the registered issuers. */
  readonly issuer: string;
  /** `<server origin>/t/<tenant>`. */
  readonly audience: string;
}

const LIFE_S = 120;

export function mintAssertion({ id, name, role, sites }: SignedInPerson, key: SigningKey): string {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'HS256', kid: key.kid, typ: 'vitrine-assertion+jwt' };
  const claims = {
    iss: key.issuer,
    aud: key.audience,
    sub: id,
    iat: now,
    exp: now + LIFE_S,
    jti: randomUUID(),
    name,
    role,
    sites,
  };
  const signed = `${base64url(header)}.${base64url(claims)}`;
  const mac = createHmac('sha256', Buffer.from(key.secret, 'base64url')).update(signed).digest('base64url');
  return `${signed}.${mac}`;
}

const base64url = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

// To try it: node assertion.ts anna "Anna Orlova" employee pharmacy-12
if (import.meta.main) {
  const { VITRINE_KID: kid = '', VITRINE_SECRET: secret = '' } = process.env;
  const { VITRINE_ISSUER: issuer = '', VITRINE_AUDIENCE: audience = '' } = process.env;
  const [id = '', name = '', role = '', ...sites] = process.argv.slice(2);
  const person = { id, name, role: role as SignedInPerson['role'], sites };
  console.log(mintAssertion(person, { kid, secret, issuer, audience }));
}
