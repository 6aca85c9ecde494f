import { html, nothing } from 'lit';
import type { ResourceListView, ResourceView } from '../../api/resources.js';
import type { ResourceListStrings } from '../../i18n/strings.js';
import { safeUrl } from '../../internal/safe-url.js';
import { pagesView } from './pages-view.js';
import { countOf, sorts, type Search, type Sort } from './search.js';

/** What was found, and what one can do from there. */
export interface Results {
  words: ResourceListStrings;
  found: ResourceListView;
  /** What is shown of it: also the pages before, where they stay. */
  items: readonly ResourceView[];
  search: Search;
  /** What is said when nothing was found. */
  nothing: string;
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
  onWords: (words: string) => void;
  onClear: () => void;
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
    ${found.isLoose ? html`<p class="quiet">${words.loose}</p>` : nothing}
    ${
      items.length
        ? html`<ul class=${results.isCards ? 'cards' : 'list'} part="list">
            ${items.map(results.draw)}
          </ul>`
        : nothingView(results)
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

/** What stands where nothing was found: why, and the ways out. */
function nothingView({ words, found, search, nothing: sentence, hosted, onWords, onClear, onPage }: Results) {
  const { suggestion, total } = found;
  const isBeyond = total > 0;
  const link = safeUrl(hosted);
  return html`<div class="status" part="empty">
    <slot name="empty"><p>${isBeyond ? words.nothingOnPage : sentence}</p></slot>
    ${
      suggestion
        ? html`<p>
            ${words.try}
            <button class="plain" type="button" @click=${() => onWords(suggestion)}>${suggestion}</button>
          </p>`
        : nothing
    }
    <p class="actions">
      ${isBeyond ? button(words.page(1), (click) => onPage(1, click)) : nothing}
      ${!isBeyond && countOf(search) ? button(words.clearFilters, onClear) : nothing}
      ${!isBeyond && search.words ? button(words.clearWords, () => onWords('')) : nothing}
      ${link ? html`<a href=${link}>${words.all}</a>` : nothing}
    </p>
  </div>`;
}

const button = (label: string, onClick: (click: Event) => void) =>
  html`<button class="button" type="button" @click=${onClick}>${label}</button>`;

function feedsView({ words, found, feed, file }: Results) {
  const address = safeUrl(feed);
  return address && found.total
    ? html`<p class="feeds actions">
        <a href=${address}>${words.follow}</a><a href=${safeUrl(file)}>${words.download}</a>
      </p>`
    : nothing;
}
