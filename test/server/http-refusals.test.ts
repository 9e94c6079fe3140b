import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readIdempotencyKey } from '../../server/routes/idempotency-key.ts';
import { isProblem, openEchoEdge, SECRET, type EchoEdge } from '../support/echo-edge.ts';
import { jsonOf } from '../support/open-edge.ts';

let edge: EchoEdge;
before(async () => {
  edge = await openEchoEdge();
});
after(() => edge.close());

describe('[H9] a field is named when it is wrong', () => {
  test('one that nobody knows before all others', async () => {
    isProblem(await edge.echo('{"text":1,"status":"closed"}'), 400, 'unknown_field', { pointer: '/status' });
    isProblem(await edge.echo('{"lines":[{"code":"a"},{"code":"b","cost":1}]}'), 400, 'unknown_field', {
      pointer: '/lines/1/cost',
    });
  });
  test('by a JSON pointer', async () => {
    isProblem(await edge.echo('{"text":1}'), 400, 'invalid', { pointer: '/text' });
    isProblem(await edge.echo('{"lines":[{}]}'), 400, 'invalid', { pointer: '/lines/0/code' });
    isProblem(await edge.echo('{"a/b":1}'), 400, 'invalid', { pointer: '/a~1b' });
  });
  test('an id in the address that cannot be one is unknown', async () =>
    isProblem(await edge.post(`/v1/echo/${'a'.repeat(11)}`, {}, edge.signedIn), 404, 'not_found'));
});

describe('[H11] a query holds what the list knows', () => {
  for (const query of [
    'sort=created_at;DROP TABLE',
    "filter[$.a') OR 1=1--]=x",
    'limit=1e9',
    'limit=-1',
    'cursor=%00',
    '__proto__[x]=1',
    'sort=newest&sort=newest',
  ])
    test(query, async () => {
      const answer = await edge.ask('GET', `/v1/list?${encodeURI(query).replaceAll('%25', '%')}`, edge.signedIn);
      assert.equal(answer.status, 400, answer.text);
    });
  test('and then it is read', async () =>
    assert.deepEqual(jsonOf(await edge.ask('GET', '/v1/list?sort=newest&limit=20', edge.signedIn)), {
      sort: 'newest',
      limit: '20',
    }));
});

describe('[H18] the key of a command', () => {
  for (const [name, header] of [
    ['none', undefined],
    ['empty', ''],
    ['256 characters', 'k'.repeat(256)],
    ['a control character', 'a\u0007b'],
    ['a tab', 'a\tb'],
    ['a space', 'a b'],
    ['Cyrillic', 'ключ'],
  ] as const)
    test(`${name} is refused`, () =>
      assert.throws(() => readIdempotencyKey(header), { name: 'Refusal', code: 'invalid' }));
  test('of 255 visible characters is taken as it is', () => {
    for (const key of ['k', 'k'.repeat(255), '!~"{}']) assert.equal(readIdempotencyKey(key), key);
  });
});

describe('[H23] an error of the server tells nothing and ends nothing', () => {
  for (const path of ['/v1/broken', '/v1/broken-later'])
    test(path, async () => {
      const answer = await edge.ask('GET', path, edge.signedIn);
      isProblem(answer, 500, 'internal');
      assert.doesNotMatch(answer.text, /select|srv|\.ts|Error/);
      const told = edge.incidents.find((incident) => incident.instance === jsonOf(answer)['instance']);
      assert.equal(told?.error instanceof Error && told.error.message, SECRET);
      assert.equal((await edge.ask('GET', '/healthz')).status, 200);
    });

  test('a refusal that passes says when to come back', async () => {
    const answer = await edge.ask('GET', '/v1/busy', edge.signedIn);
    isProblem(answer, 503, 'busy', { retryAfterMs: 1500 });
    assert.equal(answer.headers['retry-after'], '2');
  });
});
