import { newId } from '../shared/secrets.js';
import type { Sql } from '../db/database.js';

export interface Message {
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  attachments?: readonly { filename: string; contentType: string; content: string }[];
  /** Where one press ends what was consented to, or refuses what somebody else asked for (RFC 8058). */
  unsubscribe?: string;
}

export interface DueMessage {
  id: string;
  attempts: number;
  createdAt: string;
  message: Message;
}

/** Queues a mail in the transaction that makes it necessary (L02). */
export async function queueMail(
  sql: Sql,
  mail: { subjectId: string; at: string; notBefore?: string; message: Message },
): Promise<void> {
  await sql.run(
    `insert into outbox (id, subject_id, state, attempts, next_attempt_at, leased_until, created_at, sent_at, last_error, message)
     values ($1, $2, 'queued', 0, $3, null, $4, null, null, $5)`,
    [newId(), mail.subjectId, mail.notBefore ?? mail.at, mail.at, JSON.stringify(mail.message)],
  );
}

/** Takes up to `most` mails that are due, for nobody else until the lease ends. */
export async function leaseMails(
  sql: Sql,
  lease: { now: string; until: string; most: number },
): Promise<DueMessage[]> {
  const rows = await sql.all(
    `update outbox set leased_until = $1, attempts = attempts + 1 where id in (
       select id from outbox
       where state = 'queued' and next_attempt_at <= $2 and (leased_until is null or leased_until <= $2)
       order by next_attempt_at limit $3 ${sql.dialect.skipLocked})
     returning id, attempts, created_at, message`,
    [lease.until, lease.now, lease.most],
  );
  return rows.map((row) => ({
    id: String(row['id']),
    attempts: Number(row['attempts']),
    createdAt: String(row['created_at']),
    message: JSON.parse(String(row['message'])) as Message,
  }));
}

/** The mail is out: its words, which hold a secret link, are forgotten. */
export async function markSent(sql: Sql, id: string, at: string): Promise<void> {
  await sql.run(
    `update outbox set state = 'sent', sent_at = $1, leased_until = null, message = null where id = $2`,
    [at, id],
  );
}

export async function markFailed(
  sql: Sql,
  id: string,
  failure: { error: string; nextAttemptAt: string | null },
): Promise<void> {
  await sql.run(
    `update outbox set state = $1, last_error = $2, next_attempt_at = coalesce($3, next_attempt_at), leased_until = null
     where id = $4`,
    [failure.nextAttemptAt ? 'queued' : 'dead', failure.error, failure.nextAttemptAt, id],
  );
}

/** How many mails wait, and how many were given up. */
export async function countMails(sql: Sql): Promise<{ queued: number; dead: number }> {
  const rows = await sql.all(`select state, count(*) as n from outbox where state <> 'sent' group by state`);
  const of = (state: string) => Number(rows.find((row) => row['state'] === state)?.['n'] ?? 0);
  return { queued: of('queued'), dead: of('dead') };
}

export async function forgetSentBefore(sql: Sql, before: string): Promise<number> {
  return sql.run(`delete from outbox where state = 'sent' and sent_at < $1`, [before]);
}
