import { html, nothing } from 'lit';

/** A value that may be chosen, in words, with how many have it. */
export interface Choice {
  value: string;
  label: string;
  count: number;
  isChosen: boolean;
}

/** Several values as boxes: any of them. Counts stand in the labels (TRUST R02). */
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
