import { z } from '@hono/zod-openapi';
import { line } from '../contract/commands.ts';
import { POSITION_KINDS, type PositionKind } from '../contract/money.ts';
import { WEEKDAYS } from '../contract/prices.ts';
import { ADDRESS, id, minor } from './directory-bodies.ts';
import { mayLack } from './may-lack.ts';

const day = z.iso.date('is no date like 2026-01-31');
const time = (pattern: RegExp, example: string) => z.string().regex(pattern, `is no time like ${example}`);
const distinct = (items: readonly unknown[]): boolean => new Set(items).size === items.length;
const TWICE = 'names something twice';

const occasion = z
  .strictObject({
    hours: mayLack(
      z
        .tuple([
          time(/^([01]\d|2[0-3]):[0-5]\d$/, '22:00'),
          time(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '06:00, or 24:00 for the end of a day'),
        ])
        .refine(([from, to]) => from !== to, 'begins when it ends'),
    ),
    weekdays: mayLack(z.array(z.enum(WEEKDAYS)).min(1).refine(distinct, TWICE)),
    dates: mayLack(z.array(day).min(1).max(400).refine(distinct, TWICE)),
  })
  .refine((one) => Object.keys(one).length > 0, 'names neither hours nor weekdays nor dates');

const COUNTED = { coefficient: POSITION_KINDS, minimum: ['work', 'part', 'call_out', 'travel'] } as const;
const BY_ITSELF: readonly PositionKind[] = ['call_out', 'travel', 'minimum', 'coefficient'];

/** Whether it computes its amount from other lines. */
const isCounting = (kind: PositionKind): kind is keyof typeof COUNTED => Object.hasOwn(COUNTED, kind);

/** `PUT /v1/admin/tenants/{tenant}/prices`: one position, or one version of it. */
export const PRICE = z
  .strictObject({
    code: id,
    title: line(ADDRESS),
    unit: line(40),
    kind: z.enum(POSITION_KINDS).default('work').openapi({ description: 'What it is charged for.' }),
    unitPrice: minor.default(0),
    vatRate: z.int().min(0).max(10_000).nullable().openapi({ description: 'Basis points; null: without VAT.' }),
    prices: z.enum(['net', 'gross']),
    validFrom: mayLack(day).openapi({ description: 'First day, in the client’s zone; without it: always.' }),
    validTo: mayLack(day).openapi({ description: 'Last day.' }),
    when: mayLack(z.array(occasion).min(1).max(20)).openapi({
      description: 'Charged where one of these fits the recorded arrival, in the site’s time.',
    }),
    share: mayLack(
      z.int().min(10).max(100_000).multipleOf(10, 'is no multiple of 10 basis points: a quantity has three places'),
    ).openapi({ description: 'Of a coefficient: basis points that it adds; 5000 is half as much again.' }),
    of: mayLack(z.array(z.enum(POSITION_KINDS)).min(1).refine(distinct, TWICE)).openapi({
      description: 'Of a coefficient or a minimum: which lines of the visit it counts.',
    }),
    automatic: mayLack(z.boolean()).openapi({ description: 'Added by the server to a visit that has work.' }),
  })
  .superRefine((price, context) => {
    const { kind, share, of, when, unitPrice, automatic, validFrom, validTo } = price;
    const refuse = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message });
    const isCoefficient = kind === 'coefficient';
    if (isCoefficient && !when) refuse('when', 'is needed: a coefficient says when it holds');
    if (isCoefficient !== (share !== undefined)) refuse('share', 'is what a coefficient needs, and only a coefficient');
    if (isCounting(kind) !== (of !== undefined)) refuse('of', 'is what a coefficient or a minimum needs, and no other');
    else if (isCounting(kind)) {
      const counted: readonly PositionKind[] = COUNTED[kind];
      const odd = of!.find((one) => one === 'coefficient' || !counted.includes(one));
      if (odd) refuse('of', `names "${odd}", which a ${kind} does not count`);
    }
    if (isCoefficient && unitPrice !== 0) refuse('unitPrice', 'is 0: a coefficient takes its amount from other lines');
    if (!isCoefficient && unitPrice === 0 && kind === 'minimum') refuse('unitPrice', 'is the amount of the minimum');
    if (automatic && !BY_ITSELF.includes(kind)) refuse('automatic', `is nothing for a position of kind "${kind}"`);
    if (validFrom && validTo && validTo < validFrom) refuse('validTo', 'lies before validFrom');
  });
