declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** A client company. Part of every key in the store and of every event. */
export type TenantId = Id<'tenant'>;
/** Opaque, unguessable, unique across tenants. */
export type TicketId = Id<'ticket'>;
/** A client's `sub`, a staff id, or the id of an API key. Never an e-mail address. */
export type PersonId = Id<'person'>;
/** A name in one or several languages: `"Till"` or `{ en: "Till", ru: "Касса" }`. */
export type Words = string | Readonly<Record<string, string>>;
/** ISO 8601, UTC, with milliseconds: `2026-01-31T09:00:00.000Z`. */
export type Instant = string;
