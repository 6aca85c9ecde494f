import { css } from 'lit';
import { hostStyles } from '../ui/host.styles.js';
import { partsStyles } from '../ui/parts.styles.js';
import { ticketStyles } from '../ui/session-ticket.js';
import { tileStyles } from '../ui/tile.js';

/** What all forms look like. */
const ownStyles = css`
  .sheet {
    display: grid;
    gap: 1.5em;
    max-width: 60em;
  }
  form {
    display: grid;
    gap: 1em;
    align-content: start;
  }
  .head {
    display: flex;
    gap: 0.9em;
  }
  .stage {
    display: grid;
    gap: 1em;
  }
  .stage[hidden] {
    display: none;
  }
  .group {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .group > legend {
    font-size: 1.0625em;
  }
  .pairs {
    display: grid;
    gap: 0.85em;
  }
  .above {
    display: grid;
    align-content: end;
    gap: 0.3em;
  }
  .more {
    padding: 0 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .more > .pairs {
    padding-block: 0.2em 1em;
  }
  .more > summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    list-style: none;
  }
  .more > summary::-webkit-details-marker {
    display: none;
  }
  .more > summary .small {
    display: block;
    font-weight: 400;
  }
  .more[open] > summary .icon {
    transform: scaleY(-1);
  }
  /* As many in a line as their words allow. */
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .choices > .choice {
    flex: 1 1 auto;
  }
  aside {
    display: grid;
    align-self: start;
    gap: 0.9em;
    padding: 1em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentcolor 4%, transparent);
  }
  aside .label {
    font-weight: 650;
  }
  .steps {
    display: grid;
    gap: 0.5em;
    margin: 0;
    padding-inline-start: 1.3em;
  }
  .steps [aria-current] {
    font-weight: 650;
  }
  .steps .past {
    opacity: 0.75;
  }
  @container (min-width: 32em) {
    .pairs {
      grid-template-columns: 1fr 1fr;
    }
    .pairs > :not(.half) {
      grid-column: 1 / -1;
    }
    .half:first-child:not(:has(+ .half)),
    :not(.half) + .half:not(:has(+ .half)) {
      grid-column: 1 / -1;
    }
    /* Labels and controls of neighbours stand in the same rows. */
    .half {
      grid-row: span 2;
      grid-template-rows: subgrid;
      row-gap: 0.3em;
    }
    .half > select {
      align-self: start;
    }
  }
  @container (min-width: 50em) {
    .sheet {
      grid-template-columns: minmax(0, 1fr) 17em;
      gap: 2em;
    }
  }
  .title {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .field {
    display: grid;
    gap: 0.3em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label,
  legend {
    padding: 0;
    font-weight: 600;
  }
  legend {
    margin-block-end: 0.3em;
  }
  .must {
    font-weight: 400;
  }
  .hint {
    font-size: 0.9375em;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    display: block;
    width: 100%;
    min-height: 44px;
    padding: 0.5em 0.7em;
    border: 1px solid color-mix(in srgb, currentcolor 68%, transparent);
    border-radius: var(--_radius);
    background: var(--f3e-field, transparent);
    color: inherit;
    font: inherit;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  textarea {
    resize: vertical;
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: 0.7em;
    min-height: 44px;
    padding: 0.55em 0.8em;
    border: 1px solid color-mix(in srgb, currentcolor 45%, transparent);
    border-radius: var(--_radius);
    font-weight: 400;
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .actions .choice {
    padding-inline: 0;
    border: 0;
    box-shadow: none;
  }
  .choice input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    min-width: 20px;
    min-height: 20px;
    margin: 0.1em 0 0;
    accent-color: var(--f3e-accent, auto);
  }
  details summary {
    min-height: 44px;
    padding-block: 0.6em;
    font-weight: 600;
    cursor: pointer;
  }
  .notice dt {
    font-weight: 600;
  }
  .notice dd {
    margin-block-end: 0.7em;
  }
  .notice {
    font-size: 0.875em;
  }
  .notice summary {
    padding-block: 0.4em;
  }
  /* A title, then questions: label and field. */
  .skeleton i {
    height: 4.2em;
    background-image: var(--_bar), var(--_bar);
    background-position:
      0 0.2em,
      0 1.45em;
    background-size:
      30% 0.8em,
      100% 2.75em;
  }
  .skeleton i:first-child {
    background-position:
      0 0.3em,
      0 2.2em;
    background-size:
      60% 1.4em,
      80% 0.8em;
  }
`;

export const formStyles = [hostStyles, partsStyles, tileStyles, ticketStyles, ownStyles];
