import { LitElement, type PropertyValues } from 'lit';
import { ContextConsumer } from '@lit/context';
import { property } from 'lit/decorators.js';
import { define } from '../define.ts';
import { actionsContext, type Kept } from '../store/actions.ts';

/** Stands in a form whose fields look after themselves: keeps on this device what is typed there until it is sent, and puts it back after a reload. */
export class VitrineDraft extends LitElement {
  /** Under which name. */
  @property() of = '';

  readonly #actions = new ContextConsumer(this, { context: actionsContext, subscribe: true });
  /** Of the person who writes: taken once, so that nothing of his is ever kept for the next one. */
  #kept: Kept | undefined;
  #form: HTMLFormElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.hidden = true;
    this.#form = this.closest('form');
    for (const event of ['input', 'change']) this.#form?.addEventListener(event, this.#keep);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const event of ['input', 'change']) this.#form?.removeEventListener(event, this.#keep);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('of')) return;
    // What was typed about something else does not stay for this.
    if (changed.get('of')) this.#form?.reset();
    void this.#restore();
  }

  async #restore(): Promise<void> {
    const { of } = this;
    this.#kept ??= await this.#actions.value?.kept();
    const draft = await this.#kept?.findDraft(of);
    const form = this.#form;
    if (of !== this.of || !form || typeof draft !== 'object' || draft === null) return;
    for (const control of form.elements) {
      const typed = (draft as Record<string, unknown>)[(control as HTMLInputElement).name];
      // What has been typed meanwhile is newer.
      if (typeof typed !== 'string' || !(isText(control) && control.value === '')) continue;
      control.value = typed;
      control.closest('details')?.setAttribute('open', '');
    }
  }

  readonly #keep = ({ type }: Event): void => {
    const form = this.#form;
    const typed = [...(form?.elements ?? [])].filter(isText).map(({ name, value }) => [name, value] as const);
    const isEmpty = typed.every(([, value]) => value.trim() === '');
    this.#kept?.keepDraft(this.of, isEmpty ? undefined : Object.fromEntries(typed), type === 'change');
  };
}

const isText = (control: Element): control is HTMLInputElement | HTMLTextAreaElement =>
  control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text');

define('vitrine-draft', VitrineDraft);
