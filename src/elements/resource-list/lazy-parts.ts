import type { ReactiveControllerHost } from 'lit';
import { adopt } from '../../dom/adopt.js';
import type { Keeper } from './lazy/keeper.js';
import type { Search } from './search.js';
import type { Searching } from './lazy/search-feedback.js';

/** Milliseconds after a failure before it is tried again. */
const AGAIN_AFTER = 5_000;

/** Fetches what a list needs when it is first wanted: what comes with a search, and what only some pages use. */
export class Extras {
  keeper?: Keeper;
  searching?: Searching;
  /** It could not be had: the list is there, and forgets what was looked for. */
  hasNoKeeper = false;
  /** It could not be had: only how many there are is said, and nothing is marked. */
  hasNoSearching = false;

  #host: ReactiveControllerHost & HTMLElement & { stateParam: string };
  #language: () => string;
  #onCome: (search: Search) => void;
  #wasRead = false;
  #isKeeping = false;
  #againFrom = 0;
  #asked = '';

  /** `onCome` is told what the address says, at first or when a reader comes back. */
  constructor(
    host: ReactiveControllerHost & HTMLElement & { stateParam: string },
    language: () => string,
    onCome: (search: Search) => void,
  ) {
    this.#host = host;
    this.#language = language;
    this.#onCome = onCome;
  }

  /** False until the address was read, where the page keeps the search there from the beginning. */
  get isRead(): boolean {
    return (this.#wasRead ||= !this.#host.stateParam || Boolean(this.keeper) || this.hasNoKeeper);
  }

  /** To be called before anything is asked: the name of the parameter may come late, or change. */
  keep(): void {
    const host = this.#host;
    this.keeper?.follow();
    if (this.#isKeeping || !(host.stateParam || host.querySelector('template[slot=item]'))) return;
    this.#isKeeping = true;
    import('./lazy/keeper.js')
      .then(({ Keeper }) => (this.keeper = new Keeper(host, this.#onCome)))
      .catch(() => (this.hasNoKeeper = true))
      .finally(() => host.requestUpdate());
  }

  /** Once for a language; after a failure again, but not at once. */
  async search(): Promise<void> {
    const language = this.#language();
    if (this.#asked === language && !(this.hasNoSearching && Date.now() > this.#againFrom)) return;
    this.#asked = language;
    this.#againFrom = Date.now() + AGAIN_AFTER;
    try {
      const { searchingIn, styles } = await import('./lazy/search-feedback.js');
      adopt(this.#host, styles);
      const searching = await searchingIn(language);
      if (language === this.#asked) this.searching = searching;
      this.hasNoSearching = false;
    } catch {
      this.hasNoSearching = true;
    }
    this.#host.requestUpdate();
  }
}
