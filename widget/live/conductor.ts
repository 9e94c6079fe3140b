import type { TicketAnswer, TicketsAnswer } from '../../server/contract/answers.ts';
import { cursorOf, parseCursor, PROTOCOL } from '../../server/contract/feed.ts';
import type { AsOf, Frame, LiveAuth, SessionAnswer } from '../../server/contract/feed.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import { VitrineReadyEvent } from '../events/portal-events.ts';
import { takeEta, takeFrame } from '../store/fold.ts';
import type { GetToken, Machinery } from '../store/machinery.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { forgotten, takeSnapshot } from '../store/snapshot.ts';
import type { PortalFault, Scope } from '../store/state.ts';
import { Condition } from './condition.ts';
import { Connection } from './connection.ts';
import { Gateway } from './gateway.ts';
import { connectSocket, prepareSocket, type Connect } from './live-socket.ts';
import { tellNews } from './news.ts';
import { followPage } from './page-life.ts';
import { request, type Line } from './request.ts';
import { Session } from './session.ts';
import { ticketPath, TicketActions, ticketsPath } from './ticket-actions.ts';
import { backoffMs, BROWSER_TIME, Pauses, type Time } from './time.ts';
import { keepUp } from './upkeep.ts';

export interface ConductorOptions {
  readonly store: PortalStore;
  /** Without a slash at its end. */
  readonly server: string;
  readonly tenant: string;
  readonly getToken: GetToken;
  /** An event for the page. */
  readonly tell: (event: Event) => void;
  /** Something is wrong that the page's makers can mend. */
  readonly report: (fault: PortalFault) => void;
  readonly fetch?: typeof fetch;
  readonly connect?: Connect;
  readonly time?: Time;
}

/** Brings the parts together: a session, then a snapshot, then the line that keeps it current, for as long as the portal is on the page. */
export class Conductor implements Machinery {
  readonly actions: TicketActions;
  readonly #options: ConductorOptions;
  readonly #store: PortalStore;
  readonly #time: Time;
  readonly #pauses: Pauses;
  readonly #condition: Condition;
  readonly #session: Session;
  readonly #gateway: Gateway;
  readonly #connection: Connection;
  readonly #ends: (() => void)[];
  /** Aborted when another person takes over, and at the end: nothing of the one is sent or shown for the other. */
  #person = new AbortController();
  #loading = false;
  #given: string | undefined;

