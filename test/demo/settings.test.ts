import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { readSettings, SettingError } from '../../demo/settings.ts';

test('flags and environment say how the demo runs', async () => {
  const settings = await readSettings(['--fresh', '--lang', 'ru'], { PORT: '0' });
  assert.equal(settings.isFresh, true);
  assert.equal(settings.isQuiet, false);
  assert.equal(settings.language, 'ru');
  assert.ok(settings.port > 0 && settings.intranetPort > settings.port);
});

test('a taken port is said in one sentence that names it and what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  await assert.rejects(readSettings([], { PORT: String(port) }), (error: unknown) => {
    assert.ok(error instanceof SettingError);
    assert.match(error.message, new RegExp(`port ${port} is taken.*PORT=`));
    return true;
  });
  taken.close();
});

test('a setting that cannot be used is named', async () => {
  await assert.rejects(readSettings([], { PORT: 'eighty' }), /PORT is "eighty"/);
  await assert.rejects(readSettings(['--loud'], { PORT: '0' }), /--loud.*--fresh, --quiet/);
  await assert.rejects(readSettings(['--lang', 'de'], { PORT: '0' }), /--lang is "de"/);
});
