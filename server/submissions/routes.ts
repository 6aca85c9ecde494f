import { OpenAPIHono } from '@hono/zod-openapi';
import type { ZodType } from 'zod';
import {
  CommunityProposalSubmission,
  JoinRequestSubmission,
  RegistrationSubmission,
  SubmissionAccepted,
} from '../../src/contract/index.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, issuesOf } from '../http/errors.js';
import { type AppEnv, clientIp, listedOrigins, readJson } from '../http/middleware.js';
import { problem } from '../http/responses.js';
import { findSession } from '../sessions/repository.js';

/** Submissions: `POST /join-requests`, `/registrations` and `/proposals`. */
export function submissions(parts: AppParts) {
  const { db, joinRequests, registrations, proposals, origins, rateLimits, trustedProxies } = parts;
  const app = new OpenAPIHono<AppEnv>();

  const accepts = <S>(about: {
    path: string;
    summary: string;
    schema: ZodType<S>;
    /** The community whose sites may send it. */
    community: (submission: S) => Promise<string>;
    submit: (submission: S, key: string, from: string) => Promise<SubmissionAccepted>;
  }) => {
    describe(app, about);
    app.use(about.path, listedOrigins(origins));
    app.post(about.path, async (c) => {
      const key = c.req.header('Idempotency-Key');
      if (!key || key.length > 255 || !/^[\x21-\x7e]+$/.test(key)) throw new HttpError('key-missing');
      const body = await readJson(c);
      const from = clientIp(c, trustedProxies);
      await rateLimits.tries(from);
      const submission = about.schema.safeParse(body);
      if (!submission.success) throw new HttpError('invalid', { errors: issuesOf(submission.error) });
      const community = await about.community(submission.data);
      if (!origins.admitsFor(c.req.header('Origin'), community)) throw new HttpError('origin-refused');
      // Where it comes from is what the browser says, not what the body does.
      const sent = { ...submission.data, sourceSite: c.req.header('Origin') ?? null };
      const answer = await about.submit(sent, key, from);
      c.header('Cache-Control', 'no-store');
      return c.json(answer, 202);
    });
  };

  accepts({
    path: '/join-requests',
    summary: 'Ask to join a community',
    schema: JoinRequestSubmission,
    community: async ({ community }) => community,
    submit: (submission, key, from) => joinRequests.submit(submission, key, from),
  });
  accepts({
    path: '/registrations',
    summary: 'Register for a session, or for its waiting list',
    schema: RegistrationSubmission,
    community: async ({ session }) => (await findSession(db, session))?.community ?? '',
    submit: (submission, key, from) => registrations.submit(submission, key, from),
  });
  accepts({
    path: '/proposals',
    summary: 'Propose a new community',
    schema: CommunityProposalSubmission,
    // Proposals belong to no community, so only origins allowed for all communities may send them.
    community: async () => '',
    submit: (submission, key, from) => proposals.submit(submission, key, from),
  });
  return app;
}

function describe(
  app: OpenAPIHono<AppEnv>,
  { path, summary, schema }: { path: string; summary: string; schema: ZodType },
): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    summary,
    description:
      'What is accepted waits for its confirmation by e-mail. The same key and body always get the same answer and are counted once.',
    parameters: [
      {
        in: 'header',
        name: 'Idempotency-Key',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 255 },
        description: 'Chosen by the sender, kept over its retries; remembered for 24 hours or more.',
      },
    ],
    request: { body: { required: true, content: { 'application/json': { schema } } } },
    responses: {
      202: {
        description: 'Recorded; a mail is on its way. The same words for known and unknown people.',
        content: { 'application/json': { schema: SubmissionAccepted } },
      },
      400: problem('The body is not JSON, or the key is missing.'),
      403: problem('This origin may not send requests.'),
      409: problem('The same request is being handled.'),
      413: problem('More than 64 kB.'),
      415: problem('Not application/json.'),
      422: problem(
        'Some values cannot be accepted, each named by a pointer; or the key was used for another body.',
      ),
      429: problem('Too many requests from this address or for this person.'),
    },
  });
}
