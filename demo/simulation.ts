import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem } from './company/api.ts';
import { openBoard } from './company/board.ts';
import { runCompany } from './company/company.ts';
import { openDesk } from './company/desk.ts';
import { DISPATCHERS } from './company/staff.ts';
import { openTrips } from './company/trips.ts';
import { playOpening } from './opening.ts';
import { runColleagues } from './pharmacy/colleagues.ts';
import { PEOPLE } from './pharmacy/people.ts';
import type { SignIn } from './pharmacy/sign-in.ts';
import { SITES } from './pharmacy/sites.ts';
import type { Language } from './words.ts';

export interface SimulationOptions {
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

/** Everybody whom no visitor plays: the service company, and the pharmacies' other employees. Over when the signal says so. */
export async function runSimulation(options: SimulationOptions): Promise<void> {
  const { server, companyKey, signIn, language, isOpened, opened, say, signal } = options;
  const desk = openDesk(server, companyKey);
  while (!isOpened && !signal.aborted) {
    try {
      await playOpening({ server, desk, signIn, language });
      await opened();
      break;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      say(`the first day: ${error.message}`);
      if (!error.isPassing) break;
      await wait(error.retryAfterMs ?? AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  const board = openBoard(desk, DISPATCHERS[0]!.id);
  const trips = openTrips(desk, new Map(SITES.map((site) => [site.id, site])));
  const guests = new Set(PEOPLE.map(({ id }) => id));
  await Promise.all([
    runCompany({ desk, board, trips, guests, say, signal }),
    runColleagues({ server, board, signIn, language, say, signal }),
  ]);
}
