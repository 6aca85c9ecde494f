import { css } from 'lit';

/** Errors, sending and sent. */
export const styles = css`
  .summary .title {
    font-size: 1.0625em;
  }
  .summary ul {
    margin-block-start: 0.5em;
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .issue {
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
  [aria-invalid='true']:not([type='radio'], [type='checkbox']) {
    border: 2px solid var(--_alert);
  }
  .button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  .done {
    display: grid;
    gap: 1em;
    align-content: start;
  }
  .address {
    font-weight: 650;
  }
  .done ol {
    display: grid;
    gap: 0.6em;
    margin: 0;
    padding-inline-start: 1.4em;
  }
`;
