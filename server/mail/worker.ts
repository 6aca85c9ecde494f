import { utc } from '../../src/contract/time-zone.js';
import type { Database } from '../db/database.js';
import { describe, type Log } from '../shared/log.js';
import { extendConfirmation } from '../submissions/access-tokens-repository.js';
import { type FirstMailPace, postponeTurn, turnInPace } from './first-mail-pace.js';
import {
  type DueMessage,
  type FirstRequest,
  leaseBatch,
  leaseMails,
  markFailed,
  markSent,
  renewLease,
} from './outbox.js';
import { batchMail } from './templates.js';
import { DeliveryError, type Transport } from './transport.js';

/** One process has a mail for a minute, and renews that while it delivers. */
const LEASE_MS = 60_000;
const RENEW_MS = 20_000;
/** Longer than the longest wait of the standard, ten minutes after the final dot (RFC 5321, section 4.5.3.2.6). */
const TRY_MS = 900_000;
const GIVE_UP_AFTER_MS = 3 * 86_400_000;
/** A first mail waits no longer than this for its turn: pages promise it for the next day at the latest. */
const LONGEST_TURN_MS = 86_400_000;
/** Mails that one process delivers at a time: a slow one delays no other. */
const MAX_AT_ONCE = 5;
/** How long a stop waits for mails under way; another process takes them when their lease ends. */
const STOP_MS = 10_000;
const SECOND = 1_000;

/** Waits longer after each failure: 5 s, 10 s, 20 s… an hour at most. */
export const waitAfter = (attempts: number): number =>
  Math.min(3_600 * SECOND, 5 * SECOND * 2 ** (attempts - 1));

/** The same where the mail may have arrived: a minute at least, so that a relay that works again sends few doubles. */
const waitAfterUnknown = (attempts: number): number => Math.max(60 * SECOND, waitAfter(attempts));

interface MailWorkerParts {
  db: Database;
  transport: Transport;
  log: Log;
  now: () => number;
  pace: FirstMailPace;
}

/**
 * Sends what waits in the outbox. Several processes may do so at once: each mail is leased to one of them, and a lease
 * that ends without an outcome (a killed process) lets another try.
 */
export class MailWorker {
  readonly #parts: MailWorkerParts;
  readonly #running = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(parts: MailWorkerParts) {
    this.#parts = parts;
  }

  /** Reads the outbox now. Call it when a mail was queued. */
  wake(): void {
    if (this.#isStopped || this.#running.size >= MAX_AT_ONCE) return;
    const run = this.#sendDue()
      .catch((error: unknown) => this.#parts.log('error', 'outbox cannot be read', describe(error)))
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  start(everyMs = 2_000): void {
    this.#timer = setInterval(() => this.wake(), everyMs);
    this.wake();
  }

  /** Ends when no mail is under way. */
  async whenIdle(): Promise<void> {
    while (this.#running.size) await Promise.allSettled(this.#running);
  }

  /** Ends after the mails under way, or after ten seconds. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await endsWithin(STOP_MS, this.whenIdle()).catch(() => undefined);
    this.#parts.transport.close();
  }

  async #sendDue(): Promise<void> {
    const { db, now } = this.#parts;
    while (!this.#isStopped) {
      const [mail] = await leaseMails(db, { now: utc(now()), until: utc(now() + LEASE_MS), most: 1 });
      if (!mail) return;
      const lease = { now: utc(now()), until: utc(now() + LEASE_MS) };
      const others = mail.batch ? await leaseBatch(db, mail.batch, lease) : [];
      // Others that wait are delivered meanwhile.
      this.wake();
      const mails = [mail, ...others];
      const turn = await this.#turnOf(mails);
      if (turn > now()) await postponeTurn(db, { ids: idsOf(mails), batch: mail.batch, at: now(), turn });
      else await this.#send(mails);
    }
  }

  /** When mails that go as one may go, in milliseconds: first mails that were not tried yet wait for an hour with room. */
  async #turnOf(mails: readonly DueMessage[]): Promise<number> {
    const { db, now, pace } = this.#parts;
    const [{ message }] = mails as [DueMessage];
    if (!message.first || mails.some(({ attempts }) => attempts > 1)) return 0;
    const latest = Math.min(...mails.map(({ createdAt }) => Date.parse(createdAt))) + LONGEST_TURN_MS;
    if (now() >= latest) return 0;
    return Math.min(latest, await turnInPace(db, { address: message.to, at: now(), pace }));
  }

  /** Sends one mail, or the first mails of a batch as one. */
  async #send(mails: readonly DueMessage[]): Promise<void> {
    const { db, transport, log, now } = this.#parts;
    const [mail] = mails as [DueMessage];
    const renewing = setInterval(() => {
      for (const { id } of mails) void renewLease(db, id, utc(now() + LEASE_MS)).catch(() => undefined);
    }, RENEW_MS);
    try {
      for (const { subjectId, message } of mails)
        if (message.first) await this.#startTerm(subjectId, message.first);
      const message = mails.length > 1 ? batchMail(mails.map((one) => one.message)) : mail.message;
      await endsWithin(TRY_MS, transport.deliver({ ...mail, message, sentAt: utc(now()) }));
      await markSent(db, idsOf(mails), utc(now()));
      log('info', 'mail sent', { mail: mail.id, attempts: mail.attempts, requests: mails.length });
    } catch (error) {
      for (const one of mails) await this.#fail(one, error);
    } finally {
      clearInterval(renewing);
    }
  }

  /** The hours to confirm begin when the mail goes, however long it waited. */
  #startTerm(subjectId: string, { hours }: FirstRequest): Promise<void> {
    const { db, now } = this.#parts;
    return extendConfirmation(db, subjectId, utc(now() + hours * 3_600_000));
  }

  /** Plans the next try, unless the mail is refused for good or too old. */
  async #fail({ id, attempts, createdAt }: DueMessage, error: unknown): Promise<void> {
    const { db, log, now } = this.#parts;
    const kind = error instanceof DeliveryError ? error.kind : 'temporary';
    const isOver = kind === 'permanent' || now() - Date.parse(createdAt) > GIVE_UP_AFTER_MS;
    const wait = kind === 'unknown' ? waitAfterUnknown(attempts) : waitAfter(attempts);
    const cause = error instanceof DeliveryError ? error.cause : error;
    await markFailed(db, id, {
      error: error instanceof DeliveryError ? error.message : describe(cause).error,
      nextAttemptAt: isOver ? null : utc(now() + wait),
    });
    log(isOver ? 'error' : 'warn', isOver ? 'mail given up' : 'mail not sent, will try again', {
      mail: id,
      attempts,
      kind,
      ...describe(cause),
    });
  }
}

const idsOf = (mails: readonly DueMessage[]) => mails.map(({ id }) => id);

/** Rejects when the work takes longer. */
async function endsWithin<T>(ms: number, work: Promise<T>): Promise<T> {
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
