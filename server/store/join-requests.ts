import { JoinRequest, type Answer, type JoinRequestStatus } from '../../src/contract/index.js';
import { consentsOf } from './consents.js';
import type { Row, Sql, SqlValue } from './sql.js';

export interface NewJoinRequest {
  id: string;
  community: string;
  strand: string | null;
  emailKey: string;
  receivedAt: string;
  language: string;
  formVersion: string;
  sourceSite: string | null;
  answers: Record<string, Answer>;
}

export interface StoredJoinRequest extends NewJoinRequest {
  status: JoinRequestStatus;
  confirmedAt: string | null;
}

const text = (value: SqlValue | undefined) => (value == null ? null : String(value));

const parse = (row: Row): StoredJoinRequest => ({
  id: String(row['id']),
  community: String(row['community']),
  strand: text(row['strand']),
  status: String(row['status']) as JoinRequestStatus,
  emailKey: String(row['email_key']),
  receivedAt: String(row['received_at']),
  confirmedAt: text(row['confirmed_at']),
  language: String(row['language']),
  formVersion: String(row['form_version']),
  sourceSite: text(row['source_site']),
  answers: JSON.parse(String(row['answers'])) as Record<string, Answer>,
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
  /** Place after which to go on: the received time and id of the last one seen. */
  after?: { receivedAt: string; id: string } | undefined;
  limit: number;
}

/** Newest first. */
export async function listJoinRequests(sql: Sql, filter: JoinRequestFilter): Promise<JoinRequest[]> {
  const values: SqlValue[] = [];
  const value = (one: SqlValue) => `$${values.push(one)}`;
  const conditions = ['1 = 1'];
  if (filter.community) conditions.push(`community = ${value(filter.community)}`);
  if (filter.status) conditions.push(`status = ${value(filter.status)}`);
  if (filter.after) {
    const at = value(filter.after.receivedAt);
    conditions.push(`(received_at < ${at} or (received_at = ${at} and id < ${value(filter.after.id)}))`);
  }
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
