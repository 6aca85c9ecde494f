import type { ProblemIssue } from '../../src/contract/index.js';

/** Errors of the domain. `http/errors.ts` turns them into problem details (RFC 9457). */

/** Refuses values; a pointer names each of them (RFC 6901). */
export class InvalidError extends Error {
  override name = 'InvalidError';
  constructor(readonly issues: readonly ProblemIssue[]) {
    super(issues.map(({ pointer, code }) => `${pointer}: ${code}`).join(', '));
  }
}

export const invalid = (pointer: string, code: string, detail: string): InvalidError =>
  new InvalidError([{ pointer, code, detail }]);

/** Refuses one request too many. `until` says when the next may come, in milliseconds since 1970. */
export class TooManyError extends Error {
  override name = 'TooManyError';
  constructor(readonly until: number) {
    super('too many');
  }
}

/** Refuses an idempotency key that came with another body before. */
export class KeyReusedError extends Error {
  override name = 'KeyReusedError';
}

/** Refuses to publish a form that lacks a mandatory part (P01). */
export class FormIncompleteError extends Error {
  override name = 'FormIncompleteError';
}
