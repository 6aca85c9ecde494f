import { ApiError } from './api-error.js';
import { isFile } from './endpoint.js';

/** A read: where it is asked and how its answer is understood. A reader throws nothing; `undefined` means garbage. */
export interface Question<T> {
  path: string;
  read: (json: unknown) => T | undefined;
}

export interface Answer<T> {
  value: T;
  /** When it was received, in milliseconds since 1970. */
  at: number;
  /** Why there is none newer, when the last good answer stands in for it. */
  stale?: ApiError;
}

export interface ApiClient {
  readonly endpoint: string;
  /**
   * Asks once, however many ask the same at the same time; gives at once what is known and new. `fresh` asks again although
   * an answer is known.
   */
  ask<T>(
    question: Question<T>,
    options?: { signal?: AbortSignal; fresh?: boolean },
  ): Answer<T> | Promise<Answer<T>>;
  /** Sends with retries of what may pass: only what the server does once for all its tries. */
  request(path: string, init: RequestInit, signal?: AbortSignal): Promise<unknown>;
}

/** Times in milliseconds. */
const TIME_LIMIT = 8_000;
const FRESH_FOR = 60_000;
const MOST_AT_ONCE = 6;

interface Got {
  json: unknown;
  at: number;
}

interface Asked {
  answer: Promise<Got>;
  waiting: number;
  leave: () => void;
}

/**
 * Talks to one API, or reads a folder of files that stands for one: the endpoint is then the address of one of them. It
 * remembers in memory only, contacts no other host and sends no credentials.
 */
export function createApiClient(endpoint: string): ApiClient {
  const isFolder = isFile(endpoint);
  const base = isFolder ? endpoint.replace(/[^/?#]*([?#].*)?$/, '') : endpoint.replace(/\/*$/, '/v1/');
  const asked = new Map<string, Asked>();
  const known = new Map<string, Got>();
  const queue: (() => void)[] = [];
  let running = 0;
  const budget = { requests: 0, retries: 0 };

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= MOST_AT_ONCE) await new Promise<void>((go) => queue.push(go));
    running++;
    try {
      return await work();
    } finally {
      running--;
      queue.shift()?.();
    }
  };

  /** What may be done about a failure comes with the first of them; where it cannot, the failure stands. */
  const request = async (path: string, init: RequestInit, signal?: AbortSignal): Promise<unknown> => {
    const until = Date.now() + TIME_LIMIT;
    const go = () => {
      budget.requests++;
      return once(base + path, init, signal);
    };
    try {
      return await go();
    } catch (error) {
      if (signal?.aborted) throw error;
      const more = await import('./lazy/retry.js').catch(() => {
        throw error;
      });
      return more.again(error, go, budget, until, signal);
    }
  };

  return {
    endpoint,

    ask({ path, read }, { signal, fresh } = {}) {
      const last = known.get(path);
      const understand = ({ json, at }: Got) => {
        const value = read(json);
        if (value === undefined) throw new ApiError('garbage');
        return { value, at };
      };
      if (last && !fresh && Date.now() - last.at < FRESH_FOR) return understand(last);

      const forget = () => {
        if (asked.get(path) === mine) asked.delete(path);
      };
      const begin = (): Asked => {
        const stop = new AbortController();
        const cache: RequestCache = last ? 'no-cache' : 'default';
        // Files are for all who ask of their folder: the first to ask must not stop them by leaving.
        const get = (name: string, signal?: AbortSignal) => request(name, { cache }, signal);
        const answer = inTurn(async () => {
          const json = isFolder
            ? await (await import('./static-folder/static-folder.js')).answer(path, base, get)
            : await get(path, stop.signal);
          if (json === undefined) throw new ApiError('not-found');
          const got = { json, at: Date.now() };
          if (read(json) !== undefined) known.set(path, got);
          return got;
        }).finally(forget);
        return { answer, waiting: 0, leave: () => stop.abort() };
      };
      const mine = asked.get(path) ?? begin();
      asked.set(path, mine);
      mine.waiting++;
      // The last one to leave stops the request.
      signal?.addEventListener('abort', () => {
        if (--mine.waiting > 0) return;
        forget();
        mine.leave();
      });
      return mine.answer.then(understand).catch((error: unknown) => {
        const stale = error as ApiError;
        if (!last || signal?.aborted || stale.kind === 'not-found') throw error;
        return { ...understand(last), stale };
      });
    },

    request,
  };
}

/** One try. It ends when its time is over or who asked has left, whether or not the network hears of it. */
const once = (url: string, init: RequestInit, signal?: AbortSignal) =>
  new Promise<unknown>((done, fail) => {
    const stop = new AbortController();
    const leave = (why: unknown) => {
      stop.abort();
      fail(new ApiError(why === 'timeout' ? why : 'offline'));
    };
    const timer = setTimeout(leave, TIME_LIMIT, 'timeout');
    signal?.addEventListener('abort', leave);
    answerOf(url, {
      ...init,
      signal: stop.signal,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
      .then(done, (error: unknown) => fail(error instanceof ApiError ? error : new ApiError('offline')))
      .finally(() => clearTimeout(timer));
  });

async function answerOf(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const text = await response.text();
  const body = parsed(text);
  if (!response.ok) throw Object.assign(new ApiError('server'), { response, body });
  if (body === undefined) throw new ApiError('garbage');
  return body;
}

/** Nothing of what is not JSON, or cut short. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
