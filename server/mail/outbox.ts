import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import type { Sql } from '../db/database.js';
import type { Tables } from '../db/schema.js';
import { readable } from '../shared/readable.js';
import { newId } from '../shared/secrets.js';

/** One request that waits for its confirmation. */
export interface FirstRequest {
  template: 'confirm' | 'confirmRegistration' | 'confirmProposal';
  /** The community or session, as F3E names it. */
  subject: string;
  /** The page that confirms. */
  url: string;
  /** Hours in which it can be confirmed. */
  hours: number;
  /** Whether the person holds something of the kind already, which this one would change. */
  isChange: boolean;
}

export interface Message {
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  /** What it asks to confirm, for a first mail: those that wait for the same turn are one mail. */
  first?: FirstRequest;
  attachments?: readonly { filename: string; contentType: string; content: string }[];
  /** Address for one-click unsubscription: withdraws consents, or refuses an unconfirmed submission (RFC 8058). */
  unsubscribe?: string;
}

export interface DueMessage {
  id: string;
  /** The submission that it is about. */
  subjectId: string;
  batch: string | null;
  attempts: number;
  createdAt: string;
  message: Message;
}

/** Queues a mail in the transaction that makes it necessary (L02). */
export async function queueMail(
  { query, vault }: Sql,
  mail: { subjectId: string; at: string; notBefore?: string; batch?: string; message: Message },
): Promise<void> {
  await query
    .insertInto('outbox')
    .values({
      id: newId(),
      subject_id: mail.subjectId,
      state: 'queued',
      attempts: 0,
      next_attempt_at: mail.notBefore ?? mail.at,
      leased_until: null,
      created_at: mail.at,
      sent_at: null,
      last_error: null,
      message: vault.seal(JSON.stringify(mail.message)),
      batch: mail.batch ?? null,
    })
    .execute();
}

const dueColumns = ['id', 'subject_id', 'attempts', 'created_at', 'message', 'batch'] as const;

/** A mail that is due and that nobody has. */
const isDue =
  (now: string) =>
  (eb: ExpressionBuilder<Tables, 'outbox'>): Expression<SqlBool> =>
    eb.and([
      eb('state', '=', 'queued'),
      eb('next_attempt_at', '<=', now),
      eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]),
    ]);

const lease = ({ query }: Sql, until: string) =>
  query
    .updateTable('outbox')
    .set(({ eb }) => ({ leased_until: until, attempts: eb('attempts', '+', 1) }))
    .returning(dueColumns);

/** Takes up to `most` mails that are due, for nobody else until the lease ends. */
export async function leaseMails(
  sql: Sql,
  { now, until, most }: { now: string; until: string; most: number },
): Promise<DueMessage[]> {
  const due = sql.query
    .selectFrom('outbox')
    .select('id')
    .where(isDue(now))
    .orderBy('next_attempt_at')
    .orderBy('created_at')
    .limit(most)
    // Other processes skip the locked rows; on SQLite one statement runs at a time.
    .$if(sql.engine === 'postgres', (rows) => rows.forUpdate().skipLocked());
  return readableMails(sql, await lease(sql, until).where('id', 'in', due).execute());
}

