import { z } from '@hono/zod-openapi';
import { Refusal } from '../contract/faults.ts';
import type { TenantId } from '../contract/ids.ts';
import { LIMITS } from '../contract/limits.ts';
import type { FindDirectory } from '../directory/directory.ts';

/** The parameter of every address below `/v1/admin/tenants/{tenant}`. */
export const TENANT_PARAM = z.object({ tenant: z.string().max(LIMITS.id) });

/** The tenant of the path; whether it is this administrator's was settled when he signed in. */
export async function knownTenant(findDirectory: FindDirectory, id: string): Promise<TenantId> {
  const tenant = id as TenantId;
  if (!(await findDirectory(tenant))) throw new Refusal('not_found', 'there is nothing at this address');
  return tenant;
}

export const instantOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
