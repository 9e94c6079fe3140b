import { createRoute } from '@hono/zod-openapi';
import { badPairs } from '../contract/contrast.ts';
import { Refusal } from '../contract/faults.ts';
import { LIMITS } from '../contract/limits.ts';
import { MEASURES, PALETTE } from '../contract/palette.ts';
import { CLIENT_ROLES, type ClientRole } from '../contract/people.ts';
import type { PortalBoot, ShownTheme, Theme } from '../contract/portal.ts';
import { limitOf } from '../costs/approval.ts';
import type { Directory, FindDirectory } from '../directory/directory.ts';
import { may } from '../identity/may.ts';
import type { Caller } from '../tickets/caller.ts';
import { PORTAL } from './answer-shapes.ts';
import { answerOf, openRoutes, READ_PROBLEMS } from './open-route.ts';

const GET_PORTAL = createRoute({
  method: 'get',
  path: '/v1/portal',
  summary: 'What the widget needs to draw itself',
  description:
    'For the client’s people only. Sites and assets are those at which this person may report; for auditors and contract managers all.',
  responses: { 200: answerOf(PORTAL, 'The portal of this person.'), ...READ_PROBLEMS },
});

/** `GET /v1/portal`. */
export const portalRoutes = ({ findDirectory }: { readonly findDirectory: FindDirectory }) =>
  openRoutes().openapi(GET_PORTAL, async (c) => {
    const { caller } = c.var;
    const directory = await findDirectory(caller.tenant);
    if (!directory) throw new Refusal('not_found', 'there is no such client');
    if (!isClientRole(caller.role)) throw new Refusal('forbidden', 'the portal is for the client’s own people');
    return c.json(portalOf(directory, caller, caller.role), 200);
  });

const isClientRole = (role: string): role is ClientRole => CLIENT_ROLES.some((one) => one === role);

/**
 * Whole, so that a page needs no colours of its own; and whether it can be read is told here, so that a page loads the repair of colours only
 * where there is something to repair.
 */
const shownTheme = (theme: Theme): ShownTheme => ({
  ...theme,
  light: { ...MEASURES, ...PALETTE.light, ...theme.light },
  dark: { ...MEASURES, ...PALETTE.dark, ...theme.dark },
  ...(badPairs('light', theme.light).length + badPairs('dark', theme.dark).length === 0 && { legible: true }),
});

function portalOf(directory: Directory, caller: Caller, role: ClientRole): PortalBoot {
  const { tenant, theme, assets, categories, priorities } = directory;
  const { id, name, locale, currency, timeZone, siteSharing, provider, tier, approval } = tenant;
  const sites = [...directory.sites.values()].filter(({ id: site }) => may(caller, 'see_site', { site }));
  const shown = new Set(sites.map((site) => site.id));
  const limit = limitOf(role, approval);
  return {
    tenant: { id, name, locale, currency, timeZone, siteSharing },
    provider,
    theme: shownTheme(theme),
    person: { id: caller.id, name: caller.name, role, approvalLimit: limit === undefined ? 0 : limit },
    tier,
    sites,
    assets: [...assets.values()].filter(({ site }) => shown.has(site)),
    categories: [...categories.values()],
    priorities: [...priorities.values()],
    limits: { subject: LIMITS.subject, text: LIMITS.text },
  };
}
