import { SENTENCES } from '../company/sentences.ts';
import { windowAt } from '../site-time.ts';
import type { Act, Report, Scene, Stand } from './client.ts';

/** What scenes are put together from. */
export const accept: Act = ['desk', 'accept'];

export const assign = (engineer: string): Act => ['desk', 'assign', () => ({ engineer })];

export const arrive = (engineer: string): Act => [engineer, 'arrive', (stand) => ({ position: placeOf(stand) })];

export const cost = (engineer: string, code: string, quantity = '1'): Act => [
  engineer,
  'add-cost',
  () => ({ code, quantity }),
];

export const askBack: readonly Act[] = [
  [
    'desk',
    'ask',
    ({ ticket, client, language }) => ({ text: client.scenarios[ticket.category]?.question?.[language] }),
  ],
  ['desk', 'pause', () => ({ reason: 'info_insufficient' })],
];

export const resolve = (engineer: string): Act => [
  engineer,
  'resolve',
  ({ ticket, client, language }) => ({ summary: client.scenarios[ticket.category]?.summary[language] }),
];

/** Three hours from that hour on by the site's clock, agreed with whoever works there. */
export const agreedForTomorrow = (fromHour: number): Act => [
  'desk',
  'propose-visit',
  (stand) => ({
    ...windowAt(Date.now(), siteOf(stand).timeZone, 1, fromHour, 3),
    agreed: { by: nameAt(stand), channel: 'telephone' },
  }),
];

export const approval = (engineer: string): readonly Act[] => [
  [
    engineer,
    'request-approval',
    ({ ticket }) => ({ lines: ticket.costs.lines.filter(({ state }) => state === 'awaiting').map(({ id }) => id) }),
  ],
  [engineer, 'pause', () => ({ reason: 'awaiting_approval' })],
];

/** Nobody opened: called from the door, then recorded. */
export const refused = (engineer: string): readonly Act[] => [
  [
    engineer,
    'log-call',
    (stand) => ({ with: nameAt(stand), number: stand.client.phone, result: SENTENCES.unanswered[stand.language] }),
  ],
  [
    engineer,
    'report-no-access',
    ({ language }) => ({ reason: SENTENCES.locked[language], call: SENTENCES.unanswered[language] }),
  ],
];

/** A part is ordered, somebody comes again. */
export const continued = (engineer: string): readonly Act[] => [
  [engineer, 'end-visit', () => ({ outcome: 'continue' })],
  [engineer, 'pause', ({ language }) => ({ reason: 'parts', evidence: SENTENCES.ordered[language] })],
];

/** Every site of the region is told. */
export const declareOutage: Act = [
  'desk',
  'declare-mass',
  (stand) => ({
    text: stand.client.outage.notice[stand.language],
    sites: stand.client.sites.filter(({ region }) => region === siteOf(stand).region).map(({ id }) => id),
  }),
];

export const ended: readonly Act[] = [
  ['client', 'confirm'],
  ['client', 'rate', () => ({ stars: 5 })],
];

export const scene = (by: string, { category, text }: Report, ...acts: readonly Act[]): Scene => ({
  by,
  category,
  text,
  acts,
});

const siteOf = ({ ticket, client }: Stand) => client.sites.find(({ id }) => id === ticket.site)!;

function placeOf(stand: Stand): { latitude: number; longitude: number } {
  const { latitude, longitude } = siteOf(stand);
  return { latitude, longitude };
}

const nameAt = ({ ticket, client, language }: Stand): string =>
  client.colleagues.find(({ sites }) => sites.includes(ticket.site))!.name[language];
