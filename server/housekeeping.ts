import type { Log } from './log.js';
import { forgetKeysBefore } from './store/idempotency.js';
import { forgetSentBefore } from './store/outbox.js';
import type { Database } from './store/sql.js';
import { eraseSubject, subjectKinds, unconfirmedBefore } from './store/subjects.js';
import { utc } from './time.js';

const DAY = 86_400_000;

/** How long what is not needed any more stays, in days. */
export const retention = {
  /** A request or registration that nobody confirmed (TRUST P06). */
  unconfirmed: 7,
  /** The answer kept for an idempotency key: a day at the least (TRUST L01). */
  idempotencyKey: 2,
  /** The trace that a mail was sent; its words are forgotten when it is. */
  sentMail: 30,
};

/** Erases what has been kept long enough. Run every day, by any process; it leaves a line in the log. */
export async function purge(db: Database, log: Log, now: number): Promise<{ unconfirmed: number }> {
  const before = (days: number) => utc(now - days * DAY);
  let unconfirmed = 0;
  for (const kind of subjectKinds) {
    for (;;) {
      const ids = await unconfirmedBefore(db, kind, before(retention.unconfirmed));
      if (ids.length === 0) break;
      for (const id of ids) await db.transaction((sql) => eraseSubject(sql, kind, id));
      unconfirmed += ids.length;
    }
  }
  const keys = await forgetKeysBefore(db, before(retention.idempotencyKey));
  const mails = await forgetSentBefore(db, before(retention.sentMail));
  log('info', 'purge done', { unconfirmed, keys, mails });
  return { unconfirmed };
}
