import { html, nothing } from 'lit';

/** What {@link sureForm} says and does. */
export interface SureForm {
  /** On the button that opens it. */
  readonly open: string;
  /** What is said before it is done. */
  readonly ask: string;
  /** On the button that does it. */
  readonly yes: string;
  readonly take: () => void;
  /** What may be done instead. */
  readonly instead?: { readonly label: string; readonly take: () => void };
  readonly quiet?: boolean;
}

/** A button that first asks whether one is sure. */
export const sureForm = ({ open, ask, yes, take, instead, quiet }: SureForm) =>
  html`<details>
    <summary class="button ${quiet ? 'quiet' : ''}">${open}</summary>
    <div class="why">
      <p>${ask}</p>
      <div class="acts">
        <button type="button" @click=${take}>${yes}</button>
        ${instead ? html`<button type="button" @click=${instead.take}>${instead.label}</button>` : nothing}
      </div>
    </div>
  </details>`;
