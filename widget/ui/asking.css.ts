import { css } from 'lit';

/** What is drawn only where a person is asked for something, beside the base of every element. */
export const asking = css`
  .primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  textarea {
    min-height: 88px;
    resize: vertical;
  }

  details[open] {
    flex: 1 0 100%;
  }

  /* Nothing to see, also before it has come. */
  vitrine-draft {
    display: none;
  }

  .why {
    display: grid;
    gap: 8px;
    padding-block-start: 12px;
  }

  .ask {
    background: var(--_surface-raised);
    background: color-mix(in srgb, var(--_warning) 9%, var(--_surface));
    border-color: color-mix(in srgb, var(--_warning) 32%, var(--_surface));
  }
`;
