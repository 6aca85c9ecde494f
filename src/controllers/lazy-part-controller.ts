import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { adopt } from '../dom/adopt.js';
import type { Catalogue } from '../i18n/messages.js';

/** A module that an element fetches when it first needs it, with its stylesheet and its messages if it has some. */
interface LazyModule {
  styles?: CSSResult;
  catalogue?: Catalogue<unknown>;
}

/** A module, with its messages in one language. */
export type LazyPart<M> = M & (M extends { catalogue: Catalogue<infer T> } ? { messages: T } : unknown);

/** Milliseconds after a failed import before an update retries. A user action or the `online` event retries at once. */
const RETRY_AFTER = 5_000;

/** Loaded parts, by import function and language, shared by all elements of the page. */
const loaded = new Map<unknown, Map<string, LazyModule>>();

/** Fetches one part of an element when it is first needed, and knows whether it is there. */
export class LazyPartController<M extends object> implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #load: () => Promise<M>;
  #language: () => string;
  #parts: Map<string, LazyPart<M>>;
  #pending: Promise<LazyPart<M> | undefined> | undefined;
  #isWanted = false;
  #failedAt = 0;

  /**
   * `load` is a constant of the module that imports the part: elements that share it fetch it once. `language` is that of
   * the messages, for a part that has some.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    load: () => Promise<M>,
    language: () => string = () => 'fr',
  ) {
    this.#host = host;
    this.#load = load;
    this.#language = language;
    if (!loaded.has(load)) loaded.set(load, new Map());
    this.#parts = loaded.get(load) as Map<string, LazyPart<M>>;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
  }

  hostUpdate(): void {
    const { styles } = (this.part ?? {}) as LazyModule;
    if (styles) adopt(this.#host, styles);
    // The language has changed since it was fetched.
    if (this.#isWanted) this.need();
  }

  /** The part, once it is there. */
  get part(): LazyPart<M> | undefined {
    return this.#parts.get(this.#language());
  }

  /** The last import failed: render without the part. */
  get hasFailed(): boolean {
    return this.#failedAt > 0;
  }

  /** Fetches the part unless it is there, on its way, or failed a moment ago. For `willUpdate`. */
  need(): void {
    if (!this.hasFailed || Date.now() - this.#failedAt > RETRY_AFTER) void this.request();
  }

  /** Fetches the part because a reader asked for it; nothing when it cannot be had. */
  request(): Promise<LazyPart<M> | undefined> {
    const { part } = this;
    return part ? Promise.resolve(part) : (this.#pending ??= this.#fetch());
  }

  async #fetch(): Promise<LazyPart<M> | undefined> {
    this.#isWanted = true;
    try {
      const language = this.#language();
      const module = await this.#load();
      const { catalogue } = module as LazyModule;
      const messages = (await catalogue?.others.get(language)?.())?.messages ?? catalogue?.fr;
      this.#parts.set(language, { ...module, messages } as LazyPart<M>);
      this.#failedAt = 0;
    } catch {
      this.#failedAt = Date.now();
    }
    this.#pending = undefined;
    this.#host.requestUpdate();
    return this.part;
  }

  #onOnline = (): void => {
    if (this.hasFailed) void this.request();
  };
}
