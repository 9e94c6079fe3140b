import { z } from '@hono/zod-openapi';
import { isColour } from '../contract/contrast.ts';
import { line } from '../contract/commands.ts';
import { TIERS } from '../contract/eta.ts';
import { LIMITS } from '../contract/limits.ts';
import type { PersonId } from '../contract/ids.ts';
import { COLOUR_TOKENS, MEASURE_TOKENS } from '../contract/palette.ts';
import { STAFF_ROLES } from '../contract/people.ts';
import { mayLack } from './may-lack.ts';

/** Longest of what administrators write. */
export const ADDRESS = 300;
const LABEL = 300;
const STYLE = 300;
const MONEY = 1e12;

/** Begins with a letter or digit, so that it is never the `*` of a norm; no `@`, so that nobody's address becomes an id. */
export const id = z
  .string()
  .max(LIMITS.id)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._:/+#-]*$/u, 'begins with a letter or digit and has only those and " ._:/+#-"');

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language tag');
const words = (max: number) =>
  z
    .union([line(max), z.record(language, line(max)).refine((texts) => Object.keys(texts).length > 0, 'is empty')])
    .openapi({ description: 'A text, or texts by language: {"en": "Till", "ru": "Касса"}.' });
const name = words(LIMITS.name);

const place = {
  latitude: z.int().min(-900_000_000).max(900_000_000),
  longitude: z.int().min(-1_800_000_000).max(1_800_000_000),
};
export const minor = z.int().min(0).max(MONEY).openapi({ description: 'Minor units of the client’s currency.' });

export const SITE = z.strictObject({ id, name, address: words(ADDRESS), timeZone: z.string().max(64), ...place });

export const ASSET = z.strictObject({ id, site: id, name, category: id.nullable().default(null) });

export const PRIORITY = z.strictObject({ id, name });

const choice = z.strictObject({ id, label: name });
const distinct = (items: readonly { readonly id: string }[]): boolean =>
  new Set(items.map((item) => item.id)).size === items.length;

const field = z
  .strictObject({
    id,
    label: name,
    kind: z.enum(['text', 'number', 'choice', 'yes_no']),
    required: z.boolean().default(false),
    choices: mayLack(z.array(choice).min(1).max(100).refine(distinct, 'names an id twice')),
  })
  .refine(({ kind, choices }) => (kind === 'choice') === (choices !== undefined), {
    path: ['choices'],
    message: 'are what a choice needs, and only a choice',
  });

export const CATEGORY = z.strictObject({
  id,
  name,
  priority: id,
  fields: z.array(field).max(30).refine(distinct, 'names an id twice').default([]),
});

export const STAFF = z.strictObject({
  id: id.transform((text) => text as PersonId),
  role: z.enum(STAFF_ROLES),
  profile: z.strictObject({
    name: line(LIMITS.name),
    phone: mayLack(line(LIMITS.phone)),
    specialty: mayLack(line(LIMITS.name)),
  }),
  basis: z.enum(['consent', 'legitimate_interest']).nullable().default(null),
  pass: mayLack(z.strictObject({ document: mayLack(line(LIMITS.name)), vehicle: mayLack(line(LIMITS.name)) })).openapi({
    description: 'For the guard of a site, shown for the day of an agreed visit where a basis is recorded.',
  }),
});

const target = z.union([
  z.strictObject({ elapsed: z.string().max(40) }),
  z.strictObject({ working: z.string().max(40) }),
  z.strictObject({ workingDays: z.int().min(0).max(3650), at: mayLack(z.enum(['same-time', 'end'])) }),
]);
const anyOr = z.union([z.literal('*'), id]);
const reason = z.enum([
  'info_insufficient',
  'awaiting_approval',
  'no_access',
  'customer_postponed',
  'parts',
  'force_majeure',
]);

export const POLICY = z.strictObject({
  id,
  version: z.int().min(1),
  norms: z
    .array(
      z.strictObject({
        category: anyOr,
        priority: anyOr,
        reaction: mayLack(target),
        resolution: mayLack(target),
        arrival: mayLack(target),
      }),
    )
    .min(1)
    .max(1000),
  reactionStops: z.array(z.enum(['accepted', 'assigned', 'commented'])).min(1),
  pauses: z.strictObject({ reaction: z.array(reason), resolution: z.array(reason), arrival: z.array(reason) }),
});

const limit = minor.nullable();

export const TENANT = z.strictObject({
  name,
  locale: z.string().max(35),
  currency: z.string().max(3),
  timeZone: z.string().max(64),
  vatRounding: z.enum(['line', 'rate']).default('line'),
  tier: z.enum(TIERS).default('none'),
  siteSharing: z.boolean().default(true),
  approval: z
    .strictObject({ free: limit, employee: limit, approver: limit, siteMonth: mayLack(limit) })
    .default({ free: 0, employee: 0, approver: null }),
  provider: z.strictObject({ name, phone: line(LIMITS.phone).nullable().default(null) }),
});

const colour = z.string().refine(isColour, 'is no colour: a theme takes #rgb or #rrggbb');
/** These become CSS on the client's page: each is a whole value, and nothing is fetched from anywhere. */
const length = z.string().regex(/^(0|\d{1,3}(\.\d{1,3})?(px|rem|em))$/, 'is no length like 12px or 0.75rem');
const FAMILY = String.raw`(?:[\p{L}\p{N} _-]+|"[\p{L}\p{N} _-]+"|'[\p{L}\p{N} _-]+')`;
const LENGTH = String.raw`-?\d{1,3}(?:\.\d{1,3})?(?:px|rem|em)?`;
const SHADOW = String.raw`(?:inset )?(?:${LENGTH} ){2,4}(?:#[\da-fA-F]{3,8}|rgba?\([\d ,.%/]+\))`;
const MEASURES = {
  font: z
    .string()
    .max(STYLE)
    .regex(new RegExp(`^${FAMILY}(?:, ?${FAMILY})*$`, 'u'), 'is no list of font families'),
  'font-size': length,
  radius: length,
  space: length,
  shadow: z
    .string()
    .max(STYLE)
    .regex(new RegExp(`^(?:none|${SHADOW}(?:, ?${SHADOW})*)$`), 'is no shadow like "0 2px 8px rgb(0 0 0 / 20%)"'),
} as const satisfies Record<(typeof MEASURE_TOKENS)[number], z.ZodType>;

const tokens = z.strictObject({
  ...Object.fromEntries(COLOUR_TOKENS.map((token) => [token, mayLack(colour)])),
  ...Object.fromEntries(MEASURE_TOKENS.map((token) => [token, mayLack(MEASURES[token])])),
}) as z.ZodType<Readonly<Record<string, string>>>;
const texts = z.record(z.string().regex(/^[a-zA-Z][\w.-]{0,63}$/, 'is no key of a text'), line(LABEL));

export const THEME = z.strictObject({
  light: tokens.default({}),
  dark: tokens.default({}),
  labels: texts.default({}),
  locale: mayLack(language),
  terms: mayLack(
    z.record(
      z
        .string()
        .max(LIMITS.name)
        .regex(/^\p{L}+$/u, 'is no word'),
      line(LABEL),
    ),
  ),
});
