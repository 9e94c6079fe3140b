import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACTS, allowsAct, isActOf, type ActName } from '../../server/contract/acts.ts';
import { Refusal } from '../../server/contract/faults.ts';
import { replay, STAGES } from '../../server/contract/ticket.ts';
import { decide } from '../../server/tickets/decide.ts';
import { CALLERS, DIRECTORY } from '../support/directory.ts';
import { given, NOW, types } from '../support/given.ts';
import { assigned, registered, START, timeline } from '../support/timeline.ts';

const { anna, manager, olga, marat } = CALLERS;

const accepted = { type: 'accepted' } as const;
const arrived = { type: 'arrived', inside: true, reason: null } as const;
const window = { from: '2026-01-12T11:00:00.000Z', to: '2026-01-12T13:00:00.000Z' } as const;
const proposed = { type: 'visit_proposed', visit: 'visit-3', ...window } as const;
const agreed = { type: 'visit_agreed', visit: 'visit-3', by: null, channel: 'widget' } as const;
const denied = { type: 'access_denied', reason: 'Closed', call: '+7 900', files: [] } as const;
const noAccess = { type: 'paused', pause: 'pause-5', reason: 'no_access', evidence: null } as const;

describe('the table of commands', () => {
  test('a stage that a command is not for refuses it with what it allows instead', () => {
    const ticket = replay(timeline(registered, accepted))!;
    const accept = () =>
      decide({ command: 'accept' } as never, ticket, { caller: olga, directory: DIRECTORY, now: NOW });
    assert.throws(
      accept,
      (error) => error instanceof Refusal && error.code === 'stage' && error.details.stage === 'accepted',
    );
  });

  test('an auditor has no command in any stage', () => {
    for (const act of Object.keys(ACTS) as ActName[]) {
      assert.equal(isActOf(act, 'auditor'), false, act);
      for (const stage of STAGES) assert.equal(allowsAct(act, 'auditor', stage), false, act);
    }
  });

  test('a closed ticket takes only corrections, claims, a rating, and what is still to be settled of its cost', () => {
    const roles = ['employee', 'approver', 'contract_manager', 'dispatcher', 'engineer', 'integration'] as const;
    const left = (Object.keys(ACTS) as ActName[]).filter((act) => roles.some((role) => allowsAct(act, role, 'closed')));
    const claims = ['pause', 'exclusion'].flatMap((what) =>
      ['accept', 'contest', 'settle'].map((act) => `${act}-${what}`),
    );
    const costs = ['approve', 'dispute', 'revise', 'remove'].map((act) => `${act}-cost`);
    assert.deepEqual(left.toSorted(), [...claims, ...costs, 'claim-exclusion', 'correct', 'rate'].toSorted());
  });
});

describe('assigning', () => {
  test('a registered ticket that is assigned is accepted with it', () => {
    assert.deepEqual(types(given().when(olga, 'assign', { engineer: 'marat' })), ['accepted', 'assigned']);
    assert.deepEqual(types(given(accepted).when(olga, 'assign', { engineer: 'marat' })), ['assigned']);
  });

  test('only an engineer of this client is assigned, and not twice', () => {
    given().refuses(olga, 'assign', { engineer: 'olga' }, '/engineer');
    given().refuses(olga, 'assign', { engineer: 'nobody' }, '/engineer');
    given(accepted, assigned).refuses(olga, 'assign', { engineer: 'marat' }, '/engineer');
  });

  test('an engineer without a recorded basis is shown by his initials', () => {
    const [, fact] = given().when(olga, 'assign', { engineer: 'rustam' });
    assert.deepEqual(fact, { type: 'assigned', engineer: 'rustam', profile: { name: 'R. A.' } });
  });
});

describe('visits', () => {
  test('a window lies ahead and ends after it begins', () => {
    given(accepted).refuses(olga, 'propose-visit', { from: window.to, to: window.from }, '/to');
    given(accepted).refuses(olga, 'propose-visit', { from: '2026-01-01T11:00:00Z', to: '2026-01-01T13:00:00Z' }, '/to');
  });

  test('a window that was agreed by telephone is agreed at once, and says by whom', () => {
    const facts = given(accepted).when(olga, 'propose-visit', {
      ...window,
      agreed: { by: 'Anna', channel: 'telephone' },
    });
    assert.deepEqual(types(facts), ['visit_proposed', 'visit_agreed']);
  });

  test('only a proposed visit is agreed', () => {
    given(accepted, proposed, agreed).refuses(anna, 'agree-visit', { visit: 'visit-3' }, '/visit');
    given(accepted).refuses(anna, 'agree-visit', { visit: 'visit-9' }, '/visit');
  });

  test('of a position only "inside, yes or no" is kept; outside needs a reason', () => {
    const here = { latitude: 557_887_000, longitude: 491_221_000 };
    const far = { latitude: 557_987_000, longitude: 491_221_000 };
    assert.deepEqual(given(accepted, assigned).when(marat, 'arrive', { position: here }), [
      { type: 'arrived', inside: true, reason: null },
    ]);
    given(accepted, assigned).refuses(marat, 'arrive', { position: far }, '/reason');
    assert.deepEqual(given(accepted, assigned).when(marat, 'arrive', { position: far, reason: 'Back gate' }), [
      { type: 'arrived', inside: false, reason: 'Back gate' },
    ]);
  });

  test('refused access pauses, and the pause ends when the engineer sets out again within the next window', () => {
    const paused = given(accepted, assigned, arrived).when(marat, 'report-no-access', {
      reason: 'Closed',
      call: '+7 900',
    });
    assert.deepEqual(types(paused), ['access_denied', 'paused']);
    const again = given(accepted, assigned, arrived, denied, noAccess).decided(marat, 'depart', {});
    assert.deepEqual(
      again.map(({ fact, effectiveAt }) => [fact.type, effectiveAt]),
      [
        ['departed', undefined],
        ['resumed', undefined],
      ],
    );
  });

  test('"or the next agreed window begins": the pause ended there, however late that is said, and by whom', () => {
    const from = new Date(START + 30 * 60_000).toISOString();
    const next = [
      { ...proposed, visit: 'visit-6', from },
      { ...agreed, visit: 'visit-6' },
    ];
    const late = given(accepted, assigned, arrived, denied, noAccess, ...next);
    for (const [by, command, body] of [
      [marat, 'depart', {}],
      [olga, 'resume', { pause: 'pause-5' }],
      [olga, 'decline', { reason: 'Not ours' }],
    ] as const) {
      const { fact, effectiveAt } = late.decided(by, command, body).at(-1)!;
      assert.deepEqual([fact.type, effectiveAt], ['resumed', from]);
    }
  });

  test('access is allowed only where somebody waits for it', () => {
    given(accepted).refuses(anna, 'allow-access', {}, '');
    const facts = given(accepted, assigned, arrived, denied, noAccess).when(anna, 'allow-access', {});
    assert.deepEqual(types(facts), ['access_allowed']);
  });
});

