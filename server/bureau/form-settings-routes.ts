import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { FormSettings } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import { findCommunity } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import { demand } from '../http/machines.js';
import type { AppEnv } from '../http/middleware.js';
import { json, missing, problem } from '../http/responses.js';
import { findSession } from '../sessions/repository.js';
import { toSessionDto } from '../sessions/serializer.js';
import { InvalidError } from '../shared/errors.js';
import { issuesOfSettings } from '../submissions/forms/custom-fields.js';
import { findFormSettings, putFormSettings } from '../submissions/forms/settings-repository.js';
import { joinForm } from '../submissions/join-requests/form.js';
import { registrationForm } from '../submissions/registrations/form.js';
import { writeJournal } from './journal/repository.js';
import { refused, security } from './responses.js';

const FormParams = z.object({
  id: z
    .string()
    .max(140)
    .regex(/^(?:join:[a-z0-9-]+|register:[A-Za-z0-9._~-]+)$/),
});

const readFormSettingsRoute = createRoute({
  method: 'get',
  path: '/staff/forms/{id}',
  summary: 'The questions that a community or a session adds to its form',
  security,
  request: { params: FormParams },
  responses: { 200: json(FormSettings, 'The settings.'), ...refused, ...missing },
});

const writeFormSettingsRoute = createRoute({
  method: 'put',
  path: '/staff/forms/{id}',
  summary: 'Set the questions that a community or a session adds to its form',
  description:
    'Makes a new version of the form. What was filled in under an earlier version is judged by that version.',
  security,
  request: {
    params: FormParams,
    body: { required: true, content: { 'application/json': { schema: FormSettings } } },
  },
  responses: {
    200: json(FormSettings, 'Set.'),
    ...refused,
    ...missing,
    422: problem('Some settings cannot be used, each named by a pointer.'),
  },
});

/** The questions that a community or a session adds to its form. */
export function formSettings(parts: AppParts) {
  const { db, now } = parts;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(readFormSettingsRoute, async (c) => {
    demand(c, 'forms:write');
    const { id } = c.req.valid('param');
    await fixedQuestions(id, parts);
    return c.json(await findFormSettings(db, id), 200);
  });

  app.openapi(writeFormSettingsRoute, async (c) => {
    const actor = demand(c, 'forms:write');
    const { id } = c.req.valid('param');
    const settings = c.req.valid('json');
    const issues = issuesOfSettings(settings, await fixedQuestions(id, parts));
    if (issues.length > 0) throw new InvalidError(issues);
    await db.transaction(async (sql) => {
      const at = utc(now());
      await putFormSettings(sql, id, settings, at);
      await writeJournal(sql, { actor: actor.id, action: 'change', kind: 'form', subjectId: id }, at);
    });
    return c.json(settings, 200);
  });

  return app;
}

/** The names of the questions that a form asks whatever its settings. */
async function fixedQuestions(formId: string, { db, now, links }: AppParts): Promise<string[]> {
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
