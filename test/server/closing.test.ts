import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { openHouse, type House } from '../support/open-house.ts';

/** Less than what a supervisor waits before it kills. */
const PATIENCE = { timeout: 8000 } as const;

const portOf = (house: House): number => Number(new URL(house.url).port);

/** Asks again and again over connections that it keeps, until it is refused one. */
async function keepAsking(port: number, agent: Agent): Promise<void> {
  try {
    for (;;) {
      const [response] = await once(request({ host: '127.0.0.1', port, path: '/healthz', agent }).end(), 'response');
      response.resume();
      await once(response, 'end');
    }
  } catch {
    // Refused: nobody listens any more.
  }
}

describe('a server that stops ends', () => {
  test('while its clients go on asking over the connections that they keep', PATIENCE, async () => {
    const house = await openHouse();
    const agent = new Agent({ keepAlive: true });
    const asking = Array.from({ length: 8 }, () => keepAsking(portOf(house), agent));
    await house.ask('GET', '/healthz');
    await house.close();
    await Promise.all(asking);
    agent.destroy();
  });

  for (const [name, text] of [
    ['header', 'GET /healthz HTTP/1.1\r\nHost: x\r\n'],
    ['body', 'POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{'],
  ] as const) {
    test(`though a ${name} never comes whole`, PATIENCE, async () => {
      const house = await openHouse();
      const half = connect(portOf(house), '127.0.0.1').on('error', () => undefined);
      half.write(text);
      await house.ask('GET', '/healthz');
      const cut = once(half, 'close');
      await house.close();
      await cut;
    });
  }

  test('after the request that was begun is answered', PATIENCE, async () => {
    const house = await openHouse();
    const asked = request(`${house.url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '2', expect: '100-continue' },
    });
    // The server has read the head: a connection that nobody has taken yet would be reset.
    await once(asked, 'continue');
    asked.write('{');
    const closed = house.close();
    await assert.rejects(fetch(`${house.url}/healthz`));
    asked.end('}');
    const [response] = await once(asked, 'response');
    assert.equal(response.statusCode, 400);
    await closed;
  });
});
