import { randomInt, timingSafeEqual } from 'node:crypto';
import { utc } from '../../../src/contract/time-zone.js';
import type { Database, Sql } from '../../db/database.js';
import { queueMail } from '../../mail/outbox.js';
import { signInMail } from '../../mail/desk-templates.js';
import type { RateLimits } from '../../security/rate-limits.js';
import type { Addresses } from '../../shared/addresses.js';
import { describe, type Log } from '../../shared/log.js';
import { newSecret, sha256 } from '../../shared/secrets.js';
import { addressKey } from '../../submissions/forms/email.js';
import { writeJournal } from '../journal/repository.js';
import { countAdministrators, findMember, type Member, memberWithKey } from '../team/repository.js';
import {
  addLink,
  addSession,
  countLinks,
  countTry,
  type DeskSession,
  endSession,
  findLink,
  findSessions,
  type SignInLink,
  type SignInWay,
  touchSession,
  useLink,
} from './repository.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Of a link and its code. */
const LINK_MS = 15 * MINUTE;
const MOST_TRIES = 5;
const MAILS_AN_HOUR = 5;
/** Of an entry by mail. */
const SESSION_MS = 12 * HOUR;
/** Of an entry by passkey, after it was used last. */
const PASSKEY_SESSION_MS = 30 * 24 * HOUR;
/** What is hard to take back asks for a proof that is not older. */
const PROOF_MS = 15 * MINUTE;
const SEEN_EVERY_MS = 10 * MINUTE;

interface SignInParts {
  db: Database;
  now: () => number;
  log: Log;
  links: Addresses;
  rateLimits: RateLimits;
  /** Called when a mail was queued. */
  onMail: () => void;
}

/** Somebody who entered, with the secret that their browser keeps. */
export interface Entered {
  secret: string;
  member: Member;
  next: string;
}

export interface OpenSession {
  member: Member;
  session: DeskSession;
  /** Whether it lasts longer now, and its cookie with it. */
  isExtended: boolean;
}

/** Lets the team into the desk: by a mail whose link and code are of use in the browser that asked for them alone (E02). */
export class SignInService {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  #at(): string {
    return utc(this.#parts.now());
  }

  /** Whether anybody can let others in. */
  async hasAdministrator(): Promise<boolean> {
    return (await countAdministrators(this.#parts.db)) > 0;
  }

  /**
   * Sends a link and a code to whoever may enter under this address; nothing tells whether somebody does: the same
   * statements run, and the mail is written afterwards. Returns the secret that the browser keeps.
   */
  async ask(address: string, { next, from }: { next: string; from: string }): Promise<string> {
    const { db, now, rateLimits, log } = this.#parts;
    await rateLimits.tries(from);
    const emailKey = addressKey(db.vault, address);
    const [browser, secret] = [newSecret(), newSecret()];
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const asked = await countLinks(db, emailKey, utc(now() - HOUR));
    await addLink(db, {
      hash: sha256(secret),
      purpose: 'enter',
      emailKey,
      browserHash: sha256(browser),
      codeHash: db.vault.keyed(`code ${sha256(secret)} ${code}`),
      next,
      createdAt: this.#at(),
      expiresAt: utc(now() + LINK_MS),
    });
    if (asked < MAILS_AN_HOUR)
      void this.#write(emailKey, { secret, code }).catch((error: unknown) =>
        log('error', 'the mail of an entry was not queued', describe(error)),
      );
    return browser;
  }

  async #write(emailKey: string, { secret, code }: { secret: string; code: string }): Promise<void> {
    const { db, links, onMail } = this.#parts;
    const member = await memberWithKey(db, emailKey);
    if (!member || member.disabledAt) return;
    const { email: to, language } = member;
    await queueMail(db, {
      subjectId: member.id,
      at: this.#at(),
      message: signInMail(to, { language, code, url: links.enterDesk(secret) }),
    });
    onMail();
  }

