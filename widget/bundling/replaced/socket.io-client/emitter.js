export class Emitter {
  #listeners = new Map();

  on(event, listener) {
    this.#listeners.set(event, [...this.#of(event), listener]);
    return this;
  }

  off(event, listener) {
    this.#listeners.set(
      event,
      this.#of(event).filter((each) => each !== listener),
    );
    return this;
  }

  emit(event, ...sent) {
    for (const listener of this.#of(event)) listener.apply(this, sent);
    return this;
  }

  emitReserved(event, ...sent) {
    return Emitter.prototype.emit.call(this, event, ...sent);
  }

  #of(event) {
    return this.#listeners.get(event) ?? [];
  }
}
