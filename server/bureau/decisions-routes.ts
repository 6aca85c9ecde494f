import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { Decision } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import { demand } from '../http/machines.js';
import type { AppEnv } from '../http/middleware.js';
import { json, missing, problem } from '../http/responses.js';
import { invalid } from '../shared/errors.js';
import type { SubmissionKind } from '../submissions/consents-repository.js';
import { writeJournal } from './journal/repository.js';
import { refused, security } from './responses.js';

const Done = z.object({ state: z.string().meta({ description: 'What it is now.' }) }).meta({ id: 'Decided' });

/** The team's answers to what people ask for. */
export function decisions(parts: AppParts) {
  const { joinRequests, registrations, proposals } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  addDecision(
    app,
    parts,
    'join-request',
    '/staff/join-requests',
    'Answer a join request',
    async (id, decision) => {
      if (decision === 'study') throw notNow();
      const done = await joinRequests.decide(id, decision);
      return typeof done === 'string' ? done : done.status;
    },
  );
  addDecision(
    app,
    parts,
    'registration',
    '/staff/registrations',
    'Answer a registration',
    async (id, decision) => {
      if (decision === 'study') throw notNow();
      const done = await registrations.decide(id, decision);
      return typeof done === 'string' ? done : done.state;
    },
  );
  addDecision(app, parts, 'proposal', '/staff/proposals', 'Answer a proposal', async (id, decision) => {
    const done = await proposals.decide(id, decision);
    return typeof done === 'string' ? done : done.status;
  });
  return app;
}

function addDecision(
  app: OpenAPIHono<AppEnv>,
  { db, now }: AppParts,
  kind: SubmissionKind,
  path: '/staff/join-requests' | '/staff/registrations' | '/staff/proposals',
  summary: string,
  decide: (id: string, decision: Decision['decision']) => Promise<string>,
): void {
  const route = createRoute({
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
  });
  app.openapi(route, async (c) => {
    const actor = demand(c, kind === 'proposal' ? 'proposals:answer' : 'requests:answer');
    const { id } = c.req.valid('param');
    const state = await decide(id, c.req.valid('json').decision);
    if (state === 'missing') throw new HttpError('not-found');
    if (state === 'not-now') throw notNow();
    await writeJournal(
      db,
      { actor: actor.id, action: 'answer', kind, subjectId: id, summary: state },
      utc(now()),
    );
    return c.json({ state }, 200);
  });
}

const notNow = () => invalid('/decision', 'not-now', 'This waits for no such decision.');
