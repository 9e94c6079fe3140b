import { cursorOf, parseCursor, PROTOCOL } from '../../server/contract/feed.ts';
import type { AsOf, Frame, LiveAuth, SessionAnswer } from '../../server/contract/feed.ts';
import { VitrineAuthRequiredEvent, VitrineReadyEvent, VitrineUnreadEvent } from '../events/portal-events.ts';
import { takeEta, takeFrame } from '../store/fold.ts';
import type { GetToken } from '../store/machinery.ts';
import { Store } from '../store/portal-store.ts';
import { forgotten, unlisted } from '../store/snapshot.ts';
import { UNKNOWN } from '../store/state.ts';
import { Condition } from './condition.ts';
import { Connection } from './connection.ts';
import { Gateway } from './gateway.ts';
import { connectSocket, type Connect } from './live-socket.ts';
import { followPage } from './page-life.ts';
import { request, type Line } from './request.ts';
import { Session } from './session.ts';
import { Snapshots } from './snapshots.ts';
import { TicketActions } from './ticket-actions.ts';
import { BROWSER_TIME, Pauses, type Time } from './time.ts';
import { keepUp } from './upkeep.ts';
import { beginList, bringList, bringOpen, tellNews, type Viewer } from './viewers.ts';

export interface ConductorOptions {
  /** Without a slash at its end. */
  readonly server: string;
  readonly tenant: string;
  readonly getToken: GetToken;
  readonly fetch?: typeof fetch;
  readonly connect?: Connect;
  readonly time?: Time;
}

/** Brings the parts together for one person: a session, then a snapshot, then the line that keeps it current, for as long as an element shows it. */
export class Conductor {
  readonly known = new Store(UNKNOWN);
  readonly #options: ConductorOptions;
  readonly #time: Time;
  readonly #pauses: Pauses;
  readonly #condition: Condition;
  readonly #session: Session;
  readonly #gateway: Gateway;
  readonly #connection: Connection;
  readonly #snapshots: Snapshots;
  readonly #viewers = new Set<Viewer>();
  readonly #ends: (() => void)[];
  readonly #upkeep: { readonly look: () => void; readonly end: () => void };
  /** Aborted when another person takes over, and at the end: nothing of the one is sent or shown for the other. */
  #person = new AbortController();
  #started = false;
  #given: string | undefined;

