import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { Id, Session, SessionPage, SessionQuery } from '../../src/contract/index.js';
import { withOffset } from '../../src/contract/time-zone.js';
import { allCommunities } from '../communities/repository.js';
import { toCommunityName } from '../communities/serializer.js';
import type { AppParts } from '../http/app-parts.js';
import { readPlace, writeCursor } from '../http/cursor.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import type { AppEnv } from '../http/middleware.js';
import { bad, json, missing } from '../http/responses.js';
import { findSession, type StoredSession } from './repository.js';
import { calendarFeeds, calendarFiles } from './calendar-routes.js';
import { countSessions, findSessions, type SessionCursor, sessionsAround } from './search-repository.js';
import { toSessionBriefDto, toSessionDto } from './serializer.js';
import { readable } from '../shared/readable.js';

const listRoute = createRoute({
  method: 'get',
  path: '/sessions',
  summary: 'Sessions by date, with filters and pages',
  request: { query: SessionQuery },
  responses: { 200: json(SessionPage, 'A page of sessions, earliest first.'), ...bad },
});

const sessionRoute = createRoute({
  method: 'get',
  path: '/sessions/{id}',
  summary: 'One session',
  request: { params: z.object({ id: Id }) },
  responses: { 200: json(Session, 'The session, without its online link.'), ...bad, ...missing },
});

/** Sessions as pages, one by one, and as calendars. */
export function sessions(parts: AppParts) {
  const { db, now, links, cache } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(listRoute, (c) => {
    const query = c.req.valid('query');
    return cache.json(c, `sessions ${JSON.stringify(query)}`, async () => {
      const { cursor, limit = 50, ...filters } = query;
      const after = cursor === undefined ? undefined : readSessionCursor(cursor);
      const [{ sessions, next }, counted, around, all] = await Promise.all([
        findSessions(db, { filters, now: now(), limit, after }),
        countSessions(db, filters, now()),
        sessionsAround(db, filters, now()),
        allCommunities(db),
      ]);
      const start = (session: StoredSession | null) => session && withOffset(session.start, session.timezone);
      return {
        items: readable('session', sessions, (session) => toSessionDto(session, now(), links)),
        next: next && writeCursor([next.startsAt, next.id]),
        ...counted,
        communities: all.map((community) => toCommunityName(community, links)),
        around: {
          before: start(around.before),
          after: start(around.after),
          next:
            readable('session', around.after ? [around.after] : [], (session) =>
              toSessionBriefDto(session, now(), links),
            )[0] ?? null,
        },
      } satisfies SessionPage;
    });
  });

  app.route('/', calendarFeeds(parts));
  // Before /sessions/{id}, which would take the name of the file for an identifier.
  app.route('/', calendarFiles(parts));

  app.openapi(sessionRoute, (c) => {
    const { id } = c.req.valid('param');
    return cache.json(c, `session ${id}`, async () => {
      const session = await findSession(db, id);
      if (!session) throw new HttpError('not-found', { detail: `No session is called “${id}”.` });
      return toSessionDto(session, now(), links);
    });
  });

  return app;
}

/** The place in a list of sessions that a cursor holds. */
export function readSessionCursor(cursor: string): SessionCursor {
  const [startsAt, id] = readPlace(cursor);
  return { startsAt, id };
}