  /** Tries the code of the last mail that this browser asked for. */
  async tryCode(browser: string, code: string, device: string): Promise<Entered | 'wrong' | 'over'> {
    const { db } = this.#parts;
    const link = await findLink(db, { browser });
    if (!link || !this.#isOpen(link) || !(await countTry(db, link.hash, MOST_TRIES))) return 'over';
    const given = db.vault.keyed(`code ${link.hash} ${code.replace(/\D/g, '')}`);
    if (!timingSafeEqual(Buffer.from(given), Buffer.from(link.codeHash)))
      return link.tries + 1 < MOST_TRIES ? 'wrong' : 'over';
    return (await this.#enter(link, device)) ?? 'over';
  }

  /** Whether the link of a mail opens the desk: in the browser that asked alone. Reading changes nothing (D10). */
  async lookAt(secret: string, browser: string | undefined): Promise<'here' | 'elsewhere' | 'over'> {
    const link = await findLink(this.#parts.db, { hash: sha256(secret) });
    if (!link || !this.#isOpen(link)) return 'over';
    return isOf(link, browser) ? 'here' : 'elsewhere';
  }

  /** Uses the link of a mail or of an invitation. */
  async press(secret: string, browser: string | undefined, device: string): Promise<Entered | undefined> {
    const link = await findLink(this.#parts.db, { hash: sha256(secret) });
    return link && this.#isOpen(link) && isOf(link, browser) ? this.#enter(link, device) : undefined;
  }

  #isOpen({ usedAt, expiresAt, tries }: SignInLink): boolean {
    return !usedAt && expiresAt > this.#at() && tries < MOST_TRIES;
  }

  async #enter(link: SignInLink, device: string): Promise<Entered | undefined> {
    return this.#parts.db.transaction(async (sql) => {
      if (!(await useLink(sql, link.hash, this.#at()))) return undefined;
      const member = await memberWithKey(sql, link.emailKey);
      if (!member || member.disabledAt) return undefined;
      return { secret: await this.open(sql, member, 'mail', device), member, next: link.next };
    });
  }

  /** Opens a session for somebody who proved who they are; returns the secret that the browser keeps. */
  async open(sql: Sql, { id }: Member, way: SignInWay, device: string): Promise<string> {
    const at = this.#at();
    const secret = newSecret();
    await addSession(sql, {
      hash: sha256(secret),
      memberId: id,
      way,
      device,
      createdAt: at,
      provedAt: at,
      seenAt: at,
      expiresAt: utc(this.#parts.now() + (way === 'passkey' ? PASSKEY_SESSION_MS : SESSION_MS)),
    });
    const line = { actor: `member:${id}`, action: 'enter', kind: 'member', subjectId: id, summary: way };
    await writeJournal(sql, line, at);
    return secret;
  }

  /** The session of a browser; `ended` with its member when it is over. */
  async find(secret: string | undefined): Promise<OpenSession | { ended: Member } | undefined> {
    const { db, now } = this.#parts;
    if (secret?.length !== 43) return undefined;
    const [session] = await findSessions(db, { secret });
    const member = session && (await findMember(db, session.memberId));
    if (!session || !member || member.disabledAt) return undefined;
    if (session.expiresAt <= this.#at()) return { ended: member };
    const { way, hash } = session;
    const isSeen = now() - Date.parse(session.seenAt) > SEEN_EVERY_MS;
    if (isSeen) {
      const expiresAt = way === 'passkey' ? utc(now() + PASSKEY_SESSION_MS) : session.expiresAt;
      await touchSession(db, hash, { seenAt: this.#at(), expiresAt });
    }
    return { member, session, isExtended: isSeen && way === 'passkey' };
  }

  /** Whether a proof of who somebody is is young enough for what is hard to take back. */
  isProved({ provedAt }: DeskSession): boolean {
    return this.#parts.now() - Date.parse(provedAt) <= PROOF_MS;
  }

  sessionsOf({ id }: Member): Promise<DeskSession[]> {
    return findSessions(this.#parts.db, { memberId: id });
  }

  end({ id }: Member, hash: string): Promise<void> {
    return endSession(this.#parts.db, id, hash);
  }
}

/** An invitation is for whoever opens it; the link of a mail is for the browser that asked. */
const isOf = ({ purpose, browserHash }: SignInLink, browser: string | undefined): boolean =>
  purpose === 'invite' || (browser !== undefined && sha256(browser) === browserHash);
