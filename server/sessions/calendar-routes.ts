import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { FormQuery, Id, SessionFeedQuery, type SessionFilters, Slug } from '../../src/contract/index.js';
import { typeset } from '../../src/contract/typeset.js';
import { utc } from '../../src/contract/time-zone.js';
import { allCommunities, findCommunity } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import type { AppEnv } from '../http/middleware.js';
import { bad, missing } from '../http/responses.js';
import { calendarMessages } from '../i18n/calendar.js';
import { closestLanguage, type Language } from '../i18n/language.js';
import { calendarEvents } from './calendar/events.js';
import { icalendar } from './calendar/ics.js';
import { seriesEvents } from './calendar/series.js';
import { findSession } from './repository.js';
import { findSessions, sessionsOfSeries } from './search-repository.js';
import { readable } from '../shared/readable.js';

const CALENDAR = 'text/calendar';
const calendarFile = {
  description: 'An iCalendar file (RFC 5545), times in UTC.',
  content: { [CALENDAR]: { schema: z.string() } },
};
/** A feed begins a year ago, and holds so many sessions at most. */
const FEED_PAST_MS = 366 * 86_400_000;
const FEED_MOST = 2_000;

const feedRoute = createRoute({
  method: 'get',
  path: '/sessions.ics',
  summary: 'Sessions as a calendar to subscribe to',
  description: 'The same filters as `/sessions`. Without `from`, it begins a year ago.',
  request: { query: SessionFeedQuery.extend(FormQuery.shape) },
  responses: { 200: calendarFile, ...bad },
});

const communityFeedRoute = createRoute({
  method: 'get',
  path: '/communities/{slug}/sessions.ics',
  summary: 'Sessions of a community as a calendar to subscribe to',
  request: { params: z.object({ slug: Slug }), query: FormQuery },
  responses: { 200: calendarFile, ...bad, ...missing },
});

/** Feeds to subscribe to. */
export function calendarFeeds(parts: AppParts) {
  const { db, cache } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(feedRoute, (c) => {
    const { lang, ...filters } = c.req.valid('query');
    const language = closestLanguage(lang);
    return cache.text(
      c,
      `feed ${language} ${JSON.stringify(filters)}`,
      () => feed(parts, filters, language),
      CALENDAR,
    );
  });

  app.openapi(communityFeedRoute, (c) => {
    const { slug } = c.req.valid('param');
    const language = closestLanguage(c.req.valid('query').lang);
    const answer = async () => {
      if (!(await findCommunity(db, slug)))
        throw new HttpError('not-found', { detail: `No community is called “${slug}”.` });
      return feed(parts, { community: [slug] }, language);
    };
    return cache.text(c, `feed of ${slug} ${language}`, answer, CALENDAR);
  });

  return app;
}

async function feed(
  { db, now, links }: AppParts,
  filters: SessionFilters,
  language: Language,
): Promise<string> {
  const stored = await allCommunities(db);
  const names = new Map(stored.map((community) => [community.slug, communityName(community)]));
  const { sessions } = await findSessions(db, {
    filters: { from: utc(now() - FEED_PAST_MS), ...filters },
    now: now(),
    limit: FEED_MOST,
  });
  const only = filters.community?.length === 1 ? names.get(filters.community[0]!) : undefined;
  const messages = calendarMessages(language);
  return icalendar(
    only ? messages.of(only) : messages.all,
    readable('session', sessions, (session) =>
      calendarEvents(session, {
        community: names.get(session.community) ?? session.community,
        links,
        language,
      }),
    ).flat(),
  );
}

/** One session, or one series, as a file. */
export function calendarFiles({ db, links, cache }: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  /** Facts about the community for calendar events. */
  const about = async (slug: string, language: Language) => {
    const community = await findCommunity(db, slug);
    return { community: community ? communityName(community) : slug, links, language };
  };
  const file = (path: 'sessions' | 'series', answer: (id: string, language: Language) => Promise<string>) =>
    app.get(`/${path}/:file{[A-Za-z0-9][A-Za-z0-9._~-]*\\.ics}`, (c) => {
      const id = c.req.param('file').slice(0, -'.ics'.length);
      const language = closestLanguage(c.req.query('lang'));
      c.header('Content-Disposition', `inline; filename="${id}.ics"`);
      return cache.text(c, `${path} file ${id} ${language}`, () => answer(id, language), CALENDAR);
    });

  // Before /sessions/{id}, which would take the name of the file for an identifier.
  file('sessions', async (id, language) => {
    const session = await findSession(db, id);
    if (!session) throw new HttpError('not-found', { detail: `No session is called “${id}”.` });
    return icalendar(
      typeset(session.title, session.language),
      calendarEvents(session, await about(session.community, language)),
    );
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/sessions/{id}.ics',
    summary: 'One session as a calendar file',
    request: { params: z.object({ id: Id }), query: FormQuery },
    responses: { 200: calendarFile, ...missing },
  });

  file('series', async (id, language) => {
    const sessions = await sessionsOfSeries(db, id);
    const [first] = sessions;
    if (!first) throw new HttpError('not-found', { detail: `No series is called “${id}”.` });
    return icalendar(
      typeset(first.series!.title, first.language),
      seriesEvents(sessions, await about(first.community, language)),
    );
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/series/{id}.ics',
    summary: 'A series as one recurring event of a calendar file',
    description:
      'On the wall clock of its zone, which the file describes. Each session stands in for its own date, with what became of it.',
    request: { params: z.object({ id: Id }), query: FormQuery },
    responses: { 200: { ...calendarFile, description: 'An iCalendar file (RFC 5545).' }, ...missing },
  });

  return app;
}
