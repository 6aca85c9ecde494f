import { ApiError, type ApiErrorKind } from './api-error.js';

/** Requests and retries of one client so far, and whether it may make any. */
export interface RetryBudget {
  requests: number;
  retries: number;
  /** The policy of the page (CSP) forbids these requests: no connection is at fault. */
  isForbidden: boolean;
}

/** Milliseconds before the first retry, on average half of it (full jitter); it doubles with each. */
const FIRST_WAIT = 400;
const MAX_RETRIES = 2;

/** A failure as the network or the API gave it. */
type Failure = ApiError & { response?: Response; body?: unknown };

/**
 * Retries a request that failed: only after failures that may pass, before `until`, and within the retry budget of the
 * client, 3 plus 10 % of its requests (L03). A chunk of its own, fetched with the first failure.
 */
export async function retry(
  first: unknown,
  attempt: () => Promise<unknown>,
  budget: RetryBudget,
  /** Milliseconds since 1970. */
  until: number,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  let failure = first as Failure;
  for (let tries = 0; ; tries++) {
    // The browser tells of its policy in a task after the failure.
    await new Promise((done) => setTimeout(done));
    const error = toApiError(failure);
    if (error.kind === 'offline' && budget.isForbidden) throw new ApiError('refused');
    const { retryAfter } = error;
    const wait = retryAfter ? retryAfter * 1000 : Math.random() * FIRST_WAIT * 2 ** tries;
    if (
      signal?.aborted ||
      !mayPass(failure) ||
      tries >= MAX_RETRIES ||
      budget.retries >= 3 + budget.requests / 10 ||
      Date.now() + wait > until
    ) {
      throw error;
    }
    budget.retries++;
    await new Promise((done) => setTimeout(done, wait));
    if (signal?.aborted) throw error;
    try {
      return await attempt();
    } catch (next) {
      failure = next as Failure;
    }
  }
}

const mayPass = ({ kind, response }: Failure): boolean =>
  response ? [408, 429, 502, 503, 504].includes(response.status) : kind === 'offline';

const kinds = new Map<number, ApiErrorKind>([
  [400, 'invalid'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'not-found'],
  [408, 'busy'],
  [409, 'busy'],
  [410, 'not-found'],
  [422, 'invalid'],
  [429, 'busy'],
  [503, 'busy'],
]);

/** The failure by its kind, with the body of the answer, in which `send` reads issues. */
function toApiError(failure: Failure): ApiError {
  const { response, body } = failure;
  if (!response) return failure;
  const retryAfter = secondsIn(response.headers.get('Retry-After'));
  return Object.assign(new ApiError(kinds.get(response.status) ?? 'server'), { retryAfter, body });
}

/** Seconds of a Retry-After, given in seconds or as a date (RFC 9110, section 10.2.3); 0 when it says nothing of use. */
function secondsIn(retryAfter: string | null): number {
  if (!retryAfter) return 0;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return seconds > 0 ? Math.min(seconds, 86_400) : 0;
}
