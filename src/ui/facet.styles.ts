import { css } from 'lit';

/** Facets: check boxes in field sets. */
export const facetStyles = css`
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
    min-height: max(2em, var(--_target));
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
  legend {
    padding: 0;
    font-weight: 600;
  }
`;
