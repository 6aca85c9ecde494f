import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps focus inside an element when what had it is removed by an update (A02). */
export class FocusController implements ReactiveController {
  /** A selector of what takes focus once the element is ready; empty to leave focus where it is. */
  next = '';

  #host: ReactiveControllerHost & HTMLElement;
  #otherwise: string;
  #isReady: () => boolean;
  #had: Element | null = null;
  /** Focus was lost while nothing could take it: the next update gives it. */
  #isOwed = false;

  /** `otherwise` selects what takes focus when nothing better can. */
  constructor(host: ReactiveControllerHost & HTMLElement, otherwise: string, isReady: () => boolean) {
    this.#host = host;
    this.#otherwise = otherwise;
    this.#isReady = isReady;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const find = (selector: string) => this.#host.shadowRoot!.querySelector<HTMLElement>(selector);
    if (this.next && this.#isReady()) {
      const target = find(this.next) ?? find(this.#otherwise);
      this.next = '';
      target?.focus();
    } else if (this.#isOwed || (this.#had && !this.#had.isConnected)) {
      const target = find(this.#otherwise);
      // A reader who moved on keeps focus.
      const isFree =
        !document.activeElement ||
        [document.body, this.#host].includes(document.activeElement as HTMLElement);
      this.#isOwed = !target && isFree;
      if (isFree) target?.focus();
    }
  }
}
