import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const HERE = resolve(import.meta.dirname, 'replaced');

/** What stands in the place of which module of a library; each file says what it leaves out. */
const REPLACED: Readonly<Record<string, string>> = {
  '@lit/reactive-element/css-tag.js': 'lit/css-tag.js',
  '@lit/reactive-element/decorators/property.js': 'lit/property.js',
  'socket.io-client/build/esm/index.js': 'socket.io-client/index.js',
  'socket.io-client/build/esm/manager.js': 'socket.io-client/manager.js',
  'socket.io-parser/build/esm/is-binary.js': 'socket.io-client/is-binary.js',
  'socket.io-parser/build/esm/binary.js': 'socket.io-client/binary.js',
};

/**
 * Leaves out of libraries what is never used here and cannot be shaken off. The WebSocket is the only transport, all that travels is JSON
 * text, and widget/live/connection.ts dials again: more than half of Socket.IO's client is for what is never done.
 * `enforce: 'pre'`, or the replacements silently do nothing; a build in which one did nothing fails.
 */
export function slimLibraries(): Plugin {
  const unused = new Set(Object.keys(REPLACED));
  return {
    name: 'slim-libraries',
    enforce: 'pre',
    load(id) {
      const path = Object.keys(REPLACED).find((each) => id.endsWith(`/node_modules/${each}`));
      if (!path) return null;
      unused.delete(path);
      const file = resolve(HERE, REPLACED[path]!);
      this.addWatchFile(file);
      return { code: readFileSync(file, 'utf8'), moduleSideEffects: false };
    },
    buildEnd(error) {
      if (!error && unused.size > 0) this.error(`not part of its library any more: ${[...unused].join(', ')}`);
    },
  };
}
