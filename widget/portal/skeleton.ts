import { css, html, nothing } from 'lit';

/** Where list and ticket will be, or the ticket alone, before anything is known of them. In the first paint, so as small as can be. */
export const skeleton = (alone = false) =>
  html`<div class="bones ${alone ? 'alone' : ''}" part="skeleton" aria-hidden="true">
    ${alone ? nothing : html`<div class="bone-list"><i></i><i></i><i></i><i></i></div>`}
    <div class="bone-pane"><i></i><i></i><i></i></div>
  </div>`;

export const bones = css`
  .bones {
    display: grid;
    grid-template-columns: minmax(290px, 31%) 1fr;
    min-height: 560px;
  }

  .alone {
    grid-template-columns: 1fr;
  }

  .bones > * {
    padding: 24px 16px;
    display: grid;
    gap: 24px;
    align-content: start;
  }

  .bones i {
    height: 36px;
    border-radius: var(--_radius, 12px);
    background: var(--_border, #8884);
    opacity: 0.5;
  }

  .bone-list {
    background: var(--_surface-raised, #8881);
    border-inline-end: 1px solid var(--_border, #8884);
  }

  .bone-pane i:last-child {
    height: 240px;
  }

  @container (max-width: 819px) {
    .bones {
      grid-template-columns: 1fr;
    }

    .bone-list + .bone-pane {
      display: none;
    }
  }
`;
