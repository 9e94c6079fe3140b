import type { TicketId } from '../../server/contract/ids.ts';
import type { Fault } from '../../server/contract/faults.ts';
import { onDevice, type Database, type Lease, type StoredCommand, type StoredDraft } from './database.ts';

/** Longer than a request may take. */
export const LEASE_MS = 20_000;
/** A tab that sends says so when another one asks. One that does not answer within that time has died over it. */
const ANSWER_MS = 1000;
/** Written through to the disk before it counts as saved: a computer may lose its power. */
const STRICT = { durability: 'strict' } as const;

/** A command that waits, and whether it would survive a reload. */
export interface Waiting extends StoredCommand {
  readonly saved: boolean;
}

/** A command as the person sends it, and the form that it was written in. */
export interface Pressed extends Pick<StoredCommand, 'key' | 'command' | 'body' | 'since' | 'ticket'> {
  readonly form: string;
}

/** What another tab is told: that something has changed, and which report has become which ticket. */
export interface News {
  readonly owner: string;
  readonly key?: string;
  readonly ticket?: TicketId;
  /** Asks the holder of a lease whether he is still there, and his answer. */
  readonly asks?: string;
  readonly here?: string;
}

/** What becomes of a command; undefined takes it away. `keep` puts a draft back. */
type Change = (before: StoredCommand, keep?: (draft: StoredDraft) => void) => StoredCommand | undefined;

export interface OutboxOptions {
  /** Of whose commands this is the outbox. */
  readonly owner: string;
  /** Local clock. */
  readonly now: () => number;
  readonly changed: () => void;
  readonly heard: (news: News) => void;
}

