import type { Answer, Form, ProblemIssue } from '../../../src/contract/index.js';
import { utc } from '../../../src/contract/time-zone.js';
import type { Database, Sql } from '../../db/database.js';
import type { ErasureLedger } from '../../privacy/erasure-ledger.js';
import { scrub } from '../../privacy/scrub.js';
import type { Log } from '../../shared/log.js';
import { newId } from '../../shared/secrets.js';
import { type AccessToken, addToken, findToken, type TokenPurpose } from '../access-tokens-repository.js';
import {
  addConsentEvent,
  type ConsentEvent,
  consentEventsOf,
  type SubmissionKind,
} from '../consents-repository.js';
import { holdsSensitive, normaliseAnswers, validateAnswers } from '../forms/validate.js';
import { eraseSubmission, lockSubmission, mailsOf, replacedBy, setAnswers } from '../repository.js';

export interface SelfServiceParts {
  db: Database;
  now: () => number;
  log: Log;
  ledger: ErasureLedger;
  /** Called with the mails of a person who asked for erasure. */
  onErased: (mails: readonly string[]) => Promise<void>;
}

/** Days for which the link of a mail opens a person's own page; each mail has a new one. */
const MANAGE_DAYS = 400;

/** Acts of a person who holds the link of a mail, for every kind of submission. */
export class SelfService {
  readonly #parts: SelfServiceParts;

  constructor(parts: SelfServiceParts) {
    this.#parts = parts;
  }

  #at(): string {
    return utc(this.#parts.now());
  }

  /** Makes the secret of the person's own page. */
  manageToken(sql: Sql, subjectId: string, at: string): Promise<string> {
    const expiresAt = utc(Date.parse(at) + MANAGE_DAYS * 86_400_000);
    return addToken(sql, { purpose: 'manage', subjectId, createdAt: at, expiresAt });
  }

  /** The submission that a link opens. With `kind`, nobody else changes it until the transaction ends. */
  async openLink(
    sql: Sql,
    token: string,
    purpose: TokenPurpose,
    kind?: SubmissionKind,
  ): Promise<AccessToken | undefined> {
    const found = await findToken(sql, token, purpose, this.#at());
    if (purpose === 'manage' && found?.expired) return undefined;
    if (found && kind) await lockSubmission(sql, kind, found.subjectId);
    return found;
  }

  /** Adds to the proof that the consents given were confirmed, or withdrawn; returns those that were given. */
  async markConsents(
    sql: Sql,
    subjectId: string,
    event: 'confirmed' | 'withdrawn',
    at: string,
    purpose: string | null = null,
  ): Promise<ConsentEvent[]> {
    const events = await consentEventsOf(sql, subjectId);
    const given = events.filter(
      (consent) =>
        consent.event === 'given' &&
        (!purpose || consent.purpose === purpose) &&
        !events.some((one) => one.event === event && one.purpose === consent.purpose),
    );
    for (const consent of given) await addConsentEvent(sql, { ...consent, id: newId(), event, at });
    return given;
  }

  /** Changes answers. The e-mail address stays, because it proves who the person is. */
  async correct(
    kind: SubmissionKind,
    submission: { id: string; answers: Record<string, Answer> },
    form: Form,
    answers: Record<string, Answer>,
  ): Promise<ProblemIssue[]> {
    const wanted = { ...answers, email: submission.answers['email']! };
    const issues = validateAnswers(form, wanted, []);
    if (issues.length > 0) return issues;
    const kept = normaliseAnswers(form, wanted);
    await setAnswers(this.#parts.db, kind, submission.id, {
      answers: kept,
      formVersion: form.version,
      hasSensitive: holdsSensitive(form, kept),
      at: this.#at(),
    });
    return [];
  }

  /** Withdraws one consent, or all of them, and nothing else (P05), also in the submissions that this one replaced. */
  async withdrawConsent(kind: SubmissionKind, id: string, purpose: string | null): Promise<void> {
    await this.#parts.db.transaction(async (sql) => {
      for (const one of [id, ...(await replacedBy(sql, kind, id))])
        if (await lockSubmission(sql, kind, one))
          await this.markConsents(sql, one, 'withdrawn', this.#at(), purpose);
    });
  }

  /** Refuses an unconfirmed submission and erases it. */
  async refuse(kind: SubmissionKind, token: string): Promise<boolean> {
    const { db, ledger } = this.#parts;
    const id = await db.transaction(async (sql) => {
      const found = await this.openLink(sql, token, 'confirm');
      if (!found || found.used || !(await lockSubmission(sql, kind, found.subjectId, 'unconfirmed')))
        return undefined;
      await eraseSubmission(sql, kind, found.subjectId);
      return found.subjectId;
    });
    if (id) await ledger.add(kind, id, this.#at());
    return Boolean(id);
  }

  /** Erases a submission and those it replaced, at once and again when a backup brings them back (P07). */
  async erase(kind: SubmissionKind, id: string): Promise<void> {
    const { db, ledger, log, onErased } = this.#parts;
    for (const one of [id, ...(await replacedBy(db, kind, id))]) {
      await ledger.add(kind, one, this.#at());
      const mails = await db.transaction(async (sql) => {
        const found = await mailsOf(sql, [one]);
        await eraseSubmission(sql, kind, one);
        return found;
      });
      await onErased(mails);
      log('info', 'erased on demand', { kind, subject: one });
    }
    await scrub(db, log);
  }
}
