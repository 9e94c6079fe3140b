import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Refusal } from '../../server/contract/faults.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import { replay } from '../../server/contract/ticket.ts';
import { forgetKeysBefore } from '../../server/store/command-keys.ts';
import { openHandle } from '../../server/tickets/handle.ts';
import { CALLERS, DIRECTORY } from '../support/directory.ts';
import { openCore, REPORT } from '../support/open-core.ts';
import { START, TENANT } from '../support/timeline.ts';

const { anna, boris, vera, olga, marat, auditor } = CALLERS;
const NOWHERE = '018f0000-0000-7000-8000-00000000ffff' as TicketId;

describe('handle', () => {
  test('[W3] the server sets time and author', async () => {
    const { report, clock } = await openCore();
    clock.now = START + 5;
    const { events } = await report(anna);
    assert.equal(events[0]!.at, new Date(START + 5).toISOString());
    assert.deepEqual(events[0]!.actor, { kind: 'person', id: 'anna', role: 'employee', name: 'anna' });
  });

  test('[W2] the same key is carried out once and answered alike', async () => {
    const { report, log } = await openCore();
    const first = await report(anna, REPORT, { key: 'k' });
    const again = await report(anna, REPORT, { key: 'k' });
    assert.deepEqual(again.events, first.events);
    assert.deepEqual([first.replayed, again.replayed], [false, true]);
    assert.equal(await log.head(TENANT), 1);
  });

  test('[W2] the same key with other content is refused', async () => {
    const { report, log } = await openCore();
    await report(anna, REPORT, { key: 'k' });
    await assert.rejects(report(anna, { ...REPORT, text: 'Something else' }, { key: 'k' }), { code: 'key_reused' });
    assert.equal(await log.head(TENANT), 1);
  });

  test('[H18] the same key fifty times at once makes exactly one ticket', async () => {
    const { report, log } = await openCore();
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => report(anna, REPORT, { key: 'k' })));
    const refused = outcomes
      .filter((one) => one.status === 'rejected')
      .map((one) => (one.reason as { code: string }).code);
    assert.equal(await log.head(TENANT), 1);
    assert.ok(refused.every((code) => code === 'in_flight'));
    assert.equal(refused.length, 49);
  });

  test('[H18] a key is its caller’s and its route’s own', async () => {
    const { report, log } = await openCore();
    await report(anna, REPORT, { key: 'k' });
    await report(boris, REPORT, { key: 'k' });
    await report(anna, REPORT, { key: 'k', route: 'POST /v1/elsewhere' }).catch(() => undefined);
    assert.equal(await log.head(TENANT), 2);
  });

  test('[H18] a registration repeated after its key was forgotten finds the ticket that it made', async () => {
    let directory = DIRECTORY;
    const { report, log, db } = await openCore({ findDirectory: () => Promise.resolve(directory) });
    const first = await report(anna, REPORT, { key: 'k' });
    await forgetKeysBefore(db, START + 1);
    // Whatever would be said of it today.
    directory = { ...DIRECTORY, categories: new Map() };
    for (let time = 1; time <= 2; time++) {
      const again = await report(anna, REPORT, { key: 'k' });
      assert.deepEqual([again.ticket.id, again.status, again.replayed], [first.ticket.id, 201, true]);
    }
    assert.equal(await log.head(TENANT), 1);
  });

  test('[W2] a refusal is answered alike, also when the ticket has moved on', async () => {
    const { report, send } = await openCore();
    const { ticket } = await report(anna);
    const early = () => send(marat, ticket.id, 'depart', {}, { key: 'k' });
    await send(olga, ticket.id, 'assign', { engineer: 'marat' });
    await send(marat, ticket.id, 'arrive', {});
    await assert.rejects(early(), { code: 'stage' });
    await send(marat, ticket.id, 'end-visit', { outcome: 'continue' });
    await assert.rejects(early(), { code: 'stage' });
  });

  test('[W4] two who saw the same ticket: the second is decided again on what it has become', async () => {
    const { report, send, tickets } = await openCore();
    const { ticket } = await report(anna);
    const outcomes = await Promise.allSettled([
      send(olga, ticket.id, 'accept', {}),
      send(olga, ticket.id, 'accept', {}, { key: 'other' }),
    ]);
    assert.deepEqual(outcomes.map((one) => one.status).toSorted(), ['fulfilled', 'rejected']);
    assert.equal((await tickets.find(TENANT, ticket.id))!.seq, 2);
  });

  test('[W4] forty comments at once all find their place: on one server they wait for each other', async () => {
    const core = await openCore();
    const { ticket } = await core.report(anna);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) => core.send(anna, ticket.id, 'comment', { text: `${index}` })),
    );
    assert.ok(outcomes.every((one) => one.status === 'fulfilled'));
    assert.equal((await core.tickets.find(TENANT, ticket.id))!.seq, 41);
  });

  test('[W4] overtaken by other servers it is decided again, three times at most, and then told to come back', async () => {
    const core = await openCore();
    const { ticket } = await core.report(anna);
    const servers = Array.from({ length: 8 }, () => openHandle(core.deps));
    const outcomes = await Promise.allSettled(
      servers.map((handle, index) =>
        handle({
          caller: anna,
          command: { command: 'comment', text: `${index}`, files: [] },
          ticket: ticket.id,
          route: 'comment',
          key: `key-${index}`,
          fingerprint: `${index}`,
        }),
      ),
    );
    const written = outcomes.filter((one) => one.status === 'fulfilled').length;
    assert.ok(written >= 3 && written < 8, `${written} were written`);
    for (const one of outcomes) if (one.status === 'rejected') assert.equal((one.reason as Refusal).code, 'busy');
    assert.equal((await core.tickets.find(TENANT, ticket.id))!.seq, 1 + written);
  });

  test('[W4] [H27] with If-Match an overtaken command is refused instead', async () => {
    const { report, send } = await openCore();
    const { ticket } = await report(anna);
    await send(olga, ticket.id, 'assign', { engineer: 'marat' }, { ifMatch: 1 });
    await assert.rejects(send(olga, ticket.id, 'assign', { engineer: 'rustam' }, { ifMatch: 1 }), { code: 'changed' });
  });

  test('[W5] not there and not yours are one answer', async () => {
    const { report, send } = await openCore();
    const { ticket } = await report(anna);
    const foreign = await send(vera, ticket.id, 'comment', { text: 'Let me in' }).catch((error: unknown) => error);
    const absent = await send(vera, NOWHERE, 'comment', { text: 'Let me in' }).catch((error: unknown) => error);
    assert.deepEqual({ ...(foreign as object) }, { ...(absent as object) });
    assert.equal((foreign as Error).message, (absent as Error).message);
  });

  test('[H10] who sees a ticket and may not act on it is told so, and nothing is written', async () => {
    const { report, send, log } = await openCore();
    const { ticket } = await report(anna);
    await assert.rejects(send(anna, ticket.id, 'assign', { engineer: 'marat' }), { code: 'forbidden' });
    await assert.rejects(send(auditor, ticket.id, 'comment', { text: 'Hm' }), { code: 'forbidden' });
    assert.equal(await log.head(TENANT), 1);
  });

  test('a command that the stage does not allow is refused with the stage and what it allows', async () => {
    const { report, send } = await openCore();
    const { ticket } = await report(anna);
    const refusal = (await send(olga, ticket.id, 'end-visit' as never, { outcome: 'continue' } as never).catch(
      (error: unknown) => error,
    )) as { code: string };
    assert.equal(refusal.code, 'forbidden');
    const stage = (await send(olga, ticket.id, 'propose-visit', {
      from: '2026-01-12T11:00:00Z',
      to: '2026-01-12T13:00:00Z',
    }).catch((error: unknown) => error)) as {
      code: string;
      details: { stage: string; allowed: string[] };
    };
    assert.equal(stage.code, 'stage');
    assert.equal(stage.details.stage, 'registered');
    assert.ok(stage.details.allowed.includes('accept') && !stage.details.allowed.includes('propose-visit'));
  });

  test('[E2] positions and seqs are 1, 2, 3 … and numbers are given without gaps', async () => {
    const core = await openCore();
    const made = await Promise.all(Array.from({ length: 20 }, () => core.report(anna)));
    await Promise.all(made.map(({ ticket }) => core.send(olga, ticket.id, 'assign', { engineer: 'marat' })));
    const events = await core.log.after(TENANT, 0, 1000);
    assert.deepEqual(
      events.map((event) => event.position),
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    assert.deepEqual(
      made.map(({ ticket }) => ticket.number).toSorted((a, b) => a - b),
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    for (const { ticket } of made) {
      assert.deepEqual(
        (await core.log.ofTicket(TENANT, ticket.id)).map((event) => event.seq),
        [1, 2, 3],
      );
    }
  });

  test('the kept fold of a ticket is the fold of its timeline', async () => {
    const core = await openCore();
    const { ticket } = await core.report(anna);
    await core.send(olga, ticket.id, 'assign', { engineer: 'marat' });
    await core.send(marat, ticket.id, 'depart', {});
    assert.deepEqual(await core.tickets.find(TENANT, ticket.id), replay(await core.log.ofTicket(TENANT, ticket.id)));
  });

  test('[A10] a clock that was set back does not turn the timeline around', async () => {
    const { report, send, clock } = await openCore();
    const { ticket } = await report(anna);
    clock.now = START - 3_600_000;
    const { events } = await send(olga, ticket.id, 'accept', {});
    assert.equal(events[0]!.at, new Date(START).toISOString());
  });

  test('[P1] a commit pokes with the new head, a refusal does not', async () => {
    const { report, send, pokes } = await openCore();
    const { ticket } = await report(anna);
    await send(olga, ticket.id, 'assign', { engineer: 'marat' });
    await send(olga, ticket.id, 'accept', {}).catch(() => undefined);
    assert.deepEqual(pokes, [1, 3]);
  });
});

describe('the log', () => {
  test('[E1] [L8] events are neither changed nor deleted', async () => {
    const { report, db } = await openCore();
    await report(anna);
    await assert.rejects(
      db
        .updateTable('event')
        .set({ seq: 2 } as never)
        .execute(),
      /never changed/,
    );
    await assert.rejects(db.deleteFrom('event').execute(), /never deleted/);
  });
});
