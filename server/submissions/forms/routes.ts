import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { Challenge, ChallengeQuery, FormQuery, OfferedForm } from '../../../src/contract/index.js';
import { findCommunity } from '../../communities/repository.js';
import type { AppParts } from '../../http/app-parts.js';
import { HttpError, refuseInvalid } from '../../http/errors.js';
import type { AppEnv } from '../../http/middleware.js';
import { bad, json, missing } from '../../http/responses.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import { findSession } from '../../sessions/repository.js';
import { nextSessions } from '../../sessions/search-repository.js';
import { toSessionBriefDto } from '../../sessions/serializer.js';
import { readable } from '../../shared/readable.js';

const formRoute = createRoute({
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
  responses: { 200: json(OfferedForm, 'The form, in the closest language there is.'), ...bad, ...missing },
});

const challengeRoute = createRoute({
  method: 'get',
  path: '/challenge',
  summary: 'A proof of work to do before a form is sent',
  description:
    'Good for ten minutes, for this form, and once. The solution is the counter for which PBKDF2 of nonce and counter (4 bytes, big-endian) under the salt begins with `keyPrefix`.',
  request: { query: ChallengeQuery },
  responses: { 200: json(Challenge, 'The challenge.'), ...bad, ...missing },
});

/** Forms as data, and challenges for the proof of work. */
export function forms({
  db,
  cache,
  now,
  links,
  joinRequests,
  registrations,
  proposals,
  proofOfWork,
  origins,
}: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  /** The form, and the community whose sites may send it; empty for none. */
  const formOf = async (kind: string, name: string, language: Language) => {
    if (kind === 'proposal')
      return {
        form: await proposals.formFor(language),
        community: '',
        identity: undefined,
        upcoming: undefined,
      };
    if (kind === 'join') {
      const community = await findCommunity(db, name);
      if (!community) throw new HttpError('not-found', { detail: `No community is called “${name}”.` });
      const next = await nextSessions(db, now(), name);
      return {
        form: await joinRequests.formFor(community, language),
        community: name,
        identity: community.identity,
        upcoming: next.get(name),
      };
    }
    const session = await findSession(db, name);
    if (!session) throw new HttpError('not-found', { detail: `No session is called “${name}”.` });
    const identity = (await findCommunity(db, session.community))?.identity;
    const form = await registrations.formFor(session, language);
    return { form, community: session.community, identity, upcoming: session };
  };

  app.openapi(formRoute, (c) => {
    const [kind, name = ''] = c.req.valid('param').id.split(/:(.*)/s);
    const language = closestLanguage(c.req.valid('query').lang);
    const origin = c.req.header('Origin');
    c.header('Vary', 'Origin', { append: true });
    // One answer for all sites that may send it, one for the others; who is listed differs by community.
    const known = origins.admits(origin) ? (origin ?? '') : 'others';
    return cache.json(c, `form ${kind} ${name} ${language} ${known}`, async () => {
      const { form, community, identity, upcoming } = await formOf(kind!, name, language);
      return {
        ...form,
        ...(identity && { identity }),
        upcoming:
          readable('session', upcoming ? [upcoming] : [], (one) => toSessionBriefDto(one, now(), links))[0] ??
          null,
        maySend: origins.admitsFor(origin, community),
      };
    });
  });

  app.openapi(challengeRoute, async (c) => {
    c.header('Cache-Control', 'no-store');
    const challenge = await proofOfWork.challenge(c.req.valid('query').form);
    if (!challenge) throw new HttpError('not-found', { detail: 'No proof of work is asked for here.' });
    return c.json(challenge, 200);
  });

  return app;
}
