import { readFileSync } from 'node:fs';

/**
 * What a page loads and what it may weigh, in brotli. Each row names source files; it weighs their chunks and all that these import
 * statically, by the list that the build writes (vite.config.ts). A chunk that several rows share is weighed in each.
 */
const FIRST_PAINT = ['widget/vitrine.ts', 'widget/portal/vitrine-element.ts', 'widget/portal/vitrine-portal.ts'];
/**
 * Until a ticket on its way is on screen and live: engineer, arrival, clocks, cost lines and timeline, in one language, without the list.
 * test/e2e/weight.test.ts weighs the same in a browser.
 */
const LIVE_TICKET = [
  ...FIRST_PAINT,
  'widget/live/open-portal.ts',
  'widget/portal/vitrine-portal-frame.ts',
  'widget/text/ru.ts', // one catalogue, the heaviest
];
/** What follows by itself once that ticket is on screen, so that it is there when the connection is lost. */
const BESIDE_A_TICKET = ['widget/portal/beside-a-ticket.ts', 'widget/text/ru-rest.ts'];
/** What follows after it where somebody may report, so that he can when nothing can be loaded any more. */
const REPORTING = ['widget/portal/reporting.ts', 'widget/portal/answering.ts', 'widget/live/persons-acts.ts'];
const BUDGETS = [
  { name: 'vitrine.js, in every page', sources: ['widget/vitrine.ts'], limit: '1 kB' },
  { name: 'before the first paint of the portal', sources: FIRST_PAINT, limit: '14 kB' },
  { name: 'all that every live ticket needs', sources: LIVE_TICKET, limit: '32 kB' },
  { name: 'what follows in idle time', sources: BESIDE_A_TICKET, without: LIVE_TICKET, limit: '10 kB' },
  { name: 'what reporting needs', sources: REPORTING, without: [...LIVE_TICKET, ...BESIDE_A_TICKET], limit: '24 kB' },
];

const BUILD = 'dist/embed';
const chunks = readChunks();

export default BUDGETS.map(({ name, sources, without = [], limit }) => {
  const there = new Set(filesOf(without));
  return { name, limit, path: filesOf(sources).filter((file) => !there.has(file)) };
});

function readChunks() {
  try {
    return JSON.parse(readFileSync(`${BUILD}/chunks.json`, 'utf8'));
  } catch {
    throw new Error(`${BUILD} is not built: run npm run build first`);
  }
}

function chunkOf(source) {
  const chunk = chunks.find(({ sources }) => sources.includes(source));
  if (!chunk) throw new Error(`${source} is in no chunk any more: correct the table in .size-limit.mjs`);
  return chunk.file;
}

function filesOf(sources) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    chunks.find((chunk) => chunk.file === file).imports.forEach(visit);
  };
  sources.map(chunkOf).forEach(visit);
  return [...seen].map((file) => `${BUILD}/${file}`);
}
