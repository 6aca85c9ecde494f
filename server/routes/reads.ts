import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  Community,
  CommunityList,
  Form,
  FormQuery,
  Id,
  Organisation,
  OrganisationList,
  OrganisationQuery,
  Problem,
  Resource,
  ResourcePage,
  ResourceQuery,
  Session,
  SessionPage,
  SessionQuery,
  Slug,
} from '../../src/contract/index.js';
import { closest } from '../forms/words.js';
import { anyOrigin, type AppEnv } from '../http/guards.js';
import { HttpProblem, issuesOf } from '../http/problem.js';
import { presentCommunity, presentSession } from '../present.js';
import {
  allCommunities,
  allThemes,
  countsByCommunity,
  findCommunity,
  findOrganisations,
  findResources,
  findSession,
  findSessions,
  nextSessions,
} from '../store/publications.js';
import type { AppParts } from '../app.js';
import { utc } from '../time.js';
import { pageOfResources } from '../resource-page.js';

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});
const bad = { 400: problem('A parameter cannot be read.') };
const missing = { 404: problem('There is nothing by this name.') };

/** Public reads: any origin, strong ETag, two seconds of memory. */
export function reads({ db, now, links, cache, desk }: AppParts) {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new HttpProblem('malformed', { errors: issuesOf(result.error) });
    },
  });
  app.use('*', anyOrigin);

  const communities = async () => {
    const [stored, themes, next, counts] = await Promise.all([
      allCommunities(db),
      allThemes(db),
      nextSessions(db, now()),
      countsByCommunity(db, now()),
    ]);
    const items = stored.map((community) =>
      presentCommunity(community, {
        themes,
        next: next.get(community.slug),
        counts: counts.get(community.slug),
        links,
        now: now(),
      }),
    );
    return CommunityList.parse({ items, themes });
  };

  app.openapi(
    createRoute({
      method: 'get',
      path: '/communities',
      summary: 'All communities, with their next session and counts',
      responses: { 200: json(CommunityList, 'The communities, in the order F3E presents them.') },
    }),
    (c) => cache(c, 'communities', communities) as never,
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/communities/{slug}',
      summary: 'One community',
      request: { params: z.object({ slug: Slug }) },
      responses: { 200: json(Community, 'The community.'), ...bad, ...missing },
    }),
    (c) => {
      const { slug } = c.req.valid('param');
      return cache(c, `community ${slug}`, async () => {
        const found = (await communities()).items.find((community) => community.slug === slug);
        if (!found) throw new HttpProblem('not-found', { detail: `No community is called “${slug}”.` });
        return found;
      }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/sessions',
      summary: 'Sessions by date, with filters and pages',
      request: { query: SessionQuery },
      responses: { 200: json(SessionPage, 'A page of sessions, earliest first.'), ...bad },
    }),
    (c) => {
      const query = c.req.valid('query');
      return cache(c, `sessions ${JSON.stringify(query)}`, async () => {
        const { cursor, limit = 50, ...filters } = query;
        const after = cursor === undefined ? undefined : readCursor(cursor);
        const { sessions, next } = await findSessions(db, { ...filters, limit, ...(after && { after }) });
        return {
          items: sessions.map((session) => presentSession(session, now())),
          next: next && writeCursor([next.startsAt, next.id]),
        };
      }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/sessions/{id}',
      summary: 'One session',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(Session, 'The session, without its online link.'), ...bad, ...missing },
    }),
    (c) => {
      const { id } = c.req.valid('param');
      return cache(c, `session ${id}`, async () => {
        const session = await findSession(db, id);
        if (!session) throw new HttpProblem('not-found', { detail: `No session is called “${id}”.` });
        return presentSession(session, now());
      }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/resources',
      summary: 'Resources by words and filters',
      request: { query: ResourceQuery },
      responses: {
        200: json(ResourcePage, 'A page of resources, with what further filters would leave.'),
        ...bad,
      },
    }),
    (c) => {
      const query = c.req.valid('query');
      return cache(c, `resources ${JSON.stringify(query)}`, async () => {
        const found = (await findResources(db, query.q ?? '')).map((resource) => Resource.parse(resource));
        return pageOfResources(found, query, await allThemes(db));
      }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/organisations',
      summary: 'Organisations that people may name as theirs',
      request: { query: OrganisationQuery },
      responses: { 200: json(OrganisationList, 'Organisations by name.'), ...bad },
    }),
    (c) => {
      const { q = '' } = c.req.valid('query');
      return cache(c, `organisations ${q}`, async () => ({
        items: (await findOrganisations(db, q)).map((organisation) => Organisation.parse(organisation)),
      })) as never;
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/forms/{id}',
      summary: 'A form as data',
      request: {
        params: z.object({
          id: z
            .string()
            .max(80)
            .regex(/^join:[a-z0-9-]+$/)
            .meta({ example: 'join:genre' }),
        }),
        query: FormQuery,
      },
      responses: { 200: json(Form, 'The form, in the closest language there is.'), ...bad, ...missing },
    }),
    (c) => {
      const slug = c.req.valid('param').id.slice('join:'.length);
      const language = closest(c.req.valid('query').lang);
      return cache(c, `form ${slug} ${language}`, async () => {
        const community = await findCommunity(db, slug);
        if (!community) throw new HttpProblem('not-found', { detail: `No community is called “${slug}”.` });
        return desk.formFor(community, language);
      }) as never;
    },
  );

  return app;
}

export const writeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The place a cursor names; refuses anything that this server did not write. */
export function readPlace(cursor: string): [string, string] {
  try {
    const [at, id] = z
      .tuple([z.iso.datetime(), Id])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return [utc(Date.parse(at)), id];
  } catch {
    throw new HttpProblem('malformed', {
      errors: [{ pointer: '/cursor', code: 'unknown', detail: 'This cursor was not given by this server.' }],
    });
  }
}

function readCursor(cursor: string) {
  const [startsAt, id] = readPlace(cursor);
  return { startsAt, id };
}
