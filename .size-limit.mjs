import { readFileSync } from 'node:fs';

/**
 * What a page loads and what it may weigh, in brotli. Each row names source files; it weighs their chunks and all that these import
 * statically, by the manifest of the build. A chunk that several rows share is weighed in each.
 */
const FIRST_PAINT = ['widget/vitrine.ts', 'widget/portal/vitrine-portal.ts'];
const LIVE_TICKET = [
  ...FIRST_PAINT,
  'widget/live/open-portal.ts',
  'widget/portal/vitrine-portal-frame.ts',
  'widget/text/ru.ts', // one catalogue, the heaviest
  'socket.io-client',
];
const BUDGETS = [
  { name: 'vitrine.js, in every page', sources: ['widget/vitrine.ts'], limit: '1 kB' },
  { name: 'before the first paint of the portal', sources: FIRST_PAINT, limit: '14 kB' },
  { name: 'all that every live ticket needs', sources: LIVE_TICKET, limit: '32 kB' },
];

const BUILD = 'dist/embed';
const manifest = readManifest();

export default BUDGETS.map(({ name, sources, limit }) => ({ name, limit, path: filesOf(sources.map(keyOf)) }));

function readManifest() {
  try {
    return JSON.parse(readFileSync(`${BUILD}/.vite/manifest.json`, 'utf8'));
  } catch {
    throw new Error(`${BUILD} is not built: run npm run build first`);
  }
}

function keyOf(source) {
  const key = Object.keys(manifest).find((path) => path === source || path.includes(`node_modules/${source}/`));
  if (!key) throw new Error(`${source} has no chunk of its own any more: correct the table in .size-limit.mjs`);
  return key;
}

function filesOf(keys) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key].imports?.forEach(visit);
  };
  keys.forEach(visit);
  return [...new Set([...seen].map((key) => `${BUILD}/${manifest[key].file}`))];
}
