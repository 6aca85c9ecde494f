import type { Answer, Form, ProblemIssue, SubmissionAccepted } from '../../src/contract/index.js';
import type { ErasureLedger } from '../privacy/erasure-ledger.js';
import { emailKey } from './forms/email.js';
import { cleaned, holdsSensitive, judge } from './forms/validate.js';
import { joinFormWords } from '../i18n/join-form.js';
import { closest, type Language } from '../i18n/language.js';
import { scrub } from '../privacy/retention.js';
import { HttpProblem } from '../http/errors.js';
import type { Limits } from '../security/rate-limits.js';
import type { Log } from '../shared/log.js';
import { CHALLENGE_MS, type Proof, type Proofs } from '../security/proof-of-work.js';
import { newId, sha256 } from '../shared/secrets.js';
import { addToken, findToken } from './access-tokens-repository.js';
import {
  addConsentEvent,
  consentEventsOf,
  type ConsentEvent,
  type SubjectKind,
} from './consents-repository.js';
import { isSpent, spendProof } from '../security/counters-repository.js';
import { findForm, rememberForm } from './forms/repository.js';
import { hasKey, keepAnswer, takeKey } from './idempotency-repository.js';
import { queueMail, type Message } from '../mail/outbox.js';
import type { Database, Sql } from '../db/database.js';
import { eraseSubject, lockSubject, mailsOf, replacedBy, setAnswers } from './repository.js';
import type { NewSubmission } from './submission-row.js';
import { utc } from '../../src/contract/time-zone.js';

/** Hours in which a request can be confirmed (P06). */
export const CONFIRM_WITHIN_HOURS = 48;

export interface IntakeParts {
  db: Database;
  now: () => number;
  log: Log;
  limits: Limits;
  proofs: Proofs;
  ledger: ErasureLedger;
  /** Called when a mail was queued. */
  onMail: () => void;
  /** Called with the mails of a person who asked for erasure. */
  onErased: (mails: readonly string[]) => Promise<void>;
}

/** What every form sends. */
interface Submission {
  formVersion: string;
  answers: Record<string, Answer>;
  consents: readonly { purpose: string; textSha256: string }[];
  sourceSite?: string | null | undefined;
  widgetVersion?: string | null | undefined;
  proof?: string | null | undefined;
  website?: string | undefined;
  /**
   * Of what a form sends without scripts: when the hosted page was opened; empty for a page of somebody else, null when no
   * page sent it. No proof is asked of a page.
   */
  opened?: string | null;
}

/** A submission that was judged and can be kept. */
export interface Accepted extends NewSubmission {
  at: string;
  form: Form;
  email: string;
  /** The language in which to write to the person. */
  writeIn: Language;
}

