import type { ProblemIssue } from '../../src/contract/index.js';

/** Errors of the domain. `http/errors.ts` turns them into problem details (RFC 9457). */

/** Some values cannot be accepted; each is named by a pointer (RFC 6901). */
export class InvalidError extends Error {
  override name = 'InvalidError';
  constructor(readonly issues: readonly ProblemIssue[]) {
    super(issues.map(({ pointer, code }) => `${pointer}: ${code}`).join(', '));
  }
}

export const invalid = (pointer: string, code: string, detail: string): InvalidError =>
  new InvalidError([{ pointer, code, detail }]);

/** Too many of these came; `until` is when the next one may, in milliseconds since 1970. */
export class TooManyError extends Error {
  override name = 'TooManyError';
  constructor(readonly until: number) {
    super('too many');
  }
}

/** An idempotency key came with another body before. */
export class KeyReusedError extends Error {
  override name = 'KeyReusedError';
}

/** A form may not be shown: a part that it must have is missing (P01). */
export class FormIncompleteError extends Error {
  override name = 'FormIncompleteError';
}
