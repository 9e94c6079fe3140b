import { relative } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { sayPropertiesPlainly } from './widget/bundling/plain-properties.ts';
import { slimLibraries } from './widget/bundling/slim-libraries.ts';
import { tightenTemplates } from './widget/bundling/tighten-templates.ts';

/** What Lit writes into the page's globals for other copies of itself, or lets them do to it, and what is written instead: the page is not ours (P18). */
const LIT_GLOBALS: readonly (readonly [file: string, written: RegExp, instead: string])[] = [
  [
    'reactive-element/reactive-element.js',
    /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
    'const litPropertyMetadata=new WeakMap;',
  ],
  ['reactive-element/reactive-element.js', /\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
  ['lit-html/lit-html.js', /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
  ['lit-html/lit-html.js', /\b\w+\.litHtmlPolyfillSupport/, 'void 0'],
  ['reactive-element/reactive-element.js', /\b\w+\.reactiveElementPolyfillSupport/, 'void 0'],
  ['lit-element/lit-element.js', /\b\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0'],
  ['lit-element/lit-element.js', /\b\w+\.litElementPolyfillSupport/, 'void 0'],
  ['lit-element/lit-element.js', /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
];

/** A build in which Lit is written otherwise fails. */
function keepLitToItself(): Plugin {
  return {
    name: 'keep-lit-to-itself',
    enforce: 'pre',
    transform(code, id) {
      const own = LIT_GLOBALS.filter(([file]) => id.endsWith(`/${file}`));
      if (own.length === 0) return null;
      const kept = own.reduce((text, [file, written, instead]) => {
        if (!written.test(text)) this.error(`${file} does not write ${written} any more`);
        return text.replace(written, instead);
      }, code);
      return { code: kept, map: null };
    },
  };
}

/** `vitrine.js` is the one file without a hash: an old copy from a cache must never be what a newer chunk leans on. */
function entryLeanedOnByNone(): Plugin {
  return {
    name: 'entry-leaned-on-by-none',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.imports.includes('vitrine.js'))
          this.error(`${chunk.fileName} imports vitrine.js: what they share must not be imported by widget/vitrine.ts`);
    },
  };
}

/** Which source is in which chunk, for .size-limit.mjs. Vite's own manifest loses the sources of a chunk that holds several. */
function listChunks(): Plugin {
  return {
    name: 'list-chunks',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? [{ file: file.fileName, imports: file.imports, sources: file.moduleIds.map((id) => relative('.', id)) }]
          : [],
      );
      this.emitFile({ type: 'asset', fileName: 'chunks.json', source: JSON.stringify(chunks, undefined, 2) });
    },
  };
}

/** What always loads together is one file, and its static imports with it: fewer requests, and brotli sees more at once. */
const TOGETHER = [
  { name: 'vitrine-element', test: /\/widget\/portal\/vitrine-element\.ts$/, priority: 2 },
  { name: 'portal', test: /\/widget\/(live\/open-portal|portal\/vitrine-portal-frame)\.ts$/, priority: 1 },
];

/** The script tag: a tiny `vitrine.js` that finds its hashed chunks beside itself, wherever it is served from. */
const embed: UserConfig = {
  base: './',
  publicDir: false,
  plugins: [
    sayPropertiesPlainly(),
    tightenTemplates(),
    slimLibraries(),
    keepLitToItself(),
    entryLeanedOnByNone(),
    listChunks(),
  ],
  build: {
    // Without `lib` every import() carries Vite's preloader, which adds links to the host page's head.
    lib: { entry: { vitrine: 'widget/vitrine.ts' }, formats: ['es'] },
    outDir: 'dist/embed',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    sourcemap: 'hidden',
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash:6].js',
        codeSplitting: { groups: TOGETHER },
        minify: true,
        comments: false,
      },
    },
  },
};

const MODES: Readonly<Record<string, UserConfig>> = { embed };

export default defineConfig(({ mode }) => {
  const config = MODES[mode];
  if (!config) throw new Error(`say what to build: --mode ${Object.keys(MODES).join(' or ')}`);
  return config;
});