/** What is the same for whatever people send: judged by the form they read, taken once, confirmed by mail. */
export function createIntake(parts: IntakeParts) {
  const { db, now, log, limits, proofs, ledger, onMail, onErased } = parts;
  const served = new Set<string>();

  /** Keeps a form before it is served. */
  async function serve(form: Form): Promise<Form> {
    const name = `${form.id} ${form.version}`;
    if (!served.has(name)) {
      await rememberForm(db, form, utc(now()));
      served.add(name);
    }
    return form;
  }

  /**
   * Records a submission and queues its first mail, once per key: the same key and body get the same answer again.
   */
  async function take<S extends Submission>(
    submission: S,
    about: {
      kind: SubjectKind;
      formId: string;
      /** Whose submissions are counted together. */
      community: string;
      key: string;
      record: (sql: Sql, accepted: Accepted) => Promise<void>;
      /** The first mail, which holds the secret link. */
      mail: (to: string, token: string, language: Language) => Message;
      /** What the person is told; the same for known and unknown addresses. */
      message: (language: Language) => string;
    },
  ): Promise<{ status: number; answer: SubmissionAccepted }> {
    const { kind, formId, key } = about;
    const form = await findForm(db, formId, submission.formVersion);
    if (!form) throw invalid('/formVersion', 'not-an-option', 'No form was served under this version.');
    const errors = judge(form, submission.answers, submission.consents);
    if (errors.length > 0) throw new HttpProblem('invalid', { errors });

    const { proof: proofText, ...body } = submission;
    const bodySha256 = sha256(JSON.stringify(body));
    const proof = await proofOf(form, submission, proofText);
    const scope = `${kind}s`;
    // Counted once it is good and new: neither junk nor a repeated try closes a community to others.
    const isNew = !proof.fault && !(await isSpent(db, proof.spends)) && !(await hasKey(db, { scope, key }));
    if (isNew) await limits.community(about.community);
    const outcome = await db.transaction(async (sql) => {
      const at = utc(now());
      const known = await takeKey(sql, { scope, key, bodySha256, at });
      if (known === 'reused') throw new HttpProblem('key-reused');
      if (known) return { status: known.status, answer: JSON.parse(known.answer) as SubmissionAccepted };
      await spend(sql, proof, form);
      const answers = cleaned(form, submission.answers);
      const email = String(answers['email']);
      const accepted: Accepted = {
        id: newId(),
        at,
        form,
        email,
        emailKey: emailKey(email),
        receivedAt: at,
        language: form.language,
        formVersion: form.version,
        writeIn: languageFor(answers, form.language),
        answers,
        hasSensitive: holdsSensitive(form, answers),
        review: [submission.website ? 'trap' : '', proof.review ?? ''].filter(Boolean),
        sourceSite: submission.sourceSite ?? null,
      };
      await about.record(sql, accepted);
      await keepConsents(sql, kind, submission, accepted);
      await inviteToConfirm(sql, accepted, about.mail);
      const answer: SubmissionAccepted = {
        status: 'confirmation-sent',
        message: about.message(closest(form.language)),
        confirmWithinHours: CONFIRM_WITHIN_HOURS,
      };
      await keepAnswer(sql, { scope, key }, { status: 202, answer: JSON.stringify(answer) });
      return { status: 202, answer };
    });
    onMail();
    return outcome;
  }

  /** The proof of work; of a hosted page, how fast it came back. */
  async function proofOf(
    form: Form,
    submission: Submission,
    text: string | null | undefined,
  ): Promise<Proof> {
    if (submission.opened === undefined) return proofs.read(form.id, text);
    const { opened } = submission;
    const isTooFast = proofs.isTooFast(form.id, opened);
    return {
      review: opened === null ? 'no-proof' : isTooFast ? 'too-fast' : null,
      fault: null,
      spends: null,
    };
  }

  /** Throws when the proof is no good, or was used already: whoever sent it may do another and send again. */
  async function spend(sql: Sql, { fault, spends }: Proof, form: Form): Promise<void> {
    const isFresh = !spends || (await spendProof(sql, spends, utc(now() + CHALLENGE_MS)));
    if (!fault && isFresh) return;
    const { proof } = joinFormWords(closest(form.language)).issues;
    throw invalid('/proof', fault ?? 'spent', proof);
  }

  /** Queues the first mail, in its turn; an address that has enough of them waiting gets none (S07). */
  async function inviteToConfirm(
    sql: Sql,
    { id, at, email, emailKey: recipient, writeIn }: Accepted,
    mail: (to: string, token: string, language: Language) => Message,
  ): Promise<void> {
    const turn = await limits.mailTurn(sql, recipient);
    if (!turn) {
      log('warn', 'a recipient has enough mails waiting: none was added', { subject: id });
      return;
    }
    const token = await addToken(sql, {
      purpose: 'confirm',
      subjectId: id,
      createdAt: at,
      expiresAt: utc(Date.parse(turn) + CONFIRM_WITHIN_HOURS * 3_600_000),
    });
    await queueMail(sql, { subjectId: id, at, notBefore: turn, message: mail(email, token, writeIn) });
  }

  async function keepConsents(sql: Sql, kind: SubjectKind, submission: Submission, accepted: Accepted) {
    const { form, id, at, sourceSite } = accepted;
    for (const { purpose, textSha256 } of submission.consents) {
      await addConsentEvent(sql, {
        id: newId(),
        subjectKind: kind,
        subjectId: id,
        event: 'given',
        purpose,
        textSha256,
        text: form.consents.find((consent) => consent.purpose === purpose)?.text ?? '',
        language: form.language,
        formVersion: form.version,
        widgetVersion: submission.widgetVersion ?? null,
        sourceSite,
        at,
      });
    }
  }

  /** Adds to the proof that the consents given were confirmed, or withdrawn; tells which were given. */
  async function markConsents(
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

  /** The page from which the person sees and cancels. */
  const manageToken = (sql: Sql, subjectId: string, at: string) =>
    addToken(sql, { purpose: 'manage', subjectId, createdAt: at, expiresAt: null });

  /** What a link opens; with the kind of what it opens, nobody else changes that until the transaction ends. */
  async function opens(sql: Sql, token: string, purpose: 'confirm' | 'manage', kind?: SubjectKind) {
    const found = await findToken(sql, token, purpose, utc(now()));
    if (found && kind) await lockSubject(sql, kind, found.subjectId);
    return found;
  }

  /** Changes the answers of who holds the link; their address stays, since it is what proves that it is them. */
  async function correct(
    kind: SubjectKind,
    submission: { id: string; answers: Record<string, Answer> },
    form: Form,
    answers: Record<string, Answer>,
  ): Promise<ProblemIssue[]> {
    const wanted = { ...answers, email: submission.answers['email']! };
    const errors = judge(form, wanted, []);
    if (errors.length > 0) return errors;
    const kept = cleaned(form, wanted);
    await setAnswers(db, kind, submission.id, {
      answers: kept,
      formVersion: form.version,
      hasSensitive: holdsSensitive(form, kept),
      at: utc(now()),
    });
    return [];
  }

  /** Withdraws one consent, or all of them, and nothing else (P05); what a submission replaced follows. */
  async function withdrawConsent(kind: SubjectKind, id: string, purpose: string | null): Promise<void> {
    await db.transaction(async (sql) => {
      for (const one of [id, ...(await replacedBy(sql, kind, id))])
        if (await lockSubject(sql, kind, one)) await markConsents(sql, one, 'withdrawn', utc(now()), purpose);
    });
  }

  /** Refuses what was not confirmed: nothing of it is kept. */
  async function refuse(kind: SubjectKind, token: string): Promise<boolean> {
    const id = await db.transaction(async (sql) => {
      const found = await opens(sql, token, 'confirm');
      if (!found || found.used || !(await lockSubject(sql, kind, found.subjectId, 'unconfirmed')))
        return undefined;
      await eraseSubject(sql, kind, found.subjectId);
      return found.subjectId;
    });
    if (id) await ledger.add(kind, id, utc(now()));
    return Boolean(id);
  }

  /** Erases all there is of a submission and of those it replaced, at once and in what backups bring back (P07). */
  async function erase(kind: SubjectKind, id: string): Promise<void> {
    for (const one of [id, ...(await replacedBy(db, kind, id))]) {
      await ledger.add(kind, one, utc(now()));
      const mails = await db.transaction(async (sql) => {
        const found = await mailsOf(sql, one);
        await eraseSubject(sql, kind, one);
        return found;
      });
      await onErased(mails);
      log('info', 'erased on demand', { kind, subject: one });
    }
    await scrub(db, log);
  }

  return { serve, take, markConsents, manageToken, opens, correct, withdrawConsent, refuse, erase };
}
export type Intake = ReturnType<typeof createIntake>;

export const languageFor = (answers: Record<string, Answer>, formLanguage: string): Language =>
  closest(typeof answers['language'] === 'string' ? answers['language'] : formLanguage);

export function invalid(pointer: string, code: string, detail: string): HttpProblem {
  const errors: ProblemIssue[] = [{ pointer, code, detail }];
  return new HttpProblem('invalid', { errors });
}
