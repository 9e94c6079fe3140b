import { VitrineAuthRequiredEvent } from '../events/portal-events.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Link, PortalFault } from '../store/state.ts';
import type { Line } from './request.ts';
import type { SessionTrouble } from './session.ts';

export interface ConditionOptions {
  readonly store: PortalStore;
  readonly tenant: string;
  readonly line: Line;
  readonly tell: (event: Event) => void;
  readonly report: (fault: PortalFault) => void;
}

/** Says how the line is and, when something is wrong with it, what. */
export class Condition {
  readonly #options: ConditionOptions;
  #over = false;

  constructor(options: ConditionOptions) {
    this.#options = options;
  }

  /** Says whether that is news. */
  link(state: Link['state']): boolean {
    const { store, line } = this.#options;
    if (store.current.link.state === state) return false;
    const since = line.time.now();
    // Whatever was wrong with the line is not any more.
    store.update((before) => ({ ...before, link: { state, since }, fault: state === 'live' ? null : before.fault }));
    return true;
  }

  trouble(trouble: SessionTrouble): void {
    const { store, tenant, line } = this.#options;
    if (trouble.code === 'no_answer') this.link('offline');
    else this.#authRequired();
    const nowS = (line.time.now() + store.current.serverOffsetMs) / 1000;
    void this.#report(({ explainTrouble }) => explainTrouble(trouble, { server: line.server, tenant, nowS }, line));
  }

  /** The line was ended for good (S4). */
  ended(code: 'protocol' | 'unauthorized'): void {
    if (code === 'unauthorized') return this.#authRequired();
    this.link('final');
    void this.#report(({ WRONG_PROTOCOL }) => WRONG_PROTOCOL);
  }

  blocked(): void {
    if (this.#options.store.current.fault?.code === 'websocket_blocked') return;
    void this.#report(({ explainBlocked }) => explainBlocked(this.#options.line));
  }

  /** Nothing is reported any more. */
  close(): void {
    this.#over = true;
  }

  #authRequired(): void {
    if (this.link('auth_required')) this.#options.tell(new VitrineAuthRequiredEvent());
  }

  /** The words for it are loaded when they are needed. */
  async #report(
    explain: (words: typeof import('./explain-line.ts')) => PortalFault | Promise<PortalFault>,
  ): Promise<void> {
    const { store, line, report } = this.#options;
    const { link } = store.current;
    let fault: PortalFault;
    try {
      fault = await explain(await import('./explain-line.ts'));
    } catch {
      const help = 'Check that it runs, and that script-src and connect-src of the page allow it.';
      fault = { code: 'server_unreachable', detail: `${line.server} does not answer.`, help };
    }
    // Looking for the cause takes a while: what has mended itself meanwhile is not reported.
    if (!this.#over && store.current.link === link) report(fault);
  }
}
