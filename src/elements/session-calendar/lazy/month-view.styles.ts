import { css } from 'lit';

/** The month as a table. */
export const styles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th {
    padding: 0.4em 0.2em;
    font-size: 0.8125em;
    font-weight: 600;
    overflow-wrap: normal;
    text-align: start;
  }
  table:not(.marks) .free {
    width: 9%;
  }
  td {
    height: 5.5em;
    padding: 0.3em;
    border: 1px solid var(--_line);
    vertical-align: top;
  }
  .idle td {
    height: 2.6em;
  }
  .outside {
    color: color-mix(in srgb, currentcolor 78%, transparent);
    background: color-mix(in srgb, currentcolor 4%, transparent);
  }
  .number {
    display: block;
    width: 1.9em;
    padding-block: 0.1em;
    font-size: 0.8125em;
    text-align: center;
  }
  td[aria-current] .number {
    border-radius: 1em;
    background: currentcolor;
    font-weight: 700;
  }
  /* Black or white, whichever can be read on the colour of the text. */
  td[aria-current] .number span:first-child {
    color: Canvas;
    color: oklch(from currentcolor clamp(0, (0.565 - l) * 999, 1) 0 0 / 1);
  }
  button.number {
    min-height: var(--_target);
    border: 0;
    border-radius: 1em;
    padding-inline: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.8125em;
    font-weight: 650;
    text-decoration: underline;
    cursor: pointer;
  }
  .day-popover {
    /* Its rows depend on its own width. */
    container-type: inline-size;
    width: min(30em, 92vw);
    max-height: 80vh;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: linear-gradient(var(--f3e-surface, transparent) 0 0) var(--f3e-page, Canvas);
    box-shadow: 0 4px 18px rgb(0 0 0 / 25%);
    color: inherit;
    overflow: auto;
  }
  /* Beside its day, where the browser can. */
  @supports (position-area: block-end) {
    .day-popover {
      margin: 0;
      inset: auto;
      position-area: block-end span-inline-end;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
    }
  }
  .choose {
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 0.3em;
    width: 100%;
    min-height: 44px;
    padding: 0.2em 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .choose[aria-pressed='true'] {
    background: color-mix(in srgb, currentcolor 9%, transparent);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .choose .number {
    font-weight: 650;
  }
  .marks td {
    height: auto;
    padding: 0.1em;
    text-align: center;
  }
  .marks .number {
    margin-inline: auto;
  }
  .day-marks {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.15em;
    font-size: 0.75em;
    line-height: 1;
  }
  .day-below {
    margin-block-start: 1em;
  }
  @media screen {
    .folded {
      display: none;
    }
  }
  td li + li,
  .others {
    margin-block-start: 0.2em;
  }
  .event,
  .others {
    display: block;
    width: 100%;
    min-height: max(26px, var(--_target));
    padding: 0.25em 0.4em;
    border: 0;
    border-inline-start: 0.2em solid var(--_mark, var(--_accent));
    border-radius: 0.2em;
    background: var(--_tint);
    color: inherit;
    font: inherit;
    font-size: 0.8125em;
    line-height: 1.3;
    text-align: start;
    text-decoration: none;
  }
  /* The rest of a long title is in the accessible name and in the dialog. */
  .event {
    display: -webkit-box;
    padding-block: 0.2em 0;
    overflow: hidden;
    overflow-wrap: normal;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  .event b {
    font-weight: 650;
  }
  .event:hover {
    text-decoration: underline;
  }
  .event[data-status='cancelled'] {
    border-inline-start-style: dashed;
    background: none;
    text-decoration: line-through;
  }
  .event strong {
    display: inline-block;
  }
  .event[data-status='held'] {
    border-inline-start-color: currentcolor;
    background: none;
  }
  @media (forced-colors: active) {
    .choose[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    td[aria-current] .number {
      border: 2px solid Highlight;
    }
  }
  @media print {
    .event {
      display: block;
    }
    .others {
      display: none;
    }
  }
  .others {
    border-color: transparent;
    background: none;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
`;
