import type { Client, Scenario } from '../clients/client.ts';
import { languageOf, type Language } from '../words.ts';
import { between } from './seeded.ts';
import type { Ticket } from './ticket.ts';

/** One command and its body. */
export interface Step {
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What somebody of the company does next, and when. */
export interface Move {
  readonly by: 'dispatcher' | 'engineer';
  /** Sent one after another. */
  readonly steps: readonly Step[];
  /** Milliseconds since the epoch. */
  readonly due: number;
}

/** How long the company takes; milliseconds. */
export interface Pace {
  readonly accept: readonly [number, number];
  readonly gap: readonly [number, number];
  /** How long it waits for an answer, a yes to a visit or to a cost before it goes on without. */
  readonly patience: number;
  /** Whether things go wrong now and then, and nobody comes at night. */
  readonly isTrueToLife: boolean;
}

/** For what a visitor of the demo reports: a ticket answered promptly is played in three to four minutes. */
export const BRISK: Pace = {
  accept: [10_000, 16_000],
  gap: [5_000, 9_000],
  patience: 60_000,
  isTrueToLife: false,
};
/** For the life in the background. */
export const CALM: Pace = {
  accept: [15_000, 70_000],
  gap: [25_000, 75_000],
  patience: 150_000,
  isTrueToLife: true,
};
/** What of a client the play hangs on. */
export type Played = Pick<Client, 'scenarios' | 'again' | 'phone' | 'sites' | 'outage'>;

/** What of the moment the play hangs on. */
export interface Moment {
  readonly pace: Pace;
  /** Who would be sent; null while nobody is free. */
  readonly free: string | null;
  /** What was wished for where a visit was declined or postponed. */
  readonly wish: string | null;
}

export const step = (command: string, body: Step['body'] = {}): Step => ({ command, body });
export const dispatcher = (due: number, ...steps: readonly Step[]): Move => ({ by: 'dispatcher', steps, due });
export const engineer = (due: number, ...steps: readonly Step[]): Move => ({ by: 'engineer', steps, due });

export const paced = (ticket: Ticket, pace: Pace): number =>
  Date.parse(ticket.changedAt) + between(`${ticket.id}:${ticket.seq}`, pace.gap);

export const openPause = (ticket: Ticket, reason: string) =>
  ticket.pauses.find((pause) => pause.reason === reason && !pause.to);

/** A category that was added by hand is dealt with as the first one is. */
export const scenarioOf = ({ category }: Ticket, { scenarios }: Played): Scenario =>
  scenarios[category] ?? Object.values(scenarios)[0]!;

export const reportLanguage = (ticket: Ticket): Language => languageOf(ticket.text ?? '');

export const siteOf = ({ site }: Ticket, { sites }: Played) => sites.find(({ id }) => id === site);
