import { utc } from '../../src/contract/time-zone.js';
import type { Database } from '../db/database.js';
import { describe, type Log } from '../shared/log.js';
import { leaseMails, markFailed, markSent } from './outbox.js';
import type { Transport } from './transport.js';

/** One process has a mail for a minute, and gives up each try long before. */
const LEASE_MS = 60_000;
const TRY_MS = 30_000;
const GIVE_UP_AFTER_MS = 3 * 86_400_000;

/** Waits longer after each failure: 5 s, 10 s, 20 s… an hour at most. */
export const waitAfter = (attempts: number): number => Math.min(3_600_000, 5_000 * 2 ** (attempts - 1));

/**
 * Sends what waits in the outbox. Several processes may do so at once: each mail is leased to one of them, and a lease
 * that ends without an outcome (a killed process) lets another try.
 */
export function createMailWorker({
  db,
  transport,
  log,
  now,
}: {
  db: Database;
  transport: Transport;
  log: Log;
  now: () => number;
}) {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function sendDue(): Promise<void> {
    for (;;) {
      const mails = await leaseMails(db, { now: utc(now()), until: utc(now() + LEASE_MS), most: 1 });
      if (mails.length === 0) return;
      for (const mail of mails) {
        try {
          await within(TRY_MS, transport.deliver(mail));
          await markSent(db, mail.id, utc(now()));
          log('info', 'mail sent', { mail: mail.id, attempts: mail.attempts });
        } catch (error) {
          const isOld = now() - Date.parse(mail.createdAt) > GIVE_UP_AFTER_MS;
          await markFailed(db, mail.id, {
            error: describe(error).error,
            nextAttemptAt: isOld ? null : utc(now() + waitAfter(mail.attempts)),
          });
          log(isOld ? 'error' : 'warn', isOld ? 'mail given up' : 'mail not sent, will try again', {
            mail: mail.id,
            attempts: mail.attempts,
            ...describe(error),
          });
        }
        if (stopped) return;
      }
    }
  }

  const worker = {
    /** Reads the outbox now. Call it when a mail was queued. */
    wake(): void {
      if (stopped) return;
      if (working) {
        again = true;
        return;
      }
      working = sendDue()
        .catch((error: unknown) => log('error', 'outbox cannot be read', describe(error)))
        .finally(() => {
          working = null;
          if (again) {
            again = false;
            worker.wake();
          }
        });
    },
    start(everyMs = 2_000): void {
      timer = setInterval(() => worker.wake(), everyMs);
      worker.wake();
    },
    /** Ends after the mail under way. */
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(timer);
      await working;
      transport.close();
    },
  };
  return worker;
}

/** Rejects when the work takes longer: a server that falls silent must not hold up the other mails. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(Object.assign(new Error('too long'), { code: 'ETIMEDOUT' })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
