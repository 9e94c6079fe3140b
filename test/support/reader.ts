import { cursorOf, type Frame, type Resync } from '../../server/contract/feed.ts';
import { Pump, type Emission } from '../../server/live/pump.ts';
import { readTurn, type Turn } from '../../server/live/turn.ts';
import type { Caller } from '../../server/tickets/caller.ts';
import { EPOCH, type Logged } from './logged.ts';
import { TENANT } from './timeline.ts';

/** A pump without a socket: a reader at a position or cursor, and what each turn brings him. */
export async function openReader(
  house: Logged,
  caller: Caller,
  { at = cursorOf(EPOCH, 0), lifeMs }: { at?: string | number; lifeMs?: number } = {},
) {
  const admission = await house.admit(caller, lifeMs);
  const cursor = typeof at === 'number' ? cursorOf(EPOCH, at) : at;
  const pump = new Pump(admission, cursor, house.clock.now);

  const readTurnFor = (): Promise<Turn> => {
    const from = pump.wants === undefined ? [] : [pump.wants];
    return readTurn(house.deps, TENANT, { from, sessions: [pump.session] }, house.clock.now);
  };
  const turn = async (): Promise<readonly Emission[]> => pump.turn(await readTurnFor(), house.clock.now);
  return {
    pump,
    readTurnFor,
    turn,
    frames: async (): Promise<readonly Frame[]> => framesOf(await turn()),
    resync: async (): Promise<Resync | undefined> => resyncOf(await turn()),
  };
}

export const framesOf = (emissions: readonly Emission[]): readonly Frame[] =>
  emissions.flatMap((emission) => (emission.kind === 'frame' ? [emission.frame] : []));

export const resyncOf = (emissions: readonly Emission[]): Resync | undefined =>
  emissions.flatMap((emission) => (emission.kind === 'resync' ? [emission.resync] : []))[0];

export const answerAll = (pump: Pump, emissions: readonly Emission[]): void => {
  for (const emission of emissions) if (emission.kind === 'frame') pump.answered(emission.unanswered);
};

export const spansOf = (frames: readonly Frame[]): readonly (readonly [from: number, to: number])[] =>
  frames.map(({ from, to }) => [from, to]);

export const positionsIn = (frames: readonly Frame[]): readonly number[] =>
  frames.flatMap(({ events }) => events.map(({ position }) => position));
