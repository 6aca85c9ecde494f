import { ApiError, type ApiClient, type ApiErrorKind, type ReadRequest } from '../../src/index.js';

/** What is answered; a function is called for it, with the path. */
type Plan = Record<string, unknown>;

/** A client whose answers are planned by the beginning of the path; the longest that fits is used. */
export interface FakeApi extends ApiClient {
  plan: Plan;
  asked: string[];
  sent: { path: string; body: Record<string, unknown>; key: string }[];
}

/** A planned answer that never comes. */
export const never = (): Promise<never> => new Promise(() => undefined);
/** A planned failure. */
export const fails =
  (kind: ApiErrorKind, issues: ApiError['issues'] = []) =>
  (): Promise<never> =>
    Promise.reject(Object.assign(new ApiError(kind), { issues }));
/** A planned answer that comes after a while, in milliseconds. */
export const after = (ms: number, reply: unknown) => () =>
  new Promise((done) => setTimeout(() => done(reply), ms));

let made = 0;

export function fakeApi(plan: Plan): FakeApi {
  const endpoint = `https://fake-${++made}.example.org`;
  const reply = (path: string): Promise<unknown> => {
    const key = Object.keys(api.plan)
      .filter((start) => path.startsWith(start))
      .sort((a, b) => b.length - a.length)[0];
    if (key === undefined) return Promise.reject(new ApiError('not-found'));
    const planned = api.plan[key];
    return Promise.resolve(
      typeof planned === 'function' ? (planned as (path: string) => unknown)(path) : planned,
    );
  };
  const last = new Map<string, { value: unknown; at: number }>();
  const api: FakeApi = {
    endpoint,
    plan,
    asked: [],
    sent: [],
    async get<T>({ path, read }: ReadRequest<T>) {
      api.asked.push(path);
      try {
        const value = read(await reply(path));
        if (value === undefined) throw new ApiError('garbage');
        last.set(path, { value, at: Date.now() });
        return { value, at: Date.now() };
      } catch (error) {
        const known = last.get(path);
        if (known && (error as ApiError).kind !== 'not-found')
          return { ...(known as { value: T; at: number }), stale: error as ApiError };
        throw error;
      }
    },
    request(path, init) {
      if (init.method !== 'POST') return (api.asked.push(path), reply(path));
      const headers = init.headers as Record<string, string>;
      api.sent.push({
        path,
        body: JSON.parse(init.body as string) as never,
        key: headers['Idempotency-Key'] ?? '',
      });
      return reply(path);
    },
  };
  return api;
}
