import { css } from 'lit';

/** The filters and the subscription, which unfold under the toolbar. */
export const styles = css`
  .filters,
  .subscription {
    display: grid;
    gap: 0.9em;
    padding: 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  @container (min-width: 40em) {
    .filters {
      align-items: start;
      grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    }
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  label:not(.choice) {
    padding: 0;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: max(2.2em, var(--_target));
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    min-width: 18px;
    min-height: 18px;
    margin: 0;
    accent-color: var(--f3e-accent, auto);
  }
  input:not([type='checkbox']) {
    flex: 1 1 14em;
    width: 100%;
    min-height: 44px;
    padding: 0.5em 0.7em;
    border: 1px solid color-mix(in srgb, currentcolor 68%, transparent);
    border-radius: var(--_radius);
    background: var(--f3e-field, transparent);
    color: inherit;
    font: inherit;
  }
`;
