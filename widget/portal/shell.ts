import { css } from 'lit';

/** The box that stands in the page (`.box`), and what is in it first. Everything inside asks this box how wide it is, never the window. */
export const shellStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  :host(:not([flush])) .box {
    border: 1px solid var(--_border, #8884);
    border-radius: calc(var(--_radius, 12px) * 1.4);
  }

  .box {
    container-type: inline-size;
    font: 400 var(--_font-size, 15px) / 1.45 var(--_font, system-ui);
    font-variant-numeric: tabular-nums;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    letter-spacing: normal;
    color: var(--_text, CanvasText);
    background: var(--_surface, Canvas);
    overflow: clip;
  }
`;
