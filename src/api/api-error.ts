import type { ProblemIssue } from '../contract/index.js';

/**
 * What went wrong, as a reader would tell it: `offline` no network or no answer at all; `timeout` too slow; `not-found`;
 * `refused` this page or person may not; `invalid` some values, one issue each; `busy` too many requests or overload;
 * `server` a fault over there; `garbage` an answer that is not what it should be.
 */
export type ApiErrorKind =
  'offline' | 'timeout' | 'not-found' | 'refused' | 'invalid' | 'busy' | 'server' | 'garbage';

/** A question or a submission that did not succeed. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** One for each faulty value, when the kind is `invalid`. */
  issues: readonly ProblemIssue[] = [];
  /** Seconds that the server asked to wait; 0 when it asked nothing. */
  retryAfter = 0;

  constructor(readonly kind: ApiErrorKind) {
    super(kind);
  }
}
