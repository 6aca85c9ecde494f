import type { CSSResult, ReactiveControllerHost } from 'lit';
import { daysIn, plusDays } from './dates.js';
import { clocksDiffer, clocksOf, dayOf, factsOf, registerLink, stateOf, zoneOf } from './entry.js';
import { adopt } from '../../internal/adopt.js';
import { foreign } from '../../internal/foreign.js';
import type { SessionView } from '../../api/sessions.js';
import type { Place, writePlace } from './address.js';
import type { Month } from './month-view.js';
import type { Detail } from './session-detail.js';
import type { Tools } from './tools.js';

/** What the chunks draw with, handed over rather than imported: so they stay apart from this one. */
const kit = {
  clocksDiffer,
  clocksOf,
  dayOf,
  daysIn,
  factsOf,
  foreign,
  plusDays,
  registerLink,
  stateOf,
  zoneOf,
};
export type Kit = typeof kit;

/** Months that were loaded for an element before, by language: the next one has them at once. */
const loadedMonths = new Map<string, { month: Month; sheet: CSSResult }>();

/** Fetches what a calendar needs when it is first wanted, in the language shown, with its styles. */
export class CalendarChunks {
  month: Month | undefined;
  detail: Detail | undefined;
  tools: Tools | undefined;
  /** The month could not be fetched: the list says the same. */
  hasNoMonth = false;

  #host: ReactiveControllerHost & HTMLElement;
  #writePlace: typeof writePlace | undefined;
  #published: Element | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  wantMonth(language: string): void {
    if (this.month?.language === language) return;
    const loaded = loadedMonths.get(language);
    if (loaded) {
      this.month = loaded.month;
      adopt(this.#host, loaded.sheet);
      return;
    }
    const known = this.month;
    void this.#bring(async () => {
      const { monthIn, monthStyles: sheet } = await import('./month-view.js');
      const month = await monthIn(language, kit);
      loadedMonths.set(language, { month, sheet });
      adopt(this.#host, sheet);
      if (this.month === known) this.month = month;
    }).then((isThere) => {
      this.hasNoMonth = !isThere;
      this.#host.requestUpdate();
    });
  }

  /** Without it, the link to the session's page stands in for it. */
  async wantDetail(language: string): Promise<void> {
    if (this.detail?.language === language) return;
    await this.#bring(async () => {
      const { detailIn, detailStyles } = await import('./session-detail.js');
      adopt(this.#host, detailStyles);
      this.detail = await detailIn(language, kit);
    });
  }

  /** False when they cannot be had. */
  async wantTools(language: string): Promise<boolean> {
    if (this.tools?.language === language) return true;
    return this.#bring(async () => {
      const { toolsIn, toolsStyles } = await import('./tools.js');
      adopt(this.#host, toolsStyles);
      this.tools = await toolsIn(language);
    });
  }

  /** What stands in the address of the page. */
  async readPlace(name: string): Promise<Place | undefined> {
    let place: Place | undefined;
    await this.#bring(async () => {
      const address = await import('./address.js');
      place = address.readPlace(name, location.search);
      this.#writePlace = address.writePlace;
    });
    return place;
  }

  /** Only once it was read: what stands there is a reader's. */
  writePlace(name: string, place: Place): void {
    if (this.#host.isConnected) this.#writePlace?.(name, place);
  }

  /** Puts what is to come where search engines read it. */
  async publish(sessions: readonly SessionView[]): Promise<void> {
    await import('./structured-data.js').then(
      ({ eventsOf, publish }) => {
        if (this.#host.isConnected)
          this.#published = publish(eventsOf(sessions, Date.now()), this.#published);
      },
      () => undefined,
    );
  }

  unpublish(): void {
    this.#published?.remove();
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
