import type { Context, MiddlewareHandler } from 'hono';
import { timingSafeEqual } from 'node:crypto';
import { utc } from '../../src/contract/time-zone.js';
import { type Action, type Actor, may, settingsActor } from '../bureau/team/rights.js';
import { findApiToken, tokenActor } from '../bureau/tokens/repository.js';
import { sha256 } from '../shared/secrets.js';
import type { AppParts } from './app-parts.js';
import { HttpError } from './errors.js';
import type { AppEnv } from './middleware.js';

/**
 * Machines of the team, by a bearer token: one that the desk made, or that of the settings. Where there is none at all,
 * the address does not exist. No cookie counts here, so that no page can make a browser act.
 */
export function onlyMachines({
  db,
  now,
  staffToken,
}: Pick<AppParts, 'db' | 'now' | 'staffToken'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const given = /^Bearer ([^\s]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    const actor = isSame(given, staffToken) ? settingsActor : await actorOf(given);
    if (!actor && !staffToken && !given) throw new HttpError('not-found');
    if (!actor) {
      c.header('WWW-Authenticate', 'Bearer');
      throw new HttpError('unauthorised');
    }
    c.set('actor', actor);
    c.header('Cache-Control', 'no-store');
    await next();
  };

  async function actorOf(given: string): Promise<Actor | undefined> {
    const token = await findApiToken(db, given, utc(now()));
    return token && tokenActor(token);
  }
}

/** Compares in constant time. */
const isSame = (given: string, token: string | null): boolean =>
  token !== null && timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token)));

/** Throws unless whoever acts may: what one may not do is not there (E01). */
export function demand(c: Context, action: Action, community?: string | null): Actor {
  const actor = c.get('actor') as Actor | undefined;
  if (!actor || !may(actor, action, community)) throw new HttpError('not-found');
  return actor;
}

/** The same for all of a group of routes. */
export const allowed =
  (action: Action): MiddlewareHandler =>
  (c, next) => {
    demand(c, action);
    return next();
  };
