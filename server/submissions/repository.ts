import type { Answer } from '../../src/contract/index.js';
import type { SubmissionKind } from './consents-repository.js';
import { lockSession, moveSeats } from '../sessions/repository.js';
import type { Sql } from '../db/database.js';
import { submissionIn, submissionTables as tables, type StoredSubmission } from './submission-row.js';

export const submissionKinds = Object.keys(tables) as SubmissionKind[];

/**
 * Keeps a submission for this transaction: whoever else changes or erases it waits, so that no mail about it is queued behind
 * an erasure. False when there is none, or none in the state asked for.
 */
export async function lockSubmission(
  sql: Sql,
  kind: SubmissionKind,
  id: string,
  wanted?: string,
): Promise<boolean> {
  const { table, state } = tables[kind];
  const isWanted = wanted === undefined ? '' : ` and ${state} = $2`;
  return (
    (await sql.run(
      `update ${table} set ${state} = ${state} where id = $1${isWanted}`,
      wanted === undefined ? [id] : [id, wanted],
    )) === 1
  );
}

/**
 * Erases what a person submitted and all that hangs on it, and gives back the seat it held; tells whether there was anything.
 * Who changes seats locks the session first, so that nothing is counted twice.
 */
export async function eraseSubmission(
  sql: Sql,
  kind: SubmissionKind,
  id: string,
  /** False for sessions long past, whose counts stay what they were. */
  givesBack = true,
): Promise<boolean> {
  if (givesBack && kind === 'registration') await giveBackSeat(sql, id);
  // The submission first: what another transaction adds to it meanwhile is there once this statement is through.
  const done = await sql.run(`delete from ${tables[kind].table} where id = $1`, [id]);
  for (const table of ['outbox', 'access_tokens', 'consent_events'])
    await sql.run(`delete from ${table} where subject_id = $1`, [id]);
  return done > 0;
}

async function giveBackSeat(sql: Sql, id: string): Promise<void> {
  const find = async () => (await sql.all(`select session, state from registrations where id = $1`, [id]))[0];
  const first = await find();
  // One that was never confirmed holds nothing, and whoever refuses it has locked it already.
  if (!first || first['state'] === 'unconfirmed') return;
  const session = String(first['session']);
  await lockSession(sql, session);
  const state = String((await find())?.['state']);
  if (state === 'waiting-list') await moveSeats(sql, session, { taken: 0, waiting: -1 });
  if (['confirmed', 'offered'].includes(state)) await moveSeats(sql, session, { taken: -1, waiting: 0 });
}

/** Earlier submissions of the same person for the same thing, which a later one replaced or which they ended. */
export async function replacedBy(sql: Sql, kind: SubmissionKind, id: string): Promise<string[]> {
  if (kind === 'proposal') return [];
  const { table, state } = tables[kind];
  const isSame =
    kind === 'registration'
      ? 'mine.session = other.session'
      : `mine.community = other.community and coalesce(mine.strand, '') = coalesce(other.strand, '')`;
  const rows = await sql.all(
    `select other.id from ${table} as other join ${table} as mine
       on mine.email_key = other.email_key and ${isSame}
     where mine.id = $1 and other.id <> mine.id and other.${state} in ('cancelled', 'withdrawn')`,
    [id],
  );
  return rows.map((row) => String(row['id']));
}

/** The mails of a subject, whose words may be kept elsewhere. */
export async function mailsOf(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql.all(`select id from outbox where subject_id = $1`, [id]);
  return rows.map((row) => String(row['id']));
}

/** Changes what was answered, under the form that was read. */
export async function setAnswers(
  sql: Sql,
  kind: SubmissionKind,
  id: string,
  change: { answers: Record<string, Answer>; formVersion: string; hasSensitive: boolean; at: string },
): Promise<void> {
  await sql.run(
    `update ${tables[kind].table} set answers = $1, form_version = $2, has_sensitive = $3, updated_at = $4 where id = $5`,
    [JSON.stringify(change.answers), change.formVersion, change.hasSensitive ? 1 : 0, change.at, id],
  );
}

/** What nobody confirmed, received before then. */
export async function unconfirmedBefore(sql: Sql, kind: SubmissionKind, before: string): Promise<string[]> {
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
  kind: SubmissionKind,
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

export type SensitiveSubmission = StoredSubmission & { kind: SubmissionKind; formId: string; since: string };

/** What holds sensitive answers since the session ended or the person left, with the id of its form. */
export async function sensitiveSince(sql: Sql): Promise<SensitiveSubmission[]> {
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
