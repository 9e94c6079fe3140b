import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from '../contract/faults.ts';

/** Bytes. */
export const BODY_LIMIT = 256 * 1024;

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const MAY_HAVE_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Reads a body of JSON before anybody else does: unencoded, in UTF-8 without a byte order mark, not over {@link BODY_LIMIT}. A request
 * without a body has the value `{}`. Of a name that stands twice in an object the last counts, as JSON.parse has it.
 */
export const readJsonBody: MiddlewareHandler = async (c, next) => {
  if (!MAY_HAVE_BODY.has(c.req.method)) return next();
  const bytes = await readBytes(c);
  if (bytes.byteLength === 0) {
    c.req.bodyCache = { arrayBuffer: new ArrayBuffer(0), text: kept('{}') };
    return next();
  }
  if (c.req.header('content-encoding'))
    throw new Refusal('unsupported_media', 'send the body without Content-Encoding');
  if (!JSON_TYPE.test(c.req.header('content-type') ?? ''))
    throw new Refusal('unsupported_media', 'send the body as Content-Type: application/json');
  c.req.bodyCache = { text: kept(decode(bytes)) };
  await next();
};

/** Hono keeps what was read as a promise, though its type has the text; `c.req.json()` parses from there. */
const kept = (text: string): string => Promise.resolve(text) as unknown as string;

/** With a stated length HTTP itself holds the sender to it, and the body is read at once, which costs a third of a stream. */
async function readBytes(c: Context): Promise<ArrayBuffer | Uint8Array> {
  const stated = c.req.header('content-length');
  if (Number(stated) > BODY_LIMIT) throw tooLarge();
  if (stated !== undefined) return c.req.raw.arrayBuffer();

  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new Refusal('too_large', `a body has at most ${BODY_LIMIT} bytes`);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal('invalid', 'the body is not UTF-8');
  }
}
