import { css } from 'lit';

/** Facets, and the controls that stand around a list that they narrow. */
export const facetStyles = css`
  .frame {
    display: grid;
    gap: 1.2em;
  }
  .frame > * {
    min-width: 0;
  }
  .results,
  .panel {
    display: grid;
    gap: 1em;
    align-content: start;
  }
  label[for],
  legend {
    padding: 0;
    font-weight: 600;
  }
  select,
  input[type='search'] {
    min-height: 44px;
    padding: 0.4em 0.7em;
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
  .fold {
    justify-self: start;
  }
  .facets {
    display: grid;
    gap: 1.2em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
  }
  .facets[hidden] {
    display: none;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .values {
    margin-block-start: 0.2em;
  }
  .values label {
    display: flex;
    align-items: baseline;
    gap: 0.55em;
    min-height: 2em;
    padding-block: 0.2em;
    cursor: pointer;
  }
  .values input {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    min-width: 18px;
    min-height: 18px;
    margin: 0;
    accent-color: var(--f3e-accent, auto);
    transform: translateY(0.15em);
  }
  .plain {
    min-height: 32px;
    padding: 0.15em 0.2em;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1.2em;
  }
  .found {
    font-weight: 600;
  }
  .sort {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.6em;
  }
  .sort label {
    font-weight: inherit;
  }
  @media print {
    .panel,
    .sort {
      display: none;
    }
  }
`;
