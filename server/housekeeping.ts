import type { Log } from './log.js';
import { forgetKeysBefore } from './store/idempotency.js';
import { forgetSentBefore } from './store/outbox.js';
import type { SubjectKind } from './store/consents.js';
import { registrationsOfSessionsBefore } from './store/registrations.js';
import type { Database } from './store/sql.js';
import { eraseSubject, subjectKinds, unconfirmedBefore } from './store/subjects.js';
import { utc } from './time.js';

const DAY = 86_400_000;

/** How long what is not needed any more stays, in days. */
export const retention = {
  /** A request or registration that nobody confirmed (TRUST P06). */
  unconfirmed: 7,
  /** A registration, after its session: 12 months (TRUST P08). */
  registration: 365,
  /** The answer kept for an idempotency key: a day at the least (TRUST L01). */
  idempotencyKey: 2,
  /** The trace that a mail was sent; its words are forgotten when it is. */
  sentMail: 30,
};

/** Erases what has been kept long enough. Run every day, by any process; it leaves a line in the log. */
export async function purge(
  db: Database,
  log: Log,
  now: number,
): Promise<{ unconfirmed: number; registrations: number }> {
  const before = (days: number) => utc(now - days * DAY);
  const erase = async (kind: SubjectKind, some: () => Promise<string[]>): Promise<number> => {
    let count = 0;
    for (;;) {
      const ids = await some();
      if (ids.length === 0) return count;
      for (const id of ids) await db.transaction((sql) => eraseSubject(sql, kind, id));
      count += ids.length;
    }
  };
  let unconfirmed = 0;
  for (const kind of subjectKinds) {
    unconfirmed += await erase(kind, () => unconfirmedBefore(db, kind, before(retention.unconfirmed)));
  }
  const registrations = await erase('registration', () =>
    registrationsOfSessionsBefore(db, before(retention.registration)),
  );
  const keys = await forgetKeysBefore(db, before(retention.idempotencyKey));
  const mails = await forgetSentBefore(db, before(retention.sentMail));
  log('info', 'purge done', { unconfirmed, registrations, keys, mails });
  return { unconfirmed, registrations };
}
