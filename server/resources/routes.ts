import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  Id,
  Resource,
  ResourceFeedQuery,
  type ResourceFilters,
  ResourcePage,
  ResourceQuery,
} from '../../src/contract/index.js';
import { parseSearchQuery } from '../../src/search/index.js';
import { allCommunities, allThemes } from '../communities/repository.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import type { AppEnv } from '../http/middleware.js';
import { bad, json, missing } from '../http/responses.js';
import { closestLanguage } from '../i18n/language.js';
import { resourcesById } from './repository.js';
import { toResourceDto, toResourcePageDto } from './serializer.js';
import { sessionsOfResources } from '../sessions/search-repository.js';
import { toCsv } from '../shared/csv.js';
import { resourceFeed } from './feed.js';
import { findResources } from './search-repository.js';

/** A feed holds so many resources at most, and a file so many. */
const FEED_MOST = 50;
const FILE_MOST = 5_000;

const text = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string() } },
});

/** Filters as an address holds them. */
const textOf = (filters: ResourceFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value].flat().join(',')]));

/** A page of resources, for the API and for hosted pages. */
export function createResourceReader({ db, links, now }: Pick<AppParts, 'db' | 'links' | 'now'>) {
  return async (filters: ResourceFilters, { page = 1, size = 20 }): Promise<ResourcePage> => {
    const [found, themes, communities] = await Promise.all([
      findResources(db, filters, { from: (page - 1) * size, size }),
      allThemes(db),
      allCommunities(db),
    ]);
    const ids = found.resources.map(({ id }) => id);
    const sessions = await sessionsOfResources(db, ids, now());
    return toResourcePageDto(found, { links, filters, sessions, themes, communities });
  };
}

const listRoute = createRoute({
  method: 'get',
  path: '/resources',
  summary: 'Resources by words and filters',
  request: { query: ResourceQuery },
  responses: {
    200: json(ResourcePage, 'A page of resources, with what further filters would leave.'),
    ...bad,
  },
});

const rssRoute = createRoute({
  method: 'get',
  path: '/resources.rss',
  summary: 'Resources by words and filters, as a feed; the newest first',
  request: {
    query: ResourceFeedQuery.omit({ sort: true }).extend({ lang: z.string().max(35).optional() }),
  },
  responses: { 200: text('application/rss+xml', 'RSS 2.0; the 50 newest at most.'), ...bad },
});

const csvRoute = createRoute({
  method: 'get',
  path: '/resources.csv',
  summary: 'Resources by words and filters, as a file for spreadsheets',
  request: { query: ResourceFeedQuery },
  responses: { 200: text('text/csv', 'CSV (RFC 4180) in UTF-8; 5,000 lines at most.'), ...bad },
});

const resourceRoute = createRoute({
  method: 'get',
  path: '/resources/{id}',
  summary: 'One resource',
  request: { params: z.object({ id: Id }) },
  responses: { 200: json(Resource, 'The resource.'), ...bad, ...missing },
});

/** Resources by words and filters: as pages, one by one, as a feed and as a file. */
export function resources(parts: AppParts) {
  const { db, links, cache, now } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const read = createResourceReader(parts);

  app.openapi(listRoute, (c) => {
    const query = c.req.valid('query');
    return cache.json(c, `resources ${JSON.stringify(query)}`, () => read(query, query));
  });

  app.openapi(rssRoute, (c) => {
    const { lang, ...filters } = c.req.valid('query');
    const language = closestLanguage(lang);
    return cache.text(
      c,
      `resources.rss ${language} ${JSON.stringify(filters)}`,
      async () => {
        const { items } = await read({ ...filters, sort: 'date' }, { size: FEED_MOST });
        const asked = new URLSearchParams({
          ...textOf(filters),
          ...(language !== 'fr' && { lang: language }),
        });
        return resourceFeed(items, {
          language,
          self: `${links.resourceFeed}${asked.size ? `?${asked.toString()}` : ''}`,
          page: links.resources,
        });
      },
      'application/rss+xml',
    );
  });

  app.openapi(csvRoute, async (c) => {
    const filters = c.req.valid('query');
    const file = await cache.text(
      c,
      `resources.csv ${JSON.stringify(filters)}`,
      async () => {
        const { resources: found } = await findResources(db, filters, { from: 0, size: FILE_MOST });
        return toCsv(
          [
            'id',
            'title',
            'kind',
            'collection',
            'year',
            'publisher',
            'language',
            'format',
            'bytes',
            'access',
            'communities',
            'themes',
            'url',
            'page',
            'summary',
          ],
          found.map((resource) => ({
            ...resource,
            cover: null,
            source: null,
            page: links.resource(resource.id),
          })),
        );
      },
      'text/csv',
    );
    // Only on a file: a failure is no download.
    file.headers.set('Content-Disposition', 'attachment; filename="ressources.csv"');
    return file;
  });

  app.openapi(resourceRoute, (c) => {
    const { id } = c.req.valid('param');
    return cache.json(c, `resource ${id}`, async () => {
      const [resource] = await resourcesById(db, [id]);
      if (!resource) throw new HttpError('not-found', { detail: `No resource is called “${id}”.` });
      const sessions = await sessionsOfResources(db, [id], now());
      return toResourceDto(resource, parseSearchQuery(''), { links, sessions });
    });
  });

  return app;
}
