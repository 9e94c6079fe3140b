import type { Fixed } from './tables.ts';

/** Who may sign in for a tenant, and how. */
interface IdentityTable {
  tenant: Fixed<string>;
  /** JSON: the registered `iss`. */
  issuers: string;
  /** JSON: the roles that its assertions may give. */
  roles: string;
  jwks_url: string | null;
}

interface OriginTable {
  tenant: Fixed<string>;
  origin: Fixed<string>;
}

/** A key that signs assertions; the algorithm is its own for ever. Either `secret` (base64url) or `jwk` (JSON). */
interface TenantKeyTable {
  tenant: Fixed<string>;
  kid: Fixed<string>;
  algorithm: Fixed<string>;
  secret: Fixed<string | null>;
  jwk: Fixed<string | null>;
  /** Milliseconds since the epoch; null: until it is deleted. */
  valid_until: number | null;
  created_at: Fixed<number>;
}

/** One of a client's people, as his last assertion told. */
interface PersonTable {
  tenant: Fixed<string>;
  id: Fixed<string>;
  name: string | null;
  role: string;
  /** JSON. */
  sites: string;
  /** 0 or 1. */
  active: number;
  /** Raised when his rights change. */
  version: number;
  seen_at: number;
}

interface SessionTable {
  tenant: Fixed<string>;
  /** SHA-256 of the token, base64url: the token itself is kept nowhere. */
  hash: Fixed<string>;
  person: Fixed<string>;
  expires_at: Fixed<number>;
}

interface UsedAssertionTable {
  tenant: Fixed<string>;
  jti: Fixed<string>;
  expires_at: Fixed<number>;
}

interface ApiKeyTable {
  id: Fixed<string>;
  /** Null: the whole server's. */
  tenant: Fixed<string | null>;
  name: string;
  /** SHA-256 of the secret, base64url. */
  hash: Fixed<string>;
  /** JSON. */
  scopes: Fixed<string>;
  /** JSON; empty: from everywhere. */
  cidrs: Fixed<string>;
  expires_at: Fixed<number | null>;
  /** 0 or 1. */
  revoked: number;
  created_at: Fixed<number>;
}

export interface IdentityTables {
  identity: IdentityTable;
  origin: OriginTable;
  tenant_key: TenantKeyTable;
  person: PersonTable;
  session: SessionTable;
  used_assertion: UsedAssertionTable;
  api_key: ApiKeyTable;
}
