import type { ProblemIssue } from '../contract/index.js';
import type { ApiError } from './api-error.js';
import type { ApiClient } from './client.js';
import { fields, list, text } from './read.js';

/** Sends a submission. Keep the key while the body is the same: the server acts once for each key (L01). */
export async function send(api: ApiClient, path: string, body: unknown, key: string): Promise<unknown> {
  try {
    return await api.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: toJson(body),
    });
  } catch (error) {
    const failure = error as ApiError & { body?: unknown };
    const read = list(fields(failure.body)?.['errors'], issueIn);
    if (read.length) failure.issues = [...failure.issues, ...read];
    throw failure;
  }
}

function issueIn(item: unknown): ProblemIssue | undefined {
  const issue = fields(item);
  return (
    issue && { pointer: text(issue['pointer']), code: text(issue['code']), detail: text(issue['detail']) }
  );
}

/** JSON text, whatever `toJSON` old libraries put on prototypes (H13). */
export function toJson(value: unknown): string {
  const plain = (one: unknown): unknown => {
    if (Array.isArray(one)) {
      const copy: unknown[] & { toJSON?: undefined } = [];
      for (const item of one as unknown[]) copy.push(plain(item));
      copy.toJSON = undefined;
      return copy;
    }
    const own = fields(one);
    if (!own) return one;
    for (const name of Object.keys(own)) own[name] = plain(own[name]);
    return own;
  };
  return JSON.stringify(plain(value));
}
