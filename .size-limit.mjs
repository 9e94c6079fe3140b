import { readFileSync } from 'node:fs';

/**
 * What a page loads and what it may weigh, in brotli. Each row names source files; it weighs their chunks and all that these import
 * statically, by the list that the build writes (vite.config.ts). A chunk that several rows share is weighed in each.
 */
const FIRST_PAINT = ['widget/vitrine.ts', 'widget/portal/vitrine-portal.ts'];
/**
 * Until a ticket on its way is on screen and live: engineer, arrival, clocks, cost lines and timeline, in one language, without the list.
 * test/e2e/weight.test.ts weighs the same in a browser.
 */
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
const chunks = readChunks();

export default BUDGETS.map(({ name, sources, limit }) => ({ name, limit, path: filesOf(sources.map(chunkOf)) }));

function readChunks() {
  try {
    return JSON.parse(readFileSync(`${BUILD}/chunks.json`, 'utf8'));
  } catch {
    throw new Error(`${BUILD} is not built: run npm run build first`);
  }
}

function chunkOf(source) {
  const chunk = chunks.find(({ sources }) =>
    sources.some((path) => path === source || path.includes(`node_modules/${source}/`)),
  );
  if (!chunk) throw new Error(`${source} is in no chunk any more: correct the table in .size-limit.mjs`);
  return chunk.file;
}

function filesOf(files) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    chunks.find((chunk) => chunk.file === file).imports.forEach(visit);
  };
  files.forEach(visit);
  return [...seen].map((file) => `${BUILD}/${file}`);
}
