import { css } from 'lit';

/** What a session unfolds, and its dialog. */
export const styles = css`
  dialog {
    box-sizing: border-box;
    width: min(44em, calc(100% - 1.5em));
    max-height: calc(100% - 2em);
    padding: 1.2em;
    border: 1px solid;
    border-radius: var(--_radius);
    background: linear-gradient(var(--f3e-surface, transparent) 0 0) Canvas;
    color: var(--f3e-text, CanvasText);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 1em;
    margin-block-end: 0.8em;
  }
  dialog .title {
    font-size: 1.25em;
    font-weight: 650;
  }
  .day-name {
    display: inline-block;
  }
  .day-name::first-letter {
    text-transform: uppercase;
  }
  .detail {
    display: grid;
    gap: 0.9em;
    padding-block: 0.8em 0.4em;
    max-width: 65ch;
  }
  .detail dl,
  .ways ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.4em;
  }
  dt,
  .label {
    font-size: 0.875em;
    font-weight: 650;
  }
  .ways a,
  .detail dd a,
  .series a {
    display: inline-block;
    min-height: var(--_target);
  }
  .note {
    padding-inline-start: 0.8em;
    border-inline-start: 0.2em solid currentcolor;
  }
`;
