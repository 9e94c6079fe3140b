import { parseCursor, type Frame, type Resync } from '../contract/feed.ts';
import type { Instant } from '../contract/ids.ts';
import { may, type TicketInView } from '../identity/may.ts';
import type { Admission, Rights } from '../identity/sessions.ts';
import type { Caller } from '../tickets/caller.ts';
import { sliceTurn } from './slices.ts';
import { BEHIND, type Turn } from './turn.ts';
import { AnswerWindow, WINDOW, type Unanswered } from './window.ts';

/** After so long without a frame an empty one goes: two polls before the 15 s that are promised (S2). */
export const SILENCE_MS = 13_000;
/** Whose oldest frame waits longer for its answer is closed. */
export const SLOW_MS = 20_000;
/** How long before its end a session is announced to end. */
export const EXPIRING_MS = 60_000;

/** What a turn brings one reader. `answered` is to be called with `unanswered` when he answers. */
export type Emission =
  | { readonly kind: 'frame'; readonly frame: Frame; readonly unanswered: Unanswered }
  | { readonly kind: 'resync'; readonly resync: Resync }
  | { readonly kind: 'expiring'; readonly at: Instant }
  | { readonly kind: 'end'; readonly why: 'slow' | 'session' };

/**
 * One reader of the log: where he stands, what he may see, what he has not answered. It holds no socket and no timer; each turn it is
 * told what was read and the time, and says what to send. After a `resync` it goes on from the head that it named.
 */
export class Pump {
  #session: string;
  #rights: Rights;
  #stale = false;
  #siteSharing: boolean | undefined;
  /** Undefined: no cursor that this server wrote. */
  #epoch: string | undefined;
  /** The reader's cursor: `from` of his next frame. */
  #sent: number;
  /** Everything up to here was looked at; what he may not see moves this alone until the next frame. */
  #looked: number;
  #heldBack = false;
  #announced = false;
  #spokeAt: number;
  readonly #window = new AnswerWindow();

  constructor(admission: Admission, cursor: string, now: number) {
    const place = parseCursor(cursor);
    this.#session = admission.session;
    this.#rights = admission;
    this.#epoch = place?.epoch;
    this.#sent = this.#looked = place?.position ?? 0;
    this.#spokeAt = now;
  }

  get session(): string {
    return this.#session;
  }

  get caller(): Caller {
    return this.#rights.caller;
  }

  /** After which position it wants events; undefined while its reader owes too many answers. */
  get wants(): number | undefined {
    return this.#window.isFull ? undefined : this.#looked;
  }

  readonly sees = (ticket: TicketInView): boolean => may(this.#rights.caller, 'see', ticket);

  /** The same person with a fresh session. */
  refresh(admission: Admission): void {
    this.#session = admission.session;
    this.#announced = false;
    this.#take(admission);
  }

  /** @returns whether something waits to be sent */
  answered(unanswered: Unanswered): boolean {
    this.#window.answered(unanswered);
    return this.#heldBack;
  }

  turn(turn: Turn, now: number): readonly Emission[] {
    if (!turn.asked.has(this.#session)) return [];
    const rights = turn.rights.get(this.#session);
    if (!rights || now >= rights.expiresAt) return [{ kind: 'end', why: 'session' }];
    if (this.#window.waitedFor(now) >= SLOW_MS) return [{ kind: 'end', why: 'slow' }];
    this.#take(rights);
    return [...this.#announce(now), ...this.#advance(turn, now)];
  }

  #take(rights: Rights): void {
    if (rights.version !== this.#rights.version) this.#stale = true;
    this.#rights = rights;
  }

  #announce(now: number): readonly Emission[] {
    const { expiresAt } = this.#rights;
    if (this.#announced || now < expiresAt - EXPIRING_MS) return [];
    this.#announced = true;
    return [{ kind: 'expiring', at: new Date(expiresAt).toISOString() }];
  }

  #advance(turn: Turn, now: number): readonly Emission[] {
    this.#heldBack = true;
    if (this.#window.isFull) return [];
    const reason = this.#misfit(turn);
    if (reason) return [this.#restart(turn, reason, now)];
    // Its window opened while the turn was being read, without its events.
    if (this.#looked < turn.from) return [];
    this.#siteSharing = turn.siteSharing;
    const emissions = this.#frames(turn, now);
    this.#heldBack = this.#looked < turn.head;
    return emissions;
  }

  /** Why this reader cannot go on from where he stands (S3), or may no longer (P8). */
  #misfit(turn: Turn): Resync['reason'] | undefined {
    if (this.#epoch === undefined) return 'cursor';
    if (this.#epoch !== turn.epoch) return 'epoch';
    if (this.#sent > turn.head) return 'future';
    if (this.#stale || (this.#siteSharing ?? turn.siteSharing) !== turn.siteSharing) return 'rights';
    if (this.#looked < turn.head - BEHIND) return 'behind';
    return this.#gainsOrLoses(turn) ? 'rights' : undefined;
  }

  /** Whether an event ahead gives or takes him a ticket: its earlier events were never, or should not have been, sent. */
  #gainsOrLoses(turn: Turn): boolean {
    return turn.moves.some(
      ({ position, before, after }) => position > this.#looked && this.sees(before) !== this.sees(after),
    );
  }

  #restart({ epoch, head, siteSharing }: Turn, reason: Resync['reason'], now: number): Emission {
    this.#epoch = epoch;
    this.#sent = this.#looked = head;
    this.#siteSharing = siteSharing;
    this.#stale = false;
    this.#heldBack = false;
    this.#spokeAt = now;
    return { kind: 'resync', resync: { reason, epoch, head } };
  }

  #frames(turn: Turn, now: number): readonly Emission[] {
    const emissions: Emission[] = [];
    for (const { to, events, clocks, bytes } of sliceTurn(turn, this.#looked, this.sees, WINDOW.frames)) {
      if (events.length > 0 || now - this.#spokeAt >= SILENCE_MS) {
        if (!this.#window.hasRoomFor(bytes)) break;
        const frame: Frame = { epoch: turn.epoch, from: this.#sent, to, events, clocks };
        emissions.push({ kind: 'frame', frame, unanswered: this.#window.sent(bytes, now) });
        this.#sent = to;
        this.#spokeAt = now;
      }
      this.#looked = to;
    }
    return emissions;
  }
}