describe('questions and pauses', () => {
  const asked = { type: 'asked', question: 'question-2', text: 'Which model?' } as const;
  const waiting = { type: 'paused', pause: 'pause-3', reason: 'info_insufficient', evidence: null } as const;

  test('the answer ends the pause that waited for it', () => {
    assert.deepEqual(types(given(asked, waiting).when(anna, 'answer', { question: 'question-2', text: 'PX-1' })), [
      'answered',
      'resumed',
    ]);
    assert.deepEqual(types(given(asked).when(anna, 'answer', { question: 'question-2', text: 'PX-1' })), ['answered']);
  });

  test('with another question open the pause goes on', () => {
    const second = { ...asked, question: 'question-4' };
    assert.deepEqual(
      types(given(asked, waiting, second).when(anna, 'answer', { question: 'question-2', text: 'PX-1' })),
      ['answered'],
    );
  });

  test('a question is answered once', () => {
    const answered = { type: 'answered', question: 'question-2', text: 'PX-1' } as const;
    given(asked, answered).refuses(anna, 'answer', { question: 'question-2', text: 'PX-2' }, '/question');
  });

  test('a pause begins earlier only with evidence and only inside the ticket’s life', () => {
    const from = new Date(START + 60_000).toISOString();
    given(accepted).refuses(olga, 'pause', { reason: 'parts', from }, '/evidence');
    given(accepted).refuses(
      olga,
      'pause',
      { reason: 'parts', from: new Date(START - 1).toISOString(), evidence: 'Order' },
      '/from',
    );
    given(accepted).refuses(
      olga,
      'pause',
      { reason: 'parts', from: new Date(NOW + 1).toISOString(), evidence: 'Order' },
      '/from',
    );
    assert.equal(
      given(accepted).decided(olga, 'pause', { reason: 'parts', from, evidence: 'Order' })[0]!.effectiveAt,
      from,
    );
  });

  test('"question asked": a pause for the client’s answer stands on an open question and begins no earlier', () => {
    given(accepted).refuses(olga, 'pause', { reason: 'info_insufficient' }, '/reason');
    const answered = { type: 'answered', question: 'question-2', text: 'PX-1' } as const;
    given(asked, answered).refuses(olga, 'pause', { reason: 'info_insufficient' }, '/reason');
    const from = new Date(START + 1).toISOString();
    given(asked).refuses(olga, 'pause', { reason: 'info_insufficient', from, evidence: 'Call' }, '/from');
    assert.deepEqual(types(given(asked).when(olga, 'pause', { reason: 'info_insufficient' })), ['paused']);
  });

  test('"cut at each stop": what ends the work ends every pause', () => {
    const parts = { ...waiting, pause: 'pause-4', reason: 'parts' } as const;
    const open = given(accepted, asked, waiting, parts);
    for (const [by, command, body] of [
      [marat, 'resolve', { summary: 'Replaced' }],
      [olga, 'decline', { reason: 'Not ours' }],
      [anna, 'cancel', { reason: 'It works again' }],
    ] as const)
      assert.deepEqual(types(open.when(by, command, body)).slice(1), ['resumed', 'resumed']);
  });

  test('a ticket is paused once for a reason, and resumed once', () => {
    given(waiting).refuses(olga, 'pause', { reason: 'info_insufficient' }, '/reason');
    given(waiting, { type: 'resumed', pause: 'pause-3' }).refuses(olga, 'resume', { pause: 'pause-3' }, '/pause');
  });

  test('nobody judges his own case: the provider withdraws, the client accepts', () => {
    const contested = [waiting, { type: 'pause_contested', pause: 'pause-3', reason: 'We answered' }] as const;
    given(...contested).refuses(olga, 'settle-pause', { pause: 'pause-3', outcome: 'upheld' }, '/outcome');
    given(...contested).refuses(manager, 'settle-pause', { pause: 'pause-3', outcome: 'rejected' }, '/outcome');
    assert.deepEqual(types(given(...contested).when(olga, 'settle-pause', { pause: 'pause-3', outcome: 'rejected' })), [
      'pause_settled',
    ]);
    assert.deepEqual(
      types(given(...contested).when(manager, 'settle-pause', { pause: 'pause-3', outcome: 'upheld' })),
      ['pause_settled'],
    );
  });
});
