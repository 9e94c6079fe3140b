import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What a hostile client speaks: bytes on a TCP connection, WebSocket frames made by hand. */
export interface RawSocket {
  readonly tcp: Socket;
  /** The first line of the answer to the upgrade. */
  readonly status: string;
  /** The answer's headers, as they came. */
  readonly headers: string;
  send(text: string, frame?: { opcode?: number; fin?: boolean }): void;
  /** Everything received after the headers, as Latin-1; holds short text frames readably. */
  received(): string;
  /** The WebSocket close code, 1006 without a close frame. */
  readonly closed: Promise<number>;
}

export interface RawOptions {
  readonly origin?: string;
  readonly target?: string;
  /** Beside, or instead of, those of an orderly upgrade. */
  readonly headers?: Readonly<Record<string, string>>;
}

const LIVE = '/v1/live/?EIO=4&transport=websocket';
const MASK = Buffer.from([1, 2, 3, 4]);

/** Asks for an upgrade and waits for nothing. */
export function askForUpgrade(port: number, { origin, target = LIVE, headers = {} }: RawOptions): Socket {
  const tcp = connect(port, '127.0.0.1');
  tcp.on('error', () => {});
  const lines = {
    Host: '127.0.0.1',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...(origin !== undefined && { Origin: origin }),
    ...headers,
  };
  const request = [
    `GET ${target} HTTP/1.1`,
    ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ];
  tcp.write(request.join('\r\n'));
  return tcp;
}

/** Asks for an upgrade and waits for the answer to it. */
export async function openRaw(port: number, options: RawOptions): Promise<RawSocket> {
  const tcp = askForUpgrade(port, options);
  let bytes = Buffer.alloc(0);
  tcp.on('data', (data) => {
    bytes = Buffer.concat([bytes, data]);
    if (closeCodeOf(afterHeaders(bytes)) !== undefined) tcp.end();
  });
  const closed = once(tcp, 'close').then(() => closeCodeOf(afterHeaders(bytes)) ?? 1006);
  while (!bytes.includes('\r\n\r\n') && !tcp.closed) await Promise.race([once(tcp, 'data'), closed]);

  const text = bytes.toString('latin1');
  return {
    tcp,
    status: text.slice(0, Math.max(0, text.indexOf('\r\n'))),
    headers: text.slice(0, Math.max(0, text.indexOf('\r\n\r\n'))),
    send: (payload, { opcode = 1, fin = true } = {}) => void tcp.write(frameOf(Buffer.from(payload), opcode, fin)),
    received: () => afterHeaders(bytes).toString('latin1'),
    closed,
  };
}

function afterHeaders(bytes: Buffer): Buffer {
  const end = bytes.indexOf('\r\n\r\n');
  return end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4);
}

function frameOf(payload: Buffer, opcode: number, fin: boolean): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10);
  head[0] = (fin ? 0x80 : 0) | opcode;
  head[1] = 0x80 | (head.length === 2 ? payload.length : head.length === 4 ? 126 : 127);
  if (head.length === 4) head.writeUInt16BE(payload.length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, MASK, payload.map((byte, i) => byte ^ MASK[i % 4]!)]);
}

/** Walks the server's frames to its close frame. */
function closeCodeOf(bytes: Buffer): number | undefined {
  for (let at = 0; at + 2 <= bytes.length;) {
    const short = bytes[at + 1]! & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (at + head > bytes.length) return undefined;
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    if ((bytes[at]! & 0x0f) === 8) return length >= 2 ? bytes.readUInt16BE(at + head) : 1005;
    at += head + length;
  }
  return undefined;
}
