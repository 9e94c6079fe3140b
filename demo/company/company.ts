import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem } from './api.ts';
import type { Board } from './board.ts';
import { busyIn, engineerFor } from './crew.ts';
import type { Desk } from './desk.ts';
import { BRISK, CALM, nextMove, replyTo, type Move } from './play.ts';
import { oneOf } from './seeded.ts';
import type { Client } from '../clients/client.ts';
import { dispatchersOf, engineersOf, staffOf, type Staff } from './staff.ts';
import { isOpen, type Ticket } from './ticket.ts';
import type { Trips } from './trips.ts';

export interface CompanyOptions {
  readonly client: Client;
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
const SOON_MS = 15 * 60_000;

/** Works on the client's tickets, turn by turn, until it is told to stop. A refused act is said and left; a silent server is asked again. */
export async function runCompany(options: CompanyOptions): Promise<void> {
  const { board, guests, say, signal } = options;
  const company = openCompany(options);
  let isSilent = false;

  while (!signal.aborted) {
    try {
      await board.refresh();
      if (isSilent) say('the server answers again');
      isSilent = false;
      const open = board.open();
      const isGuests = (ticket: Ticket): boolean => guests.has(ticket.requester.id);
      for (const ticket of [...open.filter(isGuests), ...open.filter((one) => !isGuests(one))]) {
        await company.turn(ticket, Date.now());
      }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (!isSilent) say(`${error.message}; trying again`);
      isSilent = true;
    }
    await wait(TURN_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Whether somebody will leave for this ticket about now: not where a visit is agreed for later. */
const isSoon = ({ stage, visits }: Ticket, now: number): boolean =>
  (stage === 'accepted' || stage === 'scheduled') &&
  !visits.some(({ state, from }) => state === 'agreed' && Date.parse(from) > now + SOON_MS);

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
    const move = nextMove(ticket, client, isGuests(ticket) ? BRISK : CALM, free);
    if (!move || move.due > now) return;
    if (move.steps.some(({ command }) => command === 'depart') && !mayLeave(ticket, now)) return;
    await unlessRefused(ticket, perform(ticket, move, 'play'));
    settled.set(ticket.id, ticket.seq);
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
      if (!isOpen(ticket)) return;
      await reply(ticket, now);
      await (ticket.stage === 'en_route' ? travel(ticket, now) : play(ticket, now));
    },
  };
}
