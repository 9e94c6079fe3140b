import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const HERE = resolve(import.meta.dirname, 'socket.io-client');

/** What stands in the place of which module of Socket.IO's client: the folder says what it leaves out. */
const REPLACED: Readonly<Record<string, string>> = {
  'socket.io-client/build/esm/index.js': 'index.js',
  'socket.io-client/build/esm/manager.js': 'manager.js',
  'socket.io-parser/build/esm/is-binary.js': 'is-binary.js',
  'socket.io-parser/build/esm/binary.js': 'binary.js',
};

/**
 * The WebSocket is the only transport, all that travels is JSON text, and widget/live/connection.ts dials again: a half of the client's
 * bytes is for what is never done here. `enforce: 'pre'`, or the replacements silently do nothing; a build in which one did nothing fails.
 */
export function slimSocketClient(): Plugin {
  const unused = new Set(Object.keys(REPLACED));
  let bundled = false;
  return {
    name: 'slim-socket-client',
    enforce: 'pre',
    load(id) {
      bundled ||= id.includes('/node_modules/socket.io-client/');
      const path = Object.keys(REPLACED).find((each) => id.endsWith(`/node_modules/${each}`));
      if (!path) return null;
      unused.delete(path);
      const file = resolve(HERE, REPLACED[path]!);
      this.addWatchFile(file);
      return { code: readFileSync(file, 'utf8'), moduleSideEffects: false };
    },
    buildEnd() {
      if (bundled && unused.size > 0) this.error(`not part of socket.io-client any more: ${[...unused].join(', ')}`);
    },
  };
}
