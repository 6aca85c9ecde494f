import { html, nothing } from 'lit';

/** A value that may be chosen, its label, and how many items have it. */
export interface Choice {
  value: string;
  label: string;
  count: number;
  isChosen: boolean;
}

/** The values of a facet as check boxes: any of them. Counts stand in the labels (R02). */
export const facetView = (
  name: string,
  legend: string,
  choices: readonly Choice[],
  onToggle: (value: string) => void,
  more: unknown = nothing,
) =>
  html`<fieldset part="facet">
    <legend>${legend}</legend>
    <div class="values">
      ${choices.map(
        ({ value, label, count, isChosen }) =>
          html`<label
            ><input
              type="checkbox"
              name=${name}
              value=${value}
              .checked=${isChosen}
              @change=${() => onToggle(value)}
            />${`${label} (${count})`}</label
          >`,
      )}
    </div>
    ${more}
  </fieldset>`;
