import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { textSizeOf } from '../dom/text-size.js';

/** The width that an element has, by which it chooses what it draws; it is drawn again when the choice changes. */
export class WidthController<T> implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #choose: (width: number) => T;
  /** What was chosen by the last width. */
  choice: T;
  #observer = new ResizeObserver((entries) => {
    const { target, contentRect } = entries[0]!;
    // Defer to a new task: changing layout inside a ResizeObserver callback raises a “loop” error on the page.
    setTimeout(() => this.#setWidth(contentRect.width / textSizeOf(target)));
  });

  /** `choose` is given a width in em of the element’s own text; `first` stands until one is known. */
  constructor(host: ReactiveControllerHost & HTMLElement, choose: (width: number) => T, first: T) {
    this.#host = host;
    this.#choose = choose;
    this.choice = first;
    host.addController(this);
  }

  hostUpdated(): void {
    const box = this.#host.shadowRoot?.firstElementChild;
    if (box) this.#observer.observe(box);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /**
   * Measures the width now; returns whether there is one. This forces a layout, so use it only where a wrong first choice
   * would be visible.
   */
  measure(): boolean {
    const width = this.#host.offsetWidth;
    this.#setWidth(width / textSizeOf(this.#host));
    return width > 0;
  }

  /** A hidden element has no width, and keeps its choice. */
  #setWidth(width: number): void {
    const choice = width ? this.#choose(width) : this.choice;
    if (choice === this.choice) return;
    this.choice = choice;
    this.#host.requestUpdate();
  }
}
