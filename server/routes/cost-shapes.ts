import { z } from '@hono/zod-openapi';
import { POSITION_KINDS, type Costs, type TicketLine } from '../contract/money.ts';
import { mayLack } from './may-lack.ts';
import { shapeOf } from './shape-of.ts';
import { ACTOR, instant, personal, personId } from './simple-shapes.ts';

const money = z.int().openapi({ description: 'Minor units of the ticket’s currency.', example: 124_000 });

const COST_LINE = shapeOf<TicketLine>({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  quantity: z.string().openapi({ example: '1.5' }),
  unit: z.string(),
  unitPrice: money,
  discount: z.int().openapi({ description: 'Basis points.' }),
  vatRate: z.int().nullable().openapi({ description: 'Basis points; null: without VAT.' }),
  billing: z.enum(['included', 'billable', 'warranty', 'client_fault', 'provider_cost']),
  net: money,
  vat: money,
  total: money.openapi({ description: 'Gross; 0 for what is not charged.' }),
  listTotal: money.openapi({ description: 'Gross, as the price list has it.' }),
  performer: personId,
  state: z.enum(['within_limit', 'awaiting', 'approved', 'disputed']),
  approved: mayLack(
    money.openapi({ description: 'Of a line revised after its approval: the gross that stood approved.' }),
  ),
  unapproved: mayLack(
    z.literal(true).openapi({ description: 'Done before it was approved: payable only once it is.' }),
  ),
  kind: mayLack(z.enum(POSITION_KINDS).openapi({ description: 'Without one: work.' })),
  prices: mayLack(z.enum(['net', 'gross'])),
  performedOn: mayLack(
    z.string().openapi({ format: 'date', description: 'In the client’s zone: its price is of that day.' }),
  ),
  arrival: mayLack(z.int().openapi({ description: '`seq` of the arrival of its visit.' })),
  automatic: mayLack(z.literal(true).openapi({ description: 'The price list added it by itself.' })),
  of: mayLack(z.array(z.enum(POSITION_KINDS))),
  least: mayLack(money.openapi({ description: 'Of a minimum: what it tops up to.' })),
  reason: mayLack(personal(z.string())),
  asked: mayLack(z.object({ at: instant, actor: ACTOR }).openapi({ description: 'Who put it up for approval.' })),
}).openapi('CostLine');

export const COSTS = shapeOf<Costs>({
  currency: z.string().openapi({ example: 'RUB' }),
  vatRounding: z.enum(['line', 'rate']),
  lines: z.array(COST_LINE),
  net: money,
  vat: money,
  total: money,
});
