import type { Sql } from '../../db/database.js';
import { readable } from '../../shared/readable.js';
import type { SubmissionKind } from '../../submissions/consents-repository.js';
import { type StoredSubmission, submissionIn } from '../../submissions/submission-row.js';

/** What somebody sent, whatever its kind, and what it is about. */
export interface Request extends StoredSubmission {
  kind: SubmissionKind;
  state: string;
  /** Slug of the community; null for a proposal. */
  community: string | null;
  strand: string | null;
  /** Of a registration. */
  session: { id: string; title: string; language: string; startsAt: string } | null;
}

type Reach = 'all' | readonly string[];
interface Filter {
  /** Communities that the reader may see. */
  reach: Reach;
  /** One community alone. */
  community?: string | undefined;
  /** States; all when absent. */
  states?: readonly string[];
  emailKey?: string;
  id?: string;
}

/** As many are on one page; the others come once these are answered. */
export const MOST = 100;

/** Join requests, oldest first. */
export async function joinRequestsFor({ query }: Sql, filter: Filter): Promise<Request[]> {
  let list = query.selectFrom('join_requests').selectAll();
  if (filter.reach !== 'all') list = list.where('community', 'in', [...filter.reach, '']);
  if (filter.community) list = list.where('community', '=', filter.community);
  if (filter.states) list = list.where('status', 'in', filter.states);
  if (filter.emailKey) list = list.where('email_key', '=', filter.emailKey);
  if (filter.id) list = list.where('id', '=', filter.id);
  const rows = await list.orderBy('received_at').orderBy('id').limit(MOST).execute();
  return readable('join request', rows, (row) => ({
    ...submissionIn(row),
    kind: 'join-request' as const,
    state: row.status,
    community: row.community,
    strand: row.strand,
    session: null,
  }));
}

/** Registrations, oldest first. */
export async function registrationsFor({ query }: Sql, filter: Filter): Promise<Request[]> {
  let list = query
    .selectFrom('registrations')
    .innerJoin('sessions', 'sessions.id', 'registrations.session')
    .selectAll('registrations')
    .select([
      'sessions.community',
      'sessions.doc',
      'sessions.language as session_language',
      'sessions.starts_at',
    ]);
  if (filter.reach !== 'all') list = list.where('sessions.community', 'in', [...filter.reach, '']);
  if (filter.community) list = list.where('sessions.community', '=', filter.community);
  if (filter.states) list = list.where('registrations.state', 'in', filter.states);
  if (filter.emailKey) list = list.where('registrations.email_key', '=', filter.emailKey);
  if (filter.id) list = list.where('registrations.id', '=', filter.id);
  const rows = await list
    .orderBy('registrations.received_at')
    .orderBy('registrations.id')
    .limit(MOST)
    .execute();
  return readable('registration', rows, (row) => ({
    ...submissionIn(row),
    kind: 'registration' as const,
    state: row.state,
    community: row.community,
    strand: null,
    session: {
      id: row.session,
      title: (JSON.parse(row.doc) as { title: string }).title,
      language: row.session_language,
      startsAt: row.starts_at,
    },
  }));
}

/** Proposals of communities, oldest first. */
export async function proposalsFor(
  { query }: Sql,
  filter: Omit<Filter, 'reach' | 'community'>,
): Promise<Request[]> {
  let list = query.selectFrom('proposals').selectAll();
  if (filter.states) list = list.where('status', 'in', filter.states);
  if (filter.emailKey) list = list.where('email_key', '=', filter.emailKey);
  if (filter.id) list = list.where('id', '=', filter.id);
  const rows = await list.orderBy('received_at').orderBy('id').limit(MOST).execute();
  return readable('proposal', rows, (row) => ({
    ...submissionIn(row),
    kind: 'proposal' as const,
    state: row.status,
    community: null,
    strand: null,
    session: null,
  }));
}

/** How often somebody with the same address sent something, by the key of the address. */
export async function contactsOf({ query }: Sql, keys: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  if (!keys.length) return counts;
  for (const table of ['join_requests', 'registrations', 'proposals'] as const) {
    const rows = await query
      .selectFrom(table)
      .select(({ fn }) => ['email_key', fn.countAll<number>().as('count')])
      .where('email_key', 'in', keys)
      .groupBy('email_key')
      .execute();
    for (const { email_key, count } of rows) counts.set(email_key, (counts.get(email_key) ?? 0) + count);
  }
  return counts;
}
