import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import SQLite from 'better-sqlite3';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/store/open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-start-'));
after(() => rmSync(folder, { recursive: true }));

const GOOD = { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: join(folder, 'good.sqlite'), LOG_LEVEL: 'info' };

/** Starts the server as `npm start` does, until it ends, or listens and is told to. */
async function start(settings: Readonly<Record<string, string>>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['server/main.ts'], { env: { ...process.env, ...GOOD, ...settings } });
  let said = '';
  const hear = (data: Buffer): void => {
    said += data.toString();
    if (said.includes('"listening"')) child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = await once(child, 'close');
  return { code: Number(code), said };
}

describe('a setting that cannot be used is named', () => {
  const bad: readonly (readonly [name: string, value: string])[] = [
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PUBLIC_URL', 'service.example'],
    ['PUBLIC_URL', 'ftp://service.example'],
    ['PUBLIC_URL', 'https://service.example/vitrine'],
    ['PUBLIC_URL', 'https://:secret@service.example'],
    ['PUBLIC_URL', 'https://service.example/#portal'],
    ['DATABASE_URL', 'postgres://localhost/vitrine'],
    ['DATABASE_URL', 'mysql://localhost/vitrine'],
    ['LOG_LEVEL', 'loud'],
    ['SECURITY_CONTACT', 'the porter'],
    ['REDIS_URL', 'redis://localhost'],
    ['FILES', './files'],
    ['TRUSTED_PROXIES', '10.0.0.1'],
    ['OSRM_URL', 'http://localhost:5000'],
    ['SMTP_URL', 'smtp://localhost'],
  ];
  for (const [name, value] of bad) {
    test(`${name}=${value}`, () =>
      assert.throws(() => readConfig({ [name]: value }), {
        name: 'ConfigError',
        message: new RegExp(`^${name} `),
      }));
  }

  test('in one line, and the server ends with 1', async () => {
    assert.deepEqual(await start({ PORT: 'http' }), {
      code: 1,
      said: 'vitrine: PORT is "http": it should be a number from 0 to 65535\n',
    });
  });

  test('an address that is not this computer’s', async () => {
    const { code, said } = await start({ HOST: '192.0.2.1' });
    assert.equal(code, 1);
    assert.match(said, /^vitrine: HOST is "192\.0\.2\.1": .+\n$/);
  });

  const file = (name: string): string => join(folder, name);
  for (const [name, make] of [
    ['a folder', () => folder],
    ['below a file', () => (writeFileSync(file('plain'), ''), file('plain/vitrine.sqlite'))],
    ['another file', () => (writeFileSync(file('letter'), 'Dear Sirs, '.repeat(100)), file('letter'))],
  ] as const) {
    test(`a database that is ${name}`, async () => {
      const path = make();
      const { code, said } = await start({ DATABASE_URL: path });
      assert.equal(code, 1);
      assert.match(said, /^vitrine: DATABASE_URL is ".+": .+\n$/);
      assert.ok(said.includes(path));
    });
  }
});

test('a database that a newer version wrote is left alone, and that is said', async () => {
  const newer = join(folder, 'newer.sqlite');
  await (await openDatabase(newer)).destroy();
  const sqlite = new SQLite(newer);
  sqlite.exec(`insert into kysely_migration values ('9999-of-tomorrow', '2030-01-01T00:00:00.000Z')`);
  sqlite.close();
  const { code, said } = await start({ DATABASE_URL: newer });
  assert.equal(code, 1);
  assert.match(said, /^vitrine: DATABASE_URL is ".+": a newer version .+\n$/);
});

test('a taken port is named, and the first start that listens tells the administrator’s key', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const PORT = String((taken.address() as AddressInfo).port);
  const DATABASE_URL = join(folder, 'first.sqlite');
  const refused = await start({ PORT, DATABASE_URL });
  taken.close();
  assert.equal(refused.code, 1);
  assert.match(refused.said, new RegExp(`^vitrine: PORT is "${PORT}": .*in use.*\n$`));

  const first = await start({ DATABASE_URL });
  assert.equal(first.code, 0);
  assert.match(first.said, /vk_administrator_/);
  const second = await start({ DATABASE_URL });
  assert.doesNotMatch(second.said, /vk_/);
});
