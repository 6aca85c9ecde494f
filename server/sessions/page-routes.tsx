import { Hono } from 'hono';
import { raw } from 'hono/html';
import { Id, PublishedResource } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import { communityAt } from '../communities/page-routes.js';
import { allCommunities, findCommunity } from '../communities/repository.js';
import { communityName, foreignName } from '../communities/serializer.js';
import type { Sql } from '../db/database.js';
import type { AppParts } from '../http/app-parts.js';
import { writeCursor } from '../http/cursor.js';
import { HttpError } from '../http/errors.js';
import { renderPage } from '../http/layout.js';
import type { AppEnv } from '../http/middleware.js';
import { closestLanguage } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';
import { resourcesById } from '../resources/repository.js';
import { titleOf } from '../shared/foreign-text.js';
import { readable } from '../shared/readable.js';
import { findSession, type StoredSession } from './repository.js';
import { eventData } from './event-data.js';
import { SessionListPage, SessionPage } from './pages.js';
import { findSessions } from './search-repository.js';
import { readSessionCursor } from './routes.js';
import { toSessionDto } from './serializer.js';

/** Finds the session of a path; throws a 404 that people can read. */
export async function sessionAt(sql: Sql, id: string): Promise<StoredSession> {
  const session = Id.safeParse(id).success ? await findSession(sql, id) : undefined;
  if (!session) throw new HttpError('not-found');
  return session;
}

/** Sessions on a page of the list; a link leads to the next ones. */
const ON_A_PAGE = 50;

/** The hosted pages of sessions. */
export function sessionPages({ db, now, links }: AppParts) {
  const app = new Hono<AppEnv>();

  app.get('/seances', async (c) => {
    const language = closestLanguage(c.req.query('lang'));
    const messages = sessionPageMessages(language).sessions;
    const { suite, community } = c.req.query();
    const of = community ? await communityAt(db, community) : undefined;
    const filters = { from: utc(now()), ...(of && { community: [of.slug] }) };
    const after = suite ? readSessionCursor(suite) : undefined;
    const found = await findSessions(db, { filters, now: now(), after, limit: ON_A_PAGE });
    const sessions = readable('session', found.sessions, (one) => toSessionDto(one, now(), links));
    const calendar = of ? links.communityCalendar(of.slug) : links.allCalendar;
    const { subscribe } = pageMessages(language).community;
    const next = new URLSearchParams({
      ...(of && { community: of.slug }),
      ...(found.next && { suite: writeCursor([found.next.startsAt, found.next.id]) }),
      ...(language !== 'fr' && { lang: language }),
    });
    return renderPage(c, {
      language,
      title: of ? messages.titleOf(communityName(of)) : messages.title,
      named: of && foreignName(of),
      description: messages.intro,
      canonical: of ? `${links.sessions}?community=${of.slug}` : links.sessions,
      embeds: of ? `${links.sessions}?community=${of.slug}` : links.sessions,
      isUnlisted: Boolean(suite),
      feeds: [{ type: 'text/calendar', title: subscribe, href: calendar }],
      body: (
        <SessionListPage
          sessions={sessions}
          communities={new Map((await allCommunities(db)).map((one) => [one.slug, one]))}
          chosen={of?.slug}
          language={language}
          subscribe={{ url: calendar, label: subscribe }}
          next={found.next ? `/seances?${next.toString()}` : undefined}
        />
      ),
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
      named: titleOf(session),
      description: session.summary || undefined,
      canonical: links.session(session.id),
      feeds: [{ type: 'text/calendar', title: session.title, href: session.links.calendar }],
      body: (
        <>
          <SessionPage
            session={session}
            language={language}
            community={{
              slug: stored.community,
              identity: community?.identity,
              name,
              language: community?.language ?? 'fr',
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
