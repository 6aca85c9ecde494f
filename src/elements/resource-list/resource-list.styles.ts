import { css } from 'lit';
import { hostStyles } from '../../ui/host.styles.js';
import { partsStyles } from '../../ui/parts.styles.js';
import { panelStyles } from '../../ui/panel.styles.js';
import { tileStyles } from '../../ui/tile.js';

const ownStyles = css`
  /* The search, then resources: tile, title, summary, facts, action. */
  .skeleton i {
    height: 5.7em;
    border-block-start: 1px solid var(--_line);
    background-image: var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar);
    background-position:
      0 1em,
      4.3em 1.1em,
      4.3em 2.6em,
      4.3em 4em,
      100% 1.6em;
    background-size:
      3.4em 3.4em,
      45% 1em,
      55% 0.8em,
      30% 0.7em,
      15% 2.2em;
  }
  .skeleton i:first-child {
    height: 2.75em;
    border: 1px solid var(--_line);
    background: none;
  }
  form {
    display: grid;
    gap: 0.4em;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  input[type='search'] {
    flex: 1 1 8em;
    min-width: 0;
  }
  .chips,
  .pages ul,
  .origins {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .list > li,
  .cards > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.9em;
    padding-block: 0.9em;
    border-block-start: 1px solid var(--_line);
  }
  .tile {
    display: grid;
    align-self: start;
    width: 3.4em;
    height: 3.4em;
    color: var(--_mark, var(--_accent));
  }
  .tile .icon {
    width: 1.5em;
    height: 1.5em;
  }
  .tile.pictured:not(:has([hidden])) {
    height: 4.4em;
  }
  li > div {
    flex: 1 1 14em;
  }
  .go {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: max(36px, var(--_target));
    padding: 0.2em 0.8em;
    border: 1px solid color-mix(in srgb, currentcolor 45%, transparent);
    border-radius: var(--_radius);
    color: inherit;
    font-size: 0.875em;
    font-weight: 600;
    text-decoration: none;
    white-space: nowrap;
  }
  .cards {
    display: grid;
    gap: 1em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
  }
  .cards > li {
    align-content: start;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--f3e-surface, transparent);
  }
  .title {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
  }
  .feeds {
    font-size: 0.9375em;
  }
  .summary {
    max-width: 70ch;
  }
  .origins {
    gap: 0.1em 1.1em;
  }
  .title a {
    padding-block: 0.2em;
    color: inherit;
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
  }
  .facts a {
    display: inline-block;
    min-height: 24px;
    color: inherit;
  }
  .origins a,
  .feeds a {
    display: inline-block;
    min-height: var(--_target);
  }
  .pages a,
  .pages .number > * {
    display: inline-grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
  }
  .pages [aria-current] {
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    font-weight: 700;
  }
  @container (min-width: 52em) {
    .split {
      grid-template-columns: 15em minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      column-gap: 2.5em;
    }
    form {
      grid-column: 1 / -1;
    }
    .fold {
      display: none;
    }
    .facets,
    .facets[hidden] {
      display: grid;
    }
  }
  @media print {
    .go {
      display: none;
    }

    .split {
      grid-template-columns: minmax(0, 1fr);
    }
    form,
    .pages,
    .feeds {
      display: none;
    }
  }
`;

export const styles = [hostStyles, partsStyles, tileStyles, panelStyles, ownStyles];
