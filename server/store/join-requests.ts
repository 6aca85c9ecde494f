import { JoinRequest, type Answer, type JoinRequestStatus } from '../../src/contract/index.js';
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

/** How many requests came for this address since then, whatever became of them. */
export async function countSince(sql: Sql, emailKey: string, since: string): Promise<number> {
  const [row] = await sql.all(
    `select count(*) as n from join_requests where email_key = $1 and received_at > $2`,
    [emailKey, since],
  );
  return Number(row?.['n']);
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

/** Erases a request and all that hangs on it. */
export async function eraseJoinRequest(sql: Sql, id: string): Promise<void> {
  for (const statement of [
    `delete from outbox where subject_id = $1`,
    `delete from access_tokens where subject_id = $1`,
    `delete from consent_events where subject_id = $1`,
    `delete from join_requests where id = $1`,
  ]) {
    await sql.run(statement, [id]);
  }
}

/** Requests that nobody confirmed, received before then. */
export async function unconfirmedBefore(sql: Sql, before: string): Promise<string[]> {
  const rows = await sql.all(
    `select id from join_requests where status = 'unconfirmed' and received_at < $1 limit 500`,
    [before],
  );
  return rows.map((row) => String(row['id']));
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

export interface ConsentEvent {
  id: string;
  subjectId: string;
  event: 'given' | 'confirmed' | 'withdrawn';
  purpose: string;
  textSha256: string;
  text: string;
  language: string;
  formVersion: string;
  widgetVersion: string | null;
  sourceSite: string | null;
  at: string;
}

/** Adds to the proof of consent; nothing in it is ever changed (TRUST P04). */
export async function addConsentEvent(sql: Sql, consent: ConsentEvent): Promise<void> {
  await sql.run(
    `insert into consent_events (id, subject_kind, subject_id, event, purpose, text_sha256, text, language, form_version,
       widget_version, source_site, at, place)
     select $1, 'join-request', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce(max(place), 0) + 1
     from consent_events where subject_id = $2`,
    [
      consent.id,
      consent.subjectId,
      consent.event,
      consent.purpose,
      consent.textSha256,
      consent.text,
      consent.language,
      consent.formVersion,
      consent.widgetVersion,
      consent.sourceSite,
      consent.at,
    ],
  );
}

export async function consentEventsOf(sql: Sql, subjectId: string): Promise<ConsentEvent[]> {
  const rows = await sql.all(`select * from consent_events where subject_id = $1 order by place`, [
    subjectId,
  ]);
  return rows.map((row) => ({
    id: String(row['id']),
    subjectId: String(row['subject_id']),
    event: String(row['event']) as ConsentEvent['event'],
    purpose: String(row['purpose']),
    textSha256: String(row['text_sha256']),
    text: String(row['text']),
    language: String(row['language']),
    formVersion: String(row['form_version']),
    widgetVersion: text(row['widget_version']),
    sourceSite: text(row['source_site']),
    at: String(row['at']),
  }));
}

async function consentsOf(sql: Sql, subjects: readonly string[]): Promise<Map<string, string[]>> {
  const given = new Map<string, string[]>();
  if (subjects.length === 0) return given;
  const rows = await sql.all(
    `select subject_id, purpose, event from consent_events
     where subject_id in (${subjects.map((_, i) => `$${i + 1}`).join(', ')}) order by subject_id, place`,
    subjects,
  );
  for (const row of rows) {
    const subject = String(row['subject_id']);
    const purpose = String(row['purpose']);
    const before = (given.get(subject) ?? []).filter((known) => known !== purpose);
    given.set(subject, row['event'] === 'withdrawn' ? before : [...before, purpose]);
  }
  return given;
}
