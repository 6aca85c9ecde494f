import { html } from 'lit';

/** The facets; behind a button where there is little room. */
export const facetPanel = (label: string, isOpen: boolean, onFold: () => void, facets: unknown) =>
  html`<div class="panel">
    <button class="button fold" type="button" aria-expanded=${isOpen} aria-controls="facets" @click=${onFold}>
      ${label}
    </button>
    <div class="facets" id="facets" ?hidden=${!isOpen}>${facets}</div>
  </div>`;
