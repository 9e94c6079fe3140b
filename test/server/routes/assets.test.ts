import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readAssets } from '../../../server/assets.ts';
import { assetRoutes } from '../../../server/routes/assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'assets-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'chunks'));
writeFileSync(join(folder, 'vitrine.js'), 'run()');
writeFileSync(join(folder, 'chunks/part-1.js'), 'part()');
writeFileSync(join(folder, 'chunks/part-1.js.map'), '{}');
const routes = assetRoutes(readAssets(folder));

test('a script says where its source map is, if it has one', async () => {
  assert.equal((await routes.request('/chunks/part-1.js')).headers.get('sourcemap'), 'part-1.js.map');
  assert.equal((await routes.request('/chunks/part-1.js.map')).status, 200);
  assert.equal((await routes.request('/vitrine.js')).headers.get('sourcemap'), null);
});

test('the entry is asked for anew, a chunk never again, and both by any page', async () => {
  const [entry, chunk] = await Promise.all([routes.request('/vitrine.js'), routes.request('/chunks/part-1.js')]);
  assert.match(entry.headers.get('cache-control')!, /must-revalidate/);
  assert.match(chunk.headers.get('cache-control')!, /immutable/);
  for (const answer of [entry, chunk]) assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
  const again = await routes.request('/vitrine.js', { headers: { 'if-none-match': entry.headers.get('etag')! } });
  assert.equal(again.status, 304);
});
