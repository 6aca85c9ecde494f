import type { Answer, Form, SubmissionAccepted } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import type { Database, Sql } from '../db/database.js';
import { joinFormMessages } from '../i18n/join-form.js';
import { closestLanguage, isOurs, type Language } from '../i18n/language.js';
import { queueMail } from '../mail/outbox.js';
import { firstMail, type FirstMailTemplate, type ReceiptAbout } from '../mail/templates.js';
import { consumeChallenge, isConsumed } from '../security/counters-repository.js';
import type { Proof, ProofOfWork } from '../security/proof-of-work.js';
import type { Evidence, RateLimits } from '../security/rate-limits.js';
import { invalid, InvalidError, KeyReusedError } from '../shared/errors.js';
import type { Log } from '../shared/log.js';
import { newId } from '../shared/secrets.js';
import { addToken } from './access-tokens-repository.js';
import { addConsentEvent, type ConsentEvent, type SubmissionKind } from './consents-repository.js';
import { addressKey } from './forms/email.js';
import { findForm, rememberForm } from './forms/repository.js';
import { holdsSensitive, normaliseAnswers, validateAnswers } from './forms/validate.js';
import { hasKey, takeKey } from './idempotency-repository.js';
import type { NewSubmission, StoredSubmission } from './submission-row.js';

/** Hours in which a request can be confirmed (P06). */
export const CONFIRM_WITHIN_HOURS = 48;

/** Used proofs are remembered for longer than any of them is good: four days. */
const USED_PROOF_KEPT_MS = 4 * 86_400_000;
/** Forms that are kept in memory. */
const MAX_FORMS = 500;

/** The fields that every form sends. */
export interface SentSubmission {
  formVersion: string;
  answers: Record<string, Answer>;
  consents: readonly { purpose: string; textSha256: string }[];
  sourceSite?: string | null | undefined;
  widgetVersion?: string | null | undefined;
  proof?: string | null | undefined;
  website?: string | undefined;
  /**
   * When the hosted page was opened, for a form sent without scripts: empty for a page of another site, null when no
   * page sent it. No proof is asked of a page.
   */
  opened?: string | null;
}

/** What a submission is for. */
export interface SubmissionTarget {
  kind: SubmissionKind;
  formId: string;
  /** Key of the limit that the submission counts towards. */
  community: string;
  /** Idempotency key that the sender chose. */
  key: string;
  /** Network address of the sender; empty when unknown. */
  from: string;
}

/** A submission whose answers are valid under the form that was read. */
export interface CheckedSubmission {
  target: SubmissionTarget;
  sent: SentSubmission;
  form: Form;
  proof: Proof;
  bodySha256: string;
}

/** A submission to store. */
export interface AcceptedSubmission extends NewSubmission {
  at: string;
  form: Form;
  email: string;
  /** The language in which to write to the person. */
  writeIn: Language;
}

/** The answer to send, and what to store; nothing is stored for a key that came before. */
export interface Acceptance {
  answer: SubmissionAccepted;
  accepted: AcceptedSubmission | undefined;
}

/** The first mail: it asks to confirm. */
export interface ConfirmationMail {
  template: FirstMailTemplate;
  /** The community or session, as F3E names it. */
  subject: string;
  /** Address of the page that confirms, up to the secret that ends it. */
  confirmAt: string;
  /** Whether the person holds one already, which the confirmation would change. */
  isChange: boolean;
}

export interface SubmissionServiceParts {
  db: Database;
  now: () => number;
  log: Log;
  rateLimits: RateLimits;
  proofOfWork: ProofOfWork;
}

/**
 * The steps that every submission goes through, whatever it asks for: `check` before the transaction; inside it `accept`,
 * the row of its kind, and `inviteToConfirm`.
 */
export class SubmissionService {
  readonly #parts: SubmissionServiceParts;
  /** Forms by id and version, which never change. */
  readonly #forms = new Map<string, Form>();

