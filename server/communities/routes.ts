import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { Community, CommunityList, Slug } from '../../src/contract/index.js';
import { allCommunities, allThemes, countsByCommunity } from './repository.js';
import { toCommunityDto } from './serializer.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import type { AppEnv } from '../http/middleware.js';
import { bad, json, missing } from '../http/responses.js';
import { nextSessions } from '../sessions/search-repository.js';
import { readable } from '../shared/readable.js';

const listRoute = createRoute({
  method: 'get',
  path: '/communities',
  summary: 'All communities, with their next session and counts',
  responses: { 200: json(CommunityList, 'The communities, in the order F3E presents them.') },
});

const communityRoute = createRoute({
  method: 'get',
  path: '/communities/{slug}',
  summary: 'One community',
  request: { params: z.object({ slug: Slug }) },
  responses: { 200: json(Community, 'The community.'), ...bad, ...missing },
});

/** Communities, as JSON. */
export function communities(parts: AppParts) {
  const { db, now, links, cache } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  const list = async () => {
    const [stored, themes, next, counts] = await Promise.all([
      allCommunities(db),
      allThemes(db),
      nextSessions(db, now()),
      countsByCommunity(db, now()),
    ]);
    const items = readable('community', stored, (community) =>
      toCommunityDto(community, {
        themes,
        next: next.get(community.slug),
        counts: counts.get(community.slug),
        links,
        now: now(),
      }),
    );
    return CommunityList.parse({ items, themes });
  };

  app.openapi(listRoute, (c) => cache.json(c, 'communities', list));

  app.openapi(communityRoute, (c) => {
    const { slug } = c.req.valid('param');
    return cache.json(c, `community ${slug}`, async () => {
      const found = (await list()).items.find((community) => community.slug === slug);
      if (!found) throw new HttpError('not-found', { detail: `No community is called “${slug}”.` });
      return found;
    });
  });

  return app;
}
