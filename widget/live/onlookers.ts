import type { Fault } from '../../server/contract/faults.ts';
import type { TicketId } from '../../server/contract/ids.ts';
import type { Outcome } from '../store/actions.ts';
import type { TicketActionsOptions } from './ticket-actions.ts';
import { faultLike } from './request.ts';
import type { Time } from './time.ts';

/** Whoever has pressed "Send" looks on for so long; then it waits by itself, and he may go on. */
const PATIENCE_MS = 8000;

/** An element in which a person does something. */
export type Place = Pick<TicketActionsOptions, 'store' | 'tell' | 'changed'>;

/** The ticket that a report has become; nothing where it has to wait, and of other commands. */
export type Answered = Outcome<TicketId | undefined>;

/** Whoever has sent something and still looks at it, by its key: hears what came of it once. */
export class Onlookers {
  readonly #time: Time;
  readonly #tired: (key: string) => void;
  readonly #waiting = new Map<string, { readonly place: Place; readonly tell: (answer: Answered) => void }>();

  /** @param tired called when somebody has looked on for long enough */
  constructor(time: Time, tired: (key: string) => void) {
    this.#time = time;
    this.#tired = tired;
  }

  wait(key: string, place: Place): Promise<Answered> {
    return new Promise((give) => {
      const cancel = this.#time.after(PATIENCE_MS, () => this.#tired(key));
      const tell = (answer: Answered): void => {
        cancel();
        this.#waiting.delete(key);
        give(answer);
      };
      this.#waiting.set(key, { place, tell });
    });
  }

  /** Where he sits. */
  placeOf(key: string): Place | undefined {
    return this.#waiting.get(key)?.place;
  }

  tell(key: string, answer: Answered): void {
    this.#waiting.get(key)?.tell(answer);
  }

  refuse(key: string, fault: Fault): void {
    this.tell(key, { fault });
  }

  /** Nothing is told any more. */
  close(): void {
    for (const key of this.#waiting.keys()) this.refuse(key, faultLike('unavailable', 0, 'Stopped.'));
  }
}
