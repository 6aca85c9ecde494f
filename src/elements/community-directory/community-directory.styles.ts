import { css } from 'lit';

export const styles = css`
  .skeleton {
    min-height: 46em;
  }
  .cards,
  .rows,
  .compacts {
    display: grid;
    gap: 1.4em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
  }
  .rows {
    grid-template-columns: minmax(0, 1fr);
  }
  .compacts {
    gap: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  .cards > li,
  .rows > li {
    display: grid;
    /* Each card is a container of its own: a row depends on its width, not on the page's. */
    container-type: inline-size;
  }
  .compacts > li {
    padding-block: 1em;
    border-block-start: 1px solid var(--_line);
    content-visibility: auto;
    contain-intrinsic-size: auto 8em;
  }
  .line {
    display: grid;
    gap: 0.6em 2em;
  }
  .line > * {
    min-width: 0;
  }
  .compacts .title {
    font-size: 1.125em;
  }
  @container (min-width: 44em) {
    .line {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
