import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { DateTime } from '../../src/contract/index.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import { demand } from '../http/machines.js';
import type { AppEnv } from '../http/middleware.js';
import { json, missing, problem } from '../http/responses.js';
import { invalid } from '../shared/errors.js';
import { submissionKinds } from '../submissions/repository.js';
import { may } from './team/rights.js';
import { takeBack } from './presses/service.js';
import { actionFor, answerMany, answers, MOST_WORDS } from './requests/service.js';
import { refused, security } from './responses.js';

const SubmissionId = z.string().regex(/^[0-9a-f]{32}$/);
const Kind = z.enum(submissionKinds as [string, ...string[]]).meta({
  description: '`join-request`, `registration` or `proposal`.',
});

const TeamAnswers = z
  .array(
    z.strictObject({
      kind: Kind,
      id: SubmissionId,
      answer: z.enum(answers).meta({
        description:
          '`study`: for proposals. `ask`: for join requests and proposals; `word` is the question.',
      }),
      word: z
        .string()
        .max(MOST_WORDS)
        .default('')
        .meta({ description: 'Goes into the mail as it is; paragraphs have an empty line between them.' }),
    }),
  )
  .min(1)
  .max(200)
  .meta({ id: 'TeamAnswers' });

const Answered = z
  .object({
    press: SubmissionId.meta({ description: 'By which all of it is taken back.' }),
    until: DateTime.meta({ description: 'Until then nothing is sent, and all of it can be taken back.' }),
    done: z.array(z.object({ kind: Kind, id: SubmissionId, state: z.string() })),
    skipped: z
      .array(z.object({ kind: Kind, id: SubmissionId }))
      .meta({ description: 'They wait for no such answer any more.' }),
  })
  .meta({ id: 'Answered' });

const answerRoute = createRoute({
  method: 'post',
  path: '/staff/answers',
  summary: 'Answer many at once',
  description:
    'In one transaction: all mails wait for two minutes, in which one press takes all of it back. What is in no state to be answered is skipped.',
  security,
  request: { body: { required: true, content: { 'application/json': { schema: TeamAnswers } } } },
  responses: {
    200: json(Answered, 'Answered.'),
    ...refused,
    ...missing,
    422: problem('A value cannot be accepted.'),
  },
});

const undoRoute = createRoute({
  method: 'post',
  path: '/staff/presses/{id}/undo',
  summary: 'Take back what one press did',
  description: 'Within two minutes: mails that wait are deleted, states put back, seats counted again.',
  security,
  request: { params: z.object({ id: SubmissionId }) },
  responses: {
    200: json(
      z
        .object({
          restored: z.int(),
          left: z.int().meta({ description: 'What had moved on meanwhile, and stays.' }),
        })
        .meta({ id: 'TakenBack' }),
      'Taken back.',
    ),
    ...refused,
    ...missing,
    422: problem('It is too late, or it was taken back.'),
  },
});

/** Answers of the team, many at once, for machines: as the desk gives them. */
export function pressRoutes(parts: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(answerRoute, async (c) => {
    const wanted = c.req.valid('json').map((one) => ({
      ...one,
      kind: submissionKinds.find((kind) => kind === one.kind)!,
    }));
    const actor = wanted.map(({ kind }) => demand(c, actionFor(kind)))[0]!;
    const unasked = wanted.findIndex(({ answer, word }) => answer === 'ask' && !word.trim());
    if (unasked >= 0) throw invalid(`/${unasked}/word`, 'required', 'Write the question.');
    const { press, until, done, skipped } = await answerMany(parts, actor, wanted);
    parts.onMail();
    const states = done.map(({ kind, id, to }) => ({ kind, id, state: to }));
    return c.json(
      { press, until, done: states, skipped: skipped.map(({ kind, id }) => ({ kind, id })) },
      200,
    );
  });

  app.openapi(undoRoute, async (c) => {
    // A press is of whoever pressed it, whatever it changed.
    const actor = c.get('actor')!;
    if (!may(actor, 'requests:answer') && !may(actor, 'sessions:write')) throw new HttpError('not-found');
    const done = await takeBack(parts, actor, c.req.valid('param').id);
    if (done === 'missing') throw new HttpError('not-found');
    if (done === 'too-late') throw invalid('/id', 'too-late', 'It is too late: the mails have gone.');
    return c.json(done, 200);
  });
  return app;
}
