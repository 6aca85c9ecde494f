import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  Challenge,
  ChallengeQuery,
  Community,
  CommunityList,
  Form,
  FormQuery,
  Organisation,
  OrganisationList,
  OrganisationQuery,
  Slug,
} from '../../src/contract/index.js';
import type { AppParts } from '../http/app-parts.js';
import { closest } from '../i18n/language.js';
import { anyOrigin, type AppEnv } from '../http/middleware.js';
import { HttpProblem, refuseUnread } from '../http/errors.js';
import { presentCommunity } from '../communities/serializer.js';
import {
  allCommunities,
  allThemes,
  countsByCommunity,
  findCommunity,
  findOrganisations,
} from '../communities/repository.js';
import { findSession, nextSessions } from '../sessions/repository.js';
import { bad, json, missing } from '../http/responses.js';
import { resources } from '../resources/routes.js';
import { sessions } from '../sessions/routes.js';

/** Public reads: any origin, strong ETag, two seconds of memory. */
export function reads(parts: AppParts) {
  const { db, now, links, cache, desk, registrationDesk, proposalDesk, proofs } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseUnread });
  app.use('*', anyOrigin);
  app.route('/', sessions(parts));
  app.route('/', resources(parts));

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
            .max(140)
            .regex(/^(?:join:[a-z0-9-]+|register:[A-Za-z0-9._~-]+|proposal)$/)
            .meta({
              description: '`join:` and a community, `register:` and a session, or `proposal`.',
              example: 'join:genre',
            }),
        }),
        query: FormQuery,
      },
      responses: { 200: json(Form, 'The form, in the closest language there is.'), ...bad, ...missing },
    }),
    (c) => {
      const [kind, name = ''] = c.req.valid('param').id.split(/:(.*)/s);
      const language = closest(c.req.valid('query').lang);
      return cache(c, `form ${kind} ${name} ${language}`, async () => {
        if (kind === 'proposal') return proposalDesk.formFor(language);
        if (kind === 'join') {
          const community = await findCommunity(db, name);
          if (!community) throw new HttpProblem('not-found', { detail: `No community is called “${name}”.` });
          return desk.formFor(community, language);
        }
        const session = await findSession(db, name);
        if (!session) throw new HttpProblem('not-found', { detail: `No session is called “${name}”.` });
        return registrationDesk.formFor(session, language);
      }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/challenge',
      summary: 'A proof of work to do before a form is sent',
      description:
        'Good for ten minutes, for this form, and once. The solution is the counter for which PBKDF2 of nonce and counter (4 bytes, big-endian) under the salt begins with `keyPrefix`.',
      request: { query: ChallengeQuery },
      responses: { 200: json(Challenge, 'The challenge.'), ...bad, ...missing },
    }),
    async (c) => {
      c.header('Cache-Control', 'no-store');
      const challenge = await proofs.challenge(c.req.valid('query').form);
      if (!challenge) throw new HttpProblem('not-found', { detail: 'No proof of work is asked for here.' });
      return c.json(challenge, 200);
    },
  );

  return app;
}
