import { JoinRequest, type JoinRequestStatus } from '../../../src/contract/index.js';
import type { Row, Sql } from '../../db/database.js';
import {
  addSubmission,
  listSubmissions,
  submissionIn,
  textOrNull,
  type NewSubmission,
  type StoredSubmission,
  type SubmissionCursor,
} from '../submission-row.js';

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
  strand: textOrNull(row['strand']),
  status: String(row['status']) as JoinRequestStatus,
});

export const addJoinRequest = (sql: Sql, request: NewJoinRequest): Promise<void> =>
  addSubmission(sql, 'join-request', request, {
    community: request.community,
    strand: request.strand,
  });

export async function findJoinRequest(sql: Sql, id: string): Promise<StoredJoinRequest | undefined> {
  const [row] = await sql.all(`select * from join_requests where id = $1`, [id]);
  return row && parse(row);
}

/** Confirms a request; an earlier one of the same person for the same place gives way to it. */
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

export async function setJoinRequestStatus(
  sql: Sql,
  id: string,
  status: JoinRequestStatus,
  at: string,
): Promise<void> {
  await sql.run(`update join_requests set status = $1, updated_at = $2 where id = $3`, [status, at, id]);
}

/** Those who wait for a community to reopen. */
export async function waitingFor(sql: Sql, community: string): Promise<StoredJoinRequest[]> {
  const rows = await sql.all(
    `select * from join_requests where community = $1 and status = 'waiting' order by received_at, id`,
    [community],
  );
  return rows.map(parse);
}

/** Whether somebody with this address takes part in the community. */
export async function takesPart(sql: Sql, emailKey: string, community: string): Promise<boolean> {
  const rows = await sql.all(
    `select id from join_requests where email_key = $1 and community = $2 and status = 'accepted' limit 1`,
    [emailKey, community],
  );
  return rows.length > 0;
}

export interface JoinRequestFilter {
  community?: string | undefined;
  status?: JoinRequestStatus | undefined;
  after?: SubmissionCursor | undefined;
  limit: number;
}

/** Newest first. */
export async function listJoinRequests(
  sql: Sql,
  { community, status, ...page }: JoinRequestFilter,
): Promise<JoinRequest[]> {
  const found = await listSubmissions(
    sql,
    'join_requests',
    { equals: { community, status }, ...page },
    parse,
  );
  return found.map((one) => JoinRequest.parse(one));
}
