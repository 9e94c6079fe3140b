import { assert } from '@open-wc/testing';
import { Session, type SessionTrouble } from '../../../widget/live/session.ts';
import { Pauses } from '../../../widget/live/time.ts';
import type { AskReason, GetToken } from '../../../widget/store/machinery.ts';
import { faultLike } from '../../../widget/live/request.ts';
import type { Outcome } from '../../../widget/store/actions.ts';
import type { SessionAnswer } from '../../../server/contract/feed.ts';
import { sessionAnswer } from '../../support/fake-server.ts';
import { ManualTime, settled } from '../../support/manual-time.ts';

const REFUSED = { fault: faultLike('unauthorized', 401, 'no') };
const SILENT = { fault: faultLike('unavailable', 0, 'no answer') };

/** A session whose tokens and exchanges the test gives. Sessions are named vs_1, vs_2 … */
function open(options: { getToken?: GetToken; exchange?: () => Outcome<SessionAnswer> | undefined } = {}) {
  const time = new ManualTime();
  const asked: AskReason[] = [];
  const exchanged: string[] = [];
  const troubles: SessionTrouble[] = [];
  const offsets: number[] = [];
  const session = new Session({
    getToken: (ask) => {
      asked.push(ask.reason);
      return options.getToken ? options.getToken(ask) : Promise.resolve(`token ${asked.length}`);
    },
    exchange: async (assertion) => {
      exchanged.push(assertion);
      return options.exchange?.() ?? { value: sessionAnswer(time.now(), { session: `vs_${exchanged.length}` }) };
    },
    opened: (_, offsetMs) => offsets.push(offsetMs),
    trouble: (trouble) => troubles.push(trouble),
    time,
    pauses: new Pauses(time),
  });
  return { session, time, asked, exchanged, troubles, offsets };
}

suite('a session', () => {
  test('[W12] is asked for once, however many need it', async () => {
    const { session, asked } = open();
    const bearers = await Promise.all(Array.from({ length: 1000 }, () => session.bearer()));
    assert.deepEqual([...new Set(bearers)], ['vs_1']);
    assert.deepEqual(asked, ['start']);
  });

  test('is renewed at a random 70 to 90 % of its life', async () => {
    for (const [luck, share] of [
      [0, 0.7],
      [0.5, 0.8],
      [1, 0.9],
    ] as const) {
      const { session, time, asked } = open();
      time.luck = luck;
      await session.bearer();
      await time.pass(600_000 * share - 1);
      assert.deepEqual(asked, ['start']);
      await time.pass(1);
      assert.deepEqual(asked, ['start', 'refresh']);
      assert.equal(await session.bearer(), 'vs_2');
    }
  });

  test('stays usable while it is renewed', async () => {
    const { session } = open({
      getToken: ({ reason }) => (reason === 'start' ? Promise.resolve('first') : new Promise(() => {})),
    });
    await session.bearer();
    void session.renew('refresh');
    assert.equal(await session.bearer(), 'vs_1');
  });

  test('that the server refuses is replaced, once for all who were refused', async () => {
    const { session, asked } = open();
    await session.bearer();
    const bearers = await Promise.all([session.bearer('vs_1'), session.bearer('vs_1'), session.bearer('vs_1')]);
    assert.deepEqual(bearers, ['vs_2', 'vs_2', 'vs_2']);
    assert.deepEqual(asked, ['start', 'refused']);
    assert.equal(await session.bearer('vs_1'), 'vs_2');
  });

  test('tells how far the server’s clock is from the local one', async () => {
    const time = new ManualTime();
    const { session, offsets } = open({ exchange: () => ({ value: sessionAnswer(time.now() + 3 * 86_400_000) }) });
    await session.bearer();
    assert.deepEqual(offsets, [3 * 86_400_000]);
  });

  test('whose assertion is refused asks once more, then ends until somebody asks again', async () => {
    let refusing = true;
    const { session, time, asked, troubles } = open({ exchange: () => (refusing ? REFUSED : undefined) });
    assert.isUndefined(await session.bearer());
    assert.deepEqual(asked, ['start', 'refused']);
    assert.deepEqual(
      troubles.map(({ code }) => code),
      ['assertion_refused'],
    );
    assert.isUndefined(await session.bearer());
    await time.pass(3_600_000);
    assert.lengthOf(asked, 2);

    refusing = false;
    assert.equal(await session.retry(), 'vs_3');
  });

  test('[S4] is tried again with full jitter while the server does not answer', async () => {
    const { session, time, exchanged } = open({ exchange: () => SILENT });
    time.luck = 1;
    void session.bearer();
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) {
      await settled();
      waits.push(time.waits[0]!);
      await time.pass(time.waits[0]!);
    }
    assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
    assert.lengthOf(exchanged, 9);
  });
});

suite('[W12] a token', () => {
  const bad: readonly [string, GetToken][] = [
    ['that is thrown at', () => Promise.reject(new Error('signed out'))],
    [
      'that is thrown at, at once,',
      () => {
        throw new Error('signed out');
      },
    ],
    ['that is empty', () => Promise.resolve('  ')],
    ['of 1 MB', () => Promise.resolve('a'.repeat(1_000_000))],
    ['that is no string', () => Promise.resolve(undefined as unknown as string)],
  ];
  for (const [what, getToken] of bad) {
    test(`${what} never leaves the page and is asked for again later`, async () => {
      const { session, time, asked, exchanged, troubles } = open({ getToken });
      void session.bearer();
      await settled();
      assert.equal(troubles[0]?.code, 'token_failed');
      assert.lengthOf(asked, 1);
      assert.deepEqual(time.waits, [250]);
      await time.pass(250);
      assert.lengthOf(asked, 2);
      assert.lengthOf(exchanged, 0);
      session.close();
    });
  }

  test('that never comes is given up after 15 s, and its maker told by the signal', async () => {
    let signal: AbortSignal | undefined;
    const { session, time, troubles } = open({
      getToken: (ask) => {
        signal = ask.signal;
        return new Promise(() => {});
      },
    });
    void session.bearer();
    await time.pass(14_999);
    assert.isEmpty(troubles);
    await time.pass(1);
    assert.equal(troubles[0]?.code, 'token_failed');
    assert.isTrue(signal?.aborted);
  });
});

test('[W13] a closed session leaves no timer and asks for nothing', async () => {
  const { session, time, asked } = open();
  await session.bearer();
  session.close();
  assert.deepEqual(time.waits, []);
  assert.isUndefined(await session.bearer());
  assert.lengthOf(asked, 1);

  const hanging = open({ getToken: () => new Promise(() => {}) });
  const bearer = hanging.session.bearer();
  hanging.session.close();
  assert.isUndefined(await bearer);
  assert.deepEqual(hanging.time.waits, []);
  assert.isEmpty(hanging.troubles);
});
