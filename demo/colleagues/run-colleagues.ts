import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem, ask } from '../company/api.ts';
import type { Board } from '../company/board.ts';
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
/** With more open tickets than this nobody reports another. */
const BUSY = 14;

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
  const { colleagues, reports } = client;
  const settled = new Map<string, number>();
  let reportAt = Date.now() + REPORT_EVERY_MS[0];

  async function replyIn(ticket: Ticket, person: Person): Promise<void> {
    const next = nextReply(ticket, client);
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
        const person = colleagues.find(({ id }) => id === ticket.requester.id);
        if (person) await replyIn(ticket, person);
      }
      if (Date.now() < reportAt) continue;
      const seed = String(reportAt);
      reportAt = Date.now() + between(seed, REPORT_EVERY_MS);
      if (board.open().length >= BUSY) continue;
      const person = colleagues[Math.floor(between(`${seed}:who`, [0, colleagues.length]))];
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
