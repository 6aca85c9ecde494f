import { html, nothing } from 'lit';
import type { ResourceListView, ResourceView } from '../../api/resources.js';
import type { ResourceListStrings } from '../../i18n/strings.js';
import { safeUrl } from '../../dom/safe-url.js';
import { pagesView } from './pages-view.js';
import { sorts, type Search, type Sort } from './search.js';
import type { Searching } from './lazy/search-feedback.js';
import type { FocusController } from '../../controllers/focus-controller.js';
import type { Reader } from './search-state.js';

/** What was found, and what one can do from there. */
export interface Results {
  words: ResourceListStrings;
  found: ResourceListView;
  /** What is shown of it: also the pages before, where they stay. */
  items: readonly ResourceView[];
  search: Search;
  /** Nothing until it is wanted. */
  searching: Searching | undefined;
  /** Words that the page fixes. */
  q: string | null;
  size: number;
  /** How many pages there are; 1 where the next ones are added to the first. */
  pages: number;
  isAdding: boolean;
  isCards: boolean;
  draw: (resource: ResourceView) => unknown;
  /** Address of the list with another search. */
  address: (search: Search) => string;
  /** Hosted page of all the resources, feed and file of this list; empty where there is none. */
  hosted: string;
  feed: string;
  file: string;
  onSort: (sort: Sort) => void;
  reader: Reader;
  focus: FocusController;
  /** Where focus goes when words were chosen: a selector. */
  field: string;
  onPage: (page: number, click: Event) => void;
  onMore: () => void;
}

export function resultsView(results: Results) {
  const { words, found, items, search, size, pages, isAdding } = results;
  const left = found.total - search.page * size;
  return html`
    <div class="bar">
      <p class="found" id="found" tabindex="-1">${words.found(found.total, search.page, pages)}</p>
      ${found.total > 1 ? sortView(results) : nothing}
    </div>
    ${found.isLoose ? html`<p class="quiet">${results.searching?.loose}</p>` : nothing}
    ${
      items.length
        ? html`<ul class=${results.isCards ? 'cards' : 'list'} part="list">
            ${items.map(results.draw)}
          </ul>`
        : (results.searching?.none(results) ?? html`<slot name="empty"></slot>`)
    }
    ${
      isAdding && left > 0 && items.length
        ? html`<button class="button" type="button" @click=${results.onMore}>
            ${words.showMore(Math.min(size, left))}
          </button>`
        : pagesView({
            words,
            page: search.page,
            pages,
            address: (page) => safeUrl(results.address({ ...search, page })),
            onPage: results.onPage,
          })
    }
    ${feedsView(results)}
  `;
}

function sortView({ words, search, q, onSort }: Results) {
  const hasWords = Boolean(search.words.trim() || q?.trim());
  const now = search.sort || (hasWords ? 'relevance' : 'date');
  return html`<p class="sort">
    <label for="sort">${words.sort}</label>
    <select
      id="sort"
      @change=${(change: Event) => onSort((change.target as HTMLSelectElement).value as Sort)}
    >
      ${sorts
        .filter((sort) => hasWords || sort !== 'relevance')
        .map((sort) => html`<option value=${sort} .selected=${sort === now}>${words.sorts[sort]}</option>`)}
    </select>
  </p>`;
}

function feedsView({ words, found, feed, file }: Results) {
  const address = safeUrl(feed);
  return address && found.total
    ? html`<p class="feeds actions">
        <a href=${address}>${words.follow}</a><a href=${safeUrl(file)}>${words.download}</a>
      </p>`
    : nothing;
}
