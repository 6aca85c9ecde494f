import type { CSSResult, ReactiveControllerHost } from 'lit';
import { adopt } from '../../dom/adopt.js';
import type { SessionView } from '../../api/sessions.js';
import type { Place } from './lazy/url-state.js';
import type { Month } from './lazy/month-view.js';
import type { Detail } from './lazy/session-detail.js';
import type { Tools } from './lazy/tools.js';

interface Parts {
  month: Month;
  detail: Detail;
  tools: Tools;
}

/** Where each part comes from. Each says its styles, and how it is made in a language. */
const files = {
  month: () => import('./lazy/month-view.js'),
  detail: () => import('./lazy/session-detail.js'),
  tools: () => import('./lazy/tools.js'),
};

/** Parts that were loaded for an element before, by name and language: the next one has them at once. */
const loaded = new Map<string, { part: Parts[keyof Parts]; styles: CSSResult }>();

/** Fetches what a calendar needs when it is first wanted, in the language shown, with its styles. */
export class CalendarParts implements Partial<Parts> {
  month?: Month;
  detail?: Detail;
  tools?: Tools;
  /** The month could not be fetched: the list says the same. */
  hasNoMonth = false;

  #host: ReactiveControllerHost & HTMLElement & { stateParam: string };
  #isKept = false;

  #language: () => string;

  constructor(host: ReactiveControllerHost & HTMLElement & { stateParam: string }, language: () => string) {
    this.#host = host;
    this.#language = language;
  }

  /** Brings a part, at once when it is known; false when it cannot be had. */
  async want(name: keyof Parts): Promise<boolean> {
    const language = this.#language();
    if (this[name]?.language === language) return true;
    const key = name + language;
    const take = () => {
      const { part, styles } = loaded.get(key)!;
      adopt(this.#host, styles);
      Object.assign(this, { [name]: part });
    };
    if (loaded.has(key)) {
      take();
      return true;
    }
    return this.#bring(async () => {
      const { partIn, styles } = await files[name]();
      loaded.set(key, { part: await partIn(language), styles });
      take();
    });
  }

  /** Keeps a place in the address of the page, once it was read from there. */
  keep(get: () => Place, come: (place: Place) => void): void {
    if (this.#isKept) return;
    this.#isKept = true;
    void this.#bring(async () => {
      const { Keeper } = await import('./lazy/url-state.js');
      new Keeper(this.#host, get, come);
    }).then((isThere) => (this.#isKept = isThere));
  }

  /** Puts what is to come where search engines read it; without it, they read the hosted pages. */
  publish(sessions: readonly SessionView[]): void {
    import('./lazy/structured-data.js').then(
      ({ publish }) => publish(this.#host, sessions),
      () => undefined,
    );
  }

  async #bring(work: () => Promise<void>): Promise<boolean> {
    const isThere = await work().then(
      () => true,
      () => false,
    );
    // Not after a failure: an update would ask for the same again, and again.
    if (isThere) this.#host.requestUpdate();
    return isThere;
  }
}
