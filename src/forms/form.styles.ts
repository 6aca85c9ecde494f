import { css } from 'lit';

/** What all forms look like. */
export const formStyles = css`
  form {
    display: grid;
    gap: 1.5em;
    max-width: 40em;
  }
  .title {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .summary .title {
    font-size: 1.0625em;
  }
  .summary ul {
    margin-block-start: 0.5em;
    padding-inline-start: 1.2em;
    list-style: disc;
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
  .issue {
    padding-inline-start: 0.7em;
    border-inline-start: 0.2em solid var(--_alert);
    color: var(--_alert);
    font-weight: 600;
  }
  .box {
    --_alert: var(--f3e-alert, currentcolor);
  }
  @supports (color: oklch(from red l c h)) {
    .box {
      --_alert: var(--f3e-alert, oklch(from currentcolor clamp(0.2, l * 0.75 + 0.12, 0.85) 0.13 27));
    }
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
  [aria-invalid='true']:not([type='radio'], [type='checkbox']) {
    border: 2px solid var(--_alert);
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: 0.7em;
    min-height: 44px;
    padding-block: 0.55em;
    font-weight: 400;
    cursor: pointer;
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
    padding: 0.8em 1em 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  .done {
    display: grid;
    gap: 1em;
    max-width: 40em;
    padding: 1.4em;
    border: 1px solid var(--_line);
    border-inline-start: 0.3em solid var(--_accent);
    border-radius: var(--_radius);
  }
  .done ol {
    display: grid;
    gap: 0.6em;
    margin: 0;
    padding-inline-start: 1.4em;
  }
  .bones {
    min-height: 60em;
  }
`;
