import { createHmac } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import { utc } from '../../src/contract/time-zone.js';
import type { Database, Sql } from '../db/database.js';
import { queueMail } from '../mail/outbox.js';
import { alertMail } from '../mail/templates.js';
import { TooManyError } from '../shared/errors.js';
import type { Log } from '../shared/log.js';
import { countOne, plan, planned } from './counters-repository.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Mails that may wait for their turn to one address; what comes after them gets none (S07). */
const MAX_WAITING = 3;

export interface RateLimitParts {
  db: Database;
  now: () => number;
  log: Log;
  secret: string;
  limitPerIp: number;
  limitPerRecipient: number;
  /** In minutes. */
  recipientPause: number;
  limitPerCommunity: number;
  alertTo: string | null;
}

/**
 * How much one address, one recipient and one community may cause, counted in the database so that all processes share
 * it. Network addresses are kept under a key made of the secret and the day, recipients under one made of the secret: the
 * database alone tells neither (P12, S07, S10).
 */
export function createRateLimits(parts: RateLimitParts) {
  const { db, now, log, secret } = parts;
  const keyed = (name: string) => {
    const day = createHmac('sha256', secret)
      .update(`limits ${Math.floor(now() / DAY)}`)
      .digest();
    return createHmac('sha256', day).update(name).digest('base64url');
  };
  const hour = () => {
    const nth = Math.floor(now() / HOUR);
    return { nth, end: (nth + 1) * HOUR };
  };

  /** Counts one more from this address; throws when there were too many. */
  async function ip(address: string): Promise<void> {
    const { nth, end } = hour();
    const count = await countOne(db, keyed(`ip ${nth} ${network(address)}`), utc(end));
    if (count > parts.limitPerIp) throw new TooManyError(end);
  }

  /** Counts one more for a community; past the limit it pauses until the hour ends, and somebody is told once. */
  async function community(slug: string): Promise<void> {
    const { nth, end } = hour();
    const count = await countOne(db, `community ${nth} ${slug}`, utc(end));
    if (count <= parts.limitPerCommunity) return;
    if (count === parts.limitPerCommunity + 1) {
      log('error', 'a community takes no more submissions until the hour ends', {
        community: slug,
        limit: parts.limitPerCommunity,
      });
      if (parts.alertTo) {
        const message = alertMail(parts.alertTo, { community: slug, limit: parts.limitPerCommunity });
        await queueMail(db, { subjectId: '', at: utc(now()), message });
      }
    }
    throw new TooManyError(end);
  }

  /**
   * When the next first mail may go to this address: at once, after a pause, or when a day has passed. Nothing once
   * enough wait already.
   */
  async function mailTurn(sql: Sql, emailKey: string): Promise<string | undefined> {
    const name = createHmac('sha256', secret).update(`recipient ${emailKey}`).digest('base64url');
    const at = now();
    const turns = (await planned(sql, name, utc(at + 2 * DAY))).filter((turn) => turn > at - DAY);
    if (turns.filter((turn) => turn > at).length >= MAX_WAITING) return undefined;
    const last = turns.at(-1) ?? 0;
    const crowded = turns.at(-parts.limitPerRecipient) ?? 0;
    const turn = Math.max(
      at,
      last && parts.recipientPause ? last + parts.recipientPause * 60_000 : 0,
      crowded && crowded + DAY,
    );
    await plan(sql, name, [...turns.slice(1 - parts.limitPerRecipient - MAX_WAITING), turn], utc(turn + DAY));
    return utc(turn);
  }

  return { ip, community, mailTurn };
}
export type RateLimits = ReturnType<typeof createRateLimits>;

/** What is counted of an address: all of IPv4, the first 64 bits of IPv6 (P12). */
function network(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return 'unknown';
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const groups = [
    ...before,
    ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'),
    ...after,
  ];
  return groups
    .slice(0, 4)
    .map((group) => group.padStart(4, '0').toLowerCase())
    .join(':');
}
