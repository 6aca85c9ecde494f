import type { Answer } from '../../src/contract/index.js';
import { consentsOf, type SubmissionKind } from './consents-repository.js';
import type { Row, Sql, SqlValue } from '../db/database.js';

/** Where each kind of submission is kept, and the column that says how far it is. */
export const submissionTables: Record<SubmissionKind, { table: string; state: string }> = {
  'join-request': { table: 'join_requests', state: 'status' },
  registration: { table: 'registrations', state: 'state' },
  proposal: { table: 'proposals', state: 'status' },
};
/** What every submission holds, whatever it asks for. */
export interface NewSubmission {
  id: string;
  emailKey: string;
  receivedAt: string;
  language: string;
  formVersion: string;
  sourceSite: string | null;
  answers: Record<string, Answer>;
  /** Whether some answers are of a kind that is kept for less long. */
  hasSensitive: boolean;
  /** Why somebody should look at it first. */
  review: readonly string[];
}

export interface StoredSubmission extends NewSubmission {
  confirmedAt: string | null;
}

export const textOrNull = (value: SqlValue | undefined) => (value == null ? null : String(value));

export const submissionIn = (row: Row): StoredSubmission => ({
  id: String(row['id']),
  emailKey: String(row['email_key']),
  receivedAt: String(row['received_at']),
  confirmedAt: textOrNull(row['confirmed_at']),
  language: String(row['language']),
  formVersion: String(row['form_version']),
  sourceSite: textOrNull(row['source_site']),
  answers: JSON.parse(String(row['answers'])) as Record<string, Answer>,
  hasSensitive: Number(row['has_sensitive']) === 1,
  review: String(row['review']).split(' ').filter(Boolean),
});

/** Adds a submission that waits for its confirmation to the table of its kind. */
export async function addSubmission(
  sql: Sql,
  kind: SubmissionKind,
  {
    id,
    emailKey,
    receivedAt,
    language,
    formVersion,
    sourceSite,
    answers,
    hasSensitive,
    review,
  }: NewSubmission,
  about: Record<string, string | null>,
): Promise<void> {
  const { table, state } = submissionTables[kind];
  const row: Record<string, SqlValue> = {
    ...about,
    id,
    [state]: 'unconfirmed',
    email_key: emailKey,
    received_at: receivedAt,
    updated_at: receivedAt,
    language,
    form_version: formVersion,
    source_site: sourceSite,
    answers: JSON.stringify(answers),
    has_sensitive: hasSensitive ? 1 : 0,
    review: review.join(' '),
  };
  const names = Object.keys(row);
  await sql.run(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** A page of a table of submissions, newest first, each with the consents that hold. */
export async function listSubmissions<T extends StoredSubmission>(
  sql: Sql,
  from: string,
  filter: { equals: Record<string, string | undefined>; after?: SubmissionCursor | undefined; limit: number },
  parse: (row: Row) => T,
): Promise<(T & { consents: string[] })[]> {
  const values: SqlValue[] = [];
  const value = (one: SqlValue) => `$${values.push(one)}`;
  const conditions = ['1 = 1'];
  for (const [column, wanted] of Object.entries(filter.equals))
    if (wanted) conditions.push(`${column} = ${value(wanted)}`);
  if (filter.after) conditions.push(isAfter(filter.after, value));
  const rows = await sql.all(
    `select * from ${from} where ${conditions.join(' and ')}
     order by received_at desc, id desc limit ${value(filter.limit)}`,
    values,
  );
  const found = rows.map(parse);
  const consents = await consentsOf(
    sql,
    found.map(({ id }) => id),
  );
  return found.map((one) => ({ ...one, consents: consents.get(one.id) ?? [] }));
}

/** Place after which a list goes on: the received time and id of the last one seen. */
export interface SubmissionCursor {
  receivedAt: string;
  id: string;
}

/** That a row comes after a place, newest first; `value` names a value in the text. */
function isAfter({ receivedAt, id }: SubmissionCursor, value: (one: SqlValue) => string): string {
  const at = value(receivedAt);
  return `(received_at < ${at} or (received_at = ${at} and id < ${value(id)}))`;
}
