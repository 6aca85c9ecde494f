import { ApiError, isApiError } from './api-error.js';
import { noteServerDate } from './clock.js';
import { isFile } from './endpoint.js';
import { baseOf, request as fetchOnly } from './request.js';

/** A read: its path under `/v1/` and how its answer is read. A reader never throws; `undefined` means garbage. */
export interface ReadRequest<T> {
  path: string;
  read: (json: unknown) => T | undefined;
}

export interface ReadResult<T> {
  value: T;
  /** When it was received, in milliseconds since 1970. */
  at: number;
  /** The failure that this answer, the last good one, stands in for. */
  stale?: ApiError;
}

export interface ApiClient {
  readonly endpoint: string;
  /**
   * Sends one request however many ask the same at the same time; an answer that is less than a minute old is returned at
   * once. `fresh` asks again although there is one.
   */
  get<T>(
    request: ReadRequest<T>,
    options?: { signal?: AbortSignal; fresh?: boolean },
  ): ReadResult<T> | Promise<ReadResult<T>>;
  /** Sends a request, with retries: use it only for what the server does once however often it is sent. */
  request(path: string, init: RequestInit, signal?: AbortSignal): Promise<unknown>;
}

/** Times in milliseconds. */
const TIME_LIMIT = 8_000;
const FRESH_FOR = 60_000;
const MAX_AT_ONCE = 6;

interface ReceivedJson {
  json: unknown;
  at: number;
}

interface PendingRead {
  answer: Promise<ReceivedJson>;
  waiting: number;
  leave: () => void;
}

/**
 * Client of one API, or of a folder of static files (the endpoint is then the URL of one of the files). Responses are kept
 * in memory only. It contacts no other host and sends no credentials. `early` holds prefetched responses by URL; each is
 * used once.
 */
export function createApiClient(endpoint: string, early?: Map<string, Promise<Response>>): ApiClient {
  const isFolder = isFile(endpoint);
  const base = isFolder ? endpoint.replace(/[^/?#]*([?#].*)?$/, '') : baseOf(endpoint);
  const asked = new Map<string, PendingRead>();
  const known = new Map<string, ReceivedJson>();
  const queue: (() => void)[] = [];
  let running = 0;
  const budget = { requests: 0, retries: 0, isForbidden: false };
  globalThis.addEventListener?.('securitypolicyviolation', ({ blockedURI, disposition }) => {
    if (disposition === 'enforce' && blockedURI.startsWith(base)) budget.isForbidden = true;
  });

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= MAX_AT_ONCE) await new Promise<void>((go) => queue.push(go));
    running++;
    try {
      return await work();
    } finally {
      running--;
      queue.shift()?.();
    }
  };

  /** Retries are a chunk that is fetched with the first failure; where it cannot be, the failure stands. */
  const request = async (path: string, init: RequestInit, signal?: AbortSignal): Promise<unknown> => {
    const until = Date.now() + TIME_LIMIT;
    const attempt = () => {
      budget.requests++;
      const url = base + path;
      const answer = early?.get(url);
      early?.delete(url);
      return fetchOnce(url, init, signal, answer);
    };
    try {
      return await attempt();
    } catch (error) {
      if (signal?.aborted) throw error;
      const { retry } = await import('./retry.js').catch(() => {
        throw error;
      });
      return retry(error, attempt, budget, until, signal);
    }
  };

  return {
    endpoint,

    get({ path, read }, { signal, fresh } = {}) {
      const last = known.get(path);
      const understand = ({ json, at }: ReceivedJson) => {
        const value = read(json);
        if (value === undefined) throw new ApiError('garbage');
        return { value, at };
      };
      if (last && !fresh && Date.now() - last.at < FRESH_FOR) return understand(last);

      const forget = () => {
        if (asked.get(path) === mine) asked.delete(path);
      };
      const begin = (): PendingRead => {
        const stop = new AbortController();
        const cache: RequestCache = last ? 'no-cache' : 'default';
        // Several requests share a file: the first to ask must not abort it for the others.
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

/** One try. It ends with its time limit or its signal, even where `fetch` does not obey them. */
const fetchOnce = (url: string, init: RequestInit, signal?: AbortSignal, early?: Promise<Response>) =>
  new Promise<unknown>((done, fail) => {
    const stop = new AbortController();
    const leave = (why: unknown) => {
      stop.abort();
      fail(new ApiError(why === 'timeout' ? why : 'offline'));
    };
    const timer = setTimeout(leave, TIME_LIMIT, 'timeout');
    signal?.addEventListener('abort', leave);
    readBody(early ?? fetchOnly(url, { ...init, signal: stop.signal }))
      .then(done, (error: unknown) => fail(isApiError(error) ? error : new ApiError('offline')))
      .finally(() => clearTimeout(timer));
  });

async function readBody(asked: Promise<Response>): Promise<unknown> {
  const response = await asked;
  const text = await response.text();
  const body = parseJson(text);
  if (!response.ok) throw Object.assign(new ApiError('server'), { response, body });
  if (body === undefined) throw new ApiError('garbage');
  // Not the date of whoever answers in its place.
  noteServerDate(response.headers.get('Date'));
  return body;
}

/** Nothing when it is not JSON, or cut short. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
