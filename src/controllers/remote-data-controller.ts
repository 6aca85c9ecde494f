import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError, isApiError } from '../api/api-error.js';
import type { ApiClient, ReadRequest } from '../api/client.js';
import { emit } from '../dom/emit.js';
import type {} from './data.events.js';

export type DataState = 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error';

/** How long a reader has waited: a skeleton is shown after 0.3 s, and after 3 s a text says that loading goes on (L10). */
export type Patience = 'none' | 'skeleton' | 'slow';

const SKELETON_AFTER = 300;
const SLOW_AFTER = 3_000;

/** Milliseconds after which an answer is asked for again when a reader comes back to the page. */
const OLD_AFTER = 600_000;
/** Days begin on a quarter of an hour in every zone. */
const QUARTER = 900_000;

/** What to draw in each state. */
export interface Views<T> {
  idle: () => unknown;
  loading: (patience: Patience) => unknown;
  ready: (value: T) => unknown;
  /** Stands above the last good content: its age as a time in milliseconds since 1970. */
  asOf: (at: number) => unknown;
  /** For elements that have `isEmpty`. */
  empty?: () => unknown;
  error: (error: ApiError, wasRetried: boolean) => unknown;
}

export interface RemoteDataOptions<T> {
  api: () => ApiClient | undefined;
  /** What to ask; nothing while an attribute that it needs is missing. */
  request: () => ReadRequest<T> | undefined;
  isEmpty?: (value: T) => boolean;
  /** The visitor's day, when an answer depends on it; the device's when absent. */
  today?: () => string;
  /** The attribute without which there is no request. */
  needs?: string;
}

/**
 * Keeps one answer up to date: sends a request when it changes, aborts when the element leaves the page, asks again when
 * it returns without an answer or the network comes back, and keeps the last good answer meanwhile.
 */
export class RemoteDataController<T> implements ReactiveController {
  state: DataState = 'idle';
  value: T | undefined;

  #host: ReactiveControllerHost & HTMLElement;
  #options: RemoteDataOptions<T>;
  /** Its states make `:state(ready)` and the like match. */
  #internals?: ElementInternals;
  #asked = '';
  #at = 0;
  #error: ApiError | undefined;
  #patience: Patience = 'none';
  #wasRetried = false;
  #hasWarned = false;
  #abort = (): void => undefined;
  #timer = 0;
  /** The day on which the answer was shown. */
  #day = '';

  constructor(host: ReactiveControllerHost & HTMLElement, options: RemoteDataOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
    window.addEventListener('pageshow', this.#onReturn);
    document.addEventListener('visibilitychange', this.#onReturn);
    this.#waitForDay();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
    window.removeEventListener('pageshow', this.#onReturn);
    document.removeEventListener('visibilitychange', this.#onReturn);
    clearTimeout(this.#timer);
    // An element that is moved is connected again in the same task.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#abort();
      if (this.isBusy) this.#asked = '';
    });
  }

  hostUpdate(): void {
    const api = this.#options.api();
    const request = this.#options.request();
    const asked = api && request ? `${api.endpoint} ${request.path}` : '';
    if (asked === this.#asked || !this.#host.isConnected) return;
    this.#asked = asked;
    this.#abort();
    if (asked) void this.#ask(false);
    else this.#become('idle');
  }

  hostUpdated(): void {
    const { needs, api } = this.#options;
    if (this.state !== 'idle' || this.#hasWarned || (api() && !needs)) return;
    this.#hasWarned = true;
    this.#warnOfSetting(api() ? needs! : '');
  }

  get isBusy(): boolean {
    return this.state === 'loading';
  }

  /** Asks again, although there is an answer. */
  reload(): void {
    if (!this.#asked || this.isBusy) return;
    this.#wasRetried = true;
    void this.#ask(true);
  }

  /** Renders the notice, then the content, always at the same template position, so that lit keeps their nodes. */
  render(views: Views<T>): unknown[] {
    const { state, value } = this;
    const isStale = state === 'stale';
    const shown = isStale || (this.isBusy && value !== undefined) ? 'ready' : state;
    const content =
      shown === 'ready'
        ? views.ready(value as T)
        : shown === 'loading'
          ? views.loading(this.#patience)
          : shown === 'error'
            ? views.error(this.#error!, this.#wasRetried)
            : views[shown]!();
    return [isStale ? views.asOf(this.#at) : undefined, content];
  }

  async #ask(fresh: boolean): Promise<void> {
    const stop = new AbortController();
    this.#patience = 'none';
    try {
      let answer = this.#options.api()!.get(this.#options.request()!, { signal: stop.signal, fresh });
      if (!('value' in answer)) {
        const waitFor = (patience: Patience, after: number) =>
          setTimeout(() => {
            this.#patience = patience;
            this.#host.requestUpdate();
          }, after);
        const timers = [waitFor('skeleton', SKELETON_AFTER), waitFor('slow', SLOW_AFTER)];
        this.#abort = () => {
          timers.forEach(clearTimeout);
          stop.abort();
        };
        this.#become('loading');
        answer = await answer;
        if (stop.signal.aborted) return;
        this.#abort();
      }
      const { value, at, stale } = answer;
      this.value = value;
      this.#at = at;
      this.#day = this.#today;
      this.#become(stale ? 'stale' : this.#options.isEmpty?.(value) ? 'empty' : 'ready');
      // Cached answers resolve during an update; wait a microtask so that listeners see the rendered DOM.
      await Promise.resolve();
      if (stale) emit(this.#host, 'f3e-error', { error: stale });
      else emit(this.#host, 'f3e-load', null);
    } catch (error) {
      if (stop.signal.aborted) return;
      this.#abort();
      this.#error = isApiError(error) ? error : new ApiError('garbage');
      this.value = undefined;
      if (this.#error.kind === 'not-found' && this.#options.needs) this.#warnOfSetting(this.#options.needs);
      this.#become('error');
      emit(this.#host, 'f3e-error', { error: this.#error });
    }
  }

  /** Tells the console which attribute is to be changed; a chunk of its own, which working pages never fetch. */
  #warnOfSetting(attribute: string): void {
    const host = this.#host;
    const value = (attribute && host.getAttribute(attribute)) || '';
    import('./lazy/warn-of-setting.js')
      .then(({ warnOfSetting }) => warnOfSetting({ host, attribute, value, api: this.#options.api() }))
      .catch(() => undefined);
  }

  #become(state: DataState): void {
    this.state = state;
    try {
      const { states } = (this.#internals ??= this.#host.attachInternals());
      states.clear();
      states.add(state);
    } catch {
      // Older browsers accept only names that begin with two hyphens, or have no states.
    }
    this.#host.requestUpdate();
  }

  get #today(): string {
    return this.#options.today?.() ?? new Date(Date.now()).toDateString();
  }

  /** Words such as “tomorrow” are right for a day: they are drawn, and the answer is asked for, again on the next. */
  #waitForDay(): void {
    this.#timer = window.setTimeout(
      () => {
        this.#waitForDay();
        if (document.visibilityState === 'visible') this.#refresh(Infinity);
      },
      QUARTER - (Date.now() % QUARTER) + 100,
    );
  }

  #onReturn = (): void => {
    if (document.visibilityState === 'visible') this.#refresh(OLD_AFTER);
  };

  /** Asks again for an answer that is older than this, or of another day. */
  #refresh(age: number): void {
    if (this.value === undefined || this.isBusy) return;
    if (this.#day === this.#today && Date.now() - this.#at < age) return;
    void this.#ask(true);
  }

  #onOnline = (): void => {
    if (this.state === 'error' || this.state === 'stale') void this.#ask(true);
  };
}
