import type { Store } from '../store/portal-store.ts';
import type { Known, Link, PortalFault } from '../store/state.ts';
import type { Line } from './request.ts';
import type { SessionTrouble } from './session.ts';

export interface ConditionOptions {
  readonly known: Store<Known>;
  readonly tenant: string;
  readonly line: Line;
  /** The page has to sign the person in again. */
  readonly authRequired: () => void;
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
    const { known, line } = this.#options;
    if (known.current.link.state === state) return false;
    const since = line.time.now();
    // Whatever was wrong with the line is not any more.
    known.update((before) => ({ ...before, link: { state, since }, fault: state === 'live' ? null : before.fault }));
    return true;
  }

  trouble(trouble: SessionTrouble): void {
    const { known, tenant, line } = this.#options;
    if (trouble.code === 'no_answer') this.link('offline');
    else this.#authRequired();
    const nowS = (line.time.now() + known.current.serverOffsetMs) / 1000;
    void this.#report(({ explainTrouble }) => explainTrouble(trouble, { server: line.server, tenant, nowS }, line));
  }

  /** The line was ended for good (S4). */
  ended(code: 'protocol' | 'unauthorized'): void {
    if (code === 'unauthorized') return this.#authRequired();
    this.link('final');
    void this.#report(({ WRONG_PROTOCOL }) => WRONG_PROTOCOL);
  }

  blocked(): void {
    if (this.#options.known.current.fault?.code === 'websocket_blocked') return;
    void this.#report(({ explainBlocked }) => explainBlocked(this.#options.line));
  }

  /** Nothing is reported any more. */
  close(): void {
    this.#over = true;
  }

  #authRequired(): void {
    if (this.link('auth_required')) this.#options.authRequired();
  }

  /** The words for it are loaded when they are needed. */
  async #report(
    explain: (words: typeof import('./explain-line.ts')) => PortalFault | Promise<PortalFault>,
  ): Promise<void> {
    const { known, line, report } = this.#options;
    const { link } = known.current;
    let fault: PortalFault;
    try {
      fault = await explain(await import('./explain-line.ts'));
    } catch {
      const help = 'Check that it runs, and that the page’s policy allows it.';
      fault = { code: 'server_unreachable', detail: `${line.server} does not answer.`, help };
    }
    // Looking for the cause takes a while: what has mended itself meanwhile is not reported.
    if (!this.#over && known.current.link === link) report(fault);
  }
}
