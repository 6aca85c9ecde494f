import type { Selectable } from 'kysely';
import { JoinRequest, type JoinRequestStatus } from '../../../src/contract/index.js';
import type { Sql } from '../../db/database.js';
import type { Tables } from '../../db/schema.js';
import { readable } from '../../shared/readable.js';
import { pageOf, withConsents } from '../list.js';
import {
  type NewSubmission,
  rowOf,
  type StoredSubmission,
  submissionIn,
  type SubmissionPage,
} from '../submission-row.js';

export interface NewJoinRequest extends NewSubmission {
  community: string;
  strand: string | null;
}

export interface StoredJoinRequest extends NewJoinRequest, StoredSubmission {
  status: JoinRequestStatus;
}

const parse = (row: Selectable<Tables['join_requests']>): StoredJoinRequest => ({
  ...submissionIn(row),
  community: row.community,
  strand: row.strand,
  status: row.status as JoinRequestStatus,
});

export async function addJoinRequest(sql: Sql, request: NewJoinRequest): Promise<void> {
  const { community, strand } = request;
  await sql.query
    .insertInto('join_requests')
    .values({ ...rowOf(sql, request), community, strand, status: 'unconfirmed' })
    .execute();
}

export async function findJoinRequest({ query }: Sql, id: string): Promise<StoredJoinRequest | undefined> {
  const row = await query.selectFrom('join_requests').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parse(row);
}

/** What a person holds in the same place, but for the request itself. */
export async function requestsHeld(
  { query }: Sql,
  { id, emailKey, community, strand }: Pick<StoredJoinRequest, 'id' | 'emailKey' | 'community' | 'strand'>,
): Promise<StoredJoinRequest[]> {
  const rows = await query
    .selectFrom('join_requests')
    .selectAll()
    .where('email_key', '=', emailKey)
    .where('community', '=', community)
    .where(({ eb, fn, val }) => eb(fn.coalesce('strand', val('')), '=', strand ?? ''))
    .where('id', '<>', id)
    .where('status', 'in', ['received', 'accepted', 'waiting'])
    .execute();
  return readable('join request', rows, parse);
}

/** Confirms a request; an earlier one of the same person for the same place gives way to it. */
export async function confirmJoinRequest(
  { query }: Sql,
  { id, emailKey, community, strand }: StoredJoinRequest,
  status: JoinRequestStatus,
  at: string,
): Promise<void> {
  await query
    .updateTable('join_requests')
    .set({ status: 'withdrawn', updated_at: at })
    .where('email_key', '=', emailKey)
    .where('community', '=', community)
    .where(({ eb, fn, val }) => eb(fn.coalesce('strand', val('')), '=', strand ?? ''))
    .where('id', '<>', id)
    .where('status', 'in', ['received', 'accepted', 'waiting'])
    .execute();
  await query
    .updateTable('join_requests')
    .set({ status, confirmed_at: at, updated_at: at })
    .where('id', '=', id)
    .execute();
}

export async function setJoinRequestStatus(
  { query }: Sql,
  id: string,
  status: JoinRequestStatus,
  at: string,
): Promise<void> {
  await query.updateTable('join_requests').set({ status, updated_at: at }).where('id', '=', id).execute();
}

/** Those who wait for a community to reopen. */
export async function waitingFor({ query }: Sql, community: string): Promise<StoredJoinRequest[]> {
  const rows = await query
    .selectFrom('join_requests')
    .selectAll()
    .where('community', '=', community)
    .where('status', '=', 'waiting')
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return readable('join request', rows, parse);
}

/** Whether somebody with this address takes part in the community. */
export async function takesPart({ query }: Sql, emailKey: string, community: string): Promise<boolean> {
  const row = await query
    .selectFrom('join_requests')
    .select('id')
    .where('email_key', '=', emailKey)
    .where('community', '=', community)
    .where('status', '=', 'accepted')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface JoinRequestFilter extends SubmissionPage {
  community?: string | undefined;
  status?: JoinRequestStatus | undefined;
}

/** Newest first. */
export async function listJoinRequests(
  sql: Sql,
  { community, status, ...page }: JoinRequestFilter,
): Promise<JoinRequest[]> {
  let list = sql.query.selectFrom('join_requests').selectAll();
  if (community) list = list.where('community', '=', community);
  if (status) list = list.where('status', '=', status);
  const found = await withConsents(sql, (await pageOf(list, page)).map(parse));
  return found.map((one) => JoinRequest.parse(one));
}
