import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  CommunityChange,
  Decision,
  FormSettings,
  Id,
  SeriesPlan,
  SeriesPlanned,
  SessionChange,
  Slug,
} from '../../src/contract/index.js';
import type { AppParts } from '../http/app-parts.js';
import { RuleError } from '../sessions/calendar/recurrence.js';
import { faultsOf } from '../submissions/forms/custom-fields.js';
import { joinForm } from '../submissions/join-requests/form.js';
import { registrationForm } from '../submissions/registrations/form.js';
import { staffOnly, type AppEnv } from '../http/middleware.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import { communityName } from '../communities/serializer.js';
import { toSessionDto } from '../sessions/serializer.js';
import { SeriesPlanError, planSeries } from '../sessions/series-service.js';
import { findFormSettings, putFormSettings } from '../submissions/forms/settings-repository.js';
import { findCommunity } from '../communities/repository.js';
import { findSession } from '../sessions/repository.js';
import { utc } from '../../src/contract/time-zone.js';
import { json, missing, problem } from '../http/responses.js';

const security = [{ staff: [] }];
const refused = { 401: problem('No valid token.') };
const Done = z.object({ state: z.string().meta({ description: 'What it is now.' }) }).meta({ id: 'Decided' });
const Told = z
  .object({ told: z.int().meta({ description: 'How many people were written to.' }) })
  .meta({ id: 'Told' });
const FormId = z
  .string()
  .max(140)
  .regex(/^(?:join:[a-z0-9-]+|register:[A-Za-z0-9._~-]+)$/);

/** What F3E's team decides, behind its token: answers to requests, changes of sessions, questions of forms. */
export function decisions(parts: AppParts) {
  const { db, now, links, joinRequests, registrations, proposals, staffToken } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.use('/staff/*', staffOnly(staffToken));

  const decides = (
    path: '/staff/join-requests' | '/staff/registrations' | '/staff/proposals',
    summary: string,
    decide: (id: string, decision: Decision['decision']) => Promise<string>,
  ) =>
    app.openapi(
      createRoute({
        method: 'post',
        path: `${path}/{id}/decision`,
        summary,
        description: 'The person is told by e-mail. The same decision twice is one.',
        security,
        request: {
          params: z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) }),
          body: { required: true, content: { 'application/json': { schema: Decision } } },
        },
        responses: {
          200: json(Done, 'Decided.'),
          ...refused,
          ...missing,
          422: problem('It waits for no decision.'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const state = await decide(id, c.req.valid('json').decision);
        if (state === 'missing') throw new HttpError('not-found');
        if (state === 'not-now') throw notNow();
        return c.json({ state }, 200);
      },
    );

  decides('/staff/join-requests', 'Answer a join request', async (id, decision) => {
    if (decision === 'study') throw notNow();
    const done = await joinRequests.decide(id, decision);
    return typeof done === 'string' ? done : done.status;
  });
  decides('/staff/registrations', 'Answer a registration', async (id, decision) => {
    if (decision === 'study') throw notNow();
    const done = await registrations.decide(id, decision);
    return typeof done === 'string' ? done : done.state;
  });
  decides('/staff/proposals', 'Answer a proposal', async (id, decision) => {
    const done = await proposals.decide(id, decision);
    return typeof done === 'string' ? done : done.status;
  });

  app.openapi(
    createRoute({
      method: 'patch',
      path: '/staff/sessions/{id}',
      summary: 'Move, cancel or restore a session, or set its online link',
      description:
        'All who registered are told of a new date, a new place or a cancellation. The online link goes out with the reminder, 24 hours before; a new one sends the reminder again.',
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
    }),
    async (c) => {
      const change = c.req.valid('json');
      const { id } = c.req.valid('param');
      const session = await findSession(db, id);
      if (!session) throw new HttpError('not-found');
      if ((change.end ?? session.end) <= (change.start ?? session.start))
        throw new HttpError('invalid', {
          errors: [{ pointer: '/end', code: 'too-early', detail: 'The end must come after the start.' }],
        });
      const done = await registrations.news.changeSession(id, change);
      if (done === 'missing') throw new HttpError('not-found');
      return c.json(done, 200);
    },
  );

  app.openapi(
    createRoute({
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
    }),
    async (c) => {
      try {
        return c.json(await planSeries(parts, c.req.valid('param').id, c.req.valid('json')), 200);
      } catch (error) {
        if (!(error instanceof RuleError || error instanceof SeriesPlanError)) throw error;
        const pointer = error instanceof SeriesPlanError ? error.pointer : '/rule';
        throw new HttpError('invalid', {
          errors: [{ pointer, code: 'unusable', detail: error.message }],
        });
      }
    },
  );

  app.openapi(
    createRoute({
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
    }),
    async (c) => {
      const told = await joinRequests.setStatus(c.req.valid('param').slug, c.req.valid('json').status);
      if (told === undefined) throw new HttpError('not-found');
      return c.json({ told }, 200);
    },
  );

  /** The names of the questions that a form asks whatever its settings. */
  async function fixedOf(formId: string): Promise<string[]> {
    const [kind, name = ''] = formId.split(/:(.*)/s);
    const context = { controller: { name: '-', contact: '-' }, links };
    const none = FormSettings.parse({});
    if (kind === 'join') {
      const community = await findCommunity(db, name);
      if (!community) throw new HttpError('not-found');
      return joinForm(community, 'fr', context, none).fields.map((field) => field.name);
    }
    const session = await findSession(db, name);
    if (!session) throw new HttpError('not-found');
    const community = await findCommunity(db, session.community);
    const about = { slug: session.community, name: community ? communityName(community) : session.community };
    const { fields } = registrationForm(toSessionDto(session, now(), links), about, 'fr', context, none);
    return [...fields.map((field) => field.name), 'pairWith'];
  }

  const about = { params: z.object({ id: FormId }) };
  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/forms/{id}',
      summary: 'The questions that a community or a session adds to its form',
      security,
      request: about,
      responses: { 200: json(FormSettings, 'The settings.'), ...refused, ...missing },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      await fixedOf(id);
      return c.json(await findFormSettings(db, id), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: '/staff/forms/{id}',
      summary: 'Set the questions that a community or a session adds to its form',
      description:
        'Makes a new version of the form. What was filled in under an earlier version is judged by that version.',
      security,
      request: {
        ...about,
        body: { required: true, content: { 'application/json': { schema: FormSettings } } },
      },
      responses: {
        200: json(FormSettings, 'Set.'),
        ...refused,
        ...missing,
        422: problem('Some settings cannot be used, each named by a pointer.'),
      },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const settings = c.req.valid('json');
      const faults = faultsOf(settings, await fixedOf(id));
      if (faults.length > 0) {
        throw new HttpError('invalid', {
          errors: faults.map((fault) => {
            const [pointer = '', detail = ''] = fault.split(/: (.*)/s);
            return { pointer, code: 'unusable', detail };
          }),
        });
      }
      await putFormSettings(db, id, settings, utc(now()));
      return c.json(settings, 200);
    },
  );
  return app;
}

const notNow = () =>
  new HttpError('invalid', {
    errors: [{ pointer: '/decision', code: 'not-now', detail: 'This waits for no such decision.' }],
  });
