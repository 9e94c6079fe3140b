import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from './clients/client.ts';
import { runColleagues } from './colleagues/run-colleagues.ts';
import type { SignIn } from './colleagues/sign-in.ts';
import { ApiProblem } from './company/api.ts';
import { openBoard } from './company/board.ts';
import { runCompany } from './company/company.ts';
import { openDesk } from './company/desk.ts';
import { dispatchersOf } from './company/staff.ts';
import { openTrips } from './company/trips.ts';
import { playOpening } from './opening.ts';
import type { Language } from './words.ts';

export interface SimulationOptions {
  readonly client: Client;
  readonly server: string;
  readonly companyKey: string;
  readonly signIn: SignIn;
  readonly language: Language;
  /** Whether the first day was played before. */
  readonly isOpened: boolean;
  /** Told once the first day has been played. */
  readonly opened: () => Promise<void>;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

const AGAIN_MS = 2_000;

/** Everybody at one client whom no visitor plays: the service company, and the client's other employees. Over when the signal says so. */
export async function runSimulation(options: SimulationOptions): Promise<void> {
  const { client, server, companyKey, signIn, language, isOpened, opened, say, signal } = options;
  const desk = openDesk(server, companyKey);
  while (!isOpened && !signal.aborted) {
    try {
      await playOpening({ client, server, desk, signIn, language });
      await opened();
      break;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      say(`the first day: ${error.message}`);
      if (!error.isPassing) break;
      await wait(error.retryAfterMs ?? AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  const board = openBoard(desk, dispatchersOf(client.id)[0]);
  const trips = openTrips(desk, new Map(client.sites.map((site) => [site.id, site])));
  const guests = new Set(client.people.map(({ id }) => id));
  await Promise.all([
    runCompany({ client, language, desk, board, trips, guests, say, signal }),
    runColleagues({ client, server, board, signIn, language, say, signal }),
  ]);
}
