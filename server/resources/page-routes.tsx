import { Hono } from 'hono';
import { Id, ResourceQuery } from '../../src/contract/index.js';
import { parseSearchQuery } from '../../src/search/index.js';
import { allCommunities } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError } from '../http/errors.js';
import { renderPage } from '../http/layout.js';
import type { AppEnv } from '../http/middleware.js';
import { closestLanguage } from '../i18n/language.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { resourcesById } from './repository.js';
import { createResourceReader } from './routes.js';
import { toResourceDto } from './serializer.js';
import { titleOf } from '../shared/foreign-text.js';
import { sessionsOfResources } from '../sessions/search-repository.js';
import { MAX_WORDS, ResourceListPage, ResourceView } from './pages.js';

const SIZE = 20;

/** The hosted pages of resources: what every link and fallback leads to, without scripts. */
export function resourcePages(parts: AppParts) {
  const { db, now, links } = parts;
  const app = new Hono<AppEnv>();
  const read = createResourceReader(parts);

  app.get('/ressources', async (c) => {
    const { lang, ...rest } = c.req.query();
    const language = closestLanguage(lang);
    // A form sends every field: leave out empty and invalid ones.
    const given = Object.entries(rest).filter(
      ([name, value]) => value && ResourceQuery.safeParse({ [name]: value }).success,
    );
    const { page: asked = 1, ...filters } = ResourceQuery.omit({ size: true }).parse(
      Object.fromEntries(given),
    );
    let number = asked;
    let found = await read(filters, { page: number, size: SIZE });
    if (found.total && !found.items.length) {
      // Show the last page instead of one beyond it.
      number = Math.ceil(found.total / SIZE);
      found = await read(filters, { page: number, size: SIZE });
    }
    const messages = resourcePageMessages(language);
    const tooLong = rest['q'] && rest['q'].length > MAX_WORDS ? rest['q'] : undefined;
    const search = { filters, page: number, size: SIZE, language, tooLong };
    return renderPage(c, {
      language,
      title: messages.title,
      description: messages.intro,
      canonical: links.resources,
      embeds:
        filters.community?.length === 1 ? links.communityResources(filters.community[0]!) : links.resources,
      // The results of a search are a view of the list, not a page of their own.
      isUnlisted: given.length > 0 || Boolean(tooLong),
      feeds: [{ type: 'application/rss+xml', title: messages.follow, href: links.resourceFeed }],
      body: <ResourceListPage found={found} search={search} />,
    });
  });

  app.get('/ressources/:id', async (c) => {
    const id = c.req.param('id');
    const [resource] = Id.safeParse(id).success ? await resourcesById(db, [id]) : [];
    if (!resource) throw new HttpError('not-found');
    const language = closestLanguage(c.req.query('lang'));
    const [sessions, communities] = await Promise.all([
      sessionsOfResources(db, [id], now()),
      allCommunities(db),
    ]);
    return renderPage(c, {
      language,
      title: resource.title,
      named: titleOf(resource),
      description: resource.summary || undefined,
      canonical: links.resource(id),
      body: (
        <ResourceView
          item={toResourceDto(resource, parseSearchQuery(''), { links, sessions })}
          language={language}
          communities={communities
            .filter(({ slug }) => resource.communities.includes(slug))
            .map((community) => ({
              name: communityName(community),
              language: community.language,
              page: links.community(community.slug),
            }))}
        />
      ),
    });
  });

  return app;
}
