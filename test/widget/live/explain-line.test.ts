import { assert } from '@open-wc/testing';
import { explainBlocked, explainRefusal, explainTrouble } from '../../../widget/live/explain-line.ts';
import { faultLike } from '../../../widget/live/request.ts';
import { FakeServer, json, SERVER, silence } from '../../support/fake-server.ts';
import { ManualTime } from '../../support/manual-time.ts';

const NOW_S = 1_800_000_000;
const EMBEDDING = { server: SERVER, tenant: 'apteka-one', nowS: NOW_S };
const GOOD = { aud: `${SERVER}/t/apteka-one`, iat: NOW_S - 5, exp: NOW_S + 200, name: 'Анна' };

const base64url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const assertionOf = (claims: object): string => `e30.${base64url(JSON.stringify(claims))}.c2ln`;
const detailOf = (claims: object): string => explainRefusal(assertionOf(claims), EMBEDDING).detail;

suite('a refused assertion', () => {
  test('of another audience is told with what was expected', () => {
    const detail = detailOf({ ...GOOD, aud: 'https://old.example/t/apteka-one' });
    assert.include(detail, '"https://old.example/t/apteka-one"');
    assert.include(detail, '"https://service.example/t/apteka-one"');
    assert.include(detailOf({ ...GOOD, aud: [GOOD.aud] }), 'expects');
    assert.include(detailOf({ ...GOOD, aud: undefined }), 'missing');
  });

  test('that has ended, lives too long or begins later is told so', () => {
    assert.include(detailOf({ ...GOOD, iat: NOW_S - 300, exp: NOW_S - 40 }), 'ended 40 s ago');
    assert.include(detailOf({ ...GOOD, exp: NOW_S + 3600 }), 'lives 3605 s');
    assert.include(detailOf({ ...GOOD, iat: NOW_S + 100, exp: NOW_S + 200 }), 'begins in 100 s');
    assert.include(detailOf({ ...GOOD, exp: undefined }), 'no exp');
  });

  test('that looks right points to the operator’s log and to this page’s origin', () => {
    const { help } = explainRefusal(assertionOf(GOOD), EMBEDDING, 'req-17');
    assert.include(help, 'req-17');
    assert.include(help, location.origin);
  });

  test('that is none at all is told so, and is never repeated', () => {
    for (const text of ['<html>Sign in</html>', '', 'a.b', 'a.%%%.c', assertionOf([]).replace('.', '')]) {
      const { detail, help } = explainRefusal(text, EMBEDDING);
      assert.include(detail, 'no JWT');
      if (text) assert.notInclude(detail + help, text);
    }
  });
});

suite('silence', () => {
  const line = (server: FakeServer) => ({ server: SERVER, fetch: server.fetch, time: new ManualTime() });
  const silent = { code: 'no_answer', fault: faultLike('unavailable', 0, '') } as const;

  test('of a server that answers /healthz is a refused origin', async () => {
    const server = new FakeServer().on('GET /healthz', () => json({}));
    const fault = await explainTrouble(silent, EMBEDDING, line(server));
    assert.equal(fault.code, 'origin_refused');
    assert.include(fault.help, location.origin);
  });

  test('of a server that answers nothing is a server that is not there', async () => {
    const fault = await explainTrouble(silent, EMBEDDING, line(new FakeServer().on('GET /healthz', silence)));
    assert.equal(fault.code, 'server_unreachable');
    assert.include(fault.help, 'local-network-access');
  });

  test('of the WebSocket alone is a blocked WebSocket', async () => {
    const server = new FakeServer().on('GET /healthz', () => json({}));
    const fault = await explainBlocked(line(server));
    assert.equal(fault.code, 'websocket_blocked');
    assert.include(fault.help, 'wss://service.example/v1/live');
    assert.equal((await explainBlocked(line(new FakeServer()))).code, 'server_unreachable');
  });
});
