import type { Answer } from '../../src/contract/index.js';
import type { SubjectKind } from './consents.js';
import type { Sql } from './sql.js';
import { submissionIn, type StoredSubmission } from './submission-row.js';

/** Where each kind of submission is kept, and the column that says how far it is. */
const tables: Record<SubjectKind, { table: string; state: string }> = {
  'join-request': { table: 'join_requests', state: 'status' },
  registration: { table: 'registrations', state: 'state' },
  proposal: { table: 'proposals', state: 'status' },
};
export const subjectKinds = Object.keys(tables) as SubjectKind[];

/** Erases what a person submitted and all that hangs on it; tells whether there was anything. */
export async function eraseSubject(sql: Sql, kind: SubjectKind, id: string): Promise<boolean> {
  for (const table of ['outbox', 'access_tokens', 'consent_events'])
    await sql.run(`delete from ${table} where subject_id = $1`, [id]);
  return (await sql.run(`delete from ${tables[kind].table} where id = $1`, [id])) > 0;
}

/** Whether it waits for its confirmation; nobody else changes it until the transaction ends. */
export async function isUnconfirmed(sql: Sql, kind: SubjectKind, id: string): Promise<boolean> {
  const { table, state } = tables[kind];
  return (
    (await sql.run(`update ${table} set ${state} = ${state} where id = $1 and ${state} = 'unconfirmed'`, [
      id,
    ])) === 1
  );
}

/** The mails of a subject, whose words may be kept elsewhere. */
export async function mailsOf(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql.all(`select id from outbox where subject_id = $1`, [id]);
  return rows.map((row) => String(row['id']));
}

/** Changes what was answered, under the form that was read. */
export async function setAnswers(
  sql: Sql,
  kind: SubjectKind,
  id: string,
  change: { answers: Record<string, Answer>; formVersion: string; hasSensitive: boolean; at: string },
): Promise<void> {
  await sql.run(
    `update ${tables[kind].table} set answers = $1, form_version = $2, has_sensitive = $3, updated_at = $4 where id = $5`,
    [JSON.stringify(change.answers), change.formVersion, change.hasSensitive ? 1 : 0, change.at, id],
  );
}

/** What nobody confirmed, received before then. */
export async function unconfirmedBefore(sql: Sql, kind: SubjectKind, before: string): Promise<string[]> {
  const { table, state } = tables[kind];
  const rows = await sql.all(
    `select id from ${table} where ${state} = 'unconfirmed' and received_at < $1 limit 500`,
    [before],
  );
  return rows.map((row) => String(row['id']));
}

/** What has been in one of these states since before then. */
export async function inStateSince(
  sql: Sql,
  kind: SubjectKind,
  states: readonly string[],
  before: string,
): Promise<string[]> {
  const { table, state } = tables[kind];
  const rows = await sql.all(
    `select id from ${table}
     where updated_at < $1 and ${state} in (${states.map((_, i) => `$${i + 2}`).join(', ')}) limit 500`,
    [before, ...states],
  );
  return rows.map((row) => String(row['id']));
}

/** Registrations for sessions that ended before then. */
export async function registrationsOfSessionsBefore(sql: Sql, before: string): Promise<string[]> {
  const rows = await sql.all(
    `select registrations.id from registrations join sessions on sessions.id = registrations.session
     where sessions.ends_at < $1 limit 500`,
    [before],
  );
  return rows.map((row) => String(row['id']));
}

export type SensitiveSubject = StoredSubmission & { kind: SubjectKind; formId: string; since: string };

/** What holds sensitive answers since the session ended or the person left, with the id of its form. */
export async function sensitiveSince(sql: Sql): Promise<SensitiveSubject[]> {
  const registrations = await sql.all(
    `select registrations.*, sessions.ends_at as since from registrations
     join sessions on sessions.id = registrations.session where has_sensitive = 1`,
  );
  const requests = await sql.all(
    `select join_requests.*, updated_at as since from join_requests
     where has_sensitive = 1 and status in ('withdrawn', 'declined', 'told')`,
  );
  return [
    ...registrations.map((row) => ({
      ...submissionIn(row),
      kind: 'registration' as const,
      formId: `register:${String(row['session'])}`,
      since: String(row['since']),
    })),
    ...requests.map((row) => ({
      ...submissionIn(row),
      kind: 'join-request' as const,
      formId: `join:${String(row['community'])}`,
      since: String(row['since']),
    })),
  ];
}