/**
 * The commands of one person that the server has not answered yet, kept on this device: what one tab puts there every tab sees, and one of
 * them at a time may send it. Where the browser keeps nothing they are kept in this page.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #holder = String(Math.random());
  readonly #unsaved = new Map<string, StoredCommand>();
  #stored: readonly StoredCommand[] = [];
  #channel: BroadcastChannel | undefined;
  /** The tab that has been asked whether it is still there, and has not answered since. */
  #asked: { readonly holder: string; readonly at: number } | undefined;
  /** Grows with each reading: an older answer that comes late is dropped. */
  #reading = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.listen();
  }

  /** In the order in which they were pressed. */
  get waiting(): readonly Waiting[] {
    const saved = this.#stored.filter(({ key }) => !this.#unsaved.has(key)).map((each) => ({ ...each, saved: true }));
    return [...saved, ...[...this.#unsaved.values()].map((each) => ({ ...each, saved: false }))];
  }

  find(key: string): Waiting | undefined {
    return this.waiting.find((each) => each.key === key);
  }

  /** Hears the other tabs; until {@link rest}, as an open channel would keep a page that is put aside from coming back as it was. */
  listen(): void {
    if (this.#channel || typeof BroadcastChannel === 'undefined') return;
    try {
      this.#channel = new BroadcastChannel('vitrine-outbox');
    } catch {
      return; // An origin that keeps nothing has no other tab either.
    }
    this.#channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
      const { owner, asks, here } = data ?? {};
      if (owner !== this.#options.owner) return;
      if (asks === this.#holder) return this.#channel?.postMessage({ owner, here: asks } satisfies News);
      if (here !== undefined && here === this.#asked?.holder) this.#asked = undefined;
      if (asks !== undefined || here !== undefined) return;
      void this.read().then(() => this.#options.heard(data));
    });
  }

  rest(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Looks at what lies on this device now. */
  async read(): Promise<void> {
    const reading = ++this.#reading;
    const { owner, changed } = this.#options;
    const stored = await onDevice((db) => db.getAllFromIndex('commands', 'owner', owner));
    if (reading !== this.#reading || !stored) return;
    this.#stored = stored;
    changed();
  }

  /**
   * Kept once this is over, on the device where it can be. The draft that it was written in goes with it, and so does the refused command
   * whose place it takes: never is one thing there twice.
   */
  async add(command: Pressed, instead?: string): Promise<void> {
    const { form, ...pressed } = command;
    const { owner } = this.#options;
    const bare: StoredCommand = { ...pressed, owner, sent: false, notBefore: 0, draft: undefined };
    const saved = await onDevice(async (db) => {
      const tx = db.transaction(['commands', 'drafts'], 'readwrite', STRICT);
      const [commands, drafts] = [tx.objectStore('commands'), tx.objectStore('drafts')];
      const draft = await drafts.get([owner, form]);
      const before = (await commands.index('owner').getAll(owner)).find(({ key }) => key === instead);
      if (before) void commands.delete(before.n!);
      void drafts.delete([owner, form]);
      void commands.add({ ...bare, draft });
      await tx.done;
      return true;
    });
    if (!saved) this.#unsaved.set(bare.key, bare);
    if (instead) this.#unsaved.delete(instead);
    await this.#tell({});
  }

  /**
   * Makes this tab the one that sends, and says that this command is about to go out. False: it is not there any more. A number: another
   * tab sends: to be asked again then (local clock).
   *
   * @param leaves whether the request can get away at all
   */
  async claim(key: string, leaves: boolean): Promise<boolean | number> {
    const { owner } = this.#options;
    const unsaved = this.#unsaved.get(key);
    if (unsaved) {
      this.#unsaved.set(key, { ...unsaved, sent: unsaved.sent || leaves });
      return true;
    }
    const now = this.#options.now();
    const claimed = await onDevice(async (db) => {
      const tx = db.transaction(['commands', 'leases'], 'readwrite');
      const leases = tx.objectStore('leases');
      const lease = await leases.get(owner);
      // One that reaches further than a lease can was made by a clock that was set back since.
      const runs = lease && lease.until > now && lease.until <= now + LEASE_MS;
      const taken = runs && lease.holder !== this.#holder && !this.#hasDied(lease.holder, now);
      const held = await tx.objectStore('commands').index('owner').getAll(owner);
      const command = held.find((each) => each.key === key);
      if (!taken && command && !command.refused) {
        void leases.put({ owner, holder: this.#holder, until: now + LEASE_MS });
        if (leaves && !command.sent) void tx.objectStore('commands').put({ ...command, sent: true });
      }
      await tx.done;
      return taken ? this.#askWhether(lease, now) : Boolean(command && !command.refused);
    });
    // The device has stopped answering: what this page holds is sent all the same, the server carries a key out once.
    return claimed ?? true;
  }

  /** When it makes sense to look again whether the tab that sends is still there. */
  #askWhether({ holder, until }: Lease, now: number): number {
    if (!this.#channel) return until;
    if (this.#asked?.holder !== holder) this.#asked = { holder, at: now };
    this.#channel.postMessage({ owner: this.#options.owner, asks: holder } satisfies News);
    return Math.min(until, this.#asked.at + ANSWER_MS);
  }

  #hasDied(holder: string, now: number): boolean {
    return this.#asked?.holder === holder && now >= this.#asked.at + ANSWER_MS;
  }

  /** Lets another tab send. */
  async release(): Promise<void> {
    const { owner } = this.#options;
    await onDevice(async (db) => {
      const tx = db.transaction('leases', 'readwrite');
      if ((await tx.store.get(owner))?.holder === this.#holder) void tx.store.delete(owner);
      await tx.done;
      return true;
    });
  }

  /** Why it has to wait, and how long at least. */
  wait(key: string, fault: Fault, notBefore: number): Promise<void> {
    return this.#change(key, (before) => ({ ...before, fault, notBefore }));
  }

  /** The server will not have it; the person decides what becomes of it. */
  refuse(key: string, fault: Fault): Promise<void> {
    return this.#change(key, (before) => ({ ...before, fault, refused: true }));
  }

  /** It is done, or nobody wants it any more. */
  async remove(key: string, news: Omit<News, 'owner' | 'key'> = {}): Promise<void> {
    await this.#change(key, () => undefined, { key, ...news });
  }

  /** It was refused at once, with the person before it: what was written stands in its form again. */
  async giveBack(key: string): Promise<void> {
    await this.#change(key, (before, keep) => {
      if (before.draft) keep?.(before.draft);
      return undefined;
    });
  }

  /** As {@link remove}, but only what surely never reached the server. Says whether it was so. */
  async discard(key: string): Promise<boolean> {
    let gone = false;
    await this.#change(key, (before) => {
      gone = !before.sent || Boolean(before.refused);
      return gone ? undefined : before;
    });
    return gone;
  }

  async #change(key: string, change: Change, news: Omit<News, 'owner'> = {}): Promise<void> {
    const unsaved = this.#unsaved.get(key);
    if (unsaved) {
      const after = change(unsaved);
      if (after) this.#unsaved.set(key, after);
      else this.#unsaved.delete(key);
    } else await onDevice((db) => this.#changeStored(db, key, change));
    await this.#tell(news);
  }

  async #changeStored(db: Database, key: string, change: Change): Promise<true> {
    const tx = db.transaction(['commands', 'drafts'], 'readwrite', STRICT);
    const commands = tx.objectStore('commands');
    const before = (await commands.index('owner').getAll(this.#options.owner)).find((each) => each.key === key);
    if (before) {
      const after = change(before, (draft) => void tx.objectStore('drafts').put(draft));
      if (after) void commands.put(after);
      else void commands.delete(before.n!);
    }
    await tx.done;
    return true;
  }

  async #tell(news: Omit<News, 'owner'>): Promise<void> {
    await this.read();
    this.#options.changed();
    this.#channel?.postMessage({ owner: this.#options.owner, ...news });
  }
}
