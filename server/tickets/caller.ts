import type { PersonId, TenantId } from '../contract/ids.ts';
import type { Actor } from '../contract/events.ts';
import type { Role } from '../contract/people.ts';
import type { Scope } from '../contract/scopes.ts';

/** Who asks, as the server established it. Never built from a request's body. */
export interface Caller {
  readonly tenant: TenantId;
  readonly id: PersonId;
  readonly kind: 'person' | 'integration';
  readonly name: string | null;
  readonly role: Exclude<Role, 'system'>;
  /** The sites of a client's person; empty: none beyond his own tickets. */
  readonly sites: readonly string[];
  /** Of the API key, where one is used: a machine may no more than that. */
  readonly scopes?: readonly Scope[];
}

export const actorOf = ({ kind, id, role, name }: Caller): Actor => ({ kind, id, role, name });
