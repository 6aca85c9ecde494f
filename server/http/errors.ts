import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ZodError } from 'zod';
import type { Problem, ProblemIssue } from '../../src/contract/index.js';
import { DatabaseBusyError } from '../db/database.js';
import { FormIncompleteError, InvalidError, KeyReusedError, TooManyError } from '../shared/errors.js';

const titles = {
  malformed: [400, 'The request cannot be read'],
  'key-missing': [400, 'The Idempotency-Key header is missing or unusable'],
  unauthorised: [401, 'A valid token is needed'],
  'origin-refused': [403, 'This origin may not send requests here'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This address does not accept that method'],
  'in-progress': [409, 'The same request is being handled'],
  conflict: [409, 'Somebody else saved another version meanwhile'],
  'too-large': [413, 'The body is too large'],
  'media-type': [415, 'The body must be application/json'],
  invalid: [422, 'Some values cannot be accepted'],
  'key-reused': [422, 'This Idempotency-Key was used for another body'],
  'too-many': [429, 'Too many requests'],
  failed: [500, 'Something went wrong here'],
  busy: [503, 'The service is busy'],
  'form-incomplete': [503, 'This form cannot be published yet'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ErrorCode = keyof typeof titles;

/** An HTTP error as problem details (RFC 9457). Throw it from any handler. */
export class HttpError extends Error {
  override name = 'HttpProblem';
  constructor(
    readonly code: ErrorCode,
    readonly more: {
      detail?: string;
      errors?: readonly ProblemIssue[];
      retryAfter?: number;
      allow?: string;
    } = {},
  ) {
    super(code);
  }
  get status(): ContentfulStatusCode {
    return titles[this.code][0];
  }
  body(requestId?: string): Problem {
    const [status, title] = titles[this.code];
    return {
      type: `urn:f3e:problem:${this.code}`,
      title,
      status,
      code: this.code,
      ...(this.more.detail && { detail: this.more.detail }),
      ...(requestId && { requestId }),
      ...(this.more.errors && { errors: [...this.more.errors] }),
    };
  }
}

/** Maps what a handler threw to an HTTP error; `now` in milliseconds since 1970. */
export function toHttpError(error: unknown, now: number): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof InvalidError) return new HttpError('invalid', { errors: error.issues });
  if (error instanceof KeyReusedError) return new HttpError('key-reused');
  if (error instanceof TooManyError)
    return new HttpError('too-many', { retryAfter: Math.max(1, Math.ceil((error.until - now) / 1000)) });
  if (error instanceof FormIncompleteError)
    return new HttpError('form-incomplete', { detail: error.message });
  if (error instanceof DatabaseBusyError) return new HttpError('busy', { retryAfter: 2 });
  // A form that another site sent.
  if (error instanceof HTTPException && error.status === 403) return new HttpError('origin-refused');
  if (error instanceof HTTPException && error.status < 500) return new HttpError('malformed');
  return new HttpError('failed');
}

export function respondWithProblem(c: Context, problem: HttpError): Response {
  c.header('Cache-Control', 'no-store');
  if (problem.more.retryAfter) c.header('Retry-After', String(problem.more.retryAfter));
  if (problem.more.allow) c.header('Allow', problem.more.allow);
  return c.body(JSON.stringify(problem.body(c.get('requestId') as string | undefined)), problem.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
}

const escapePointer = (part: PropertyKey) => String(part).replace(/~/g, '~0').replace(/\//g, '~1');

/** One issue per invalid value; for an unknown key, its own pointer. */
export function issuesOf(error: ZodError): ProblemIssue[] {
  return error.issues.flatMap((issue) => {
    const base = issue.path.map((part) => `/${escapePointer(part)}`).join('');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, 20).map((key) => ({
        pointer: `${base}/${escapePointer(key.slice(0, 64))}`,
        code: 'unknown',
        detail: 'Nothing by this name is asked.',
      }));
    }
    return { pointer: base, code: issue.code.replaceAll('_', '-'), detail: issue.message };
  });
}

/** Hook of routes: refuses parameters and bodies that the schema refuses. */
export function refuseInvalid(result: { success: boolean; error?: ZodError; target?: string }): void {
  if (result.success || !result.error) return;
  const code = result.target === 'json' ? 'invalid' : 'malformed';
  throw new HttpError(code, { errors: issuesOf(result.error) });
}
