import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem, ask } from '../company/api.ts';
import { BUSY, type Board } from '../company/board.ts';
import { wallTime } from '../site-time.ts';
import { between, oneOf } from '../company/seeded.ts';
import type { Ticket } from '../company/ticket.ts';
import type { Language } from '../words.ts';
import { nextReply } from './colleague-play.ts';
import type { Client, Person, Report } from '../clients/client.ts';
import type { SignIn } from './sign-in.ts';

export interface ColleaguesOptions {
  readonly server: string;
  readonly client: Client;
  readonly board: Board;
  readonly signIn: SignIn;
  /** In which language they write. */
  readonly language: Language;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

const TURN_MS = 2_000;
const REPORT_EVERY_MS = [90_000, 180_000] as const;
/** What was closed before nobody rates any more. */
const FRESH_MS = 3600_000;
const OPENS = 7;
const CLOSES = 22;

/** The life in the background: colleagues at other sites answer, confirm and rate, and now and then report something. */
export async function runColleagues({
  server,
  client,
  board,
  signIn,
  language,
  say,
  signal,
}: ColleaguesOptions): Promise<void> {
  const { colleagues, people, sites, reports } = client;
  /** What a visitor reported is his; a report by telephone is the site's. */
  const personFor = ({ requester, site }: Ticket): Person | undefined =>
    people.some(({ id }) => id === requester.id)
      ? undefined
      : (colleagues.find(({ id }) => id === requester.id) ?? colleagues.find((one) => one.sites.includes(site)));
  const isAwake = ({ sites: [own] }: Person): boolean => {
    const { timeZone = 'UTC' } = sites.find(({ id }) => id === own) ?? {};
    const hour = new Date(wallTime(Date.now(), timeZone)).getUTCHours();
    return hour >= OPENS && hour < CLOSES;
  };
  const settled = new Map<string, number>();
  let reportAt = Date.now() + REPORT_EVERY_MS[0];

  async function replyIn(ticket: Ticket, person: Person): Promise<void> {
    if (ticket.stage === 'closed' && Date.now() - Date.parse(ticket.changedAt) > FRESH_MS) return;
    const next = nextReply(ticket, person, client);
    if (!next || next.due > Date.now() || (settled.get(ticket.id) ?? 0) >= ticket.seq) return;
    settled.set(ticket.id, ticket.seq);
    const headers = await signIn.headersOf(person);
    const path = `/v1/tickets/${ticket.id}/${next.command}`;
    await ask(server, path, { method: 'POST', body: next.body, key: `${ticket.id}:${ticket.seq}:reply`, headers });
  }

  while (!signal.aborted) {
    await wait(TURN_MS, undefined, { signal }).catch(() => undefined);
    try {
      for (const ticket of board.tickets.values()) {
        const person = personFor(ticket);
        if (person) await replyIn(ticket, person);
      }
      if (Date.now() < reportAt) continue;
      const seed = String(reportAt);
      reportAt = Date.now() + between(seed, REPORT_EVERY_MS);
      if (board.lively(Date.now()) >= BUSY) continue;
      const awake = colleagues.filter(isAwake);
      const able = awake.length > 0 ? awake : colleagues;
      const person = able[Math.floor(between(`${seed}:who`, [0, able.length]))];
      if (person) await reportAs(person, oneOf(seed, reports), { server, signIn, language, key: `report-${seed}` });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      // The company's own loop says it when the server is silent.
      if (!error.isPassing) say(`background: ${error.message}`);
    }
  }
}

/** Reports a fault at the person's first site. */
export async function reportAs(
  person: Person,
  { category, text }: Report,
  {
    server,
    signIn,
    language,
    key,
  }: Pick<ColleaguesOptions, 'server' | 'signIn' | 'language'> & { readonly key: string },
): Promise<Ticket> {
  const body = { site: person.sites[0], category, text: text[language] };
  const headers = await signIn.headersOf(person);
  const answer = await ask<{ ticket: Ticket }>(server, '/v1/tickets', { method: 'POST', body, key, headers });
  return answer.ticket;
}
