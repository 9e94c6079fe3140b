import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { packed, type Asset } from '../assets.ts';

const SWAGGER = 'swagger-ui-dist';

/** What the page consists of, by path; nothing of it comes from elsewhere. */
const FILES: readonly (readonly [path: string, file: string, type: string])[] = [
  ['/docs', './page.html', 'text/html; charset=utf-8'],
  ['/docs/page.css', './page.css', 'text/css; charset=utf-8'],
  ['/docs/page.js', './page.js', 'text/javascript; charset=utf-8'],
  ['/docs/swagger-ui.css', `${SWAGGER}/swagger-ui.css`, 'text/css; charset=utf-8'],
  ['/docs/swagger-ui-bundle.js', `${SWAGGER}/swagger-ui-bundle.js`, 'text/javascript; charset=utf-8'],
];

/** One file of the page, read and compressed when it is first asked for: few servers are ever asked. */
export const DOCS: ReadonlyMap<string, () => Promise<Asset>> = new Map(
  FILES.map(([path, file, type]) => {
    let read: Promise<Asset> | undefined;
    const bring = async (): Promise<Asset> => packed(await readFile(fileURLToPath(import.meta.resolve(file))), type);
    return [path, () => (read ??= bring())];
  }),
);
