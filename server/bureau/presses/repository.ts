import type { Sql } from '../../db/database.js';
import { newId } from '../../shared/secrets.js';
import type { SubmissionKind } from '../../submissions/consents-repository.js';

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

export async function addPress({ query }: Sql, press: Omit<Press, 'id' | 'undoneAt'>): Promise<string> {
  const id = newId();
  await query
    .insertInto('presses')
    .values({
      id,
      member_id: press.memberId,
      at: press.at,
      until: press.until,
      changes: JSON.stringify(press.changes),
    })
    .execute();
  return id;
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

/** Holds mails that a press queued until its time has passed. */
export async function holdMails(
  { query }: Sql,
  ids: readonly string[],
  press: { id: string; until: string },
): Promise<void> {
  if (ids.length)
    await query
      .updateTable('outbox')
      .set({ press: press.id, next_attempt_at: press.until })
      .where('id', 'in', ids)
      .execute();
}

/** Deletes the mails of a press that have not gone. */
export async function dropHeldMails({ query }: Sql, press: string): Promise<number> {
  const { numDeletedRows } = await query
    .deleteFrom('outbox')
    .where('press', '=', press)
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
