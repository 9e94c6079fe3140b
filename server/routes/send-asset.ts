import type { Context } from 'hono';
import type { Asset } from '../assets.ts';

const YEAR = 'public, max-age=31536000, immutable';
/** What keeps its name through every version: a browser asks for it anew, and is told cheaply that nothing changed. */
const ASK = 'public, max-age=0, must-revalidate';

/** Answers with a file, compressed for whoever takes that, and with nothing for whoever has it. */
export function sendAsset(
  c: Context,
  { type, etag, immutable, plain, brotli }: Asset,
  more: Readonly<Record<string, string>>,
): Response {
  const isPacked = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
  const headers = {
    'Content-Type': type,
    'Cache-Control': immutable ? YEAR : ASK,
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...more,
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return isPacked ? c.body(brotli, 200, { ...headers, 'Content-Encoding': 'br' }) : c.body(plain, 200, headers);
}
