import { createRoute, type z } from '@hono/zod-openapi';
import { badPairs, type BadPair } from '../contract/contrast.ts';
import { Refusal } from '../contract/faults.ts';
import type { TenantId } from '../contract/ids.ts';
import type { Theme } from '../contract/portal.ts';
import type { Tenant } from '../directory/directory.ts';
import { keepSettings } from '../directory/keep-settings.ts';
import type { AdminDirectoryDeps } from './admin-list.ts';
import { knownTenant, TENANT_PARAM } from './admin-tenant.ts';
import { KEPT_TENANT, KEPT_THEME } from './answer-shapes.ts';
import { TENANT, THEME } from './directory-bodies.ts';
import { answerOf, bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

export interface AdminClientDeps extends AdminDirectoryDeps {
  /** False where there is one of this id. */
  readonly create: (tenant: Tenant) => Promise<boolean>;
  /** So many random bytes as hex. */
  readonly randomHex: (bytes: number) => string;
}

/** A theme as it is kept, and what about it is hard to read. */
export interface KeptTheme {
  readonly theme: Theme;
  /** Pairs of colours below WCAG 2.2 AA: they are kept, and repaired where they are shown. */
  readonly contrast: readonly BadPair[];
}

/** It stands in addresses and in the `aud` of assertions. */
const TENANT_ID = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const SETTINGS: z.input<typeof TENANT> = {
  name: { en: 'Apteka One', ru: 'Аптека №1' },
  locale: 'ru',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  vatRounding: 'line',
  tier: 'eta',
  approval: { free: 300_000, employee: 1_000_000, approver: null },
  provider: { name: { en: 'Volga Service', ru: 'Волга-Сервис' }, phone: '+7 843 200-00-00' },
};

const GET_TENANT = createRoute({
  method: 'get',
  path: '/v1/admin/tenants/{tenant}',
  summary: 'What a client’s contract says',
  description: 'As it was put last.',
  request: { params: TENANT_PARAM },
  responses: { 200: answerOf(KEPT_TENANT, 'The client.'), ...READ_PROBLEMS },
});

const PUT_TENANT = createRoute({
  method: 'put',
  path: '/v1/admin/tenants/{tenant}',
  summary: 'Make a client, or change what its contract says',
  description:
    'A new client gets a log of its own, named for ever. What is left out of the body has its default, also where it was set before.',
  request: { params: TENANT_PARAM, body: bodyOf(TENANT.openapi('TenantSettings'), SETTINGS) },
  responses: {
    200: answerOf(KEPT_TENANT, 'The client, as it is now.'),
    201: answerOf(KEPT_TENANT, 'The client was made.'),
    ...WRITE_PROBLEMS,
  },
});

const GET_THEME = createRoute({
  method: 'get',
  path: '/v1/admin/tenants/{tenant}/theme',
  summary: 'How the client’s portal looks',
  description: 'The theme as it is kept, with the pairs of its colours that are hard to read.',
  request: { params: TENANT_PARAM },
  responses: { 200: answerOf(KEPT_THEME, 'With its pairs of colours below WCAG AA.'), ...READ_PROBLEMS },
});

const PUT_THEME = createRoute({
  method: 'put',
  path: '/v1/admin/tenants/{tenant}/theme',
  summary: 'Set how the client’s portal looks',
  description:
    'The whole theme. Colours are `#rgb` or `#rrggbb`. Pairs below WCAG 2.2 AA are kept, listed in `contrast` with their ratio, and repaired ' +
    'where they are shown.',
  request: {
    params: TENANT_PARAM,
    body: bodyOf(THEME.openapi('Theme'), { light: { accent: '#0b5c4a', radius: '6px' }, dark: { accent: '#5cc9ac' } }),
  },
  responses: { 200: answerOf(KEPT_THEME, 'With its pairs of colours below WCAG AA.'), ...WRITE_PROBLEMS },
});

/** `/v1/admin/tenants/{tenant}` and its theme. */
export function adminClientRoutes({ findDirectory, change, create, randomHex }: AdminClientDeps) {
  const kept = async (tenant: TenantId): Promise<Tenant> => (await findDirectory(tenant))!.tenant;
  const keptTheme = async (tenant: TenantId): Promise<KeptTheme> => {
    const { theme } = (await findDirectory(tenant))!;
    return { theme, contrast: [...badPairs('light', theme.light), ...badPairs('dark', theme.dark)] };
  };

  return openRoutes()
    .openapi(GET_TENANT, async (c) =>
      c.json(await kept(await knownTenant(findDirectory, c.req.valid('param').tenant)), 200),
    )
    .openapi(PUT_TENANT, async (c) => {
      const id = c.req.valid('param').tenant as TenantId;
      if (!TENANT_ID.test(id))
        throw new Refusal('invalid', 'the id of a client has 1 to 63 small letters, digits and inner hyphens');
      const { settings } = keepSettings(c.req.valid('json'));
      const isMade = await create({ ...settings, id, log: `${id}/${randomHex(8)}`, epoch: randomHex(8) });
      if (!isMade) await change(id, () => ({ settings }));
      return c.json(await kept(id), isMade ? 201 : 200);
    })
    .openapi(GET_THEME, async (c) =>
      c.json(await keptTheme(await knownTenant(findDirectory, c.req.valid('param').tenant)), 200),
    )
    .openapi(PUT_THEME, async (c) => {
      const tenant = await knownTenant(findDirectory, c.req.valid('param').tenant);
      const theme = c.req.valid('json');
      await change(tenant, () => ({ theme }));
      return c.json(await keptTheme(tenant), 200);
    });
}
