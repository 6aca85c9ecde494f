import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type Answer,
  CommunityProposalPage,
  CommunityProposalQuery,
  JoinRequestPage,
  JoinRequestQuery,
  RegistrationPage,
  RegistrationQuery,
} from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import type { AppParts } from '../http/app-parts.js';
import { readPlace, writeCursor } from '../http/cursor.js';
import { refuseInvalid } from '../http/errors.js';
import { demand } from '../http/machines.js';
import type { AppEnv } from '../http/middleware.js';
import { json } from '../http/responses.js';
import { type CsvSeparator, toCsv } from '../shared/csv.js';
import { type JoinRequestFilter, listJoinRequests } from '../submissions/join-requests/repository.js';
import { listProposals, type ProposalFilter } from '../submissions/proposals/repository.js';
import { listRegistrations, type RegistrationFilter } from '../submissions/registrations/repository.js';
import type { SubmissionPage } from '../submissions/submission-row.js';
import type { SubmissionKind } from '../submissions/consents-repository.js';
import { writeReading } from './journal/repository.js';
import { refused, security } from './responses.js';

/** What staff reads, whatever it is: it came at a time, and holds answers. */
interface ListedSubmission {
  id: string;
  receivedAt: string;
  answers: Record<string, Answer>;
}
/** Columns that every file has. */
const common = ['review', 'receivedAt', 'confirmedAt', 'language', 'sourceSite', 'consents'] as const;
type List<T> = (page: SubmissionPage) => Promise<T[]>;

const file = {
  200: { description: 'The file.', content: { 'text/csv': { schema: z.string() } } },
  ...refused,
};

const Separator = z.enum(['comma', 'semicolon']).optional().meta({
  description:
    '`semicolon` for spreadsheets with the settings of France, which open a file with commas in one column; `comma` when absent.',
});

/** What people sent, as lists and as files. */
export function lists({ db, now }: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  const listRoutes = <T extends ListedSubmission, F extends object>(about: {
    name: 'join-requests' | 'registrations' | 'proposals';
    what: string;
    page: z.ZodType;
    /** What narrows the list; a page of it also takes `cursor` and `limit`. */
    query: z.ZodObject<{ cursor: z.ZodType; limit: z.ZodType }>;
    list: (filter: F & SubmissionPage) => Promise<T[]>;
    /** Columns of the file, before one for each question. */
    facts: (keyof T & string)[];
    kind: SubmissionKind;
  }) => {
    const { name, what, page, query, list, facts, kind } = about;
    const action = kind === 'proposal' ? 'proposals:read' : 'requests:read';
    app.openapi(
      createRoute({
        method: 'get',
        path: `/staff/${name}`,
        summary: `${what}, newest first`,
        security,
        request: { query },
        responses: { 200: json(page, 'A page of them.'), ...refused },
      }),
      async (c) => {
        const actor = demand(c, action);
        const { cursor, limit, ...filter } = c.req.valid('query') as F & { cursor?: string; limit?: number };
        const found = await pageOf((place) => list({ ...(filter as unknown as F), ...place }), cursor, limit);
        await writeReading(db, actor, { kind, count: found.items.length }, utc(now()));
        return c.json(found, 200);
      },
    );
    app.openapi(
      createRoute({
        method: 'get',
        path: `/staff/${name}.csv`,
        summary: `${what} as CSV (RFC 4180)`,
        security,
        request: { query: query.omit({ cursor: true, limit: true }).extend({ separator: Separator }) },
        responses: file,
      }),
      async (c) => {
        const actor = demand(c, action);
        const { separator, ...filter } = c.req.valid('query') as F & { separator?: CsvSeparator };
        const items = await allOf((place) => list({ ...(filter as unknown as F), ...place }));
        await writeReading(db, actor, { kind, count: items.length }, utc(now()));
        return csv(c, `${name}.csv`, items, { facts, separator });
      },
    );
  };

  listRoutes({
    name: 'join-requests',
    what: 'Join requests',
    page: JoinRequestPage,
    query: JoinRequestQuery,
    list: (filter: JoinRequestFilter) => listJoinRequests(db, filter),
    kind: 'join-request',
    facts: ['id', 'community', 'strand', 'status', ...common],
  });
  listRoutes({
    name: 'registrations',
    what: 'Registrations',
    page: RegistrationPage,
    query: RegistrationQuery,
    list: (filter: RegistrationFilter) => listRegistrations(db, filter),
    kind: 'registration',
    facts: ['id', 'session', 'state', 'position', ...common],
  });
  listRoutes({
    name: 'proposals',
    what: 'Proposals of communities',
    page: CommunityProposalPage,
    query: CommunityProposalQuery,
    list: (filter: ProposalFilter) => listProposals(db, filter),
    kind: 'proposal',
    facts: ['id', 'status', ...common],
  });
  return app;
}

async function pageOf<T extends ListedSubmission>(list: List<T>, cursor: string | undefined, limit = 100) {
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

async function allOf<T extends ListedSubmission>(list: List<T>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await list({ after: all.at(-1), limit: 500 });
    all.push(...page);
    if (page.length < 500) return all;
  }
}

/** The facts, then one column for each question that somebody answered. */
function csv<T extends ListedSubmission>(
  c: Context,
  name: string,
  items: readonly T[],
  { facts, separator }: { facts: (keyof T & string)[]; separator: CsvSeparator | undefined },
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
  const columns = [...facts, ...asked.map((question) => `answers.${question}`)];
  return c.body(toCsv(columns, rows, separator));
}
