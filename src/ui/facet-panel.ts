import { html, nothing } from 'lit';

/** The facets; behind a button where there is little room. */
export const facetPanel = (
  label: string,
  isOpen: boolean,
  onFold: () => void,
  facets: unknown,
  /** Name of the landmark, where there is no other search. */
  landmark = '',
) =>
  html`<div class="panel" role=${landmark ? 'search' : nothing} aria-label=${landmark || nothing}>
    <button class="button fold" type="button" aria-expanded=${isOpen} aria-controls="facets" @click=${onFold}>
      ${label}
    </button>
    <div class="facets" id="facets" ?hidden=${!isOpen}>${facets}</div>
  </div>`;
