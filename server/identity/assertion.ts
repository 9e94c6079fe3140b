import { compactVerify } from 'jose';
import { z } from 'zod';
import { LIMITS } from '../contract/limits.ts';
import type { TenantId } from '../contract/ids.ts';
import { CLIENT_ROLES, type ClientRole } from '../contract/people.ts';
import type { SignInSettings } from '../store/sign-in-settings.ts';
import { unauthorized } from './unauthorized.ts';
import type { VerifyingKey } from './verifying-keys.ts';

export const ASSERTION_TYPE = 'vitrine-assertion+jwt';
/** Characters. */
const LONGEST = 8192;
/** Seconds. */
export const LONGEST_LIFE_S = 300;
export const SKEW_S = 60;

/** What an assertion says, once it was found good. */
export interface Claims {
  readonly sub: string;
  readonly jti: string;
  /** Seconds since the epoch. */
  readonly exp: number;
  readonly name: string | null;
  readonly role: ClientRole;
  readonly sites: readonly string[];
}

export interface AssertionDeps {
  readonly findSettings: (tenant: TenantId) => Promise<SignInSettings | undefined>;
  readonly findKey: (tenant: TenantId, kid: string) => Promise<VerifyingKey | undefined>;
  /** Origin of the server's public address. */
  readonly ownOrigin: string;
  readonly now: () => number;
}

/**
 * Checks an assertion, in an order in which nothing is fetched or computed for a token that could be refused more cheaply. What its
 * header says decides which registered key is tried and nothing else.
 *
 * @throws the one 401, with the reason as its cause
 */
export async function verifyAssertion(assertion: string, tenant: TenantId, deps: AssertionDeps): Promise<Claims> {
  if (assertion.length > LONGEST) throw unauthorized('assertion: over 8 KiB');
  const { alg, kid } = headerOf(assertion);
  const settings = await deps.findSettings(tenant);
  if (!settings) throw unauthorized('assertion: the tenant is unknown, or nobody may sign in there yet');
  const key = await deps.findKey(tenant, kid);
  if (!key) throw unauthorized('assertion: the tenant has no valid key of this kid');
  if (key.algorithm !== alg) throw unauthorized(`assertion: its key is for ${key.algorithm} only`);
  const payload = await payloadOf(assertion, key);
  const claims = CLAIMS.safeParse(payload);
  if (!claims.success) throw unauthorized(`assertion: claim ${claimOf(claims.error)}`);
  const wrong = wrongIn(claims.data, settings, `${deps.ownOrigin}/t/${tenant}`, Math.floor(deps.now() / 1000));
  if (wrong) throw unauthorized(`assertion: ${wrong}`);
  const { sub, jti, exp, name, role, sites } = claims.data;
  return { sub, jti, exp, name: name ?? null, role, sites };
}

/** Of a form that needs no care wherever it is used. */
export const KID = /^[\w.~=-]{1,128}$/;

const HEADER = z.strictObject({
  alg: z.string(),
  kid: z.string().regex(KID),
  typ: z.literal(ASSERTION_TYPE),
});

function headerOf(assertion: string): z.output<typeof HEADER> {
  const parts = assertion.split('.');
  if (parts.length !== 3 || !parts.every(isCanonical))
    throw unauthorized('assertion: not three parts of canonical base64url');
  const header = HEADER.safeParse(parseJson(Buffer.from(parts[0]!, 'base64url')));
  if (!header.success) throw unauthorized('assertion: the header must hold alg, kid and typ, and nothing else');
  return header.data;
}

const isCanonical = (part: string): boolean =>
  part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;

async function payloadOf(assertion: string, { key, algorithm }: VerifyingKey): Promise<unknown> {
  try {
    const { payload } = await compactVerify(assertion, key, { algorithms: [algorithm] });
    return parseJson(payload);
  } catch {
    throw unauthorized('assertion: the signature is not that of its key');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\P{C}+$/u);
const seconds = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** Who somebody of a client may be said to be. */
export const PERSON = {
  sub: text(LIMITS.id).regex(/^(?!\S+@\S+\.\S+$)/, 'must be a stable id, not an e-mail address'),
  name: text(LIMITS.name).optional(),
  role: z.enum(CLIENT_ROLES).default('employee'),
  sites: z
    .array(text(LIMITS.id).regex(/^[^*]+$/))
    .max(10_000)
    .default([]),
};

const CLAIMS = z.strictObject({
  ...PERSON,
  iss: z.string(),
  aud: z.string(),
  iat: seconds,
  exp: seconds,
  nbf: seconds.optional(),
  jti: text(LIMITS.id),
  // For display in the host's own tools; nothing is kept or granted by it.
  email: z.string().max(254).optional(),
});

/** Names the claim and never quotes it. */
function claimOf({ issues: [issue] }: z.ZodError): string {
  const names = issue?.code === 'unrecognized_keys' ? issue.keys : (issue?.path ?? []);
  return `${names.map(String).join('.').slice(0, 60)}: ${issue?.code ?? 'invalid'}`;
}

function wrongIn(
  claims: z.output<typeof CLAIMS>,
  settings: SignInSettings,
  audience: string,
  now: number,
): string | undefined {
  const { iss, aud, iat, exp, nbf, role } = claims;
  if (!settings.issuers.includes(iss)) return 'iss is not registered for the tenant';
  if (aud !== audience) return `aud must be ${audience}`;
  if (exp <= iat || exp - iat > LONGEST_LIFE_S) return `exp must lie within ${LONGEST_LIFE_S} s after iat`;
  if (iat > now + SKEW_S || (nbf ?? 0) > now + SKEW_S) return 'iat or nbf lies in the future';
  if (exp < now - SKEW_S) return 'it has expired';
  if (!settings.roles.includes(role)) return `the tenant does not give the role ${role}`;
  return undefined;
}
