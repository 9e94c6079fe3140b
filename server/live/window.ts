/** How much may be on its way to a reader without his answer (P2). */
export const WINDOW = { frames: 4, bytes: 256 * 1024 } as const;

/** One frame without an answer. */
export interface Unanswered {
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

/** What was sent to one reader and not yet answered. While it is full nothing more is read for him: who stops hurts only himself. */
export class AnswerWindow {
  readonly #unanswered = new Set<Unanswered>();
  #bytes = 0;

  get isFull(): boolean {
    return this.#unanswered.size >= WINDOW.frames || this.#bytes >= WINDOW.bytes;
  }

  /** Whether a frame of this size may go; a frame that is larger than the whole window goes alone. */
  hasRoomFor(bytes: number): boolean {
    return this.#unanswered.size === 0 || (!this.isFull && this.#bytes + bytes <= WINDOW.bytes);
  }

  sent(bytes: number, now: number): Unanswered {
    const one = { bytes, sentAt: now };
    this.#unanswered.add(one);
    this.#bytes += bytes;
    return one;
  }

  /** A second answer to the same frame changes nothing. */
  answered(one: Unanswered): void {
    if (this.#unanswered.delete(one)) this.#bytes -= one.bytes;
  }

  /** How long the oldest frame has waited for its answer; 0 when there is none. */
  waitedFor(now: number): number {
    const [oldest] = this.#unanswered;
    return oldest ? now - oldest.sentAt : 0;
  }
}