/** Takes the others of a batch that are due, for whoever has one of them. */
export async function leaseBatch(
  sql: Sql,
  batch: string,
  { now, until }: { now: string; until: string },
): Promise<DueMessage[]> {
  const rows = await lease(sql, until).where('batch', '=', batch).where(isDue(now)).execute();
  return (await readableMails(sql, rows)).toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

type DueRow = Pick<Selectable<Tables['outbox']>, (typeof dueColumns)[number]>;

/** One that cannot be read is given up, where the team sees it: it would come back for ever. */
async function readableMails(sql: Sql, rows: readonly DueRow[]): Promise<DueMessage[]> {
  const mails = readable('mail', rows, dueMessageIn);
  for (const { id } of rows)
    if (!mails.some((mail) => mail.id === id))
      await markFailed(sql, id, { error: 'it cannot be read', nextAttemptAt: null });
  return mails;
}

const dueMessageIn = (row: DueRow): DueMessage => ({
  id: row.id,
  subjectId: row.subject_id,
  attempts: row.attempts,
  createdAt: row.created_at,
  batch: row.batch,
  message: JSON.parse(String(row.message)) as Message,
});

/** Gives mails back until their turn comes: this was no try. */
export async function postpone({ query }: Sql, ids: readonly string[], until: string): Promise<void> {
  await query
    .updateTable('outbox')
    .set(({ eb }) => ({ next_attempt_at: until, leased_until: null, attempts: eb('attempts', '-', 1) }))
    .where('id', 'in', ids)
    .where('state', '=', 'queued')
    .execute();
}

/** Keeps a mail for its process while that delivers it. */
export async function renewLease({ query }: Sql, id: string, until: string): Promise<void> {
  await query.updateTable('outbox').set({ leased_until: until }).where('id', '=', id).execute();
}

/** Marks mails as sent and forgets their content, which holds secret links. */
export async function markSent({ query }: Sql, ids: readonly string[], at: string): Promise<void> {
  await query
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: at, leased_until: null, message: null })
    .where('id', 'in', ids)
    .execute();
}

export async function markFailed(
  { query }: Sql,
  id: string,
  { error, nextAttemptAt }: { error: string; nextAttemptAt: string | null },
): Promise<void> {
  await query
    .updateTable('outbox')
    .set({
      state: nextAttemptAt ? 'queued' : 'dead',
      last_error: error,
      leased_until: null,
      ...(nextAttemptAt && { next_attempt_at: nextAttemptAt }),
    })
    .where('id', '=', id)
    // Another process may have sent it meanwhile.
    .where('state', '=', 'queued')
    .execute();
}

/** How many mails wait, and how many were given up. */
export async function countMails({ query }: Sql): Promise<{ queued: number; dead: number }> {
  const rows = await query
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('state', '<>', 'sent')
    .groupBy('state')
    .execute();
  const of = (wanted: string) => rows.find(({ state }) => state === wanted)?.count ?? 0;
  return { queued: of('queued'), dead: of('dead') };
}

/** Whether any mail has left. */
export async function hasSentMail({ query }: Sql): Promise<boolean> {
  const mails = query.selectFrom('outbox').select('id').where('state', '=', 'sent').limit(1);
  return (await mails.executeTakeFirst()) !== undefined;
}

/** A mail that was not delivered, without its content. */
export interface UndeliveredMail {
  id: string;
  /** The submission that it is about. */
  subject: string;
  state: 'queued' | 'dead';
  attempts: number;
  createdAt: string;
  /** Null once it was given up. */
  nextAttemptAt: string | null;
  /** Codes of the last failure, such as `EENVELOPE RCPT TO 550`; null before the first try. */
  error: string | null;
}

/** Mails that failed at least once, newest first; 500 at most. */
export async function failedMails({ query }: Sql): Promise<UndeliveredMail[]> {
  const rows = await query
    .selectFrom('outbox')
    .select(['id', 'subject_id', 'state', 'attempts', 'created_at', 'next_attempt_at', 'last_error'])
    .where('state', '<>', 'sent')
    .where('last_error', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject_id,
    state: row.state as UndeliveredMail['state'],
    attempts: row.attempts,
    createdAt: row.created_at,
    nextAttemptAt: row.state === 'dead' ? null : row.next_attempt_at,
    error: row.last_error,
  }));
}

/** Sends a mail that failed again, now; false when there is none, or its content is gone. */
export async function retryMail({ query }: Sql, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('outbox')
    .set({ state: 'queued', attempts: 0, next_attempt_at: at, created_at: at, leased_until: null })
    .where('id', '=', id)
    .where('state', '<>', 'sent')
    .where('message', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function forgetSentBefore({ query }: Sql, before: string): Promise<number> {
  const { numDeletedRows } = await query
    .deleteFrom('outbox')
    .where('state', '=', 'sent')
    .where('sent_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