  constructor(parts: SubmissionServiceParts) {
    this.#parts = parts;
  }

  #at(): string {
    return utc(this.#parts.now());
  }

  /** Stores a form before it is served: a submission is judged by the version that its sender read. */
  async publishForm(form: Form): Promise<Form> {
    if (!this.#forms.has(`${form.id} ${form.version}`)) {
      await rememberForm(this.#parts.db, form, this.#at());
      this.#keep(form);
    }
    return form;
  }

  async #formUnder(id: string, version: string): Promise<Form | undefined> {
    const known = this.#forms.get(`${id} ${version}`);
    if (known) return known;
    const form = await findForm(this.#parts.db, id, version);
    if (form) this.#keep(form);
    return form;
  }

  #keep(form: Form): void {
    if (this.#forms.size >= MAX_FORMS) this.#forms.clear();
    this.#forms.set(`${form.id} ${form.version}`, form);
  }

  /** Checks answers and limits. Throws an `InvalidError` or a `TooManyError`. */
  async check(sent: SentSubmission, target: SubmissionTarget): Promise<CheckedSubmission> {
    const { db, rateLimits } = this.#parts;
    const form = await this.#formUnder(target.formId, sent.formVersion);
    if (!form) throw invalid('/formVersion', 'not-an-option', 'No form was served under this version.');
    const issues = validateAnswers(form, sent.answers, sent.consents);
    if (issues.length > 0) throw new InvalidError(issues);

    const { proof: proofText, ...body } = sent;
    const proof = await this.#proofOf(form, sent, proofText);
    // Count only what is valid and new: neither junk nor a repeated try closes a community to others.
    const isRefused =
      proof.fault !== null || (proof.whenUsed === 'refuse' && (await isConsumed(db, proof.spends)));
    const isNew = !isRefused && !(await hasKey(db, keyOf(target)));
    if (isNew) {
      await rateLimits.ip(target.from);
      await this.#countFor(target.community, await this.#evidenceOf(sent, proof), form);
    }
    return { target, sent, form, proof, bodySha256: db.vault.keyed(`body ${JSON.stringify(body)}`) };
  }

  /** Counts towards the limit of a community; past it, who can make a proof of work must. */
  async #countFor(community: string, evidence: Evidence, form: Form): Promise<void> {
    if ((await this.#parts.rateLimits.community(community, evidence)) === 'goes on') return;
    const { proof } = joinFormMessages(closestLanguage(form.language)).issues;
    throw invalid('/proof', 'required', proof);
  }

  /** What speaks for a submission; a stamp that was used speaks for nothing. */
  async #evidenceOf({ opened }: SentSubmission, { spends }: Proof): Promise<Evidence> {
    const { db, proofOfWork } = this.#parts;
    if (opened !== undefined) return spends && !(await isConsumed(db, spends)) ? 'stamp' : 'none';
    return spends ? 'proof' : proofOfWork.isAsked ? 'askable' : 'none';
  }

  /**
   * Takes the key and consumes the proof of work, in the transaction that stores the submission. `message` is what the
   * person is told: the same for known and unknown addresses.
   */
  async accept(
    sql: Sql,
    { target, sent, form, proof, bodySha256 }: CheckedSubmission,
    message: string,
  ): Promise<Acceptance> {
    const at = this.#at();
    const answer: SubmissionAccepted = {
      status: 'confirmation-sent',
      message,
      confirmWithinHours: CONFIRM_WITHIN_HOURS,
    };
    const known = await takeKey(sql, {
      ...keyOf(target),
      bodySha256,
      at,
      status: 202,
      answer: JSON.stringify(answer),
    });
    if (known === 'reused') throw new KeyReusedError();
    if (known) return { answer: JSON.parse(known.answer) as SubmissionAccepted, accepted: undefined };
    const review = await this.#consume(sql, proof, form);
    const answers = normaliseAnswers(form, sent.answers);
    const email = String(answers['email']);
    const accepted: AcceptedSubmission = {
      id: newId(),
      at,
      form,
      email,
      emailKey: addressKey(sql.vault, email),
      receivedAt: at,
      language: form.language,
      formVersion: form.version,
      writeIn: languageFor(answers, form.language),
      answers,
      hasSensitive: holdsSensitive(form, answers),
      review: [...(sent.website ? ['trap'] : []), ...review],
      sourceSite: sent.sourceSite ?? null,
    };
    await addConsents(sql, target.kind, sent, accepted);
    return { answer, accepted };
  }

  /** Queues the first mail in its turn; those that wait for the same turn are one mail (S07). */
  async inviteToConfirm(
    sql: Sql,
    { id, at, email, writeIn }: AcceptedSubmission,
    { template, subject, confirmAt, isChange }: ConfirmationMail,
  ): Promise<void> {
    const { notBefore, batch } = await this.#parts.rateLimits.mailTurn(sql, email);
    const hours = CONFIRM_WITHIN_HOURS;
    // The worker moves the end when the mail goes.
    const expiresAt = utc(Date.parse(notBefore) + hours * 3_600_000);
    const secret = await addToken(sql, { purpose: 'confirm', subjectId: id, createdAt: at, expiresAt });
    const first = { template, subject, url: `${confirmAt}${secret}`, hours, isChange };
    const message = firstMail(first, { to: email, language: writeIn });
    await queueMail(sql, { subjectId: id, at, notBefore, batch, message });
  }

  /** Reads the proof of work; of a hosted page, the stamp that it was given when it was opened. */
  async #proofOf(form: Form, { opened }: SentSubmission, text: string | null | undefined): Promise<Proof> {
    const { proofOfWork } = this.#parts;
    return opened === undefined ? proofOfWork.read(form.id, text) : proofOfWork.readStamp(form.id, opened);
  }

