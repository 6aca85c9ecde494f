import { Hono } from 'hono';
import { raw } from 'hono/html';
import { Id, PublishedResource } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import { findCommunity } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import type { Sql } from '../db/database.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError } from '../http/errors.js';
import { renderPage } from '../http/layout.js';
import type { AppEnv } from '../http/middleware.js';
import { closestLanguage } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';
import { resourcesById } from '../resources/repository.js';
import { findSession, type StoredSession } from './repository.js';
import { eventData } from './event-data.js';
import { SessionListPage, SessionPage } from './pages.js';
import { findSessions } from './search-repository.js';
import { toSessionDto } from './serializer.js';

/** Finds the session of a path; throws a 404 that people can read. */
export async function sessionAt(sql: Sql, id: string): Promise<StoredSession> {
  const session = Id.safeParse(id).success ? await findSession(sql, id) : undefined;
  if (!session) throw new HttpError('not-found');
  return session;
}

/** The hosted pages of sessions. */
export function sessionPages({ db, now, links }: AppParts) {
  const app = new Hono<AppEnv>();

  app.get('/seances', async (c) => {
    const language = closestLanguage(c.req.query('lang'));
    const upcoming = await findSessions(db, { filters: { from: utc(now()) }, now: now(), limit: 200 });
    const sessions = upcoming.sessions.map((session) => toSessionDto(session, now(), links));
    const subscribe = { url: links.allCalendar, label: pageMessages(language).community.subscribe };
    return renderPage(c, {
      language,
      title: sessionPageMessages(language).sessions.title,
      body: <SessionListPage sessions={sessions} language={language} subscribe={subscribe} />,
    });
  });

  app.get('/seances/:id', async (c) => {
    const stored = await sessionAt(db, c.req.param('id'));
    const session = toSessionDto(stored, now(), links);
    const community = await findCommunity(db, stored.community);
    const language = closestLanguage(c.req.query('lang'));
    const name = community ? communityName(community) : stored.community;
    const resources = (await resourcesById(db, session.resources)).map((resource) =>
      PublishedResource.parse(resource),
    );
    return renderPage(c, {
      language,
      title: session.title,
      body: (
        <>
          <SessionPage
            session={session}
            language={language}
            community={{
              name,
              page: links.community(stored.community),
              join: links.join(stored.community),
            }}
            resources={resources}
          />
          <script type="application/ld+json">{raw(eventData(session, name))}</script>
        </>
      ),
    });
  });

  return app;
}
