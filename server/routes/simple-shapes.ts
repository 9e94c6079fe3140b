import { z } from '@hono/zod-openapi';
import type { Actor, PauseReason } from '../contract/events.ts';
import type { PersonId, TenantId, TicketId } from '../contract/ids.ts';
import { CLIENT_ROLES, STAFF_ROLES } from '../contract/people.ts';
import { shapeOf } from './shape-of.ts';

/** Text whose kinds the contract tells apart and JSON does not. */
export const text = <T extends string>(description: string) =>
  z.string().openapi({ description }) as unknown as z.ZodType<T>;
export const personId = text<PersonId>('A person, or an API key.');
export const tenantId = text<TenantId>('The client.');
export const ticketId = text<TicketId>('Opaque, for ever.');
export const instant = z.string().openapi({ format: 'date-time', example: '2026-02-20T10:05:00.000Z' });
export const personal = <T extends z.ZodType>(schema: T) =>
  schema.nullable().openapi({ description: 'Null once erased.' });

export const pauseReason: z.ZodType<PauseReason> = z.enum([
  'info_insufficient',
  'awaiting_approval',
  'no_access',
  'customer_postponed',
  'parts',
  'force_majeure',
]);

export const ACTOR = shapeOf<Actor>({
  kind: z.enum(['person', 'integration', 'system']),
  id: personId,
  role: z.enum([...CLIENT_ROLES, ...STAFF_ROLES, 'integration', 'system']),
  name: personal(z.string()),
}).openapi('Actor');
