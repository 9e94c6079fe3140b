import { css } from 'lit';

/** How the timeline is drawn. */
export const timelineStyles = css`
  /* Nothing jumps when it arrives. */
  vitrine-composer {
    display: block;
    min-height: 40px;
  }

  ol {
    display: grid;
    padding-block-start: 4px;
  }

  li:not(.day) {
    display: grid;
    grid-template-columns: 44px 16px 1fr;
    gap: 0 8px;
  }

  .day {
    padding-block-end: 8px;
  }

  li > div {
    display: grid;
    gap: 4px;
    padding-block-end: 16px;
    min-width: 0;
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  time {
    padding-block-start: 2px;
  }

  .mark {
    position: relative;
    color: var(--_accent);
  }

  .warn .mark,
  .late .mark,
  .done .mark {
    color: inherit;
  }

  .mark::before {
    content: '';
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: 3px;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    border: 2px solid currentColor;
    background: var(--_surface);
    z-index: 1;
  }

  .mark::after {
    content: '';
    position: absolute;
    inset-block: 6px -6px;
    inset-inline-start: 7.5px;
    border-inline-start: 1px solid var(--_border);
  }

  ol:not(.on) > li:last-child .mark::after {
    display: none;
  }

  @container (max-width: 299px) {
    li:not(.day) {
      grid-template-columns: 16px 1fr;
    }

    li:not(.day) > :not(.mark) {
      grid-column: 2;
    }

    .mark {
      grid-area: 1 / 1 / 3;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .fresh {
      animation: arrive 180ms ease-out;
    }

    @keyframes arrive {
      from {
        opacity: 0;
        transform: translateY(-8px);
      }
    }
  }
`;