  constructor(options: ConductorOptions) {
    const { store, server, tenant, getToken, tell, report, connect = connectSocket, time = BROWSER_TIME } = options;
    // Looked up at each call: pages wrap fetch, sometimes late.
    const line: Line = { server, time, fetch: options.fetch ?? ((...sent) => fetch(...sent)) };
    this.#options = options;
    this.#store = store;
    this.#time = time;
    this.#pauses = new Pauses(time);
    this.#condition = new Condition({ store, tenant, line, tell, report });
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
      heard: () => store.update((state) => ({ ...state, heardAt: time.now() })),
    });
    this.#connection = new Connection({
      server,
      connect,
      time,
      auth: this.#auth,
      frame: this.#take,
      resync: ({ epoch, head }) => void this.#catchUp({ epoch, position: head }),
      position: (message) => store.update((state) => takeEta(state, message)),
      expiring: () => void this.#session.renew('refresh'),
      link: (state) => void this.#condition.link(state),
      ended: (code) => this.#condition.ended(code),
      blocked: () => {
        this.#condition.blocked();
        void actions.look();
      },
    });
    const actions = new TicketActions({
      store,
      gateway: this.#gateway,
      time,
      person: () => this.#person.signal,
      changed: (before, events) => tellNews(store, tell, before, events),
      tell,
      retry: () => this.retry(),
    });
    this.actions = actions;
    this.#ends = [
      keepUp({ store, actions, connection: this.#connection, time, tell }),
      followPage({ wake: () => this.#wake(), rest: () => this.#connection.stop() }),
    ];
  }

  start(): void {
    void this.#session.bearer();
    if (!this.#options.connect) prepareSocket();
  }

  retry(): void {
    this.#wake();
    void this.#session.retry();
  }

  stop(): void {
    for (const end of this.#ends) end();
    this.#condition.close();
    this.#connection.stop();
    this.#session.close();
    this.#person.abort();
    this.#pauses.wake();
  }

  #wake(): void {
    this.#pauses.wake();
    if (this.#store.current.phase !== 'ready' || this.#loading) return;
    if (this.#store.current.link.state !== 'final') this.#connection.start();
    this.#connection.wake();
  }

  readonly #opened = (answer: SessionAnswer, serverOffsetMs: number): void => {
    const { person } = this.#store.current;
    if (person && person.id !== answer.person.id) {
      this.#person.abort();
      this.#person = new AbortController();
      this.#pauses.wake();
      this.#connection.stop();
      this.#loading = false;
      this.#store.update(forgotten);
    }
    const heardAt = this.#time.now();
    this.#store.update((state) => ({
      ...state,
      phase: state.phase === 'failed' ? 'starting' : state.phase,
      // Of blocked sockets a session says nothing.
      fault: state.fault?.code === 'websocket_blocked' ? state.fault : null,
      person: answer.person,
      list: state.person ? state.list : { ...state.list, scope: scopeOf(answer.person.role) },
      serverOffsetMs,
      heardAt,
    }));
    if (this.#store.current.link.state !== 'live') this.#condition.link('connecting');
    if (this.#loading) return;
    if (this.#store.current.phase !== 'ready') return void this.#begin(answer);
    this.#connection.refresh(answer.session);
    this.#connection.start();
  };

  async #begin({ head }: SessionAnswer): Promise<void> {
    // A head that cannot be read gets a resync, which names another.
    const loaded = await this.#catchUp(parseCursor(head) ?? { epoch: '', position: 0 });
    if (loaded) this.#options.tell(new VitrineReadyEvent());
  }

  /** A snapshot taken after `asOf`, then the frames from there: what lies in both changes nothing twice. */
  async #catchUp(asOf: AsOf): Promise<boolean> {
    const { signal } = this.#person;
    this.#connection.stop();
    this.#loading = true;
    for (let attempt = 0; ; attempt++) {
      const fault = await this.#load(asOf, signal);
      if (signal.aborted) return false;
      if (!fault) break;
      if (fault.code === 'unauthorized') await this.#session.bearer();
      else this.#condition.trouble({ code: 'no_answer', fault });
      await this.#pauses.pause(backoffMs(this.#time, attempt));
      if (signal.aborted) return false;
    }
    this.#loading = false;
    this.#connection.start();
    return true;
  }

  async #load(asOf: AsOf, signal: AbortSignal): Promise<Fault | undefined> {
    const { list, openTicket } = this.#store.current;
    const waiting = (fault: Fault): void => this.#condition.trouble({ code: 'no_answer', fault });
    const asked = { signal, waiting };
    const [boot, page, open] = await Promise.all([
      this.#gateway.ask<PortalBoot>('GET', '/v1/portal', asked),
      this.#gateway.ask<TicketsAnswer>('GET', ticketsPath(list), asked),
      openTicket ? this.#gateway.ask<TicketAnswer>('GET', ticketPath(openTicket), asked) : undefined,
    ]);
    if (signal.aborted) return undefined;
    if (boot.fault) return boot.fault;
    if (page.fault) return page.fault;
    const snapshot = { boot: boot.value, list: page.value, open: open?.value, ...asOf };
    this.#store.update((state) => takeSnapshot(state, snapshot));
    return undefined;
  }

  readonly #take = (frame: Frame): boolean => {
    const before = this.#store.current;
    const after = takeFrame(before, frame);
    if (!after) return false;
    this.#store.update(() => ({ ...after, heardAt: this.#time.now() }));
    tellNews(this.#store, this.#options.tell, before, frame.events);
    return true;
  };

  readonly #auth = async (refused: boolean): Promise<LiveAuth | undefined> => {
    const session = await this.#session.bearer(refused ? this.#given : undefined);
    if (session === undefined) return undefined;
    this.#given = session;
    const { epoch, position } = this.#store.current;
    return { session, cursor: cursorOf(epoch, position), protocol: PROTOCOL };
  };
}

/** Who watches a whole company sees it at once; everybody else what his site has, whoever of its shifts reported it. */
const scopeOf = (role: SessionAnswer['person']['role']): Scope =>
  role === 'auditor' || role === 'contract_manager' ? 'tenant' : 'site';
