import { OpenAPIHono } from '@hono/zod-openapi';
import { JoinRequestSubmission, Problem, SubmissionAccepted } from '../../src/contract/index.js';
import type { AppParts } from '../app.js';
import { clientIp, listedOrigins, readJson, type AppEnv } from '../http/guards.js';
import { HttpProblem, issuesOf } from '../http/problem.js';

/** `POST /join-requests`: a person asks to join a community. */
export function joinRequests({ desk, origins, limiter, trustedProxies }: AppParts) {
  const app = new OpenAPIHono<AppEnv>();
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: Problem } },
  });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/join-requests',
    summary: 'Ask to join a community',
    description:
      'Accepted requests wait for their confirmation by e-mail. The same key and body always get the same answer and make one request.',
    parameters: [
      {
        in: 'header',
        name: 'Idempotency-Key',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 255 },
        description: 'Chosen by the sender, kept over its retries; remembered for 24 hours or more.',
      },
    ],
    request: { body: { required: true, content: { 'application/json': { schema: JoinRequestSubmission } } } },
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

  app.use('/join-requests', listedOrigins(origins));
  app.post('/join-requests', async (c) => {
    const key = c.req.header('Idempotency-Key');
    if (!key || key.length > 255 || !/^[\x21-\x7e]+$/.test(key)) throw new HttpProblem('key-missing');
    const body = await readJson(c);
    limiter.take(clientIp(c, trustedProxies));
    const submission = JoinRequestSubmission.safeParse(body);
    if (!submission.success) throw new HttpProblem('invalid', { errors: issuesOf(submission.error) });
    if (!origins.admitsFor(c.req.header('Origin'), submission.data.community))
      throw new HttpProblem('origin-refused');
    const { answer } = await desk.submit(submission.data, key);
    c.header('Cache-Control', 'no-store');
    return c.json(answer, 202);
  });
  return app;
}
