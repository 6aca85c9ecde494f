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
            /><span>${label} (${count})</span></label
          >`,
      )}
    </div>
    ${more}
  </fieldset>`;

/** What folds where there is little room: the facets, behind a button. */
export const facetPanel = (label: string, isOpen: boolean, onFold: () => void, facets: unknown) =>
  html`<div class="panel">
    <button class="button fold" type="button" aria-expanded=${isOpen} aria-controls="facets" @click=${onFold}>
      ${label}
    </button>
    <div class="facets" id="facets" ?hidden=${!isOpen}>${facets}</div>
  </div>`;
