import { utc } from '../../src/contract/time-zone.js';
import type { Database } from '../db/database.js';
import { countOne } from '../security/counters-repository.js';
import { domainOf } from '../submissions/forms/email.js';

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
