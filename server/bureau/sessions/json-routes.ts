import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { DateTime, Id, WallClock } from '../../../src/contract/index.js';
import { utc } from '../../../src/contract/time-zone.js';
import type { AppParts } from '../../http/app-parts.js';
import { HttpError, refuseInvalid } from '../../http/errors.js';
import { demand } from '../../http/machines.js';
import type { AppEnv } from '../../http/middleware.js';
import { json, missing, problem } from '../../http/responses.js';
import { findSession, type StoredSession } from '../../sessions/repository.js';
import { invalid } from '../../shared/errors.js';
import { newId } from '../../shared/secrets.js';
import { refused, security } from '../responses.js';
import { countHeld } from '../presses/repository.js';
import { newestNumber, type Revision, revisionsOf, waitingOf } from '../revisions/repository.js';
import { copyOf, draftOfRevision, revertedTo, SessionDraft } from './draft.js';
import { type MoveFault, moveFault, movedSession, moveScopes, planMove } from './move.js';
import { type Conflict, publish, publishAll, publishDraft, type Published, saveDraft } from './publish.js';
import { communityOf, dropDraft, freeId, monthsTaken } from './service.js';

const Press = z.string().meta({
  description: 'By which a publication is taken back, within two minutes: `POST /staff/presses/{id}/undo`.',
});

const Saved = z
  .object({
    id: Id,
    revision: z
      .int()
      .meta({ description: 'Number of the newest version; send it as `If-Match` with the next change.' }),
    press: Press,
  })
  .meta({ id: 'SavedSession' });

const SessionRevision = z
  .object({
    number: z.int(),
    state: z.enum(['draft', 'scheduled', 'published', 'replaced', 'discarded']),
    author: z.string().meta({ description: '`member:…`, `token:…`; empty for what was there before.' }),
    at: DateTime,
    publishAt: DateTime.nullable().meta({ description: 'When a scheduled one is published.' }),
  })
  .meta({ id: 'SessionRevision' });

const IfMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"?\d+"?$/)
    .optional()
    .meta({
      description: 'The version that the change starts from; the newest when absent.',
      example: '"3"',
    }),
});

const params = z.object({ id: Id });
const conflict = { 409: problem('Somebody else saved another version meanwhile.') };
const unusable = { 422: problem('A value cannot be accepted.') };
const answers = { ...refused, ...missing, ...conflict, ...unusable };
const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const createDraft = createRoute({
  method: 'post',
  path: '/staff/sessions',
  summary: 'Begin a session as a draft',
  description: 'Only the desk sees it until it is published.',
  security,
  request: { body: body(SessionDraft) },
  responses: { 201: json(Saved, 'Kept.'), ...answers },
});
const changeDraft = createRoute({
  method: 'put',
  path: '/staff/sessions/{id}',
  summary: 'Write a draft of a session, new or public',
  security,
  request: { params, headers: IfMatch, body: body(SessionDraft) },
  responses: { 200: json(Saved, 'Kept.'), ...answers },
});
const copyRoute = createRoute({
  method: 'post',
  path: '/staff/sessions/{id}/copy',
  summary: 'Begin a session like another, as a draft',
  description:
    'On the same rank of its weekday in the next month without a session of its kind. People, link and what came out of it are not copied.',
  security,
  request: { params },
  responses: { 201: json(Saved, 'Kept.'), ...answers },
});
const publishRoute = createRoute({
  method: 'post',
  path: '/staff/sessions/{id}/publish',
  summary: 'Publish the draft of a session, now or later',
  description:
    'Those who registered are told of a new time or place two minutes after, so that it can be taken back.',
  security,
  request: {
    params,
    headers: IfMatch,
    body: body(z.strictObject({ at: DateTime.optional().meta({ description: 'Now, when absent.' }) })),
  },
  responses: { 200: json(Saved, 'Published, or scheduled.'), ...answers },
});
const discardRoute = createRoute({
  method: 'post',
  path: '/staff/sessions/{id}/discard',
  summary: 'Give up the draft of a session',
  security,
  request: { params },
  responses: { 204: { description: 'Given up.' }, ...refused, ...missing },
});
const moveRoute = createRoute({
  method: 'post',
  path: '/staff/sessions/{id}/move',
  summary: 'Move a session, or more of its series',
  description:
    'Each keeps its length, its registrations and its number. All who registered are told, old and new.',
  security,
  request: {
    params,
    body: body(
      z.strictObject({
        start: WallClock,
        scope: z.enum(moveScopes).default('this').meta({
          description:
            '`following` and `all` concern the sessions to come of the series, which move by as much on the clock.',
        }),
      }),
    ),
  },
  responses: {
    200: json(
      z
        .object({
          press: Press,
          moved: z.array(Id),
          told: z.int().meta({ description: 'How many people are written to.' }),
        })
        .meta({ id: 'MovedSessions' }),
      'Moved.',
    ),
    ...answers,
  },
});
const revisionsRoute = createRoute({
  method: 'get',
  path: '/staff/sessions/{id}/revisions',
  summary: 'Versions of a session, newest first',
  security,
  request: { params },
  responses: {
    200: json(z.object({ items: z.array(SessionRevision) }), 'The versions.'),
    ...refused,
    ...missing,
  },
});
const revertRoute = createRoute({
  method: 'post',
  path: '/staff/sessions/{id}/revert',
  summary: 'Publish an earlier version again',
  security,
  request: { params, headers: IfMatch, body: body(z.strictObject({ number: z.int() })) },
  responses: { 200: json(Saved, 'Published.'), ...answers },
});

