import { css } from 'lit';
import { hostStyles } from '../../ui/host.styles.js';
import { partsStyles } from '../../ui/parts.styles.js';
import { meterStyles } from '../../ui/places-meter.js';

const ownStyles = css`
  /* A toolbar, then sessions: day, hours, title, community, places. */
  .skeleton i {
    height: 6em;
    border-block-start: 1px solid var(--_line);
    background-image: var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar);
    background-position:
      0.2em 1.2em,
      4.4em 1.2em,
      4.4em 2.6em,
      4.4em 4.2em,
      100% 2.6em;
    background-size:
      2.6em 3.6em,
      30% 0.8em,
      50% 1em,
      40% 0.8em,
      20% 0.5em;
  }
  .skeleton i:first-child {
    height: 2.75em;
    border: 0;
    background-image: var(--_bar), var(--_bar);
    background-position:
      0 0,
      100% 0;
    background-size:
      14em 100%,
      20% 100%;
  }
  @container (min-width: 40em) {
    /* The month: seven columns, six rows. */
    :host(:not([view='agenda'])) .skeleton i:nth-child(2) {
      height: 36em;
      border: 1px solid var(--_line);
      background:
        repeating-linear-gradient(
          to right,
          transparent 0 calc(100% / 7 - 1px),
          var(--_line) 0 calc(100% / 7)
        ),
        repeating-linear-gradient(transparent 0 calc(6em - 1px), var(--_line) 0 6em);
    }
    :host(:not([view='agenda'])) .skeleton i:nth-child(n + 3) {
      display: none;
    }
  }
  .frame > * + * {
    margin-block-start: 1.1em;
  }
  .bar,
  .bar > * {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.4em;
  }
  .bar {
    justify-content: space-between;
  }
  .bar .button,
  .chip {
    gap: 0.4em;
    min-height: 44px;
    padding: 0.4em 0.8em;
    border: 1px solid color-mix(in srgb, currentcolor 45%, transparent);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 500;
  }
  .bar .sign {
    width: 44px;
    padding: 0;
  }
  /* The month is the title, and the way to another one. */
  .month-picker {
    position: relative;
  }
  .month-picker .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0.2em;
    margin-block: auto;
    pointer-events: none;
  }
  select {
    width: 11em;
    min-width: 0;
    min-height: 44px;
    padding: 0 1.4em 0 0.3em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 1.1875em;
    font-weight: 650;
    appearance: none;
    text-transform: capitalize;
    cursor: pointer;
  }
  [dir='rtl'] select {
    padding: 0 0.3em 0 1.4em;
  }
  [dir='rtl'] .turned {
    transform: scaleX(-1);
  }
  option {
    background: Canvas;
    color: CanvasText;
    font-size: 1rem;
  }
  .bar [aria-expanded='true'],
  .chip[aria-expanded='true'],
  .chip[aria-pressed='true'] {
    border-color: currentcolor;
    box-shadow: inset 0 0 0 1px;
    font-weight: 600;
  }
  .segments {
    padding: 0.15em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentcolor 8%, transparent);
  }
  .bar .segments {
    gap: 0;
  }
  .bar .segments .button {
    min-height: max(40px, var(--_target));
    border-color: transparent;
  }
  .segments [aria-pressed='true'] {
    box-shadow: inset 0 0 0 2px var(--_accent);
    font-weight: 650;
  }
  .bar .today {
    margin-inline-end: auto;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
  }
  .chip {
    display: inline-flex;
    flex: none;
    align-items: center;
    padding-inline: 0.75em;
    border-radius: 2em;
    font-size: 0.875em;
    cursor: pointer;
  }
  @media (pointer: fine) {
    .chip {
      min-height: max(36px, var(--_target));
    }
  }
  /* One line that scrolls; the padding keeps outlines whole. */
  @container (max-width: 39.99em) {
    .chips {
      flex-wrap: nowrap;
      padding: 4px;
      overflow-x: auto;
    }
    .bar .subscribe {
      width: 44px;
      padding: 0;
    }
    .segments .icon {
      display: none;
    }
    .subscribe .word {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  [aria-busy='true'] .content {
    opacity: 0.55;
  }
  .content > * + * {
    margin-block-start: 1.5em;
  }
  /* Kept for the part that draws it. */
  .bridge {
    min-height: 15.5em;
  }
  .month-name {
    padding-block-end: 0.3em;
    border-block-end: 1px solid var(--_line);
    font-weight: 650;
  }
  .month-name::first-letter {
    text-transform: uppercase;
  }
  .day {
    display: flex;
    gap: 0.4em;
    padding-block: 0.7em;
  }
  .day + .day,
  .past + .days {
    border-block-start: 1px solid var(--_line);
  }
  .day[aria-current] .date-block b {
    padding-inline: 0.35em;
    border-radius: 1em;
    box-shadow: inset 0 0 0 0.1em var(--_accent);
  }
  .entries {
    flex: 1;
  }
  .entry + .entry {
    margin-block-start: 0.9em;
  }
  .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1.2em;
    padding-inline-start: 0.8em;
    border-inline-start: 0.2em solid var(--_mark, var(--_accent));
  }
  .entry[data-status='cancelled'] {
    border-inline-start-style: dashed;
  }
  .entry[data-status='cancelled'] .title {
    text-decoration: line-through;
  }
  .entry > details {
    flex: 1 0 100%;
  }
  .places {
    flex: 0 1 9.5em;
  }
  .entry > .button {
    padding-inline: 0.5em;
  }
  @container (min-width: 40em) {
    .bridge {
      min-height: 5.6em;
    }
    .entry {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 11.5em 10em;
    }
    .entry > details[open] {
      grid-column: 1 / -1;
    }
    .places {
      grid-column: 2;
    }
    .entry > .button {
      grid-column: 3;
    }
  }
  summary {
    min-height: 44px;
    cursor: pointer;
  }
  .past summary {
    padding-block: 0.6em;
  }
  .entry summary {
    display: grid;
    gap: 0.1em;
    list-style: none;
  }
  .entry summary::-webkit-details-marker {
    display: none;
  }
  /* The hour stands above the title; who hears the list hears the title first. */
  .when {
    order: -1;
  }
  .entry .title {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
  }
  .entry summary:hover .title bdi {
    text-decoration: underline;
  }
  @media (forced-colors: active) {
    .bar [aria-pressed='true'],
    .bar [aria-expanded='true'],
    .chip[aria-expanded='true'],
    .chip[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .bar,
    .chips,
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

export const styles = [hostStyles, partsStyles, meterStyles, ownStyles];
