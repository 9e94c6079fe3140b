import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../../server/contract/faults.ts';
import type { Policy, Target } from '../../../server/contract/sla.ts';
import { findNorm } from '../../../server/sla/norm.ts';
import { promiseFor } from '../../../server/sla/promise.ts';
import { durationMs, targetMs } from '../../../server/sla/target.ts';

describe('a duration', () => {
  const cases: readonly [string, number | undefined][] = [
    ['PT15M', 900_000],
    ['PT2H', 7_200_000],
    ['PT1H30M15S', 5_415_000],
    ['P2D', 172_800_000],
    ['P30D', 2_592_000_000],
    ['P1W', 604_800_000],
    ['P1DT12H', 129_600_000],
    ['PT0S', 0],
    ['P', undefined],
    ['PT', undefined],
    ['P1DT', undefined],
    ['P1M', undefined],
    ['P1Y', undefined],
    ['-PT1H', undefined],
    ['PT1.5H', undefined],
    ['2H', undefined],
    ['pt2h', undefined],
    ['PT2H ', undefined],
    ['', undefined],
  ];
  for (const [text, ms] of cases) {
    test(`"${text}" ${ms === undefined ? 'is none' : `is ${ms} ms`}`, () => assert.equal(durationMs(text), ms));
  }
});

describe('a target', () => {
  const refused = (target: Target, pointer: string, sentence: RegExp) =>
    assert.throws(
      () => targetMs(target, '/norms/0/reaction'),
      (error: unknown) =>
        error instanceof Refusal &&
        error.code === 'refused' &&
        error.details.pointer === pointer &&
        sentence.test(error.message),
    );

  test('of elapsed time runs around the clock', () => assert.equal(targetMs({ elapsed: 'PT2H' }), 7_200_000));
  test('of working time is refused with what to write instead', () => {
    refused({ working: 'PT2H' }, '/norms/0/reaction/working', /business calendars are not available yet/);
    refused({ workingDays: 2 }, '/norms/0/reaction/workingDays', /business calendars are not available yet/);
  });
  test('that is no duration is refused by its name', () =>
    refused({ elapsed: 'two hours' }, '/norms/0/reaction/elapsed', /"two hours" is no ISO 8601 duration/));
  test('"a due date more than ten years away is refused when it is saved"', () => {
    refused({ elapsed: 'P3653D' }, '/norms/0/reaction/elapsed', /ten years/);
    assert.equal(targetMs({ elapsed: 'P3652D' }), 3652 * 86_400_000);
  });
});

const policy: Policy = {
  id: 'main',
  version: 1,
  norms: [
    { category: '*', priority: '*', resolution: { elapsed: 'P30D' } },
    { category: '*', priority: 'p1', reaction: { elapsed: 'PT15M' }, resolution: { elapsed: 'PT2H' } },
    { category: 'furniture', priority: '*', resolution: { elapsed: 'P20D' } },
    { category: 'till', priority: 'p1', reaction: { elapsed: 'PT5M' }, arrival: { elapsed: 'PT1H' } },
  ],
  reactionStops: ['accepted'],
  pauses: { reaction: [], resolution: [], arrival: [] },
};

describe('a norm', () => {
  const found = (category: string, priority: string) => policy.norms.indexOf(findNorm(policy, { category, priority })!);

  test('that names category and priority wins', () => assert.equal(found('till', 'p1'), 3));
  test('of the category holds for its priorities without one', () => assert.equal(found('furniture', 'p1'), 2));
  test('of the priority holds for the other categories', () => assert.equal(found('plumbing', 'p1'), 1));
  test('for everything holds where no other does', () => assert.equal(found('till', 'p3'), 0));
  test('is undefined where the contract promises nothing', () =>
    assert.equal(findNorm({ ...policy, norms: [] }, { category: 'till', priority: 'p1' }), undefined));
});

describe('a promise', () => {
  const at = Date.parse('2026-03-02T09:00:00.000Z');

  test('names each clock of the norm with its due time', () => {
    assert.deepEqual(promiseFor(policy, { category: 'till', priority: 'p1' }, at), [
      { kind: 'reaction', target: { elapsed: 'PT5M' }, dueAt: '2026-03-02T09:05:00.000Z' },
      { kind: 'arrival', target: { elapsed: 'PT1H' }, dueAt: '2026-03-02T10:00:00.000Z' },
    ]);
  });
  test('is empty where the contract promises nothing', () =>
    assert.deepEqual(promiseFor({ ...policy, norms: [] }, { category: 'till', priority: 'p1' }, at), []));
});
