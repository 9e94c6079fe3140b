import { assert, waitUntil } from '@open-wc/testing';
import type { Fault } from '../../../server/contract/faults.ts';
import { Gateway } from '../../../widget/live/gateway.ts';
import { createKey } from '../../../widget/live/create-key.ts';
import { Pauses } from '../../../widget/live/time.ts';
import { FakeServer, json, problem, SERVER, silence } from '../../support/fake-server.ts';
import { ManualTime, settled } from '../../support/manual-time.ts';

const COMMENT = 'POST /v1/tickets/t1/comment';
const PATH = '/v1/tickets/t1/comment';

const until = (holds: () => boolean): Promise<void> => waitUntil(holds, undefined, { interval: 1 });

function open(sessions: readonly (string | undefined)[] = ['vs_1']) {
  const time = new ManualTime();
  const server = new FakeServer();
  const given = [...sessions];
  const refused: (string | undefined)[] = [];
  const gateway = new Gateway({
    server: SERVER,
    fetch: server.fetch,
    time,
    pauses: new Pauses(time),
    bearer: async (old) => {
      refused.push(old);
      return given.length > 1 ? given.shift() : given[0];
    },
    heard: () => {},
  });
  return { gateway, server, time, refused };
}

suite('the gateway', () => {
  test('[W2] sends one key over all tries of a command', async () => {
    const { gateway, server, time } = open();
    const answers = [silence, () => problem('in_flight'), () => problem('unavailable'), () => json({ events: [] })];
    server.on(COMMENT, () => answers.shift()!());
    const key = createKey();
    const waiting: Fault[] = [];
    const done = gateway.ask('POST', PATH, { body: { text: 'hi' }, key, waiting: (fault) => waiting.push(fault) });
    for (const wait of [250, 500, 1000]) {
      await until(() => time.waits[0] === wait);
      await time.pass(wait);
    }
    assert.deepEqual((await done).value, { events: [] });
    assert.deepEqual(
      server.asked.map(({ headers }) => headers.get('Idempotency-Key')),
      [key, key, key, key],
    );
    assert.deepEqual(
      waiting.map(({ code }) => code),
      ['unavailable', 'in_flight', 'unavailable'],
    );
  });

  for (const code of [
    'invalid',
    'forbidden',
    'not_found',
    'stage',
    'changed',
    'key_reused',
    'refused',
    'internal',
    'storage_full',
  ] as const) {
    test(`hands on ${code} and never tries again`, async () => {
      const { gateway, server, time } = open();
      server.on(COMMENT, () => problem(code, { pointer: '/text', detail: 'why' }));
      const { fault } = await gateway.ask('POST', PATH, { body: { text: '' }, key: 'k' });
      assert.include(fault, { code, pointer: '/text', detail: 'why' });
      await time.pass(60_000);
      assert.lengthOf(server.asked, 1);
      assert.isEmpty(time.waits);
    });
  }

  test('waits as long as the server says', async () => {
    const { gateway, server, time } = open();
    server.on(COMMENT, () => problem('too_many', { retryAfterMs: 7000 }));
    void gateway.ask('POST', PATH, { body: {}, key: 'k' });
    await until(() => time.waits[0] === 7000);
  });

  test('gives up a question after its tries', async () => {
    const { gateway, time, server } = open();
    const done = gateway.ask('GET', '/v1/tickets/t1', { tries: 3 });
    await time.pass(60_000);
    assert.equal((await done).fault?.code, 'unavailable');
    assert.lengthOf(server.asked, 3);
  });

  test('gives up an answer that takes longer than 15 s', async () => {
    const { gateway, server, time } = open();
    server.on('GET /v1/portal', ({ signal }) => new Promise((_, reject) => signal?.addEventListener('abort', reject)));
    const done = gateway.ask('GET', '/v1/portal', { tries: 1 });
    await time.pass(15_000);
    assert.equal((await done).fault?.code, 'unavailable');
  });

  test('takes a fresh session once after a 401, then says so', async () => {
    const { gateway, server, refused } = open(['vs_1', 'vs_2']);
    server.on(COMMENT, ({ headers }) =>
      headers.get('Authorization') === 'Bearer vs_2' ? json({}) : problem('unauthorized'),
    );
    assert.isUndefined((await gateway.ask('POST', PATH, { body: {}, key: 'k' })).fault);
    assert.deepEqual(refused, [undefined, 'vs_1']);

    server.on(COMMENT, () => problem('unauthorized'));
    assert.equal((await gateway.ask('POST', PATH, { body: {}, key: 'k' })).fault?.code, 'unauthorized');
    assert.lengthOf(server.asked, 4);
  });

  test('asks nothing without a session', async () => {
    const { gateway, server } = open([undefined]);
    assert.equal((await gateway.ask('GET', '/v1/portal')).fault?.code, 'unauthorized');
    assert.isEmpty(server.asked);
  });

  test('takes a page of a proxy for no answer of the server', async () => {
    const { gateway, server } = open();
    server.on('GET /v1/portal', () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    assert.include((await gateway.ask('GET', '/v1/portal', { tries: 1 })).fault, { code: 'unavailable', status: 502 });
    server.on('GET /v1/portal', () => new Response('<h1>Sign in to the Wi-Fi</h1>'));
    assert.equal((await gateway.ask('GET', '/v1/portal', { tries: 1 })).fault?.code, 'unavailable');
  });

  test('stops when it is told to, without another try', async () => {
    const { gateway, server, time } = open();
    const abort = new AbortController();
    const done = gateway.ask('POST', PATH, { body: {}, key: 'k', signal: abort.signal });
    await settled();
    abort.abort();
    await time.pass(60_000);
    assert.isDefined((await done).fault);
    assert.lengthOf(server.asked, 1);
    assert.isEmpty(time.waits);
  });

  test('sends the session in its one header, without cookies', async () => {
    const server = new FakeServer();
    const time = new ManualTime();
    let init: RequestInit | undefined;
    const gateway = new Gateway({
      server: SERVER,
      fetch: (target, sent) => {
        init = sent;
        return server.fetch(target, sent);
      },
      time,
      pauses: new Pauses(time),
      bearer: async () => 'vs_1',
      heard: () => {},
    });
    server.on(COMMENT, () => json({}));
    await gateway.ask('POST', PATH, { body: { text: 'hi' }, key: 'k' });
    const [asked] = server.asked;
    assert.equal(asked?.headers.get('Authorization'), 'Bearer vs_1');
    assert.notInclude(`${asked?.path}${asked?.body}`, 'vs_1');
    assert.equal(init?.credentials, 'omit');
  });
});

suite('[W5] on a page that has changed the prototypes', () => {
  const page = Object.prototype as unknown as Record<string, unknown>;
  const { stringify } = JSON;
  teardown(() => {
    delete page['role'];
    delete page['credentials'];
    delete page['redirect'];
    delete page['toJSON'];
    delete (Array.prototype as unknown as Record<string, unknown>)['toJSON'];
    JSON.stringify = stringify;
  });

  test('a body holds its own keys alone, as they are', async () => {
    const { gateway, server } = open();
    server.on(COMMENT, () => json({}));
    page['role'] = 'admin';
    page['credentials'] = 'include';
    page['toJSON'] = () => 'replaced';
    (Array.prototype as unknown as Record<string, unknown>)['toJSON'] = () => 'replaced';
    JSON.stringify = () => '{"role":"admin"}';
    const text = 'Касса "3"\n\\ \u2028 😀 \u0000';
    const body = { text, files: ['f1'], none: undefined, nothing: null, stars: 5, yes: true, deep: { a: [] } };
    await gateway.ask('POST', PATH, { body, key: 'k' });
    JSON.stringify = stringify;
    const sent = JSON.parse(server.asked[0]!.body!) as Record<string, unknown>;
    assert.sameMembers(Object.keys(sent), ['text', 'files', 'nothing', 'stars', 'yes', 'deep']);
    assert.strictEqual(sent['text'], text);
    assert.equal(server.asked[0]!.body!.slice(0, 8), '{"text":');
  });

  test('a request takes nothing from them', async () => {
    const time = new ManualTime();
    const inits: RequestInit[] = [];
    const gateway = new Gateway({
      server: SERVER,
      fetch: async (_, init = {}) => {
        inits.push(init);
        return json({});
      },
      time,
      pauses: new Pauses(time),
      bearer: async () => 'vs_1',
      heard: () => {},
    });
    page['redirect'] = 'manual';
    page['credentials'] = 'include';
    await gateway.ask('GET', '/v1/portal');
    await gateway.ask('POST', PATH, { body: {}, key: 'k' });
    assert.deepEqual(
      inits.map(({ redirect, credentials }) => [redirect, credentials]),
      [
        [undefined, 'omit'],
        [undefined, 'omit'],
      ],
    );
  });
});

suite('[W15] a key', () => {
  test('is made without crypto.randomUUID too, and never twice', () => {
    const plain = createKey();
    const { randomUUID } = crypto;
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      const keys = new Set([plain, ...Array.from({ length: 100 }, createKey)]);
      assert.equal(keys.size, 101);
      for (const key of keys) assert.match(key, /^[0-9a-f-]{32,36}$/);
    } finally {
      Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true });
    }
  });
});
