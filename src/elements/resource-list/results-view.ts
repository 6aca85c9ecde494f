import { html, nothing } from 'lit';
import type { ResourceView } from '../../api/resources.js';
import { safeUrl } from '../../dom/safe-url.js';
import type { ResourceListMessages } from '../../i18n/messages.js';
import { pagesView } from './pages-view.js';
import { sizeOf, sorts, type Search, type Sort } from './scope.js';
import { nothingSentence, pagesOf, type FoundPage, type PagedScope } from './search.js';

/** What was found, and what one can do from there. */
export interface ResultsContext {
  messages: ResourceListMessages;
  found: FoundPage;
  /** What is shown of it, with the pages before where the next ones are added. */
  items: readonly ResourceView[];
  /** What the page fixes. */
  scope: PagedScope;
  isCards: boolean;
  drawItem: (resource: ResourceView) => unknown;
  /** Undefined until that part was fetched. */
  drawNothing: ((context: ResultsContext) => unknown) | undefined;
  /** Address of the list with another search. */
  address: (search: Search) => string;
  /** Hosted page of all the resources, feed and file of this list; empty where there is none. */
  hosted: string;
  feed: string;
  file: string;
  onSort: (sort: Sort) => void;
  onPage: (page: number, click: Event) => void;
  onMore: () => void;
  /** Searches for other words. */
  onWords: (words: string) => void;
  /** Removes all filters. */
  onClear: () => void;
}

export function resultsView(context: ResultsContext) {
  const { messages, found, items, scope, drawNothing } = context;
  const { search, total } = found;
  const size = sizeOf(scope);
  const pages = pagesOf(scope, total);
  const left = total - search.page * size;
  return html`
    <div class="bar">
      <p class="found" id="found" tabindex="-1">${messages.found(total, search.page, pages)}</p>
      ${total > 1 ? sortView(context) : nothing}
    </div>
    ${found.isLoose ? html`<p class="quiet">${messages.loose}</p>` : nothing}
    ${
      items.length
        ? html`<ul class=${context.isCards ? 'cards' : 'list'} part="list">
            ${items.map(context.drawItem)}
          </ul>`
        : (drawNothing?.(context) ??
          html`<slot name="empty"><p>${nothingSentence(found, messages)}</p></slot>`)
    }
    ${
      scope.paging === 'more' && left > 0 && items.length
        ? html`<button class="button" type="button" @click=${context.onMore}>
            ${messages.showMore(Math.min(size, left))}
          </button>`
        : pagesView({
            messages,
            page: search.page,
            pages,
            address: (page) => safeUrl(context.address({ ...search, page })),
            onPage: context.onPage,
          })
    }
    ${feedLinks(context)}
  `;
}

function sortView({ messages, found: { search }, scope, onSort }: ResultsContext) {
  const hasWords = Boolean(search.words.trim() || scope.q?.trim());
  const current = search.sort || (hasWords ? 'relevance' : 'date');
  return html`<p class="sort">
    <label for="sort">${messages.sort}</label>
    <select
      id="sort"
      @change=${(change: Event) => onSort((change.target as HTMLSelectElement).value as Sort)}
    >
      ${sorts
        .filter((sort) => hasWords || sort !== 'relevance')
        .map(
          (sort) =>
            html`<option value=${sort} .selected=${sort === current}>${messages.sorts[sort]}</option>`,
        )}
    </select>
  </p>`;
}

function feedLinks({ messages, found, feed, file }: ResultsContext) {
  const address = safeUrl(feed);
  return address && found.total
    ? html`<p class="feeds actions">
        <a href=${address}>${messages.follow}</a><a href=${safeUrl(file)}>${messages.download}</a>
      </p>`
    : nothing;
}
