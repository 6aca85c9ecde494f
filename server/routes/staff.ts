import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  CommunityProposalPage,
  CommunityProposalQuery,
  JoinRequestPage,
  JoinRequestQuery,
  RegistrationPage,
  RegistrationQuery,
  type Answer,
} from '../../src/contract/index.js';
import type { AppParts } from '../app.js';
import { toCsv } from '../csv.js';
import { staffOnly, type AppEnv } from '../http/guards.js';
import { refuseUnread } from '../http/problem.js';
import { listJoinRequests } from '../store/join-requests.js';
import { listProposals } from '../store/proposals.js';
import { listRegistrations } from '../store/registrations.js';
import { json, problem } from './answers.js';
import { readPlace, writeCursor } from './cursor.js';

/** What staff reads, whatever it is: it came at a time, and holds answers. */
interface Read {
  id: string;
  receivedAt: string;
  answers: Record<string, Answer>;
}
type Place = { receivedAt: string; id: string };
type List<T> = (place: { after: Place | undefined; limit: number }) => Promise<T[]>;

const refused = problem('No valid token.');
const security = [{ staff: [] }];
const file = {
  200: { description: 'The file.', content: { 'text/csv': { schema: z.string() } } },
  401: refused,
};

/** What F3E's team reads, behind its token. */
export function staff({ db, staffToken }: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseUnread });
  app.use('/staff/*', staffOnly(staffToken));
  app.openAPIRegistry.registerComponent('securitySchemes', 'staff', { type: 'http', scheme: 'bearer' });

  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/join-requests',
      summary: 'Join requests, newest first',
      security,
      request: { query: JoinRequestQuery },
      responses: { 200: json(JoinRequestPage, 'A page of requests.'), 401: refused },
    }),
    async (c) => {
      const { cursor, limit, ...filter } = c.req.valid('query');
      return c.json(
        await pageOf((place) => listJoinRequests(db, { ...filter, ...place }), cursor, limit),
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/join-requests.csv',
      summary: 'Join requests as CSV (RFC 4180)',
      security,
      request: { query: JoinRequestQuery.omit({ cursor: true, limit: true }) },
      responses: file,
    }),
    async (c) => {
      const filter = c.req.valid('query');
      const requests = await allOf((place) => listJoinRequests(db, { ...filter, ...place }));
      return csv(c, 'join-requests.csv', requests, [
        'id',
        'community',
        'strand',
        'status',
        'review',
        'receivedAt',
        'confirmedAt',
        'language',
        'sourceSite',
        'consents',
      ]);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/registrations',
      summary: 'Registrations, newest first',
      security,
      request: { query: RegistrationQuery },
      responses: { 200: json(RegistrationPage, 'A page of registrations.'), 401: refused },
    }),
    async (c) => {
      const { cursor, limit, ...filter } = c.req.valid('query');
      return c.json(
        await pageOf((place) => listRegistrations(db, { ...filter, ...place }), cursor, limit),
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/registrations.csv',
      summary: 'Registrations as CSV (RFC 4180)',
      security,
      request: { query: RegistrationQuery.omit({ cursor: true, limit: true }) },
      responses: file,
    }),
    async (c) => {
      const filter = c.req.valid('query');
      const registrations = await allOf((place) => listRegistrations(db, { ...filter, ...place }));
      return csv(c, 'registrations.csv', registrations, [
        'id',
        'session',
        'state',
        'position',
        'review',
        'receivedAt',
        'confirmedAt',
        'language',
        'sourceSite',
        'consents',
      ]);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/proposals',
      summary: 'Proposals of communities, newest first',
      security,
      request: { query: CommunityProposalQuery },
      responses: { 200: json(CommunityProposalPage, 'A page of proposals.'), 401: refused },
    }),
    async (c) => {
      const { cursor, limit, ...filter } = c.req.valid('query');
      return c.json(await pageOf((place) => listProposals(db, { ...filter, ...place }), cursor, limit), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/staff/proposals.csv',
      summary: 'Proposals of communities as CSV (RFC 4180)',
      security,
      request: { query: CommunityProposalQuery.omit({ cursor: true, limit: true }) },
      responses: file,
    }),
    async (c) => {
      const filter = c.req.valid('query');
      const proposals = await allOf((place) => listProposals(db, { ...filter, ...place }));
      return csv(c, 'proposals.csv', proposals, [
        'id',
        'status',
        'review',
        'receivedAt',
        'confirmedAt',
        'language',
        'sourceSite',
        'consents',
      ]);
    },
  );
  return app;
}

async function pageOf<T extends Read>(list: List<T>, cursor: string | undefined, limit = 100) {
  const [receivedAt, id] = cursor === undefined ? [] : readPlace(cursor);
  const after = receivedAt && id ? { receivedAt, id } : undefined;
  const items = await list({ after, limit: limit + 1 });
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown,
    next: items.length > limit && last ? writeCursor([last.receivedAt, last.id]) : null,
  };
}

async function allOf<T extends Read>(list: List<T>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await list({ after: all.at(-1), limit: 500 });
    all.push(...page);
    if (page.length < 500) return all;
  }
}

/** The facts, then one column for each question that somebody answered. */
function csv<T extends Read>(
  c: Context,
  name: string,
  items: readonly T[],
  facts: (keyof T & string)[],
): Response {
  const asked = [...new Set(items.flatMap(({ answers }) => Object.keys(answers)))];
  const rows = items.map((item) => ({
    ...Object.fromEntries(facts.map((fact) => [fact, item[fact] as Answer | null])),
    ...Object.fromEntries(
      Object.entries(item.answers).map(([question, answer]) => [`answers.${question}`, answer]),
    ),
  }));
  c.header('Content-Type', 'text/csv; charset=utf-8; header=present');
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(toCsv([...facts, ...asked.map((question) => `answers.${question}`)], rows));
}
