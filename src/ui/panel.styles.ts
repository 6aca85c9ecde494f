import { css } from 'lit';

/** The controls that stand around a list. */
export const panelStyles = css`
  .frame {
    display: grid;
    gap: 1.2em;
    grid-template-columns: minmax(0, 1fr);
  }
  /* No grid: it would measure all of its content twice. */
  .results,
  .panel {
    display: flex;
    flex-direction: column;
    gap: 1em;
  }
  label[for] {
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
    align-self: start;
  }
  .facets {
    display: grid;
    gap: 1.2em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
  }
  .facets[hidden] {
    display: none;
  }
  .plain {
    min-height: max(32px, var(--_target));
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
