import { css } from 'lit';

/** Two communities beside one another, each question above them. */
const inPairs = css`
  .pair,
  tr {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 0.5em;
  }
  table,
  thead,
  tbody {
    display: block;
    min-width: 0;
  }
  th,
  td {
    display: block;
    padding: 0.35em 0 0.75em;
    border: 0;
  }
  .corner,
  .away {
    display: none;
  }
  tbody th {
    grid-column: 1 / -1;
    width: auto;
    padding-block: 0.6em 0;
    border-block-start: 1px solid var(--_line);
  }
  .unlike {
    padding-inline: 0.5em;
  }
  td .strip .icon {
    display: none;
  }
  td .strip li {
    column-gap: 0.35em;
    padding-inline: 0.35em;
  }
  thead th,
  td .session {
    font-size: 0.875em;
  }
  td .ticket {
    padding: 0.4em;
  }
`;

export const styles = css`
  .comparison {
    display: grid;
    gap: 1em;
  }
  .questions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
  }
  .questions p {
    display: grid;
    flex: 1 1 12em;
    gap: 0.25em;
  }
  .questions label {
    font-size: 0.9375em;
    font-weight: 600;
  }
  .pair {
    display: none;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    min-width: calc(var(--_columns) * 10.5em);
    border-collapse: collapse;
    table-layout: fixed;
  }
  .corner,
  tbody th {
    width: 7em;
  }
  tbody th {
    font-size: 0.8125em;
  }
  th,
  td {
    padding: 0.75em 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  :is(th, td):first-child {
    padding-inline-start: 0;
  }
  th {
    font-weight: 600;
    line-height: 1.3;
  }
  thead th {
    border-block-start: 0.3em solid var(--_mark, var(--_accent));
  }
  thead a {
    min-height: var(--_target);
    color: inherit;
    text-decoration: none;
  }
  .fit {
    display: block;
    margin-block-start: 0.4em;
  }
  td a {
    min-height: var(--_target);
  }
  /* Who stands alone where others agree. */
  .unlike {
    background: var(--_tint);
    font-weight: 600;
  }
  td {
    font-size: 0.9375em;
  }
  td > .dots {
    display: block;
    margin-block-end: 0.3em;
  }
  /* Titles are compared: they are cut later. */
  td .session a {
    -webkit-line-clamp: 4;
  }
  td .ticket {
    display: block;
    padding: 0.6em;
  }
  td .ticket .date-block {
    display: flex;
    gap: 0.35em;
    align-items: baseline;
    width: auto;
  }
  td .way .button {
    padding-inline: 0.5em;
    font-size: 0.9375em;
  }
  @media (forced-colors: active) {
    .unlike {
      outline: 1px dashed;
      outline-offset: -1px;
    }
  }
  .few {
    container: few / inline-size;
  }
  .many {
    container: many / inline-size;
  }
  @container few (max-width: 37.99em) {
    ${inPairs}
  }
  @container many (max-width: 59.99em) {
    ${inPairs}
  }
`;
