import { css } from 'lit';
import { ticketStyles } from '../session-ticket.js';
import { tileStyles } from '../tile.js';

const ownStyles = css`
  /* Tile, name, two lines of the tagline, strip, ticket, state, action. */
  .skeleton i {
    height: 31em;
    border: 1px solid var(--_line);
    border-block-start-width: 0.3em;
    border-radius: var(--_radius);
    background-image:
      var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar);
    background-position:
      1em 1.4em,
      4.8em 2.4em,
      1em 6.1em,
      1em 7.5em,
      1em 9.7em,
      1em 14.8em,
      1em 24.2em,
      1em 27em;
    background-size:
      2.9em 2.9em,
      55% 1em,
      75% 0.8em,
      45% 0.8em,
      calc(100% - 2em) 4.2em,
      calc(100% - 2em) 7.7em,
      9em 1.2em,
      calc(100% - 2em) 2.7em;
  }
  :host(:is([layout='row'], [layout='rows'], [layout='compact'])) .skeleton i {
    height: 16em;
    background-image: var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar);
  }
  .skeleton i:nth-child(n + 2) {
    display: none;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    padding: 1em;
    border: 1px solid var(--_line);
    border-block-start: 0.3em solid var(--_mark, var(--_accent));
    border-radius: var(--_radius);
    background: var(--f3e-surface, transparent);
    box-shadow: var(--f3e-shadow, none);
  }
  .lead {
    display: flex;
    align-items: center;
    gap: 0.8em;
  }
  .acronym {
    font-size: 0.8125em;
    font-weight: 600;
  }
  .title {
    font-size: 1.1875em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .title a {
    display: inline-block;
    min-height: var(--_target);
    color: inherit;
    text-decoration: none;
  }
  .tagline {
    text-wrap: pretty;
  }
  .functions {
    container: functions / inline-size;
  }
  .strip {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    font-size: 0.8125em;
  }
  .strip li {
    display: grid;
    justify-items: center;
    gap: 0.15em;
    padding: 0.55em 0.2em;
    text-align: center;
  }
  .strip li + li {
    border-inline-start: 1px solid var(--_line);
  }
  .strip .icon {
    width: 1.4em;
    height: 1.4em;
  }
  .strip .icon,
  .dots {
    color: var(--_mark, var(--_accent));
  }
  .strip [data-weight='3'] {
    font-weight: 650;
  }
  /* Where three do not fit beside one another, each is a line. */
  @container functions (max-width: 17.49em) {
    .strip {
      grid-template-columns: 1fr;
    }
    .strip li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5em;
      padding-inline: 0.5em;
    }
    .strip .dots {
      margin-inline-start: auto;
    }
    .strip li + li {
      border-block-start: 1px solid var(--_line);
      border-inline-start: 0;
    }
  }
  .dots {
    letter-spacing: 0.15em;
    line-height: 1;
  }
  .session a {
    display: -webkit-box;
    min-height: var(--_target);
    overflow: hidden;
    color: inherit;
    text-decoration: none;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .title a:hover,
  .session a:hover {
    text-decoration: underline;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.5em;
  }
  .states {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
  }
  .foot details[open] {
    flex-basis: 100%;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.3em;
    width: fit-content;
    min-height: 44px;
    list-style: none;
    font-size: 0.875em;
    font-weight: 600;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  [open] > summary .icon {
    transform: scaleY(-1);
  }
  details > :not(summary) {
    margin-block: 0.4em 0.9em;
  }
  dl {
    display: grid;
    gap: 0.7em 1.6em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
  }
  .label {
    font-size: 0.8125em;
    font-weight: 600;
  }
  dd a {
    display: inline-block;
    min-height: var(--_target);
  }
  .way {
    margin-block-start: auto;
  }
  .way .button {
    width: 100%;
  }
  @container (min-width: 44em) {
    .row {
      display: grid;
      grid-template:
        'lead functions ticket' auto
        'tagline functions ticket' 1fr
        'foot foot way' auto / 5fr minmax(18em, 4fr) 5fr;
      column-gap: 1.6em;
    }
    .row .lead {
      grid-area: lead;
    }
    .row .tagline {
      grid-area: tagline;
    }
    .row .functions {
      grid-area: functions;
      align-self: center;
    }
    .row .ticket {
      grid-area: ticket;
    }
    .row .foot {
      grid-area: foot;
      align-items: start;
    }
    .row .way {
      grid-area: way;
    }
  }
  .compact {
    padding: 0.9em;
  }
  .compact .title {
    font-size: 1.0625em;
  }
  @media (forced-colors: active) {
    .strip .icon {
      color: CanvasText;
    }
  }
  @media print {
    .way,
    summary {
      display: none;
    }
  }
`;

export const styles = [tileStyles, ticketStyles, ownStyles];
