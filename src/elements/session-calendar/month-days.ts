import type { ReactiveControllerHost } from 'lit';

/** What a reader opened in the month. */
export class MonthDays {
  /** Days of which all sessions are shown. */
  unfolded: ReadonlySet<string> = new Set();
  /** On a phone, the day whose sessions stand below; empty until the reader chooses one. */
  chosen = '';

  /** The day whose sessions stand in a pop-over; empty for none. */
  popped = '';

  /** Another object after each act of the reader. */
  opened = {};

  #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  toggle = (day: string): void => {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(day)) unfolded.add(day);
    this.unfolded = unfolded;
    this.#update();
  };

  choose = (day: string): void => {
    this.chosen = day;
    this.#update();
  };

  /** A pop-over opens or closes; another may have opened before this one closes. */
  pop = (day: string, isOpen: boolean): void => {
    if (isOpen) this.popped = day;
    else if (this.popped === day) this.popped = '';
    this.#update();
  };

  clear(): void {
    this.unfolded = new Set();
    this.popped = '';
    this.chosen = '';
    this.#update();
  }

  #update(): void {
    this.opened = {};
    this.#host.requestUpdate();
  }
}
