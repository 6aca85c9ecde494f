import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ResourceView } from '../../api/resources.js';
import { everything, type Search } from './scope.js';
import { within, type PagedScope } from './search.js';

/** Milliseconds after the last key before the request is sent. */
const TYPING = 250;

type SearchStateHost = ReactiveControllerHost & PagedScope;

/** What a reader searches for, and how far they have come. */
export class SearchState implements ReactiveController {
  search = everything;
  /** Resources of the pages before, where the next ones are added to them. */
  before: readonly ResourceView[] = [];
  /** `due`: announce the result of the last user action; `heard`: do not, because focus moves to that text. */
  announcement: 'none' | 'due' | 'heard' = 'none';

  #host: SearchStateHost;
  #write: (search: Search, isStep: boolean) => void;
  #timer = 0;
  /** What was typed and not asked yet. */
  #typed: string | undefined;

  /** `write` puts a search into the address, as a step to come back from or in place of the last one. */
  constructor(host: SearchStateHost, write: (search: Search, isStep: boolean) => void) {
    this.#host = host;
    this.#write = write;
    host.addController(this);
  }

  hostConnected(): void {
    // The element was only moved: resume the pending search.
    if (this.#typed !== undefined) this.type(this.#typed);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Searches for something else, from its first page. Words that were just typed count. */
  update(change: Partial<Search>, { isStep = true, isHeard = false } = {}): void {
    const words = this.#typed ?? this.search.words;
    this.#set({ ...this.search, words, page: 1, ...change });
    this.announcement = isHeard ? 'heard' : 'due';
    this.#write(this.#kept(this.search), isStep);
  }

  /** Searches for words once no key has come for a while. */
  type(words: string): void {
    clearTimeout(this.#timer);
    this.#typed = words;
    this.#timer = window.setTimeout(() => {
      // The first letters add a history entry; later ones replace it.
      if (words !== this.search.words) this.update({ words }, { isStep: !this.search.words });
    }, TYPING);
  }

  /** Resources of an answer, behind those of the pages before. */
  withBefore(items: readonly ResourceView[]): readonly ResourceView[] {
    return [...this.before, ...items.filter(({ id }) => !this.before.some((one) => one.id === id))];
  }

  /** Takes the search in the address, at first or when a reader goes back. */
  restore(search: Search, isNews: boolean): void {
    this.#set(within(this.#host, this.#kept(search)));
    this.announcement = isNews ? 'due' : 'none';
  }

  /** The page fixes something else: what a reader chose stays within it, from the first page. */
  stayWithin(isFirst: boolean): void {
    const words = this.#typed ?? this.search.words;
    this.#set(within(this.#host, { ...this.search, words, page: isFirst ? this.search.page : 1 }));
    if (!isFirst) this.#write(this.#kept(this.search), false);
  }

  /** With “more” paging, the URL does not keep the number of added pages. */
  #kept(search: Search): Search {
    return this.#host.paging === 'more' ? { ...search, page: 1 } : search;
  }

  #set(search: Search): void {
    clearTimeout(this.#timer);
    this.#typed = undefined;
    this.before = [];
    this.search = search;
    this.#host.requestUpdate();
  }
}
