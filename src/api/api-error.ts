import type { ProblemIssue } from '../contract/index.js';

/**
 * What went wrong: `offline` no network or no answer; `timeout` no answer in time; `not-found`; `refused` this page or person
 * is not allowed; `invalid` some values are wrong, one issue each; `busy` too many requests or overload; `server` a fault of
 * the server; `garbage` an answer that cannot be read.
 */
export type ApiErrorKind =
  'offline' | 'timeout' | 'not-found' | 'refused' | 'invalid' | 'busy' | 'server' | 'garbage';

/** A read or a submission that failed. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** One for each faulty value, when the kind is `invalid`. */
  issues: readonly ProblemIssue[] = [];
  /** Seconds that the server asked to wait (`Retry-After`); 0 when it did not. */
  retryAfter = 0;

  constructor(readonly kind: ApiErrorKind) {
    super(kind);
  }
}

/** Whether a failure is one of these, also when another copy of this package made it: a page may give its own client. */
export const isApiError = (error: unknown): error is ApiError =>
  error instanceof Error && error.name === 'ApiError';
