import type { ReactiveElement } from 'lit';
import type { PortalBoot } from '../../server/contract/portal.ts';
import type { Actions, Kept } from '../store/actions.ts';
import { asDraft, isWritten, type ReportDraft } from './report-draft.ts';

/** The reports that a person is writing: a new one, and any that was refused and is being corrected. Each is kept on this device. */
export class ReportDrafts {
  readonly #host: ReactiveElement;
  readonly #drafts = new Map<string, ReportDraft>();
  readonly #typed = new Set<string>();
  readonly #sought = new Set<string>();
  /** Of the person who writes: taken once, so that nothing of his is ever kept for the next one. */
  #kept: Kept | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  at(form: string): ReportDraft | undefined {
    return this.#drafts.get(form);
  }

  /** Puts something there that nobody has typed: it gives way to what is found on this device. */
  begin(form: string, draft: ReportDraft): void {
    this.#drafts.set(form, draft);
  }

  type(form: string, draft: ReportDraft, isAtOnce = false): void {
    this.#drafts.set(form, draft);
    this.#typed.add(form);
    this.#kept?.keepDraft(form, toKeep(draft), isAtOnce);
    this.#host.requestUpdate();
  }

  /** Looks once on this device for what was written there before. */
  async seek(form: string, actions: Actions | undefined, boot: PortalBoot): Promise<void> {
    if (!actions || this.#sought.has(form)) return;
    this.#sought.add(form);
    this.#kept ??= await actions.kept();
    // What cannot be loaded now may be at the next look.
    if (!this.#kept) return void this.#sought.delete(form);
    const draft = this.#drafts.get(form);
    if (this.#typed.has(form)) return this.#kept.keepDraft(form, draft && toKeep(draft));
    const found = asDraft(await this.#kept.findDraft(form), boot);
    if (!found || this.#typed.has(form) || !isWritten(found)) return;
    this.#drafts.set(form, found);
    this.#host.requestUpdate();
  }

  /** It was sent, or is not wanted. */
  drop(form: string): void {
    this.#drafts.delete(form);
    this.#typed.delete(form);
    this.#sought.add(form);
    this.#host.requestUpdate();
  }

  throwAway(form: string): void {
    this.drop(form);
    this.#kept?.keepDraft(form, undefined, true);
  }
}

/** On a login that a whole shop shares, who is to be asked for is a matter of one report: nobody finds the name of the last person there. */
function toKeep(draft: ReportDraft): ReportDraft | undefined {
  const bare = { ...draft, contactName: '', contactPhone: '' };
  return isWritten(bare) ? bare : undefined;
}
