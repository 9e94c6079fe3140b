import { css } from 'lit';

/** How the list of tickets is drawn. */
export const listStyles = css`
  :host {
    display: flex;
    flex-direction: column;
  }

  .top {
    padding: 16px;
    display: grid;
    gap: 12px;
  }

  .head {
    align-items: center;
  }

  .head button {
    white-space: nowrap;
  }

  .today {
    justify-self: start;
    margin-inline-start: -8px;
  }

  h2 {
    line-height: 1.3;
  }

  .waiting {
    text-align: inherit;
    background: color-mix(in srgb, var(--_warning) 9%, var(--_surface));
    border-color: color-mix(in srgb, var(--_warning) 32%, var(--_surface));
  }

  .items {
    flex: 1;
    border-block-start: 1px solid var(--_border);
  }

  /* What was known stays, greyed; as late as the notice shows. */
  .stale {
    filter: grayscale(1);
    transition: filter 0s 1s;
  }

  .items > button {
    margin: 8px;
  }

  .items > i {
    display: block;
    height: 64px;
    border-block-end: 1px solid var(--_border);
    opacity: 0.6;
    background: linear-gradient(var(--_border) 0 0) 16px 16px / 60% 14px no-repeat;
  }

  .empty {
    display: grid;
    gap: 8px;
    align-content: start;
    padding: 24px 16px;
  }

  .foot {
    padding: 8px 8px 8px 16px;
    align-items: center;
    border-block-start: 1px solid var(--_border);
  }

  .scope {
    padding-block: 4px;
    color: var(--_text-muted);
  }

  .scope[aria-pressed='true'] {
    color: var(--_text);
    font-weight: 600;
  }
`;
