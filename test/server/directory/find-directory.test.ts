import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TenantId } from '../../../server/contract/ids.ts';
import { findDirectoryIn, type DirectorySource } from '../../../server/directory/find-directory.ts';
import { openDirectories } from '../../../server/store/directory.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { DIRECTORY } from '../../support/directory.ts';

const { tenant } = DIRECTORY;

/** A real store that counts how often a directory is read. */
async function counted() {
  const store = openDirectories(await openDatabase(':memory:'));
  await store.create(tenant);
  const reads: TenantId[] = [];
  const questions: TenantId[] = [];
  const source: DirectorySource = {
    versionOf: (id) => {
      questions.push(id);
      return store.versionOf(id);
    },
    load: (id) => {
      reads.push(id);
      return store.load(id);
    },
  };
  const change = (name: string) =>
    store.change(tenant.id, () => ({ sites: [{ ...DIRECTORY.sites.get('baumana-44')!, name }] }));
  return { find: findDirectoryIn(source), reads, questions, change, source };
}

describe('a directory that is asked for', () => {
  test('is read once, however often it is asked for', async () => {
    const { find, reads } = await counted();
    const first = await find(tenant.id);
    for (let n = 0; n < 100; n++) assert.equal(await find(tenant.id), first);
    assert.equal(reads.length, 1);
  });

  test('is read once, and its version asked once, by all who ask at the same time', async () => {
    const { find, reads, questions } = await counted();
    await Promise.all(Array.from({ length: 100 }, () => find(tenant.id)));
    assert.deepEqual([reads.length, questions.length], [1, 1]);
  });

  test('is never older than the question', async () => {
    const { find, change } = await counted();
    await find(tenant.id);
    const answers = await Promise.all([find(tenant.id), change('Renamed').then(() => find(tenant.id))]);
    assert.equal(answers[1]!.sites.get('baumana-44')!.name, 'Renamed');
  });

  test('holds a change from the next question on', async () => {
    const { find, reads, change } = await counted();
    await find(tenant.id);
    await change('Renamed');
    assert.equal((await find(tenant.id))!.sites.get('baumana-44')!.name, 'Renamed');
    await find(tenant.id);
    assert.equal(reads.length, 2);
  });

  test('is undefined for a tenant that does not exist, without reading', async () => {
    const { find, reads } = await counted();
    assert.equal(await find('nobody' as TenantId), undefined);
    assert.equal(reads.length, 0);
  });

  test('is read again after a reading that failed', async () => {
    const { source } = await counted();
    let failing = true;
    const find = findDirectoryIn({
      ...source,
      load: (id) => (failing ? Promise.reject(new Error('the disk did not answer')) : source.load(id)),
    });
    await assert.rejects(find(tenant.id), /disk/);
    failing = false;
    assert.equal((await find(tenant.id))!.tenant.id, tenant.id);
  });
});
