import type { Context, TypedResponse } from 'hono';
import { accepts } from 'hono/accepts';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

type Encoding = 'br' | 'gzip' | 'identity';
interface CachedBody {
  until: number;
  hash: string;
  bytes: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
}

const KEEP_MS = 2_000;
const MAX_ENTRIES = 500;

/**
 * Public answers, kept for two seconds per validated query in each encoding asked for, so that a crowd costs what one
 * visitor does. A text is sent as it is, anything else as JSON. Every encoding has a strong ETag of its own.
 */
export function createResponseCache(now: () => number) {
  const entries = new Map<string, Promise<CachedBody>>();

  const entryFor = (query: string, answer: () => Promise<unknown>): Promise<CachedBody> => {
    const known = entries.get(query);
    if (known) return known;
    const made = answer().then((value) => {
      const body = new Uint8Array(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
      return {
        until: now() + KEEP_MS,
        hash: createHash('sha256').update(body).digest('base64url').slice(0, 22),
        bytes: new Map([['identity', Promise.resolve(body)]]),
      } satisfies CachedBody;
    });
    entries.set(query, made);
    made.catch(() => entries.delete(query));
    if (entries.size > MAX_ENTRIES) entries.delete(entries.keys().next().value!);
    return made;
  };

  const bytesOf = async (entry: CachedBody, encoding: Encoding) => {
    const known = entry.bytes.get(encoding);
    if (known) return known;
    const plain = await entry.bytes.get('identity')!;
    const made = (
      encoding === 'br'
        ? toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
        : toGzip(plain, { level: 6 })
    ).then((bytes) => new Uint8Array(bytes));
    entry.bytes.set(encoding, made);
    return made;
  };

  const send = async (
    c: Context,
    query: string,
    answer: () => Promise<unknown>,
    type: string,
  ): Promise<Response> => {
    let entry = await entryFor(query, answer);
    if (entry.until <= now()) {
      entries.delete(query);
      entry = await entryFor(query, answer);
    }
    const encoding = encodingFor(c);
    const etag = `"${entry.hash}-${encoding}"`;
    c.header('ETag', etag);
    c.header('Vary', 'Accept-Encoding', { append: true });
    c.header('Cache-Control', 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400');
    if (isKnown(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
    c.header('Content-Type', `${type}; charset=utf-8`);
    if (encoding !== 'identity') c.header('Content-Encoding', encoding);
    return c.body(await bytesOf(entry, encoding));
  };

  return {
    /** Sends an answer as JSON, typed like `c.json(answer, 200)`. */
    json: <T>(c: Context, query: string, answer: () => Promise<T>) =>
      send(c, query, answer, 'application/json') as Promise<Response & TypedResponse<T, 200, 'json'>>,
    /** Sends a text as it is. */
    text: (c: Context, query: string, answer: () => Promise<string>, type: string) =>
      send(c, query, answer, type),
  };
}
export type ResponseCache = ReturnType<typeof createResponseCache>;

/** Chooses brotli, gzip or identity among the encodings that the client accepts (RFC 9110, section 12.5.3). */
export function encodingFor(c: Context): Encoding {
  return accepts(c, {
    header: 'Accept-Encoding',
    supports: ['br', 'gzip', 'identity'],
    default: 'identity',
    match: (accepted, { default: fallback }) => {
      const taken = (name: string) =>
        accepted.some(({ type, q }) => (type === name || type === '*') && q > 0);
      const refused = (name: string) => accepted.some(({ type, q }) => type === name && q === 0);
      return ['br', 'gzip'].find((name) => taken(name) && !refused(name)) ?? fallback;
    },
  }) as Encoding;
}

/** Whether If-None-Match matches; the comparison is weak (RFC 9110, section 13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
