import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { JoinRequestPage, JoinRequestQuery, Problem, type JoinRequest } from '../../src/contract/index.js';
import type { AppParts } from '../app.js';
import { toCsv } from '../csv.js';
import { staffOnly, type AppEnv } from '../http/guards.js';
import { HttpProblem, issuesOf } from '../http/problem.js';
import { listJoinRequests } from '../store/join-requests.js';
import { readPlace, writeCursor } from './reads.js';

/** What F3E's team reads, behind its token. */
export function staff({ db, staffToken }: AppParts) {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new HttpProblem('malformed', { errors: issuesOf(result.error) });
    },
  });
  app.use('/staff/*', staffOnly(staffToken));
  app.openAPIRegistry.registerComponent('securitySchemes', 'staff', { type: 'http', scheme: 'bearer' });
  const refused = {
    description: 'No valid token.',
    content: { 'application/problem+json': { schema: Problem } },
  };

  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/join-requests',
      summary: 'Join requests, newest first',
      security: [{ staff: [] }],
      request: { query: JoinRequestQuery },
      responses: {
        200: {
          description: 'A page of requests.',
          content: { 'application/json': { schema: JoinRequestPage } },
        },
        401: refused,
      },
    }),
    async (c) => {
      const { cursor, limit = 100, ...filter } = c.req.valid('query');
      const [receivedAt, id] = cursor === undefined ? [] : readPlace(cursor);
      const after = receivedAt && id ? { receivedAt, id } : undefined;
      const items = await listJoinRequests(db, { ...filter, after, limit: limit + 1 });
      const shown = items.slice(0, limit);
      const last = shown.at(-1);
      return c.json(
        { items: shown, next: items.length > limit && last ? writeCursor([last.receivedAt, last.id]) : null },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/join-requests.csv',
      summary: 'All join requests as CSV (RFC 4180, UTF-8)',
      security: [{ staff: [] }],
      request: { query: JoinRequestQuery.pick({ community: true, status: true }) },
      responses: {
        200: { description: 'The file.', content: { 'text/csv': { schema: { type: 'string' } } } },
        401: refused,
      },
    }),
    async (c) => {
      const filter = c.req.valid('query');
      const all: JoinRequest[] = [];
      for (;;) {
        const last = all.at(-1);
        const page = await listJoinRequests(db, { ...filter, after: last, limit: 500 });
        all.push(...page);
        if (page.length < 500) break;
      }
      c.header('Content-Type', 'text/csv; charset=utf-8; header=present');
      c.header('Content-Disposition', 'attachment; filename="join-requests.csv"');
      return c.body(toCsv(columns(all), all.map(rowOf)));
    },
  );
  return app;
}

const facts = [
  'id',
  'community',
  'strand',
  'status',
  'receivedAt',
  'confirmedAt',
  'language',
  'sourceSite',
  'consents',
];

/** The facts of a request, then one column for each question that somebody answered. */
function columns(requests: readonly JoinRequest[]): string[] {
  const asked = new Set(requests.flatMap((request) => Object.keys(request.answers)));
  return [...facts, ...[...asked].map((name) => `answers.${name}`)];
}

function rowOf({ answers, ...request }: JoinRequest) {
  const named = Object.entries(answers).map(([name, answer]) => [`answers.${name}`, answer] as const);
  return { ...request, ...Object.fromEntries(named) };
}
