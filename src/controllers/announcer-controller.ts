import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds of rest before a message is announced, and between two (A13, D8). */
const REST = 700;

/** Status messages of an element: one after each user action, once the input has paused. */
export class AnnouncerController implements ReactiveController {
  /** The text of the element's live region, which is there and empty at first. */
  message = '';

  #host: ReactiveControllerHost;
  #timer = 0;
  #announcedAt = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Replaces a message that waits. An urgent one is announced at once, unless another just was. */
  announce(message: string, isUrgent = false): void {
    this.clear();
    const wait = isUrgent ? Math.max(0, this.#announcedAt + REST - Date.now()) : REST;
    this.#timer = window.setTimeout(() => {
      this.#announcedAt = Date.now();
      this.message = message;
      this.#host.requestUpdate();
    }, wait);
  }

  /** Clears the region, because a screen reader does not repeat an unchanged text. */
  clear(): void {
    clearTimeout(this.#timer);
    if (this.message) this.#host.requestUpdate();
    this.message = '';
  }
}
