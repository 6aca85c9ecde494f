import { Hono } from 'hono';
import { Slug } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import type { Sql } from '../db/database.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError } from '../http/errors.js';
import { renderPage, SiteLinks } from '../http/layout.js';
import type { AppEnv } from '../http/middleware.js';
import { closestLanguage } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { findSessions } from '../sessions/search-repository.js';
import { toSessionDto } from '../sessions/serializer.js';
import { CommunityListPage, CommunityPage } from './pages.js';
import { allCommunities, findCommunity, type StoredCommunity } from './repository.js';
import { communityName, foreignName } from './serializer.js';
import { readable } from '../shared/readable.js';

/** Finds the community of a path; throws a 404 that people can read. */
export async function communityAt(sql: Sql, slug: string): Promise<StoredCommunity> {
  const community = Slug.safeParse(slug).success ? await findCommunity(sql, slug) : undefined;
  if (!community) throw new HttpError('not-found');
  return community;
}

/** The hosted pages of communities: what every link and fallback leads to. */
export function communityPages({ db, now, links }: AppParts) {
  const app = new Hono<AppEnv>();

  app.get('/', async (c) => {
    const language = closestLanguage(c.req.query('lang'));
    const { title, intro } = pageMessages(language).home;
    return renderPage(c, {
      language,
      title,
      description: intro,
      canonical: links.home,
      body: (
        <>
          <p>{intro}</p>
          <SiteLinks language={language} />
        </>
      ),
    });
  });

  app.get('/communautes', async (c) => {
    const language = closestLanguage(c.req.query('lang'));
    const communities = await allCommunities(db);
    return renderPage(c, {
      language,
      title: pageMessages(language).communities.title,
      description: pageMessages(language).communities.intro,
      canonical: links.communities,
      embeds: links.communities,
      body: <CommunityListPage communities={communities} language={language} links={links} />,
    });
  });

  app.get('/communautes/:slug', async (c) => {
    const community = await communityAt(db, c.req.param('slug'));
    const language = closestLanguage(c.req.query('lang'));
    const filters = { community: [community.slug], from: utc(now()) };
    const found = await findSessions(db, { filters, now: now(), limit: 20 });
    const sessions = readable('session', found.sessions, (session) => toSessionDto(session, now(), links));
    return renderPage(c, {
      language,
      title: communityName(community),
      named: foreignName(community),
      description: community.tagline,
      canonical: links.community(community.slug),
      embeds: links.community(community.slug),
      feeds: [
        {
          type: 'text/calendar',
          title: pageMessages(language).community.subscribe,
          href: links.communityCalendar(community.slug),
        },
        {
          type: 'application/rss+xml',
          title: resourcePageMessages(language).follow,
          href: `${links.resourceFeed}?community=${community.slug}`,
        },
      ],
      body: (
        <CommunityPage
          community={community}
          sessions={sessions}
          hasMore={found.next !== null}
          language={language}
          links={links}
        />
      ),
    });
  });

  return app;
}
