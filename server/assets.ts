import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants } from 'node:zlib';

/** One file, ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly etag: string;
  /** A hashed name never changes what it holds. */
  readonly immutable: boolean;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
}

/** By path below the server's origin: `/vitrine.js`, `/chunks/….js`. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
};

const BUILT = fileURLToPath(new URL('../dist/embed', import.meta.url));

/** Reads the built widget into memory, compressed once. Empty where it was not built. */
export function readAssets(folder: string = BUILT): Assets {
  const assets = new Map<string, Asset>();
  if (!existsSync(folder)) return assets;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const file = join(entry.parentPath, entry.name);
    const plain = new Uint8Array(readFileSync(file));
    const path = file.slice(folder.length).replaceAll('\\', '/');
    assets.set(path, {
      type,
      etag: etagOf(plain),
      immutable: path !== '/vitrine.js',
      plain,
      brotli: new Uint8Array(brotliCompressSync(plain)),
    });
  }
  return assets;
}

/** What is made ready while others are served: beside them, and not at the utmost, which costs ten times as long for a twentieth less. */
export async function packed(content: string | Uint8Array, type: string): Promise<Asset> {
  const plain = new Uint8Array(Buffer.from(content));
  const brotli = await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return { type, etag: etagOf(plain), immutable: false, plain, brotli: new Uint8Array(brotli) };
}

const compress = promisify(brotliCompress);

const etagOf = (plain: Uint8Array): string =>
  `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
