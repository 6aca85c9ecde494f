import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { countOf, type CalendarFilters } from './filters.js';
import type { PeriodController } from './period-controller.js';
import type { CalendarScope } from './scope.js';
import { requestOf, type ShownMonths } from './sessions-request.js';

/** Milliseconds after the last key before the server is asked. */
const TYPING = 250;

/** What a reader filters by. The server filters too where one answer does not hold all sessions of the months. */
export class FiltersController implements ReactiveController {
  /** Undefined while none is set. */
  chosen: CalendarFilters | undefined;

  #host: ReactiveControllerHost & CalendarScope;
  #period: PeriodController;
  /** Paths whose answers do not hold all sessions. */
  #large = new Set<string>();
  /** The filters that the server is asked with: they follow the reader's once no key has come for a while. */
  #asked: CalendarFilters | undefined;
  #typing = 0;

  constructor(host: ReactiveControllerHost & CalendarScope, period: PeriodController) {
    this.#host = host;
    this.#period = period;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
    this.#asked = this.chosen;
  }

  get count(): number {
    return this.chosen ? countOf(this.chosen) : 0;
  }

  get request() {
    return this.isLarge && this.#asked ? this.#requestOf(this.#asked) : this.#requestOf();
  }

  get isLarge(): boolean {
    return this.#large.has(this.#requestOf().path);
  }

  /** Whether no request with other filters is still to be made. */
  get isAsked(): boolean {
    return !this.isLarge || this.#asked === this.chosen;
  }

  /** Notes whether the answer of these months holds all sessions. */
  learn({ isWhole, isNarrowed, months }: ShownMonths): void {
    if (!isWhole && !isNarrowed && this.#period.isOf(months)) this.#large.add(this.#requestOf().path);
  }

  choose(filters: CalendarFilters | undefined): void {
    const isTyped = filters?.words !== this.chosen?.words;
    this.chosen = filters;
    clearTimeout(this.#typing);
    const ask = () => {
      this.#asked = filters;
      this.#host.requestUpdate();
    };
    if (isTyped && this.isLarge) this.#typing = window.setTimeout(ask, TYPING);
    else ask();
    this.#host.requestUpdate();
  }

  /** From the address: nothing is typed. */
  restore(filters: CalendarFilters | undefined): void {
    clearTimeout(this.#typing);
    this.chosen = this.#asked = filters;
    this.#host.requestUpdate();
  }

  #requestOf(filters?: CalendarFilters) {
    return requestOf(this.#host, this.#period.month, this.#period.span, filters);
  }
}
