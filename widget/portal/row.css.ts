import { css } from 'lit';

/** How one line of the list is drawn. */
export const rowStyles = css`
  .item {
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 8px;
    width: 100%;
    padding: 12px 16px;
    text-align: inherit;
    border: 0;
    border-block-end: 1px solid var(--_border);
    border-radius: 0;
    background: none;
  }

  .item:focus-visible {
    outline-offset: -2px;
  }

  .item:hover {
    background: color-mix(in srgb, var(--_surface) 60%, transparent);
  }

  .item[aria-current='true'] {
    background: var(--_surface);
  }

  .item[aria-current='true']::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 3px solid var(--_accent);
  }

  .item b {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .news {
    font-weight: 600;
    margin-inline-end: 4px;
  }

  .line {
    grid-column: 1 / -1;
    row-gap: 2px;
  }

  .line bdi {
    margin-inline-start: auto;
  }
`;
