import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { cursorOf, type Frame } from '../../../server/contract/feed.ts';
import { Pump, SILENCE_MS } from '../../../server/live/pump.ts';
import type { Admission } from '../../../server/identity/sessions.ts';
import { readTurn } from '../../../server/live/turn.ts';
import type { Unanswered } from '../../../server/live/window.ts';
import { CALLERS } from '../../support/directory.ts';
import { EPOCH, openLogged, type Logged } from '../../support/logged.ts';
import { TENANT } from '../../support/timeline.ts';

const LOGGED = 120;

let house: Logged;
let admission: Admission;
let visible: readonly number[];
before(async () => {
  house = await openLogged();
  admission = await house.admit(CALLERS.anna);
  const own: number[] = [];
  for (let i = 0; i < LOGGED; i++) {
    const foreign = i % 3 === 1 || (i > 40 && i < 60);
    const { position } = await house.register(
      `t${i}`,
      foreign ? 'vera' : 'anna',
      foreign ? 'pushkina-3' : 'baumana-44',
    );
    if (!foreign) own.push(position);
  }
  visible = own;
});
after(() => house.db.destroy());

/** What can happen between a server and a reader. */
const step = fc.oneof(
  fc.record({ what: fc.constant('commit' as const), events: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ what: fc.constant('turn' as const), passed: fc.constantFrom(100, 1000, SILENCE_MS) }),
  // Answers to the oldest frames; those sent after them are still on their way.
  fc.record({ what: fc.constant('receive' as const), frames: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ what: fc.constant('lose' as const) }),
);

test('[P3] [S1] whatever is lost, late or cut, a reader who follows the rules has every event that he may see, once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      let head = 0;
      let now = house.clock.now;
      let cursor = 0;
      const seen: number[] = [];
      let onTheWay: { frame: Frame; unanswered: Unanswered }[] = [];
      let pump = new Pump(admission, cursorOf(EPOCH, cursor), now);
      const source = { ...house.deps, log: { ...house.log, head: () => Promise.resolve(head) } };

      const connect = (): void => {
        onTheWay = [];
        pump = new Pump(admission, cursorOf(EPOCH, cursor), now);
      };
      const turn = async (): Promise<void> => {
        const from = pump.wants === undefined ? [] : [pump.wants];
        const read = await readTurn(source, TENANT, { from, sessions: [admission.session] }, now);
        for (const emission of pump.turn(read, now)) {
          if (emission.kind === 'frame') onTheWay.push(emission);
          else if (emission.kind === 'end' && emission.why === 'slow') connect();
          else assert.fail(`nobody asked for ${emission.kind}`);
        }
      };
      const receive = (count: number): void => {
        for (const { frame, unanswered } of onTheWay.splice(0, count)) {
          assert.equal(frame.from, cursor);
          seen.push(...frame.events.map(({ position }) => position));
          cursor = frame.to;
          pump.answered(unanswered);
        }
      };

      for (const one of steps) {
        if (one.what === 'commit') head = Math.min(LOGGED, head + one.events);
        else if (one.what === 'receive') receive(one.frames);
        else if (one.what === 'turn') {
          now += one.passed;
          await turn();
        } else connect();
      }
      head = LOGGED;
      connect();
      for (let i = 0; i < 3; i++) {
        now += SILENCE_MS;
        await turn();
        receive(4);
      }
      assert.equal(cursor, LOGGED);
      assert.deepEqual(seen, visible);
    }),
    { numRuns: 100 },
  );
});
