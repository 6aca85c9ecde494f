import { sql as text } from 'kysely';
import type { Answer } from '../../src/contract/index.js';
import type { Sql } from '../db/database.js';
import { lockSession, moveSeats } from '../sessions/repository.js';
import type { SubmissionKind } from './consents-repository.js';
import { readable } from '../shared/readable.js';
import { type StoredSubmission, submissionIn } from './submission-row.js';

/** Where each kind of submission is kept, and the column that says how far it is. */
const tables = {
  'join-request': { table: 'join_requests', state: 'status' },
  registration: { table: 'registrations', state: 'state' },
  proposal: { table: 'proposals', state: 'status' },
} as const satisfies Record<SubmissionKind, { table: string; state: string }>;

export const submissionKinds = Object.keys(tables) as SubmissionKind[];

/** The state of a submission, whatever its column is called. */
const stateOf = (kind: SubmissionKind) => text.ref<string>(tables[kind].state);

/**
 * Locks a submission until the transaction ends: other changes and erasures wait, so that no mail about it is queued behind
 * an erasure. False when there is none, or none in the state asked for.
 */
export async function lockSubmission(
  { query }: Sql,
  kind: SubmissionKind,
  id: string,
  wanted?: string,
): Promise<boolean> {
  let lock = query
    .updateTable(tables[kind].table)
    .set(({ ref }) => ({ updated_at: ref('updated_at') }))
    .where('id', '=', id);
  if (wanted !== undefined) lock = lock.where(stateOf(kind), '=', wanted);
  return (await lock.executeTakeFirst()).numUpdatedRows === 1n;
}

/**
 * Erases a submission with its mails, tokens and consents, and gives back its seat; returns whether there was one.
 * Lock the session before seats change, so that nothing is counted twice.
 */
export async function eraseSubmission(
  sql: Sql,
  kind: SubmissionKind,
  id: string,
  /** False for sessions long past, whose counts stay what they were. */
  givesBack = true,
): Promise<boolean> {
  const { query } = sql;
  if (givesBack && kind === 'registration') await giveBackSeat(sql, id);
  // Delete the submission first: rows that another transaction adds meanwhile are visible after this statement.
  const { numDeletedRows } = await query
    .deleteFrom(tables[kind].table)
    .where('id', '=', id)
    .executeTakeFirst();
  for (const table of ['outbox', 'access_tokens', 'consent_events', 'notes'] as const)
    await query.deleteFrom(table).where('subject_id', '=', id).execute();
  return numDeletedRows > 0n;
}

async function giveBackSeat(sql: Sql, id: string): Promise<void> {
  const find = () =>
    sql.query
      .selectFrom('registrations')
      .select(['session', 'state'])
      .where('id', '=', id)
      .executeTakeFirst();
  const first = await find();
  // An unconfirmed registration holds no seat, and the refusal has locked it already.
  if (!first || first.state === 'unconfirmed') return;
  await lockSession(sql, first.session);
  const state = (await find())?.state ?? '';
  if (state === 'waiting-list') await moveSeats(sql, first.session, { taken: 0, waiting: -1 });
  if (['confirmed', 'offered'].includes(state))
    await moveSeats(sql, first.session, { taken: -1, waiting: 0 });
}

/** Earlier submissions of the same person for the same thing that were replaced or ended. */
export async function replacedBy({ query }: Sql, kind: SubmissionKind, id: string): Promise<string[]> {
  if (kind === 'proposal') return [];
  const { table, state } = tables[kind];
  const isSame =
    kind === 'registration'
      ? text`mine.session = other.session`
      : text`mine.community = other.community and coalesce(mine.strand, '') = coalesce(other.strand, '')`;
  const { rows } = await text<{ id: string }>`
    select other.id from ${text.table(table)} as other
    join ${text.table(table)} as mine on mine.email_key = other.email_key and ${isSame}
    where mine.id = ${id} and other.id <> mine.id
      and ${text.ref(`other.${state}`)} in ('cancelled', 'withdrawn')`.execute(query);
  return rows.map((row) => row.id);
}

/** Ids of the mails of some submissions; a transport may keep copies of them. */
export async function mailsOf({ query }: Sql, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return [];
  const rows = await query.selectFrom('outbox').select('id').where('subject_id', 'in', ids).execute();
  return rows.map((row) => row.id);
}

/** Changes the answers and the form version that they were given under. */
export async function setAnswers(
  { query, vault }: Sql,
  kind: SubmissionKind,
  id: string,
  change: { answers: Record<string, Answer>; formVersion: string; hasSensitive: boolean; at: string },
): Promise<void> {
  await query
    .updateTable(tables[kind].table)
    .set({
      answers: vault.seal(JSON.stringify(change.answers)),
      form_version: change.formVersion,
      has_sensitive: change.hasSensitive ? 1 : 0,
      updated_at: change.at,
    })
    .where('id', '=', id)
    .execute();
}

/** Submissions that nobody confirmed, received before then. */
export async function unconfirmedBefore(
  { query }: Sql,
  kind: SubmissionKind,
  before: string,
): Promise<string[]> {
  const rows = await query
    .selectFrom(tables[kind].table)
    .select('id')
    .where(stateOf(kind), '=', 'unconfirmed')
    .where('received_at', '<', before)
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** Submissions that have been in one of these states since before then. */
export async function inStateSince(
  { query }: Sql,
  kind: SubmissionKind,
  states: readonly string[],
  before: string,
): Promise<string[]> {
  const rows = await query
    .selectFrom(tables[kind].table)
    .select('id')
    .where('updated_at', '<', before)
    .where(stateOf(kind), 'in', states)
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** Registrations for sessions that ended before then. */
export async function registrationsOfSessionsBefore({ query }: Sql, before: string): Promise<string[]> {
  const rows = await query
    .selectFrom('registrations')
    .innerJoin('sessions', 'sessions.id', 'registrations.session')
    .select('registrations.id')
    .where('sessions.ends_at', '<', before)
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

export type SensitiveSubmission = StoredSubmission & { kind: SubmissionKind; formId: string; since: string };

/** Submissions with sensitive answers, since the session ended or the person left, with the id of their form. */
export async function sensitiveSince({ query }: Sql): Promise<SensitiveSubmission[]> {
  const registrations = await query
    .selectFrom('registrations')
    .innerJoin('sessions', 'sessions.id', 'registrations.session')
    .selectAll('registrations')
    .select('sessions.ends_at as since')
    .where('has_sensitive', '=', 1)
    .execute();
  const requests = await query
    .selectFrom('join_requests')
    .selectAll()
    .where('has_sensitive', '=', 1)
    .where('status', 'in', ['withdrawn', 'declined', 'told'])
    .execute();
  return [
    ...readable('registration', registrations, (row) => ({
      ...submissionIn(row),
      kind: 'registration' as const,
      formId: `register:${row.session}`,
      since: row.since,
    })),
    ...readable('join request', requests, (row) => ({
      ...submissionIn(row),
      kind: 'join-request' as const,
      formId: `join:${row.community}`,
      since: row.updated_at,
    })),
  ];
}
