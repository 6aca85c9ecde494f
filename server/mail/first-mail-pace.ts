import { utc } from '../../src/contract/time-zone.js';
import type { Database } from '../db/database.js';
import { countOne, plan, planned } from '../security/counters-repository.js';
import { domainOf } from '../submissions/forms/email.js';
import { postpone } from './outbox.js';

const HOUR = 3_600_000;

/** How many first mails go in an hour; the next ones go in the hours that follow (S07). */
export interface FirstMailPace {
  limitPerDomain: number;
  /** To all domains together. */
  limitOfFirstMails: number;
}

/**
 * Counts one more first mail in this hour. Tells when it may go: 0 for now, or the beginning of the hour in which its turn
 * should come. Counted where mails are sent and not where they are asked for: everybody's submissions would wait for the
 * same rows.
 */
export async function turnInPace(
  db: Database,
  { address, at, pace }: { address: string; at: number; pace: FirstMailPace },
): Promise<number> {
  const nth = Math.floor(at / HOUR);
  for (const [name, limit] of [
    [`domain ${domainOf(address)}`, pace.limitPerDomain],
    ['first mails', pace.limitOfFirstMails],
  ] as const) {
    const count = await countOne(db, db.vault.keyed(`${name} ${nth}`), utc((nth + 1) * HOUR));
    if (count > limit) return (nth + Math.floor((count - 1) / limit)) * HOUR;
  }
  return 0;
}

/** Moves mails to a later turn, and with them what the mailbox is planned to get: what is asked for meanwhile joins them. */
export function postponeTurn(
  db: Database,
  { ids, batch, at, turn }: { ids: readonly string[]; batch: string | null; at: number; turn: number },
): Promise<void> {
  return db.transaction(async (sql) => {
    await postpone(sql, ids, utc(turn));
    if (batch === null) return;
    const until = utc(turn + 24 * HOUR);
    const turns = await planned(sql, batch, until);
    const missed = Math.max(0, ...turns.filter((one) => one <= at));
    const kept = [...turns.filter((one) => one !== missed && one !== turn), turn].sort((a, b) => a - b);
    await plan(sql, batch, kept, until);
  });
}