const moveFaults: Record<MoveFault, string> = {
  over: 'A session that has begun or is cancelled does not move.',
  same: 'The session starts then already.',
  skipped: 'The clock of its zone goes forward over this hour.',
};

/** Sessions for machines, from a draft to its publication: what the pages of the desk do, by the same functions. */
export function sessionRoutes(parts: AppParts) {
  const { db, now } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const subject = (id: string) => ({ kind: 'session' as const, id });

  const baseOf = async (id: string, given: string | undefined) =>
    given === undefined ? newestNumber(db, subject(id)) : Number(given.replaceAll('"', ''));
  const saved = async (done: Published | Conflict) => {
    if ('conflict' in done)
      throw new HttpError('conflict', { detail: `The newest version is ${done.newest}.` });
    parts.onMail();
    return { id: done.id, revision: await newestNumber(db, subject(done.id)), press: done.press };
  };
  const draftAt = async (id: string): Promise<Revision> => {
    const draft = await waitingOf(db, subject(id));
    if (!draft) throw new HttpError('not-found', { detail: 'This session has no draft.' });
    return draft;
  };
  const sessionAt = async (id: string): Promise<StoredSession> => {
    const session = await findSession(db, id);
    if (!session) throw new HttpError('not-found');
    return session;
  };

  app.openapi(createDraft, async (c) => {
    const draft = c.req.valid('json');
    const actor = demand(c, 'sessions:write', draft.community);
    const id = await freeId(db, draft);
    return c.json(await saved(await saveDraft(parts, actor, { id, base: 0, key: newId(), draft })), 201);
  });

  app.openapi(changeDraft, async (c) => {
    const draft = c.req.valid('json');
    const actor = demand(c, 'sessions:write', draft.community);
    const { id } = c.req.valid('param');
    const community = await communityOf(db, id);
    if (community === undefined) throw new HttpError('not-found');
    if (community !== draft.community)
      throw invalid(
        '/community',
        'unusable',
        'A session stays in its community: people registered for it there.',
      );
    const base = await baseOf(id, c.req.valid('header')['if-match']);
    return c.json(await saved(await saveDraft(parts, actor, { id, base, key: newId(), draft })), 200);
  });

  app.openapi(copyRoute, async (c) => {
    const session = await sessionAt(c.req.valid('param').id);
    const actor = demand(c, 'sessions:write', session.community);
    const draft = copyOf(session, await monthsTaken(db, session, now()));
    const id = await freeId(db, draft);
    return c.json(await saved(await saveDraft(parts, actor, { id, base: 0, key: newId(), draft })), 201);
  });

  app.openapi(publishRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { at } = c.req.valid('json');
    const waiting = await draftAt(id);
    const actor = demand(c, 'sessions:write', waiting.community);
    const given = c.req.valid('header')['if-match'];
    // The draft that was read, and no newer one.
    const base = given === undefined ? waiting.number : await baseOf(id, given);
    const saving = { id, base, key: newId(), draft: draftOfRevision(waiting) };
    if (at === undefined) return c.json(await saved(await publishDraft(parts, actor, saving)), 200);
    const publishAt = utc(Date.parse(at));
    if (publishAt <= utc(now())) throw invalid('/at', 'too-early', 'Choose a time to come.');
    return c.json(await saved(await saveDraft(parts, actor, { ...saving, publishAt })), 200);
  });

  app.openapi(discardRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { community } = await draftAt(id);
    await dropDraft(parts, demand(c, 'sessions:write', community), { id, community });
    return c.body(null, 204);
  });

  app.openapi(moveRoute, async (c) => {
    const session = await sessionAt(c.req.valid('param').id);
    const actor = demand(c, 'sessions:write', session.community);
    const move = c.req.valid('json');
    const fault = moveFault(session, move, now());
    if (fault) throw invalid('/start', fault, moveFaults[fault]);
    const planned = await planMove(parts, session, move);
    const from = planned.find(({ before }) => before.id === session.id)!.before.start;
    const done = await publishAll(parts, actor, {
      key: newId(),
      edits: planned.map(({ before, base }) => ({
        id: before.id,
        base,
        change: (current) => movedSession(current!, { from, to: move.start, now: now() }),
      })),
    });
    const { press } = await saved(done);
    const told = await countHeld(db, press);
    return c.json({ press, moved: planned.map(({ before }) => before.id), told }, 200);
  });

  app.openapi(revisionsRoute, async (c) => {
    const revisions = await revisionsOf(db, subject(c.req.valid('param').id));
    if (!revisions.length) throw new HttpError('not-found');
    demand(c, 'sessions:write', revisions[0]!.community);
    const items = revisions.map(({ number, state, author, at, publishAt }) => ({
      number,
      state,
      author,
      at,
      publishAt,
    }));
    return c.json({ items }, 200);
  });

  app.openapi(revertRoute, async (c) => {
    const { id } = c.req.valid('param');
    const session = await sessionAt(id);
    const actor = demand(c, 'sessions:write', session.community);
    const { number } = c.req.valid('json');
    const wanted = (await revisionsOf(db, subject(id))).find(
      (one) => one.number === number && one.state === 'replaced',
    );
    if (!wanted) throw invalid('/number', 'unusable', 'No earlier version has this number.');
    const base = await baseOf(id, c.req.valid('header')['if-match']);
    const change = () => revertedTo(wanted, now());
    return c.json(await saved(await publish(parts, actor, { id, base, key: newId(), change })), 200);
  });
  return app;
}
