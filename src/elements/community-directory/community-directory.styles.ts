import { css } from 'lit';

export const styles = css`
  .skeleton i:nth-child(n) {
    display: block;
  }
  .skeleton,
  .cards,
  .rows,
  .compacts {
    display: grid;
    gap: 1.4em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
  }
  .rows,
  :host([layout='rows']) .skeleton {
    grid-template-columns: minmax(0, 1fr);
  }
  .compacts {
    gap: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  .rows > li {
    /* Each card is a container of its own: a row depends on its width, not on the page's. */
    container-type: inline-size;
  }
  /* Neighbours share their rows: names, functions, sessions and ways in stand at one height. */
  .cards > li,
  .cards .card {
    display: grid;
    grid-row: span 6;
    grid-template-rows: subgrid;
    row-gap: 0.75em;
  }
  .cards .lead {
    grid-row: 1;
  }
  .cards .tagline {
    grid-row: 2;
  }
  .cards .functions {
    grid-row: 3;
  }
  .cards .ticket {
    grid-row: 4;
  }
  .cards .foot {
    grid-row: 5;
    align-content: start;
  }
  .cards .way {
    grid-row: 6;
    align-self: end;
  }
  .cards > .missing {
    grid-template-rows: none;
    align-content: center;
    justify-items: start;
    padding: 1.4em;
    border: 1px dashed color-mix(in srgb, currentcolor 45%, transparent);
    border-radius: var(--_radius);
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
