import type { ApiClient } from './client.js';
import { fields } from './read.js';

/** Sends what a person submitted. Keep the key while the body is the same: the server acts once for each (TRUST L01). */
export const send = (api: ApiClient, path: string, body: unknown, key: string): Promise<unknown> =>
  api.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: toJson(body),
  });

/** JSON text, whatever `toJSON` old libraries put on prototypes (HOSTS R13). */
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
