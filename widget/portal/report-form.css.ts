import { css } from 'lit';

/** How the form is drawn. */
export const formStyles = css`
  form {
    padding: 20px 24px 24px;
    gap: 20px;
    max-width: 72ch;
  }

  h2 {
    font-size: 1.5em;
    letter-spacing: -0.01em;
  }

  label,
  legend,
  summary {
    font-weight: 600;
  }

  label > *,
  .chips label,
  input {
    font-weight: 400;
  }

  label > span:first-child {
    font-weight: 600;
  }

  label .muted {
    font-weight: 400;
  }

  fieldset {
    border: 0;
    min-width: 0;
  }

  legend {
    margin-block-end: 8px;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .chips input {
    position: absolute;
    opacity: 0;
    min-height: 0;
    width: 24px;
  }

  .chips label {
    position: relative;
    display: grid;
    place-content: center;
  }

  .chips label:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .chips label:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  summary {
    cursor: pointer;
    color: var(--_accent);
  }

  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: 16px;
    padding-block-start: 12px;
  }

  .known button {
    display: grid;
    gap: 2px;
    width: 100%;
    padding: 8px 0;
    text-align: inherit;
    color: var(--_text);
  }

  .known li + li {
    border-block-start: 1px solid var(--_border);
  }

  .known b {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .end {
    display: grid;
    gap: 12px;
  }

  .promise {
    font-size: 1.15em;
    font-weight: 600;
  }

  @container (max-width: 819px) {
    form {
      padding: 16px;
    }
  }

  @media (forced-colors: active) {
    .chips label:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
`;
