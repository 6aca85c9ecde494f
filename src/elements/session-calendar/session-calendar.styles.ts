import { css } from 'lit';

export const styles = css`
  .skeleton {
    min-height: 24em;
  }
  .frame > * + * {
    margin-block-start: 1.1em;
  }
  .bar,
  .bar > * {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.6em;
  }
  .bar {
    justify-content: space-between;
  }
  .bar .button,
  select {
    min-height: 44px;
    padding: 0.4em 0.8em;
    border: 1px solid color-mix(in srgb, currentcolor 45%, transparent);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 500;
  }
  /* Told, so that the browser need not measure each month. */
  select {
    width: 12.5em;
    min-width: 0;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  .bar [aria-pressed='true'],
  .bar [aria-expanded='true'] {
    border-color: currentcolor;
    border-block-end: 0.25em solid var(--_accent);
    font-weight: 650;
  }
  [aria-busy='true'] .content {
    opacity: 0.55;
  }
  .content > * + *,
  .day + .day {
    margin-block-start: 1.7em;
  }
  .month > * + *,
  .entry + .entry {
    margin-block-start: 0.9em;
  }
  /* Signs that browsers turn round where one reads from right to left. */
  .chevron {
    font-size: 1.4em;
    line-height: 1;
  }
  .month-name {
    padding-block-end: 0.3em;
    border-block-end: 1px solid var(--_line);
    font-size: 1.125em;
    font-weight: 650;
  }
  .month-name::first-letter,
  .state::first-letter,
  .date span:first-child::first-letter {
    text-transform: uppercase;
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.7em;
    margin-block-end: 0.4em;
    font-weight: 650;
  }
  .date span {
    display: inline-block;
  }
  .away {
    font-weight: 400;
  }
  .day[aria-current] .away {
    padding-inline: 0.6em;
    border: 1px solid var(--_accent);
    border-radius: 1em;
    font-weight: 650;
  }
  .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 0.3em 1em;
    padding-inline-start: 0.9em;
    border-inline-start: 0.2em solid var(--_accent);
  }
  .entry[data-status='cancelled'] {
    border-inline-start-style: dashed;
  }
  .entry[data-status='cancelled'] .title {
    text-decoration: line-through;
  }
  .entry > details {
    flex: 1 1 15em;
    min-width: 0;
  }
  summary {
    min-height: 44px;
    cursor: pointer;
  }
  .past summary {
    padding-block: 0.6em;
  }
  .entry summary > * + * {
    display: block;
  }
  .entry .title {
    font-weight: 600;
  }
  .entry summary:hover .title bdi {
    text-decoration: underline;
  }
  @media print {
    .bar,
    .tools,
    .entry > .button,
    dialog {
      display: none;
    }
    .entry,
    tr {
      break-inside: avoid;
    }
  }
`;
