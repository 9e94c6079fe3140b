import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem } from './api.ts';
import { BUSY, type Board } from './board.ts';
import { busyIn, engineerFor } from './crew.ts';
import type { Desk } from './desk.ts';
import { BRISK, CALM, type Move } from './move.ts';
import { nextMove } from './play.ts';
import { replyTo, wishIn } from './reply.ts';
import { between, oneOf } from './seeded.ts';
import type { Client } from '../clients/client.ts';
import { dispatchersOf, engineersOf, staffOf, type Staff } from './staff.ts';
import { enterCall } from './telephone.ts';
import { disputedIn, isForLater, isOpen, type Ticket } from './ticket.ts';
import type { Language } from '../words.ts';
import type { Trips } from './trips.ts';

export interface CompanyOptions {
  readonly client: Client;
  /** In which language callers speak. */
  readonly language: Language;
  readonly desk: Desk;
  readonly board: Board;
  readonly trips: Trips;
  /** Whose tickets a visitor watches: they are played first and fast. */
  readonly guests: ReadonlySet<string>;
  /** One line for the console. */
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

const TURN_MS = 1_000;
/** How many engineers may be out for the background alone, so that somebody is free for a visitor. */
const BACKGROUND_OUT = 2;
const CALL_EVERY_MS = [240_000, 480_000] as const;

/** Works on the client's tickets, turn by turn, until it is told to stop. A refused act is said and left; a silent server is asked again. */
export async function runCompany(options: CompanyOptions): Promise<void> {
  const { client, language, desk, board, guests, say, signal } = options;
  const [, by = dispatchersOf(client.id)[0]] = dispatchersOf(client.id);
  let callAt = Date.now() + CALL_EVERY_MS[0];
  const company = openCompany(options);
  let isSilent = false;

  while (!signal.aborted) {
    try {
      await board.refresh();
      if (isSilent) say('the server answers again');
      isSilent = false;
      const pending = [...board.tickets.values()].filter(isPending);
      const isGuests = (ticket: Ticket): boolean => guests.has(ticket.requester.id);
      for (const ticket of [...pending.filter(isGuests), ...pending.filter((one) => !isGuests(one))]) {
        await company.turn(ticket, Date.now());
      }
      const now = Date.now();
      if (now < callAt) continue;
      callAt = now + between(String(now), CALL_EVERY_MS);
      if (board.lively(now) < BUSY) await enterCall(client, { desk, by, language, now });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (!isSilent) say(`${error.message}; trying again`);
      isSilent = true;
    } finally {
      await wait(TURN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Whether somebody will leave for this ticket about now: not where a visit is agreed for later. */
const isSoon = (ticket: Ticket, now: number): boolean =>
  (ticket.stage === 'accepted' || ticket.stage === 'scheduled') && !isForLater(ticket, now);

/** What still has somebody to act: also what is done and disputed. */
const isPending = (ticket: Ticket): boolean =>
  isOpen(ticket) || (ticket.stage === 'resolved' && disputedIn(ticket).length > 0);

function openCompany({ client, desk, board, trips, guests, say }: CompanyOptions) {
  const dispatchers = dispatchersOf(client.id);
  const engineers = engineersOf(client.id);
  const regions = new Map(client.sites.map(({ id, region }) => [id, region]));
  /** Up to which seq each ticket has been dealt with. */
  const settled = new Map<string, number>();
  const replied = new Map<string, number>();

  const isGuests = (ticket: Ticket): boolean => guests.has(ticket.requester.id);
  const nameOf = (id: string): string => staffOf(client.id).find((one) => one.id === id)?.name.en ?? id;
  const dispatcherOf = (ticket: Ticket): string => (isGuests(ticket) ? dispatchers[0] : oneOf(ticket.id, dispatchers));

  const near = ({ site }: Ticket): readonly Staff[] => engineers.filter(({ region }) => region === regions.get(site));

  async function perform(ticket: Ticket, { by, steps }: Move, name: string): Promise<void> {
    const actor = by === 'dispatcher' ? dispatcherOf(ticket) : ticket.assignee?.id;
    if (!actor) return;
    for (const step of steps) {
      await desk.send(actor, ticket.id, step, `${ticket.id}:${ticket.seq}:${name}:${step.command}`);
      if (isGuests(ticket)) say(`ticket ${ticket.number}: ${nameOf(actor)}, ${step.command}`);
    }
    // What comes next in this turn must see it: an engineer who has just left is out.
    board.put((await desk.read(dispatcherOf(ticket), ticket.id)).ticket);
  }

  /** A refusal is said in one line and the play goes on; a server that cannot answer just now is asked again. */
  async function unlessRefused(ticket: Ticket, act: Promise<unknown>): Promise<void> {
    try {
      await act;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.isPassing) throw error;
      say(`ticket ${ticket.number}: ${error.message}`);
    }
  }

  /** Nobody is in two places, and a visitor's ticket goes first. */
  function mayLeave(ticket: Ticket, now: number): boolean {
    const open = board.open();
    const out = busyIn(open);
    const engineer = ticket.assignee?.id ?? '';
    if (out.has(engineer) || !trips.mayStart(ticket, now)) return false;
    if (isGuests(ticket)) return true;
    const isWanted = open.some((one) => isGuests(one) && one.assignee?.id === engineer && isSoon(one, now));
    return !isWanted && out.size < BACKGROUND_OUT;
  }

  async function play(ticket: Ticket, now: number): Promise<void> {
    if ((settled.get(ticket.id) ?? 0) >= ticket.seq) return;
    const free = ticket.assignee ? null : engineerFor(ticket, near(ticket), board.open());
    const pace = isGuests(ticket) ? BRISK : CALM;
    const move = nextMove(ticket, client, { pace, free, wish: await wishOf(ticket) });
    if (!move || move.due > now) return;
    if (move.steps.some(({ command }) => command === 'depart') && !mayLeave(ticket, now)) return;
    await unlessRefused(ticket, perform(ticket, move, 'play'));
    settled.set(ticket.id, ticket.seq);
  }

  /** Only the timeline tells it. */
  async function wishOf(ticket: Ticket): Promise<string | null> {
    const state = ticket.visits.at(-1)?.state;
    if (state !== 'declined' && state !== 'replaced') return null;
    return wishIn((await desk.read(dispatcherOf(ticket), ticket.id)).events);
  }

  async function travel(ticket: Ticket, now: number): Promise<void> {
    if ((settled.get(ticket.id) ?? 0) >= ticket.seq) return;
    if (!trips.isOver(ticket, now)) return unlessRefused(ticket, trips.drive(ticket, now));
    const step = { command: 'arrive', body: { position: trips.endOf(ticket) } };
    await unlessRefused(ticket, perform(ticket, { by: 'engineer', steps: [step], due: now }, 'travel'));
    settled.set(ticket.id, ticket.seq);
  }

  /** Reads the timeline of a visitor's ticket, which alone tells who wrote last. */
  async function reply(ticket: Ticket, now: number): Promise<void> {
    if (!isGuests(ticket) || (replied.get(ticket.id) ?? 0) >= ticket.seq) return;
    const { events } = await desk.read(dispatcherOf(ticket), ticket.id);
    const move = replyTo(ticket, events);
    if (move && move.due > now) return;
    if (move) await unlessRefused(ticket, perform(ticket, move, 'reply'));
    replied.set(ticket.id, ticket.seq);
  }

  return {
    async turn(ticket: Ticket, now: number): Promise<void> {
      await reply(ticket, now);
      await (ticket.stage === 'en_route' ? travel(ticket, now) : play(ticket, now));
    },
  };
}
