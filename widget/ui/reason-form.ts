import { html } from 'lit';
import { LIMITS } from '../../server/contract/limits.ts';

/** What {@link reasonForm} says and does. */
export interface ReasonForm {
  /** On the button that opens it. */
  readonly open: string;
  readonly label: string;
  /** On the button that sends it. */
  readonly send: string;
  readonly busy: boolean;
  /** Under which name it is kept while it is written. */
  readonly draft: string;
  readonly take: (reason: string) => void;
}

/** A button that first asks why. What was typed stays until the element that holds it is no longer needed. */
export const reasonForm = ({ open, label, send, busy, draft, take }: ReasonForm) =>
  html`<details>
    <summary class="button">${open}</summary>
    <form
      class="why"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const form = event.currentTarget as HTMLFormElement;
        take(String(new FormData(form).get('reason')).trim());
      }}
    >
      <label>${label}<textarea name="reason" required maxlength=${LIMITS.reason}></textarea></label>
      <vitrine-draft of=${draft}></vitrine-draft>
      <div class="acts"><button ?disabled=${busy}>${send}</button></div>
    </form>
  </details>`;
