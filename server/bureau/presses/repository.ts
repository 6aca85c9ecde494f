import type { Sql } from '../../db/database.js';
import type { SubmissionKind } from '../../submissions/consents-repository.js';
import { mailsOf } from '../../submissions/repository.js';

/** What a press did to one thing: its state before and after. */
export interface PressChange {
  kind: SubmissionKind | 'session';
  id: string;
  /** States; of a session, the numbers of revisions. */
  from: string;
  to: string;
  /** A note that came with it. */
  note?: string;
}

/** One press that sends: held for two minutes, and taken back whole. */
export interface Press {
  id: string;
  memberId: string;
  at: string;
  until: string;
  changes: readonly PressChange[];
  undoneAt: string | null;
}

/**
 * Begins a press under the key that its page carries; false when it was pressed already: a second click waits for the first
 * here, and does nothing. One that was taken back can be pressed again.
 */
export async function beginPress(
  { query }: Sql,
  press: Omit<Press, 'undoneAt' | 'changes'>,
): Promise<boolean> {
  await query.deleteFrom('presses').where('id', '=', press.id).where('undone_at', 'is not', null).execute();
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('presses')
    .values({ id: press.id, member_id: press.memberId, at: press.at, until: press.until, changes: '[]' })
    .onConflict((known) => known.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Says until when a press can be taken back. */
export async function setUntil({ query }: Sql, id: string, until: string): Promise<void> {
  await query.updateTable('presses').set({ until }).where('id', '=', id).execute();
}

/** Forgets a press that did nothing, so that it can be pressed again. */
export async function dropPress({ query }: Sql, id: string): Promise<void> {
  await query.deleteFrom('presses').where('id', '=', id).execute();
}

/** Says what a press changed. */
export async function endPress({ query }: Sql, id: string, changes: readonly PressChange[]): Promise<void> {
  await query
    .updateTable('presses')
    .set({ changes: JSON.stringify(changes) })
    .where('id', '=', id)
    .execute();
}

export async function findPress({ query }: Sql, id: string): Promise<Press | undefined> {
  const row = await query.selectFrom('presses').selectAll().where('id', '=', id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      memberId: row.member_id,
      at: row.at,
      until: row.until,
      changes: JSON.parse(row.changes) as PressChange[],
      undoneAt: row.undone_at,
    }
  );
}

/** Marks a press as taken back; false when another request did it first, or it is too late. */
export async function markUndone({ query }: Sql, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('presses')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .where('until', '>', at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Does what queues mails about some submissions, and holds those mails until the time of a press has passed. */
export async function holdingMails<T>(
  sql: Sql,
  about: { subjects: readonly string[]; press: Pick<Press, 'id' | 'until'> },
  work: () => Promise<T>,
): Promise<T> {
  const { subjects, press } = about;
  const before = await mailsOf(sql, subjects);
  const done = await work();
  const known = new Set(before);
  const queued = (await mailsOf(sql, subjects)).filter((id) => !known.has(id));
  if (queued.length)
    await sql.query
      .updateTable('outbox')
      .set({ press: press.id, next_attempt_at: press.until })
      .where('id', 'in', queued)
      .execute();
  return done;
}

/** How many mails a press queued, sent or not. */
export async function countHeld({ query }: Sql, press: string): Promise<number> {
  const { count } = await query
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('press', '=', press)
    .executeTakeFirstOrThrow();
  return count;
}

/** Deletes the mails of a press about some submissions that have not gone. */
export async function dropHeldMails(
  { query }: Sql,
  press: string,
  subjects: readonly string[],
): Promise<number> {
  if (!subjects.length) return 0;
  const { numDeletedRows } = await query
    .deleteFrom('outbox')
    .where('press', '=', press)
    .where('subject_id', 'in', subjects)
    .where('state', '=', 'queued')
    .where('leased_until', 'is', null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Presses are of no use once they cannot be taken back. */
export async function forgetPressesBefore({ query }: Sql, before: string): Promise<number> {
  const { numDeletedRows } = await query.deleteFrom('presses').where('until', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
