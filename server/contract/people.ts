/** What somebody may be. A client's people come by assertion, the provider's by an API key that names them. */
export const CLIENT_ROLES = ['employee', 'approver', 'auditor', 'contract_manager'] as const;
export const STAFF_ROLES = ['dispatcher', 'engineer'] as const;

export type ClientRole = (typeof CLIENT_ROLES)[number];
export type StaffRole = (typeof STAFF_ROLES)[number];
/** `integration`: a machine that names no person. `system`: the server's own clock and rules. */
export type Role = ClientRole | StaffRole | 'integration' | 'system';

/** On which side of the glass an act was done. Only the provider's people stop a reaction clock. */
export type Side = 'client' | 'provider' | 'system';

export const sideOf = (role: Role): Side =>
  role === 'dispatcher' || role === 'engineer' ? 'provider' : role === 'system' ? 'system' : 'client';
