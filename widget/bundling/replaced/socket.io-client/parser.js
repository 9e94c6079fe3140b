// Socket.IO protocol 5 as far as it is text, in the main namespace: https://socket.io/docs/v4/socket-io-protocol

export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
};

/** What the client tells by itself, and nobody else may. */
const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];

const isObject = (data) => Object.prototype.toString.call(data) === '[object Object]';

const IS_VALID = [
  isObject,
  (data) => data === undefined,
  (data) => Array.isArray(data) && typeof data[0] === 'string' && !RESERVED.includes(data[0]),
  Array.isArray,
  (data) => typeof data === 'string' || isObject(data),
];

export const encode = ({ type, id = '', data }) => `${type}${id}${data === undefined ? '' : JSON.stringify(data)}`;

/** Throws where it is no packet. */
export function decode(text) {
  const [, type, id, json] = /^([0-4])(\d*)(.*)$/s.exec(text);
  const data = json ? JSON.parse(json) : undefined;
  if (!IS_VALID[type](data)) throw new Error('invalid payload');
  return { type: Number(type), nsp: '/', data, ...(id && { id: Number(id) }) };
}
