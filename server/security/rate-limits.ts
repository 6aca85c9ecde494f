import { createHmac } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import { utc } from '../../src/contract/time-zone.js';
import type { Database, Sql } from '../db/database.js';
import { queueMail } from '../mail/outbox.js';
import { alertMail } from '../mail/templates.js';
import { TooManyError } from '../shared/errors.js';
import type { Log } from '../shared/log.js';
import { mailboxOf } from '../submissions/forms/email.js';
import { countOne, isCounted, plan, planned } from './counters-repository.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Tries that one network address may make for each submission that it may send. */
const TRIES_A_SUBMISSION = 20;
/** How many times as many mails a day go to a mailbox that confirmed that day. */
const CONFIRMED_FACTOR = 10;

/**
 * What speaks for a submission: a proof of work, the stamp of a hosted page, nothing, or nothing from a sender who can make
 * a proof.
 */
export type Evidence = 'proof' | 'stamp' | 'none' | 'askable';

/** When a first mail goes, and with which others. */
export interface MailTurn {
  notBefore: string;
  batch: string;
}

export interface RateLimitParts {
  db: Database;
  now: () => number;
  log: Log;
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
  const { db, now, log } = parts;
  const keyed = (name: string) => {
    const day = db.vault.keyed(`limits ${Math.floor(now() / DAY)}`);
    return createHmac('sha256', day).update(name).digest('base64url');
  };
  const hour = () => {
    const nth = Math.floor(now() / HOUR);
    return { nth, end: (nth + 1) * HOUR };
  };

  /** Counts one more submission from this address; throws when there were too many. */
  async function ip(address: string): Promise<void> {
    await countFrom(address, 'ip', parts.limitPerIp);
  }

  /** Counts one more try from this address, good or not: mistakes are free, floods are not. */
  async function tries(address: string): Promise<void> {
    await countFrom(address, 'tries', parts.limitPerIp * TRIES_A_SUBMISSION);
  }

  async function countFrom(address: string, what: string, limit: number): Promise<void> {
    const { nth, end } = hour();
    const count = await countOne(db, keyed(`${what} ${nth} ${network(address)}`), utc(end));
    if (count > limit) throw new TooManyError(end);
  }

  /**
   * Counts one more for a community, apart for each kind of evidence: what comes without a proof of work uses none of what
   * is left to those who have one. Past the limit somebody is told once; a proof goes on, who can make one is asked for it,
   * and the others wait until the hour ends.
   */
  async function community(slug: string, evidence: Evidence): Promise<'goes on' | 'proof'> {
    const { nth, end } = hour();
    const name = evidence === 'askable' ? 'none' : evidence;
    const count = await countOne(db, `community ${nth} ${name} ${slug}`, utc(end));
    if (count <= parts.limitPerCommunity) return 'goes on';
    if (count === parts.limitPerCommunity + 1) await alert(slug);
    if (evidence === 'proof') return 'goes on';
    if (evidence === 'askable') return 'proof';
    throw new TooManyError(end);
  }

  async function alert(slug: string): Promise<void> {
    const { limitPerCommunity: limit, alertTo } = parts;
    log('error', 'a community gets more submissions than its limit', { community: slug, limit });
    if (!alertTo) return;
    const message = alertMail(alertTo, { community: slug, limit });
    await queueMail(db, { subjectId: '', at: utc(now()), message });
  }

  /** The name under which a mailbox is counted, whatever the spelling of its address. */
  const recipientName = (address: string) => db.vault.keyed(`recipient ${mailboxOf(address)}`);
  const confirmedName = (address: string) => db.vault.keyed(`confirmed ${mailboxOf(address)}`);

  /**
   * When the next first mail may go to this address: at once, after a pause, or when a day has passed. Requests that wait
   * for the same turn are one mail (`batch`). Whoever confirmed today asks for their mails: they get ten times as many,
   * without a pause.
   */
  async function mailTurn(sql: Sql, address: string): Promise<MailTurn> {
    const at = now();
    const name = recipientName(address);
    const isConfirmed = await isCounted(sql, confirmedName(address), utc(at));
    const turns = (await planned(sql, name, utc(at + 2 * DAY))).filter((turn) => turn > at - DAY);
    const waiting = isConfirmed ? undefined : turns.find((turn) => turn > at);
    const last = turns.at(-1) ?? 0;
    const most = parts.limitPerRecipient * (isConfirmed ? CONFIRMED_FACTOR : 1);
    const crowded = turns.at(-most) ?? 0;
    const pause = last && parts.recipientPause && !isConfirmed ? last + parts.recipientPause * 60_000 : 0;
    const turn = waiting ?? Math.max(at, pause, crowded && crowded + DAY);
    const kept = waiting ? turns : [...turns.slice(-parts.limitPerRecipient * CONFIRMED_FACTOR), turn];
    await plan(sql, name, kept, utc(turn + DAY));
    return { notBefore: utc(turn), batch: name };
  }

  /** An address was confirmed: for a day more mails may go to it. */
  async function confirmed(sql: Sql, address: string): Promise<void> {
    await countOne(sql, confirmedName(address), utc(now() + DAY));
  }

  return { ip, tries, community, mailTurn, confirmed };
}
export type RateLimits = ReturnType<typeof createRateLimits>;

/** What is counted of an address: all of IPv4, the first 64 bits of IPv6 (P12). */
function network(ip: string): string {
  // Some proxies add the port.
  const bare = ip.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  const plain = bare.replace(/^::ffff:(?=\d+\.)/i, '');
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
