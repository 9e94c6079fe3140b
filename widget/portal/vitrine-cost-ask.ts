import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { pendingOf, type TicketLine } from '../../server/contract/money.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { define } from '../define.ts';
import { mayApprove } from '../text/viewing.ts';
import { asking } from '../ui/asking.css.ts';
import { PortalElement } from '../ui/portal-element.ts';
import { reasonForm } from '../ui/reason-form.ts';
import { Acting } from '../ui/acting.ts';

/** Which lines, how much they come to as it is read, and whether they were approved. */
export type Decision = readonly [lines: readonly string[], sum: string, isApproved: boolean];

/**
 * Where a person approves what waits for it, or disputes it: all lines, or those that he picks.
 *
 * @csspart ask - What waits for the person's approval.
 */
export class VitrineCostAsk extends PortalElement {
  /** Whose lines. */
  @property({ attribute: false }) ticket: TicketView | undefined = undefined;
  /** Shows its lines, where nothing beside it does; otherwise they are to be picked once the person begins to dispute. */
  @property({ type: Boolean }) alone = false;

  /** Told what was decided, also when the lines have left by then. */
  @property({ attribute: false }) decided: ((...what: Decision) => void) | undefined = undefined;

  readonly #sending = new Acting(this, () => this.ticket?.id);
  /** Lines that the person leaves for later. */
  readonly #left = new Set<string>();

  protected override get needs() {
    return 'approve' as const;
  }

  override render() {
    const { ticket } = this;
    if (!ticket) return nothing;
    const { t, format } = this.viewing;
    const waiting = ticket.costs.lines.filter((line) => line.state === 'awaiting');
    const picked = waiting.filter(({ id }) => !this.#left.has(id));
    const sum = format.money(
      picked.reduce((all, line) => all + pendingOf(line), 0),
      ticket.costs.currency,
    );
    const own = mayApprove(ticket, this.boot);
    const { fault } = this.#sending;
    const busy = this.#sending.busy || picked.length === 0;
    const send = (reason?: string): void => void this.#decide(ticket, picked, sum, reason);
    return html`<div class="card ask" part="ask">
      ${this.alone || waiting.length > 1 ? this.#lines(waiting, ticket.costs.currency) : nothing}
      <p>${t(own ? 'cost.ask' : 'say.awaiting', { sum })}</p>
      <div class="acts">
        ${own ? html`<button class="primary" ?disabled=${busy} @click=${() => send()}>${t('approve')}</button>` : nothing}
        ${reasonForm({ open: t('dispute'), label: t('dispute.why'), send: t('send'), busy, draft: `${ticket.id}/dispute-cost`, take: send })}
      </div>
      ${fault ? html`<p class="late small" role="alert">${this.faultText(fault)}</p>` : nothing}
    </div>`;
  }

  #lines(lines: readonly TicketLine[], currency: string) {
    const { t } = this.viewing;
    return html`<fieldset class=${this.alone ? '' : 'folded'}>
      <legend class="hidden">${t('cost')}</legend>
      ${lines.map((line) => this.#line(line, lines.length > 1, currency))}
    </fieldset>`;
  }

  #line(line: TicketLine, isChoice: boolean, currency: string) {
    const { t, format } = this.viewing;
    const { id, title, quantity, unit, approved, unapproved, reason } = line;
    const notes = [
      `${format.number(Number(quantity))} ${unit}`,
      ...(approved ? [t('cost.before', { sum: format.money(approved, currency) })] : []),
    ];
    return html`<label class="line">
      ${
        isChoice
          ? html`<input type="checkbox" .checked=${!this.#left.has(id)} @change=${() => this.#pick(id)} />`
          : nothing
      }
      <span>
        <bdi>${title}</bdi>
        <span class="muted small">${notes.join(' · ')}</span>
        ${reason ? html`<q class="small">${reason}</q>` : nothing}
        ${unapproved ? html`<span class="small warn">${t('fact.cost_unapproved')}</span>` : nothing}
      </span>
      <span class="sum">${format.money(pendingOf(line), currency)}</span>
    </label>`;
  }

  #pick(id: string): void {
    if (!this.#left.delete(id)) this.#left.add(id);
    this.requestUpdate();
  }

  async #decide(ticket: TicketView, picked: readonly TicketLine[], sum: string, reason?: string): Promise<void> {
    const lines = picked.map(({ id }) => id);
    const outcome = await this.#sending.run(() =>
      reason === undefined
        ? this.actions?.send(ticket.id, 'approve-cost', { lines })
        : this.actions?.send(ticket.id, 'dispute-cost', { lines, reason }),
    );
    if (outcome) this.decided?.(lines, sum, reason === undefined);
  }

  static override readonly styles = [
    PortalElement.styles,
    asking,
    css`
      :host {
        display: contents;
      }

      fieldset {
        border: 0;
        display: grid;
        min-width: 0;
      }

      .ask:not(:has(details[open])) .folded {
        display: none;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        align-items: start;
        padding-block: 8px;
        min-height: 44px;
      }

      .line + .line {
        border-block-start: 1px solid var(--_border);
      }

      .line > span:not(.sum) {
        display: grid;
        flex: 1 1 140px;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .line input {
        width: 24px;
        min-height: 24px;
        margin: 0;
        flex: none;
        accent-color: var(--_accent);
      }

      .sum {
        margin-inline-start: auto;
        white-space: nowrap;
      }
    `,
  ];
}

define('vitrine-cost-ask', VitrineCostAsk);
