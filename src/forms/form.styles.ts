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
  .skeleton {
    min-height: 60em;
  }
`;
