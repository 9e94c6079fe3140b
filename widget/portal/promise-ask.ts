import type { ReactiveElement } from 'lit';
import type { PromiseAnswer } from '../../server/contract/portal.ts';
import type { Actions } from '../store/actions.ts';
import { zoneOf, type Viewing } from '../text/viewing.ts';
import type { ReportDraft } from './report-draft.ts';

/** Knows what is promised for a draft, before anything is sent. */
export class PromiseAsk {
  readonly #host: ReactiveElement;
  #asked = '';
  #clocks: PromiseAnswer['clocks'] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** Asks anew when what the promise hangs on has changed; an older answer that comes late is dropped. */
  async ask({ site, category, priority }: ReportDraft, actions: Actions | undefined): Promise<void> {
    const asked = [site, category, priority].join('\n');
    if (!site || !category || !actions || asked === this.#asked) return;
    this.#asked = asked;
    this.#clocks = [];
    const { value } = await actions.promise({ site, category, ...(priority ? { priority } : {}) });
    if (asked !== this.#asked) return;
    // Without a connection: asked again at the next change.
    if (!value) return void (this.#asked = '');
    this.#clocks = value.clocks;
    this.#host.requestUpdate();
  }

  say(draft: ReportDraft, viewing: Viewing): string {
    return sayPromise(this.#clocks, draft, viewing);
  }
}

/** `Reaction by 12:17, fixed by 17:02`; empty while it is not known, or nothing is promised. */
export function sayPromise(
  clocks: readonly { readonly kind: string; readonly dueAt: string | null }[],
  at: { readonly site: string },
  { t, format, now, boot }: Viewing,
): string {
  const by = (kind: string): string => {
    const due = clocks.find((clock) => clock.kind === kind)?.dueAt;
    return due ? format.both(due, zoneOf(at, boot), now) : '';
  };
  const [reaction, resolution] = [by('reaction'), by('resolution')];
  if (reaction && resolution) return t('report.promise', { reaction, resolution });
  if (reaction) return t('report.promise.reaction', { reaction });
  return resolution ? t('report.promise.resolution', { resolution }) : '';
}
