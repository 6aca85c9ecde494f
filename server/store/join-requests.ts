import { JoinRequest, type JoinRequestStatus } from '../../src/contract/index.js';
import { consentsOf } from './consents.js';
import type { Row, Sql, SqlValue } from './sql.js';
import {
  isAfter,
  submissionIn,
  type NewSubmission,
  type StoredSubmission,
  type SubmissionPlace,
} from './submission-row.js';

export interface NewJoinRequest extends NewSubmission {
  community: string;
  strand: string | null;
}

export interface StoredJoinRequest extends NewJoinRequest, StoredSubmission {
  status: JoinRequestStatus;
}

const parse = (row: Row): StoredJoinRequest => ({
  ...submissionIn(row),
  community: String(row['community']),
  strand: row['strand'] == null ? null : String(row['strand']),
  status: String(row['status']) as JoinRequestStatus,
});

export async function addJoinRequest(sql: Sql, request: NewJoinRequest): Promise<void> {
  await sql.run(
    `insert into join_requests (id, community, strand, status, email_key, received_at, confirmed_at, updated_at,
       language, form_version, source_site, answers)
     values ($1, $2, $3, 'unconfirmed', $4, $5, null, $5, $6, $7, $8, $9)`,
    [
      request.id,
      request.community,
      request.strand,
      request.emailKey,
      request.receivedAt,
      request.language,
      request.formVersion,
      request.sourceSite,
      JSON.stringify(request.answers),
    ],
  );
}

export async function findJoinRequest(sql: Sql, id: string): Promise<StoredJoinRequest | undefined> {
  const [row] = await sql.all(`select * from join_requests where id = $1`, [id]);
  return row && parse(row);
}

export async function confirmJoinRequest(
  sql: Sql,
  request: StoredJoinRequest,
  status: JoinRequestStatus,
  at: string,
): Promise<void> {
  await sql.run(
    `update join_requests set status = 'withdrawn', updated_at = $1
     where email_key = $2 and community = $3 and coalesce(strand, '') = $4 and id <> $5
       and status in ('received', 'accepted', 'waiting')`,
    [at, request.emailKey, request.community, request.strand ?? '', request.id],
  );
  await sql.run(`update join_requests set status = $1, confirmed_at = $2, updated_at = $2 where id = $3`, [
    status,
    at,
    request.id,
  ]);
}

export async function withdrawJoinRequest(sql: Sql, id: string, at: string): Promise<void> {
  await sql.run(`update join_requests set status = 'withdrawn', updated_at = $1 where id = $2`, [at, id]);
}

export interface JoinRequestFilter {
  community?: string | undefined;
  status?: JoinRequestStatus | undefined;
  after?: SubmissionPlace | undefined;
  limit: number;
}

/** Newest first. */
export async function listJoinRequests(sql: Sql, filter: JoinRequestFilter): Promise<JoinRequest[]> {
  const values: SqlValue[] = [];
  const value = (one: SqlValue) => `$${values.push(one)}`;
  const conditions = ['1 = 1'];
  if (filter.community) conditions.push(`community = ${value(filter.community)}`);
  if (filter.status) conditions.push(`status = ${value(filter.status)}`);
  if (filter.after) conditions.push(isAfter(filter.after, value));
  const rows = await sql.all(
    `select * from join_requests where ${conditions.join(' and ')}
     order by received_at desc, id desc limit ${value(filter.limit)}`,
    values,
  );
  const requests = rows.map(parse);
  const consents = await consentsOf(
    sql,
    requests.map((request) => request.id),
  );
  return requests.map((request) =>
    JoinRequest.parse({ ...request, consents: consents.get(request.id) ?? [] }),
  );
}
