import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ResourceView } from '../../api/resources.js';
import { everything, within, type Scope, type Search } from './search.js';

/** Milliseconds after the last key before the question is asked. */
const TYPING = 250;

type Host = ReactiveControllerHost & Scope & { paging: string };

/** What the reader of a list looks for, and how far they have come. */
export class Reader implements ReactiveController {
  search = everything;
  /** The search whose answer is shown, while that of another is on its way. */
  answered = everything;
  /** Resources of the pages before, where the next ones are added to them. */
  before: readonly ResourceView[] = [];
  /** What an act of theirs led to is still to be told. */
  isToldNext = false;
  /** It is heard anyway, where focus goes. */
  isHeard = false;

  #host: Host;
  #write: (search: Search, isStep: boolean) => void;
  #timer = 0;
  /** What was typed and not asked yet. */
  #typed: string | undefined;

  /** `write` puts a search in the address, as a step to come back from or instead of the last one. */
  constructor(host: Host, write: (search: Search, isStep: boolean) => void) {
    this.#host = host;
    this.#write = write;
    host.addController(this);
  }

  hostConnected(): void {
    // It was only moved: what was typed is still to be asked.
    if (this.#typed !== undefined) this.type(this.#typed);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Looks for something else, from the first page of it. */
  look(change: Partial<Search>, { isStep = true, isHeard = false } = {}): void {
    // What was just typed counts, though nobody waited for it.
    const words = this.#typed ?? this.search.words;
    this.#turn({ ...this.search, words, page: 1, ...change });
    this.isToldNext = true;
    this.isHeard = isHeard;
    this.#write(this.#kept(this.search), isStep);
  }

  /** Looks for words once no key has come for a while. */
  type(words: string): void {
    clearTimeout(this.#timer);
    this.#typed = words;
    this.#timer = window.setTimeout(() => {
      // The first letters are a step to come back from, those after them are the same step.
      if (words !== this.search.words) this.look({ words }, { isStep: !this.search.words });
    }, TYPING);
  }

  /** What the address says, at first or when a reader comes back. */
  come(search: Search, isNews: boolean): void {
    this.#turn(within(this.#host, this.#kept(search)));
    this.isToldNext = isNews;
    this.isHeard = false;
  }

  /** What the page asks for has changed: what a reader chose stays within it, from the first page. */
  stayWithin(isFirst: boolean): void {
    const words = this.#typed ?? this.search.words;
    this.#turn(within(this.#host, { ...this.search, words, page: isFirst ? this.search.page : 1 }));
    if (!isFirst) this.#write(this.#kept(this.search), false);
  }

  /** Pages that were added are not a place to come back to. */
  #kept(search: Search): Search {
    return this.#host.paging === 'more' ? { ...search, page: 1 } : search;
  }

  #turn(search: Search): void {
    clearTimeout(this.#timer);
    this.#typed = undefined;
    this.before = [];
    this.search = search;
    this.#host.requestUpdate();
  }
}
