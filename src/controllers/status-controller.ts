import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds of rest before a text is told; no text comes sooner after another (TRUST A13, D8). */
const REST = 700;

/** What an element tells to those who do not see it: once, when the reader rests. */
export class StatusController implements ReactiveController {
  /** Stands in a region that is there and empty at first. */
  message = '';

  #host: ReactiveControllerHost;
  #timer = 0;
  #toldAt = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Replaces what was about to be told. What is urgent comes at once, unless something was just told. */
  tell(message: string, isUrgent = false): void {
    clearTimeout(this.#timer);
    // The same text would not be told twice.
    if (this.message) this.#host.requestUpdate();
    this.message = '';
    const wait = isUrgent ? Math.max(0, this.#toldAt + REST - Date.now()) : REST;
    this.#timer = window.setTimeout(() => {
      this.#toldAt = Date.now();
      this.message = message;
      this.#host.requestUpdate();
    }, wait);
  }
}
