import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  CommunityChange,
  Id,
  SeriesPlan,
  SeriesPlanned,
  SessionChange,
  Slug,
} from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import { demand } from '../http/machines.js';
import type { AppEnv } from '../http/middleware.js';
import { json, missing, problem } from '../http/responses.js';
import { applyChange } from '../sessions/change.js';
import { findSession } from '../sessions/repository.js';
import { planSeries } from '../sessions/series-service.js';
import { newId } from '../shared/secrets.js';
import { writeJournal } from './journal/repository.js';
import { countHeld } from './presses/repository.js';
import { refused, security, Told } from './responses.js';
import { newestNumber } from './revisions/repository.js';
import { publish } from './sessions/publish.js';
import { changeLink } from './sessions/service.js';

const changeSessionRoute = createRoute({
  method: 'patch',
  path: '/staff/sessions/{id}',
  summary: 'Change, move, cancel or restore a session, or set its online link',
  description:
    'Published at once, as a version of its own. All who registered are told of a new date, a new place or a cancellation. The online link goes out with the reminder, 24 hours before; a new one sends the reminder again.',
  security,
  request: {
    params: z.object({ id: Id }),
    body: { required: true, content: { 'application/json': { schema: SessionChange } } },
  },
  responses: {
    200: json(Told, 'Changed.'),
    ...refused,
    ...missing,
    422: problem('A value cannot be accepted.'),
  },
});

const planSeriesRoute = createRoute({
  method: 'put',
  path: '/staff/series/{id}',
  summary: 'Plan a series of sessions by a recurrence rule, or plan it again',
  description:
    'Sessions are called by the series and their day, such as `pause-2026-12-08`. Those that are there stay as they are, with those who registered.',
  security,
  request: {
    params: z.object({ id: Id.max(100) }),
    body: { required: true, content: { 'application/json': { schema: SeriesPlan } } },
  },
  responses: {
    200: json(SeriesPlanned, 'Planned.'),
    ...refused,
    422: problem('The plan cannot be followed: the pointer says where, the detail why.'),
  },
});

const changeCommunityRoute = createRoute({
  method: 'patch',
  path: '/staff/communities/{slug}',
  summary: 'Open or close a community',
  description: 'Those who asked to hear of its reopening are told, once.',
  security,
  request: {
    params: z.object({ slug: Slug }),
    body: { required: true, content: { 'application/json': { schema: CommunityChange } } },
  },
  responses: { 200: json(Told, 'Changed.'), ...refused, ...missing },
});

/** What the team changes of sessions, series and communities; those concerned are told. */
export function changes(parts: AppParts) {
  const { db, now, joinRequests } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(changeSessionRoute, async (c) => {
    const actor = demand(c, 'sessions:write');
    const { id } = c.req.valid('param');
    const { onlineLink, ...fields } = c.req.valid('json');
    const session = await findSession(db, id);
    if (!session) throw new HttpError('not-found');
    let told = 0;
    if (Object.keys(fields).length) {
      const done = await publish(parts, actor, {
        id,
        base: await newestNumber(db, { kind: 'session', id }),
        key: newId(),
        isHeld: false,
        change: (before) => applyChange(before!, fields, now()),
      });
      if ('conflict' in done) throw new HttpError('busy');
      told = await countHeld(db, done.press);
    }
    if (onlineLink !== undefined)
      await changeLink(parts, actor, { id, community: session.community, link: onlineLink });
    parts.onMail();
    return c.json({ told }, 200);
  });

  app.openapi(planSeriesRoute, async (c) => {
    const actor = demand(c, 'sessions:write');
    const { id } = c.req.valid('param');
    const planned = await planSeries({ db, now }, id, c.req.valid('json'));
    const line = { actor: actor.id, action: 'plan', kind: 'series', subjectId: id };
    await writeJournal(db, { ...line, summary: String(planned.added.length) }, utc(now()));
    return c.json(planned, 200);
  });

  app.openapi(changeCommunityRoute, async (c) => {
    const actor = demand(c, 'communities:write');
    const { slug } = c.req.valid('param');
    const { status } = c.req.valid('json');
    const told = await joinRequests.setStatus(slug, status);
    if (told === undefined) throw new HttpError('not-found');
    const line = { actor: actor.id, action: 'change', kind: 'community', subjectId: slug, community: slug };
    await writeJournal(db, { ...line, summary: status }, utc(now()));
    return c.json({ told }, 200);
  });

  return app;
}
