/**
 * What an API key may be used for.
 * `admin` keeps what a client's administrators keep; `read` sees the client's tickets; `tickets` sees, registers, comments and answers them
 * as a machine; `act-as` names one of the service company's people (`Vitrine-Actor`) and then does what he may do.
 */
export const SCOPES = ['admin', 'read', 'tickets', 'act-as'] as const;

export type Scope = (typeof SCOPES)[number];
