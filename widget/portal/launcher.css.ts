import { css } from 'lit';

/** How the floating button and its panel are drawn. */
export const launcherStyles = css`
  :host {
    --_gap: 16px;
    display: block;
    font: 400 var(--_font-size) / 1.45 var(--_font);
    letter-spacing: normal;
    text-align: start;
  }

  * {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  button {
    font: inherit;
    color: var(--_text);
    background: none;
    border: 0;
    cursor: pointer;
    min-width: 44px;
    min-height: 44px;
    padding: 0;
    display: flex;
    align-items: center;
    justify-content: center;
  }

  svg {
    width: 22px;
    height: 22px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .launcher,
  .panel {
    position: fixed;
    z-index: 1000;
    inset-inline-end: calc(var(--_gap) + env(safe-area-inset-right));
    inset-block-end: calc(var(--_gap) + env(safe-area-inset-bottom));
    box-shadow: var(--_shadow);
  }

  .launcher {
    gap: 8px;
    padding: 0 18px;
    min-height: 48px;
    border-radius: 24px;
    font-weight: 600;
    color: var(--_on-accent);
    background: var(--_accent);
  }

  .badge {
    min-width: 22px;
    padding: 0 6px;
    border-radius: 11px;
    text-align: center;
    font-size: 0.867em;
    font-variant-numeric: tabular-nums;
    color: var(--_accent);
    background: var(--_on-accent);
  }

  .panel {
    display: grid;
    grid-template: auto 1fr / 1fr auto;
    align-items: center;
    width: min(440px, 100vw - 2 * var(--_gap));
    height: min(640px, 100dvh - 96px - env(safe-area-inset-top) - env(safe-area-inset-bottom));
    inset-block-end: calc(var(--_gap) + 60px + env(safe-area-inset-bottom));
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.4);
    overflow: hidden;
  }

  b {
    padding-inline: 16px;
    font-weight: 600;
  }

  ::slotted(vitrine-shell) {
    grid-column: 1 / -1;
    align-self: stretch;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .panel:focus-visible {
    outline-offset: -2px;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :host([placement$='-start']) .launcher,
  :host([placement$='-start']) .panel {
    inset-inline: calc(var(--_gap) + env(safe-area-inset-left)) auto;
  }

  :host([placement^='top']) .launcher {
    inset-block: calc(var(--_gap) + env(safe-area-inset-top)) auto;
  }

  :host([placement^='top']) .panel {
    inset-block: calc(var(--_gap) + 60px + env(safe-area-inset-top)) auto;
  }

  @media (prefers-reduced-motion: no-preference) {
    .panel {
      animation: rise 160ms ease-out;
    }

    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(8px);
      }
    }
  }

  /* The window, not a container: the panel stands over the page and has no other measure. */
  @media (max-width: 640px) {
    :host .panel.panel.panel {
      inset: 0;
      width: auto;
      height: auto;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
      border: 0;
      border-radius: 0;
    }

    .launcher[aria-expanded='true'] {
      visibility: hidden;
    }
  }
`;
