import { css } from 'lit';

/** How one ticket is laid out. */
export const viewStyles = css`
  article,
  .main,
  .promise {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    align-content: start;
  }

  article {
    padding: 20px 24px 24px;
  }

  :not(:defined) {
    display: none;
  }

  .gone {
    padding: 24px;
  }

  .promise {
    gap: 4px;
  }

  .promise p {
    min-height: 1.45em;
  }

  .crumb {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: baseline;
  }

  .crumb bdi {
    max-width: min(48ch, 100%);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .back {
    display: none;
    padding-inline: 0 8px;
  }

  h2 {
    font-size: 1.7em;
    line-height: 1.2;
    letter-spacing: -0.015em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
    gap: 16px;
  }

  @container (max-width: 819px) {
    article {
      padding: 12px 16px 16px;
    }

    .back {
      display: block;
      flex-basis: 100%;
      text-align: inherit;
    }
  }

  @container (max-width: 619px) {
    h2 {
      font-size: 1.4em;
    }
  }

  @container (min-width: 1400px) {
    article {
      grid-template-columns: minmax(0, 3fr) minmax(360px, 2fr);
      padding: 32px;
      gap: 32px;
    }
  }
`;