  /**
   * Uses the proof up; returns why the team should look at the submission, if it should. Throws when the proof is invalid
   * or used already; the sender may make another one and send again.
   */
  async #consume(sql: Sql, { fault, spends, review, whenUsed }: Proof, form: Form): Promise<string[]> {
    const until = utc(this.#parts.now() + USED_PROOF_KEPT_MS);
    const isFresh = !spends || (await consumeChallenge(sql, spends, until));
    if (!fault && isFresh) return review ? [review] : [];
    if (!fault && whenUsed === 'review') return ['no-proof'];
    const { proof } = joinFormMessages(closestLanguage(form.language)).issues;
    throw invalid('/proof', fault ?? 'spent', proof);
  }
}

const keyOf = ({ kind, key }: SubmissionTarget) => ({ scope: `${kind}s`, key });

async function addConsents(
  sql: Sql,
  subjectKind: SubmissionKind,
  { consents, widgetVersion }: SentSubmission,
  { form, id, at, sourceSite }: AcceptedSubmission,
): Promise<void> {
  for (const { purpose, textSha256 } of consents) {
    await addConsentEvent(sql, {
      id: newId(),
      subjectKind,
      subjectId: id,
      event: 'given',
      purpose,
      textSha256,
      text: form.consents.find((consent) => consent.purpose === purpose)?.text ?? '',
      language: form.language,
      formVersion: form.version,
      widgetVersion: widgetVersion ?? null,
      sourceSite,
      at,
    });
  }
}

/** The receipt of a submission, as its second mail holds it. */
export const receiptOf = (submission: StoredSubmission, consents: readonly ConsentEvent[]): ReceiptAbout => ({
  language: languageFor(submission.answers, submission.language),
  receivedAt: submission.receivedAt,
  formVersion: submission.formVersion,
  sourceSite: submission.sourceSite,
  consents,
});

/** The language in which to write to a person: the one asked for where we have it, else that of the form. */
export const languageFor = (answers: Record<string, Answer>, formLanguage: string): Language => {
  const wanted = answers['language'];
  return closestLanguage(typeof wanted === 'string' && isOurs(wanted) ? wanted : formLanguage);
};
