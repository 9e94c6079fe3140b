import { Manager } from './manager.js';
import { Socket } from './socket.js';

export const io = (origin, { path, timeout, ...options }) => {
  const address = `${origin.replace(/^http/, 'ws')}${path}?EIO=4&transport=websocket`;
  return new Socket(new Manager(address, timeout), '/', options);
};
