import { css } from 'lit';

export const styles = css`
  .skeleton {
    min-height: 34em;
  }
  :host([layout='row']) .skeleton {
    min-height: 17em;
  }
  :host([layout='compact']) .skeleton {
    min-height: 22em;
  }
  .card {
    display: grid;
    gap: 1.4em;
    padding: 1.4em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--f3e-surface, transparent);
  }
  .lead,
  .functions,
  .way,
  .next {
    display: grid;
    gap: 0.45em;
    align-content: start;
    min-width: 0;
  }
  .way {
    gap: 0.9em;
  }
  .top,
  .label {
    font-size: 0.875em;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.3em 0.8em;
  }
  .acronym,
  .session,
  summary,
  .label {
    font-weight: 600;
  }
  .state {
    padding: 0.1em 0.7em;
    border: 1px solid currentcolor;
    border-radius: 2em;
  }
  .state[data-status='closed'] {
    border-style: dashed;
  }
  .title {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.2;
    text-wrap: balance;
  }
  .title a,
  .next a,
  dd a {
    display: inline-block;
    min-height: 24px;
  }
  .tagline {
    font-size: 1.0625em;
    font-style: italic;
  }
  .about {
    max-width: 65ch;
    text-wrap: pretty;
  }
  .functions li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.8em;
  }
  .functions li > :first-child {
    flex: 0 1 auto;
    min-width: min(9em, 100%);
  }
  .gauge {
    display: inline-grid;
    grid-auto-flow: column;
    gap: 0.2em;
  }
  .gauge i {
    width: 1.5em;
    height: 0.5em;
    border: 1px solid var(--_accent);
    border-radius: 0.25em;
    forced-color-adjust: none;
  }
  .gauge i:first-child,
  .gauge[data-weight='2'] i:nth-child(2),
  .gauge[data-weight='3'] i {
    background: var(--_accent);
  }
  .next {
    padding-inline-start: 1em;
    border-inline-start: 0.2em solid var(--_accent);
  }
  .when {
    display: block;
  }
  .when::first-letter {
    text-transform: uppercase;
  }
  dl {
    display: grid;
    gap: 0.7em 1.6em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
  }
  details > :not(summary) {
    margin-block-start: 0.9em;
  }
  summary {
    width: fit-content;
    min-height: 44px;
    padding-block: 0.6em;
    cursor: pointer;
  }
  @container (min-width: 44em) {
    .row {
      grid-template-columns: 5fr minmax(13em, 4fr) 5fr;
      column-gap: 2em;
    }
  }
  .row details {
    grid-column: 1 / -1;
    border-block-start: 1px solid var(--_line);
  }
  .row .functions .quiet,
  .compact .functions .quiet {
    flex-basis: 100%;
  }
  .compact {
    gap: 0.9em;
    padding: 0.9em;
  }
  .compact .title {
    font-size: 1.125em;
  }
  .compact .button {
    width: 100%;
  }
  @media print {
    .way .button {
      display: none;
    }
  }
`;
