import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError } from '../api/api-error.js';
import type { ApiClient, Question } from '../api/client.js';
import type {} from './data.events.js';
import { emit } from '../dom/emit.js';

export type DataState = 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error';

/** How long a wait has lasted: nothing is shown before 0.3 s, and after 3 s it is said to go on. */
export type Patience = 'none' | 'skeleton' | 'slow';

const SKELETON_AFTER = 300;
const SLOW_AFTER = 3_000;

/** What to draw in each state. */
export interface Views<T> {
  idle: () => unknown;
  loading: (patience: Patience) => unknown;
  ready: (value: T) => unknown;
  /** Stands above the last good content: how old it is, in milliseconds since 1970. */
  asOf: (at: number) => unknown;
  /** What stands where there is nothing, for those who tell it by `isEmpty`. */
  empty?: () => unknown;
  error: (error: ApiError, wasRetried: boolean) => unknown;
}

export interface RemoteDataOptions<T> {
  api: () => ApiClient | undefined;
  /** What to ask; nothing while an id is missing. */
  question: () => Question<T> | undefined;
  isEmpty?: (value: T) => boolean;
}

/**
 * Keeps one answer up to date: asks when the question changes, stops when the element leaves the page, asks again when
 * it comes back without an answer or the network returns, and keeps the last good answer meanwhile.
 */
export class RemoteDataController<T> implements ReactiveController {
  state: DataState = 'idle';
  value: T | undefined;

  #host: ReactiveControllerHost & HTMLElement;
  #options: RemoteDataOptions<T>;
  /** Makes `:state(ready)` and the like match. */
  #internals?: ElementInternals;
  #asked = '';
  #at = 0;
  #error: ApiError | undefined;
  #patience: Patience = 'none';
  #wasRetried = false;
  #leave = (): void => undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: RemoteDataOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
    // An element that is only moved comes back in the same task.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#leave();
      if (this.isBusy) this.#asked = '';
    });
  }

  hostUpdate(): void {
    const api = this.#options.api();
    const question = this.#options.question();
    const asked = api && question ? `${api.endpoint} ${question.path}` : '';
    if (asked === this.#asked || !this.#host.isConnected) return;
    this.#asked = asked;
    this.#leave();
    if (asked) void this.#ask(false);
    else this.#become('idle');
  }

  get isBusy(): boolean {
    return this.state === 'loading';
  }

  /** Asks again, also what is known. */
  reload(): void {
    if (!this.#asked || this.isBusy) return;
    this.#wasRetried = true;
    void this.#ask(true);
  }

  /** What stands above, then the content, which stays in its place from state to state. */
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
      let answer = this.#options.api()!.ask(this.#options.question()!, { signal: stop.signal, fresh });
      if (!('value' in answer)) {
        const wait = (patience: Patience, after: number) =>
          setTimeout(() => {
            this.#patience = patience;
            this.#host.requestUpdate();
          }, after);
        const timers = [wait('skeleton', SKELETON_AFTER), wait('slow', SLOW_AFTER)];
        this.#leave = () => {
          timers.forEach(clearTimeout);
          stop.abort();
        };
        this.#become('loading');
        answer = await answer;
        if (stop.signal.aborted) return;
        this.#leave();
      }
      const { value, at, stale } = answer;
      this.value = value;
      this.#at = at;
      this.#become(stale ? 'stale' : this.#options.isEmpty?.(value) ? 'empty' : 'ready');
      // What is known already is told in the course of an update: whoever hears of it finds it drawn.
      await Promise.resolve();
      if (stale) emit(this.#host, 'f3e-error', { error: stale });
      else emit(this.#host, 'f3e-load', null);
    } catch (error) {
      if (stop.signal.aborted) return;
      this.#leave();
      this.#error = error instanceof ApiError ? error : new ApiError('garbage');
      this.value = undefined;
      this.#become('error');
      emit(this.#host, 'f3e-error', { error: this.#error });
    }
  }

  #become(state: DataState): void {
    this.state = state;
    try {
      const { states } = (this.#internals ??= this.#host.attachInternals());
      states.clear();
      states.add(state);
    } catch {
      // Older browsers take only names that begin with two hyphens, or none.
    }
    this.#host.requestUpdate();
  }

  #onOnline = (): void => {
    if (this.state === 'error' || this.state === 'stale') void this.#ask(true);
  };
}
