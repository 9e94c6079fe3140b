import type { Client } from '../clients/client.ts';
import type { Language } from '../words.ts';
import type { Line } from './chronicle.ts';
import { CrewCalendar } from './crew-calendar.ts';
import { faultsOf } from './faults.ts';
import { DAY_MS } from './opening-hours.ts';
import { settingOf } from './setting.ts';
import { tellMass } from './tell-mass.ts';
import { tellTicket } from './tell-ticket.ts';

/** Tickets of all clients together. */
export const TICKETS = 400;
export const DAYS = 90;
/** The provider's outages, days ago. */
const OUTAGES = [61, 17] as const;
/** Tickets per client that wait for a part when a visitor comes. */
const WAITING = 2;

export interface History {
  readonly client: Client;
  /** In the order of their times. */
  readonly lines: readonly Line[];
}

/**
 * What happened at each client in the days before now: the same whenever it is told for the same moment. The company's engineers drive for
 * all of them and are nowhere twice at once. What would lie after now has not happened: those tickets are still open.
 */
export function tellHistories(
  clients: readonly Client[],
  languageOf: (client: Client) => Language,
  now: number,
): readonly History[] {
  const crew = new CrewCalendar();
  const sites = clients.reduce((sum, client) => sum + client.sites.length, 0);
  let left = TICKETS;
  return clients.map((client, index) => {
    const isLast = index === clients.length - 1;
    const share = isLast ? left : Math.round((TICKETS * client.sites.length) / sites);
    left -= share;
    return { client, lines: tellHistory(client, languageOf(client), crew, share, now) };
  });
}

function tellHistory(
  client: Client,
  language: Language,
  crew: CrewCalendar,
  tickets: number,
  now: number,
): readonly Line[] {
  const setting = settingOf(client, language, crew);
  const outages = OUTAGES.map((days) => tellMass(setting, days, now));
  const inOutages = new Set(outages.flat().map(({ ticket }) => ticket)).size;
  const faults = faultsOf(setting, tickets - inOutages, DAYS, now);
  const waiting = faults.filter(({ at }) => at > now - 4 * DAY_MS && at < now - DAY_MS).slice(-WAITING);
  const told = faults.map((happened, index) => {
    const partAt = waiting.includes(happened) ? now + (0.3 + waiting.indexOf(happened)) * DAY_MS : undefined;
    return tellTicket(`${client.id}-${index + 1}`, happened.at, setting, happened.fault, partAt);
  });
  return [...outages.flat(), ...told.flat()].filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
}

/** As `vitrine import history` reads it. */
export const toFile = ({ client, lines }: History): string =>
  [{ tenant: client.id }, ...lines.map(({ at, ...line }) => ({ at: new Date(at).toISOString(), ...line }))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
