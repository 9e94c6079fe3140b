import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { PositionMessage, Tier } from '../../../server/contract/eta.ts';
import { Refusal } from '../../../server/contract/faults.ts';
import type { Caller } from '../../../server/tickets/caller.ts';
import { openPositions, TERM_MS, type Positions } from '../../../server/visits/positions.ts';
import { CALLERS } from '../../support/directory.ts';
import { openLogged, ticketId, type Logged } from '../../support/logged.ts';
import { TENANT } from '../../support/timeline.ts';

const { anna, elena, auditor, manager, olga, marat, rustam } = CALLERS;
/** Of latitude, in degrees × 10⁷, a little less than one. */
const METRE = 89;

let house: Logged;
let positions: Positions;
let told: PositionMessage[];
beforeEach(async () => {
  house = await openLogged();
  positions = openPositions(house.deps);
  told = [];
  positions.listen((_ticket, _directory, message) => void told.push(message));
});

/** The engineer's phone, so many metres north of the site. */
const locate = (metres: number, by: Caller = marat): Promise<void> =>
  positions.accept(by, {
    at: new Date(house.clock.now).toISOString(),
    latitude: 557_887_000 + metres * METRE,
    longitude: 491_221_000,
    accuracy: 5,
  });
const etaNow = async (ticket = 't1') =>
  positions.etaOf((await house.tickets.find(TENANT, ticketId(ticket)))!, house.kept.directory, house.clock.now);
const later = (ms: number): void => void (house.clock.now += ms);
async function onTheWay(ticket = 't1', engineer: Caller = marat): Promise<void> {
  await house.register(ticket);
  await house.assign(ticket, engineer.id);
  await house.depart(ticket, engineer.id);
}

describe('[L1] a position', () => {
  test('is told thinned, is readable until it is old, and never enters the log', async () => {
    await onTheWay();
    const head = await house.log.head(TENANT);
    await locate(2300);
    assert.deepEqual(told, [{ ticket: 't1', eta: await etaNow() }]);
    assert.deepEqual(told[0]?.eta, {
      tier: 'eta',
      asOf: '2026-01-12T09:02:00.000Z',
      distance: 2500,
      arrivesAt: '2026-01-12T09:09:00.000Z',
      source: 'great_circle',
      place: null,
    });
    assert.equal(await house.log.head(TENANT), head);
    later(TERM_MS);
    assert.ok(await etaNow());
    later(1);
    assert.equal(await etaNow(), null);
  });

  test('is told at most once a second; what came too soon follows, the newest alone', async () => {
    await onTheWay();
    await locate(2000);
    for (let i = 1; i <= 9; i++) {
      later(100);
      await locate(2000 - i);
    }
    await positions.tick();
    assert.equal(told.length, 1);
    later(100);
    await positions.tick();
    assert.equal(told.length, 2);
    assert.equal(told[1]?.eta?.asOf, '2026-01-12T09:02:00.900Z');
    later(1000);
    await positions.tick();
    assert.equal(told.length, 2);
  });

  test('goes to every ticket that he travels to, and to no other', async () => {
    await onTheWay('t1');
    await onTheWay('t2');
    await onTheWay('t3', rustam);
    await house.register('t4');
    await house.assign('t4', marat.id);
    await locate(1000);
    assert.deepEqual(told.map(({ ticket }) => ticket).toSorted(), ['t1', 't2']);
  });
});

describe('it stops by itself', () => {
  test('on arrival', async () => {
    await onTheWay();
    await locate(1000);
    await house.arrive('t1', marat.id);
    assert.equal(await etaNow(), null);
    await positions.tick();
    assert.deepEqual(told.at(-1), { ticket: 't1', eta: null });
    await positions.tick();
    later(60_000);
    await locate(0);
    assert.equal(told.length, 2);
  });

  test('after the term', async () => {
    await onTheWay();
    await locate(1000);
    later(TERM_MS + 1);
    await positions.tick();
    assert.deepEqual(told.at(-1), { ticket: 't1', eta: null });
  });

  test('where another engineer takes over', async () => {
    await onTheWay();
    await locate(1000);
    await house.assign('t1', olga.id);
    await positions.tick();
    assert.deepEqual(told.at(-1), { ticket: 't1', eta: null });
  });
});

describe('nothing is shown', () => {
  test('of an engineer without a recorded basis', async () => {
    await onTheWay('t1', rustam);
    await locate(1000, rustam);
    assert.equal(await etaNow(), null);
    assert.deepEqual(told, []);
  });

  test('with the tier none, also when the client sets it while he travels', async () => {
    const withTier = (tier: Tier): void => {
      const { directory } = house.kept;
      house.kept.directory = { ...directory, tenant: { ...directory.tenant, tier } };
    };
    await onTheWay();
    await locate(1000);
    assert.equal(told.at(-1)?.eta?.tier, 'eta');
    withTier('none');
    await positions.tick();
    assert.deepEqual(told.at(-1), { ticket: 't1', eta: null });
  });

  test('of where he was before he departed', async () => {
    await house.register('t1');
    await house.assign('t1', marat.id);
    await locate(9000);
    later(1000);
    await house.depart('t1', marat.id);
    assert.equal(await etaNow(), null);
    later(1000);
    await locate(8990);
    assert.equal((await etaNow())?.distance, 9000);
  });
});

describe('a position is taken', () => {
  test('from engineers alone', async () => {
    for (const caller of [anna, elena, auditor, manager, olga]) {
      await assert.rejects(locate(0, caller), (error) => error instanceof Refusal && error.code === 'forbidden');
    }
  });

  test('if it can be true; a leap is measured from the last one as long as that says anything', async () => {
    await onTheWay();
    await locate(0);
    later(1000);
    await assert.rejects(locate(50_000), (error) => error instanceof Refusal && error.code === 'refused');
    assert.equal((await etaNow())?.distance, 500);
    later(TERM_MS);
    await locate(100_000);
    assert.equal((await etaNow())?.distance, 100_000);
  });

  test('and an older one than the last is ignored', async () => {
    await onTheWay();
    await locate(1000);
    later(-5000);
    await locate(9000);
    later(5000);
    assert.equal((await etaNow())?.distance, 1000);
    assert.equal(told.length, 1);
  });
});
