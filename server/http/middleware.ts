import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Actor } from '../bureau/team/rights.js';
import { HttpError } from './errors.js';

/** Names the request in its answer and its log line. */
export type AppEnv = {
  Variables: {
    requestId: string;
    /** The site in whose frame a hosted form stands. */
    frame?: string;
    /** Who acts, on the routes and pages of the team. */
    actor?: Actor;
  };
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
};

/** Public reads: any page may read them, no credentials (S01). */
export const anyOrigin: MiddlewareHandler = async (c, next) => {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  // By which widgets know that the clock of a device is wrong.
  c.header('Access-Control-Expose-Headers', 'Date');
  await next();
};

/** Origins that may send requests, for all communities or for one. This is not authentication. */
export function createOriginList(
  ownOrigin: string,
  listed: readonly { community: string | null; origin: string }[],
) {
  const known = new Set([ownOrigin, ...listed.map((entry) => entry.origin)]);
  const open = new Set([
    ownOrigin,
    ...listed.filter((entry) => !entry.community).map((entry) => entry.origin),
  ]);
  return {
    own: ownOrigin,
    /** Sites that are listed for a community, or for all; for any community when it is undefined. */
    sitesFor: (community: string | undefined): string[] =>
      listed
        .filter((entry) => !entry.community || community === undefined || entry.community === community)
        .map(({ origin }) => origin),
    /** A request without an Origin header does not come from a page. */
    admits: (origin: string | undefined) => origin === undefined || known.has(origin),
    admitsFor: (origin: string | undefined, community: string) =>
      origin === undefined ||
      open.has(origin) ||
      listed.some((entry) => entry.origin === origin && entry.community === community),
    /** Sites that may hold the forms of a community in a frame: those that are listed for it (X07). */
    framesFor: (origin: string | null | undefined, community: string): origin is string =>
      listed.some((entry) => entry.origin === origin && (!entry.community || entry.community === community)),
  };
}
export type OriginList = ReturnType<typeof createOriginList>;

/** What a page may send that asked beforehand. */
export function answerPreflight(c: Context): Response {
  c.header('Access-Control-Allow-Methods', 'POST');
  c.header('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
  c.header('Access-Control-Max-Age', '600');
  return c.body(null, 204);
}

/** Cross-origin writes: listed origins only, and the preflight that their headers force. */
export function listedOrigins(origins: OriginList): MiddlewareHandler {
  return async (c, next) => {
    c.header('Vary', 'Origin', { append: true });
    const origin = c.req.header('Origin');
    if (!origins.admits(origin)) throw new HttpError('origin-refused');
    if (origin) {
      c.header('Access-Control-Allow-Origin', origin);
      c.header('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (c.req.method === 'OPTIONS') return answerPreflight(c);
    await next();
    return undefined;
  };
}

const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 10;

/** Refuses bodies of more than 64 kB, however they are sent (S02). */
export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: MAX_BYTES,
  onError: () => {
    throw new HttpError('too-large');
  },
});

/** The body as text. */
export async function readText(c: Context): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer());
  } catch {
    throw new HttpError('malformed', { detail: 'The body is not UTF-8 text.' });
  }
}

/** The JSON body of a write (S02, S03). */
export async function readJson(c: Context): Promise<unknown> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/json') throw new HttpError('media-type');
  const text = await readText(c);
  if (depthOf(text) > MAX_DEPTH)
    throw new HttpError('malformed', { detail: 'The body is nested too deeply.' });
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError('malformed', { detail: 'The body is not JSON.' });
  }
}

/** How deep brackets nest in JSON text, without parsing it. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (inString) {
      if (char === '\\') i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return deepest;
}

/** The address of the client: of the connection, or what the last trusted proxy says (S10). */
export function clientIp(c: Pick<Context<AppEnv>, 'env' | 'req'>, trustedProxies: number): string {
  const peer = c.env?.incoming?.socket?.remoteAddress ?? '';
  if (trustedProxies === 0) return peer;
  const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) || peer;
}