  constructor(options: ConductorOptions) {
    const { known } = this;
    const { server, tenant, getToken, connect = connectSocket, time = BROWSER_TIME } = options;
    // Looked up at each call: pages wrap fetch, sometimes late.
    const line: Line = { server, time, fetch: options.fetch ?? ((...sent) => fetch(...sent)) };
    this.#options = options;
    this.#time = time;
    this.#pauses = new Pauses(time);
    this.#condition = new Condition({
      known,
      tenant,
      line,
      authRequired: () => this.#each(({ tell }) => tell(new VitrineAuthRequiredEvent())),
      report: (fault) => this.#each(({ report }) => report(fault)),
    });
    this.#session = new Session({
      getToken,
      exchange: (assertion) => request(line, 'POST', '/v1/session', { body: { tenant, assertion } }),
      opened: this.#opened,
      trouble: (trouble) => this.#condition.trouble(trouble),
      time,
      pauses: this.#pauses,
    });
    this.#gateway = new Gateway({
      ...line,
      pauses: this.#pauses,
      bearer: (refused) => this.#session.bearer(refused),
      heard: () => known.update((state) => ({ ...state, heardAt: time.now() })),
    });
    this.#connection = new Connection({
      server,
      connect,
      time,
      auth: this.#auth,
      frame: this.#take,
      resync: ({ epoch, head }) => void this.#catchUp({ epoch, position: head }),
      position: (message) => known.update((state) => takeEta(state, message)),
      expiring: () => void this.#session.renew('refresh'),
      link: (state) => void this.#condition.link(state),
      ended: (code) => this.#condition.ended(code),
      blocked: () => {
        this.#condition.blocked();
        this.#each(({ actions }) => void actions.look());
      },
    });
    this.#snapshots = new Snapshots({
      known,
      tenant,
      viewers: this.#viewers,
      gateway: this.#gateway,
      session: this.#session,
      condition: this.#condition,
      time,
      pauses: this.#pauses,
    });
    this.#upkeep = keepUp({ known, viewers: this.#viewers, connection: this.#connection, time });
    this.#ends = [this.#upkeep.end, followPage({ wake: () => this.#wake(), rest: () => this.#connection.stop() })];
  }

  /** An element that shows it from now on: at once what is known, and then what it wants beside that. */
  join({ store, tell, report }: Omit<Viewer, 'actions'>): Viewer {
    const { known } = this;
    const { server, tenant } = this.#options;
    const actions = new TicketActions({
      store,
      server,
      tenant,
      gateway: this.#gateway,
      time: this.#time,
      person: () => this.#person.signal,
      changed: (before, events) => tellNews(known, this.#viewers, before, events),
      tell: (event) => {
        tell(event);
        // The others have not asked for it: their lists want a refresh.
        if (this.#viewers.size > 1) known.update((state) => ({ ...state, skipped: state.skipped + 1 }));
      },
      retry: () => this.retry(),
    });
    const viewer: Viewer = { store, actions, tell, report };
    const { client } = store.current;
    if (!known.current.client) known.update((state) => ({ ...state, client }));
    store.join(known);
    store.subscribe(this.#upkeep.look);
    this.#viewers.add(viewer);
    const { fault, person, phase, unread } = known.current;
    if (fault) report(fault);
    if (unread.size > 0) tell(new VitrineUnreadEvent(unread.size));
    if (person) beginList(viewer, person);
    if (phase === 'ready') {
      bringList(viewer, this.#viewers);
      bringOpen(viewer);
      tell(new VitrineReadyEvent());
    }
    return viewer;
  }

  /** @returns whether anybody is left */
  leave(viewer: Viewer): boolean {
    viewer.store.leave();
    viewer.actions.leave();
    this.#viewers.delete(viewer);
    if (this.#viewers.size === 0) this.#stop();
    else this.#upkeep.look();
    return this.#viewers.size > 0;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#session.bearer();
  }

  retry(): void {
    this.#wake();
    void this.#session.retry();
  }

  get size(): number {
    return this.#viewers.size;
  }

  #stop(): void {
    for (const end of this.#ends) end();
    this.#condition.close();
    this.#connection.stop();
    this.#session.close();
    this.#person.abort();
    this.#pauses.wake();
  }

  #each(run: (viewer: Viewer) => void): void {
    for (const viewer of this.#viewers) run(viewer);
  }

  #wake(): void {
    this.#pauses.wake();
    if (this.known.current.phase !== 'ready' || this.#snapshots.underWay) return;
    if (this.known.current.link.state !== 'final') this.#connection.start();
    this.#connection.wake();
  }

  readonly #opened = (answer: SessionAnswer, serverOffsetMs: number): void => {
    const { person } = this.known.current;
    if (person && person.id !== answer.person.id) {
      this.#person.abort();
      this.#person = new AbortController();
      this.#pauses.wake();
      this.#connection.stop();
      this.known.update(forgotten);
      this.#each(({ store }) => store.update(unlisted));
    }
    const heardAt = this.#time.now();
    this.known.update((state) => ({
      ...state,
      phase: state.phase === 'failed' ? 'starting' : state.phase,
      // Of blocked sockets a session says nothing.
      fault: state.fault?.code === 'websocket_blocked' ? state.fault : null,
      person: answer.person,
      serverOffsetMs,
      heardAt,
    }));
    if (person?.id !== answer.person.id) this.#each((viewer) => beginList(viewer, answer.person));
    if (this.known.current.link.state !== 'live') this.#condition.link('connecting');
    if (this.#snapshots.underWay) return;
    if (this.known.current.phase !== 'ready') return void this.#begin(answer);
    this.#connection.refresh(answer.session);
    this.#connection.start();
  };

  async #begin({ head }: SessionAnswer): Promise<void> {
    // A head that cannot be read gets a resync, which names another.
    const loaded = await this.#catchUp(parseCursor(head) ?? { epoch: '', position: 0 });
    if (loaded) this.#each(({ tell }) => tell(new VitrineReadyEvent()));
  }

  async #catchUp(asOf: AsOf): Promise<boolean> {
    this.#connection.stop();
    const loaded = await this.#snapshots.take(asOf, this.#person.signal);
    if (loaded) this.#connection.start();
    return loaded;
  }

  readonly #take = (frame: Frame): boolean => {
    const { known } = this;
    const before = known.current;
    const after = takeFrame(before, frame);
    if (!after) return false;
    known.update(() => ({ ...after, heardAt: this.#time.now() }));
    tellNews(known, this.#viewers, before, frame.events);
    return true;
  };

  readonly #auth = async (refused: boolean): Promise<LiveAuth | undefined> => {
    const session = await this.#session.bearer(refused ? this.#given : undefined);
    if (session === undefined) return undefined;
    this.#given = session;
    const { epoch, position } = this.known.current;
    return { session, cursor: cursorOf(epoch, position), protocol: PROTOCOL };
  };
}
