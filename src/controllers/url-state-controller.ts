import type { ReactiveController, ReactiveControllerHost } from 'lit';

type UrlStateHost = ReactiveControllerHost & HTMLElement & { stateParam: string };

/**
 * Keeps a state of an element in one query parameter of the page, named by its `state-param` attribute: reads it when the
 * element is connected, when the parameter's name changes and when a reader goes back, and writes what the element gives.
 */
export class UrlStateController implements ReactiveController {
  #host: UrlStateHost;
  #restore: (state: URLSearchParams) => void;
  #name = '';
  /** The value that was last read or written; undefined before the first. */
  #value: string | null | undefined;

  /** `restore` receives the state in the address; empty when the parameter is absent. */
  constructor(host: UrlStateHost, restore: (state: URLSearchParams) => void) {
    this.#host = host;
    this.#restore = restore;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#read);
    // The page may have moved on while the element was away.
    this.#read();
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#read);
  }

  /** Before the first request is sent: the attribute may be set late, or change. */
  hostUpdate(): void {
    if (this.#host.stateParam !== this.#name) this.#read();
  }

  /** The address of this page with another state; empty without a parameter. The rest stays as it is written. */
  addressOf(state: URLSearchParams): string {
    const { stateParam } = this.#host;
    if (!stateParam) return '';
    const url = new URL(location.href);
    const others = url.search
      .slice(1)
      .split('&')
      .filter((pair) => pair && !new URLSearchParams(pair).has(stateParam));
    const value = state.toString();
    if (value) others.push(new URLSearchParams([[stateParam, value]]).toString());
    url.search = others.join('&');
    return url.href;
  }

  /** Writes a state: as a step to come back from, or in place of the last one. */
  write(state: URLSearchParams, isStep: boolean): void {
    const address = this.addressOf(state);
    if (!address || !this.#host.isConnected || address === location.href) return;
    try {
      if (isStep) history.pushState(history.state, '', address);
      else history.replaceState(history.state, '', address);
    } catch {
      // The History API throws in some frames and when called too often; the next change is written instead.
    }
    this.#value = this.#current();
  }

  #current(): string | null {
    return new URL(location.href).searchParams.get(this.#name);
  }

  #read = (): void => {
    const { stateParam, isConnected } = this.#host;
    if (stateParam !== this.#name) {
      this.#name = stateParam;
      this.#value = undefined;
    }
    if (!stateParam || !isConnected) return;
    // Another element or an in-page link changed the URL: this element's state is the same.
    const value = this.#current();
    if (value === this.#value) return;
    this.#value = value;
    this.#restore(new URLSearchParams(value ?? ''));
  };
}
