import { Emitter } from '@socket.io/component-emitter';
import { decode, encode } from 'socket.io-parser';

/**
 * One WebSocket for one socket, dialled once: in the place of Socket.IO's manager, which shares a connection and dials again, and of
 * Engine.IO's client, which chooses among transports and changes over. Engine.IO protocol 4: https://socket.io/docs/v4/engine-io-protocol
 */
export class Manager extends Emitter {
  _autoConnect = true;
  _readyState = 'closed';
  #address;
  /** Milliseconds without a word from the server, after which the line counts as dead. */
  #patienceMs;
  #webSocket;
  #timer;
  #offline = () => this.#end('transport close');

  constructor(address, timeoutMs) {
    super();
    this.#address = address;
    this.#patienceMs = timeoutMs;
  }

  open() {
    this._readyState = 'opening';
    this.#webSocket = new WebSocket(this.#address);
    this.#webSocket.onmessage = ({ data }) => this.#hear(data);
    this.#webSocket.onerror = () => this.#end('transport error');
    this.#webSocket.onclose = () => this.#end('transport close');
    addEventListener('offline', this.#offline);
    this.#wait();
  }

  _packet(packet) {
    this.#webSocket.send(`4${encode(packet)}`);
  }

  _destroy() {
    this.#end('forced close');
  }

  #hear(data) {
    const [type, text] = [data[0], data.slice(1)];
    if (type === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(text);
      this.#patienceMs = pingInterval + pingTimeout;
      this._readyState = 'open';
      this.#wait();
      this.emitReserved('open');
    } else if (type === '2') {
      this.#webSocket.send('3');
      this.#wait();
    } else if (type === '4') {
      this.#take(text);
    }
  }

  #take(text) {
    let packet;
    try {
      packet = decode(text);
    } catch {
      return this.#end('parse error');
    }
    this.emitReserved('packet', packet);
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end('ping timeout'), this.#patienceMs);
  }

  #end(reason) {
    const before = this._readyState;
    if (before === 'closed') return;
    this._readyState = 'closed';
    clearTimeout(this.#timer);
    removeEventListener('offline', this.#offline);
    this.#webSocket.onmessage = null;
    this.#webSocket.close();
    if (before === 'open') this.emitReserved('close', reason);
    else this.emitReserved('error', new Error(reason));
  }
}
