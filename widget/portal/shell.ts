import { css, html } from 'lit';

/** Where list and ticket will be, before anything is known of them. In the first paint, so as small as can be. */
export const skeleton = html`<div class="bones" part="skeleton" aria-hidden="true">
  <div class="bone-list"><i></i><i></i><i></i><i></i></div>
  <div class="bone-pane"><i></i><i></i><i></i></div>
</div>`;

/** The box that stands in the page (`.box`), and what is in it first. Everything inside asks this box how wide it is, never the window. */
export const shellStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .box {
    container-type: inline-size;
    font: 400 var(--_font-size) / 1.45 var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
    letter-spacing: normal;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.4);
    overflow: clip;
  }

  .bones {
    display: grid;
    grid-template-columns: minmax(290px, 31%) 1fr;
    min-height: 560px;
  }

  .bones > * {
    padding: 24px 16px;
    display: grid;
    gap: 24px;
    align-content: start;
  }

  .bones i {
    height: 36px;
    border-radius: var(--_radius);
    background: var(--_border);
    opacity: 0.5;
  }

  .bone-list {
    background: var(--_surface-raised);
    border-inline-end: 1px solid var(--_border);
  }

  .bone-pane i:last-child {
    height: 240px;
  }

  @container (max-width: 819px) {
    .bones {
      grid-template-columns: 1fr;
    }

    .bones .bone-pane {
      display: none;
    }
  }
`;
