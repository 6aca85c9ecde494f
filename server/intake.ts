import type { Answer, Form, ProblemIssue, SubmissionAccepted } from '../src/contract/index.js';
import { emailKey } from './forms/email.js';
import { cleaned, judge } from './forms/judge.js';
import { closest, type Language } from './forms/words.js';
import { HttpProblem } from './http/problem.js';
import { newId, sha256 } from './secrets.js';
import { addToken, findToken } from './store/access-tokens.js';
import { addConsentEvent, consentEventsOf, type ConsentEvent, type SubjectKind } from './store/consents.js';
import { findForm, rememberForm } from './store/forms.js';
import { keepAnswer, takeKey } from './store/idempotency.js';
import { queueMail, type Message } from './store/outbox.js';
import type { Database, Sql } from './store/sql.js';
import { countSince } from './store/subjects.js';
import { utc } from './time.js';

/** Hours in which a request can be confirmed (TRUST P06). */
export const CONFIRM_WITHIN_HOURS = 48;

const DAY = 86_400_000;

export interface IntakeParts {
  db: Database;
  now: () => number;
  limitPerRecipient: number;
  /** Called when a mail was queued. */
  onMail: () => void;
}

/** What every form sends. */
interface Submission {
  formVersion: string;
  answers: Record<string, Answer>;
  consents: readonly { purpose: string; textSha256: string }[];
  sourceSite?: string | null | undefined;
  widgetVersion?: string | null | undefined;
}

/** A submission that was judged and can be kept. */
export interface Accepted {
  id: string;
  at: string;
  form: Form;
  email: string;
  emailKey: string;
  language: Language;
  answers: Record<string, Answer>;
  sourceSite: string | null;
}

/** What is the same for whatever people send: judged by the form they read, taken once, confirmed by mail. */
export function createIntake({ db, now, limitPerRecipient, onMail }: IntakeParts) {
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

    const bodySha256 = sha256(JSON.stringify(submission));
    const scope = `${kind}s`;
    const outcome = await db.transaction(async (sql) => {
      const at = utc(now());
      const known = await takeKey(sql, { scope, key, bodySha256, at });
      if (known === 'reused') throw new HttpProblem('key-reused');
      if (known) return { status: known.status, answer: JSON.parse(known.answer) as SubmissionAccepted };
      const answers = cleaned(form, submission.answers);
      const email = String(answers['email']);
      if ((await countSince(sql, emailKey(email), utc(now() - DAY))) >= limitPerRecipient) {
        throw new HttpProblem('too-many', { retryAfter: 3600 });
      }
      const accepted: Accepted = {
        id: newId(),
        at,
        form,
        email,
        emailKey: emailKey(email),
        language: languageFor(answers, form.language),
        answers,
        sourceSite: submission.sourceSite ?? null,
      };
      await about.record(sql, accepted);
      await keepConsents(sql, kind, submission, accepted);
      const token = await addToken(sql, {
        purpose: 'confirm',
        subjectId: accepted.id,
        createdAt: at,
        expiresAt: utc(now() + CONFIRM_WITHIN_HOURS * 3_600_000),
      });
      await queueMail(sql, {
        id: newId(),
        subjectId: accepted.id,
        at,
        message: about.mail(email, token, accepted.language),
      });
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
  ): Promise<ConsentEvent[]> {
    const given = (await consentEventsOf(sql, subjectId)).filter((consent) => consent.event === 'given');
    for (const consent of given) await addConsentEvent(sql, { ...consent, id: newId(), event, at });
    return given;
  }

  /** The page from which the person sees and cancels. */
  const manageToken = (sql: Sql, subjectId: string, at: string) =>
    addToken(sql, { purpose: 'manage', subjectId, createdAt: at, expiresAt: null });

  const opens = (sql: Sql, token: string, purpose: 'confirm' | 'manage') =>
    findToken(sql, token, purpose, utc(now()));

  return { serve, take, markConsents, manageToken, opens };
}
export type Intake = ReturnType<typeof createIntake>;

export const languageFor = (answers: Record<string, Answer>, formLanguage: string): Language =>
  closest(typeof answers['language'] === 'string' ? answers['language'] : formLanguage);

export function invalid(pointer: string, code: string, detail: string): HttpProblem {
  const errors: ProblemIssue[] = [{ pointer, code, detail }];
  return new HttpProblem('invalid', { errors });
}
