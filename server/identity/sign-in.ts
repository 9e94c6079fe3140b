import type { PersonId, TenantId } from '../contract/ids.ts';
import type { Person } from '../store/persons.ts';
import type { SessionStore } from '../store/sessions.ts';
import { SKEW_S, verifyAssertion, type AssertionDeps } from './assertion.ts';
import type { Origins } from './origins.ts';
import { hashOf, newToken } from './tokens.ts';
import { unauthorized } from './unauthorized.ts';

export const SESSION_MS = 10 * 60_000;

export interface SignedInPerson {
  /** The token: shown once, kept as its hash. */
  readonly session: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly person: Person;
}

/** Exchanges an assertion for a session. @throws the one 401 */
export type SignIn = (asked: {
  readonly tenant: TenantId;
  readonly assertion: string;
  readonly origin: string | undefined;
}) => Promise<SignedInPerson>;

export interface SignInDeps extends AssertionDeps {
  readonly sessions: SessionStore;
  readonly origins: Origins;
  /** Told after somebody's rights were told anew. */
  readonly changed: () => void;
}

export const createSignIn =
  (deps: SignInDeps): SignIn =>
  async ({ tenant, assertion, origin }) => {
    const { sub, jti, exp, name, role, sites } = await verifyAssertion(assertion, tenant, deps);
    // Before the assertion is used up: it was not this page's to use.
    if (!(await deps.origins.isOf(tenant, origin))) throw unauthorized('assertion: the tenant has no such origin');
    const now = deps.now();
    const session = `vs_${newToken()}`;
    const expiresAt = now + SESSION_MS;
    const person = { id: sub as PersonId, name, role, sites };
    const jtiExpiresAt = (exp + SKEW_S + 1) * 1000;
    const opened = await deps.sessions.open(
      { tenant, jti, jtiExpiresAt, person, hash: hashOf(session), expiresAt },
      now,
    );
    deps.changed();
    if (opened.state === 'replayed') throw unauthorized('assertion: used before');
    if (opened.state === 'inactive') throw unauthorized('assertion: the person is no longer active');
    return { session, expiresAt, person: opened.person };
  };
