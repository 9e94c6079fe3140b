import { css } from 'lit';

/** What every element of the portal is drawn with: reset, type, controls, the tones of a state. Tokens are set on the outermost host. */
export const base = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  /* A sentence runs as its own script does, on a page of the other direction too; the side that it stands on is the page's. */
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    unicode-bidi: plaintext;
  }

  h2,
  h3,
  b {
    font-weight: 600;
    font-size: 1em;
  }

  h3 {
    font-size: 0.867em;
    color: var(--_text-muted);
  }

  ol,
  ul {
    list-style: none;
  }

  button,
  input,
  select,
  textarea,
  .button {
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    padding: 8px 14px;
    min-height: 40px;
    min-width: 0;
  }

  button,
  .button {
    cursor: pointer;
    text-decoration: none;
    display: inline-block;
  }

  button:hover,
  .button:hover {
    border-color: var(--_text-muted);
  }

  button:disabled {
    opacity: 0.6;
    cursor: default;
  }

  .quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
    padding-inline: 8px;
  }

  input,
  select,
  textarea {
    width: 100%;
    padding-inline: 12px;
    border-color: color-mix(in srgb, var(--_text-muted) 72%, var(--_surface));
  }

  ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  h2:focus-visible {
    outline: none;
  }

  form,
  label {
    display: grid;
    gap: 8px;
  }

  .small {
    font-size: 0.867em;
  }

  .muted {
    color: var(--_text-muted);
  }

  .live {
    color: var(--_accent);
  }

  .warn {
    color: var(--_warning);
  }

  .late {
    color: var(--_danger);
  }

  .done {
    color: var(--_success);
  }

  .dot::before {
    content: '';
    display: inline-block;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: currentColor;
    margin-inline: 2px 6px;
    forced-color-adjust: none;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: baseline;
    justify-content: space-between;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: start;
  }

  .card {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 14px 16px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    align-content: start;
  }

  .quote {
    padding: 8px 12px;
    background: var(--_surface-raised);
    border-radius: calc(var(--_radius) * 0.75);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    button,
    input,
    select,
    .button {
      min-height: 44px;
    }
  }
`;
