import {
  type Form,
  type JoinRequestStatus,
  type JoinRequestSubmission,
  type ProblemIssue,
  type SubmissionAccepted,
} from '../src/contract/index.js';
import { emailKey } from './forms/email.js';
import { joinForm, type FormHouse } from './forms/join-form.js';
import { cleaned, judge } from './forms/judge.js';
import { closest, joinFormWords, type Language } from './forms/words.js';
import { HttpProblem } from './http/problem.js';
import { confirmationMail, confirmedMail } from './mail/compose.js';
import { newId, sha256 } from './secrets.js';
import { addToken, findToken, spendToken } from './store/access-tokens.js';
import { findForm, rememberForm } from './store/forms.js';
import { keepAnswer, takeKey } from './store/idempotency.js';
import {
  addConsentEvent,
  addJoinRequest,
  confirmJoinRequest,
  consentEventsOf,
  countSince,
  eraseJoinRequest,
  findJoinRequest,
  withdrawJoinRequest,
  type StoredJoinRequest,
} from './store/join-requests.js';
import { queueMail } from './store/outbox.js';
import { findCommunity, type StoredCommunity } from './store/publications.js';
import type { Database, Sql } from './store/sql.js';
import { utc } from './time.js';

/** Hours in which a request can be confirmed (TRUST P06). */
export const CONFIRM_WITHIN_HOURS = 48;

const DAY = 86_400_000;

export interface JoinDeskParts {
  db: Database;
  now: () => number;
  house: FormHouse;
  limitPerRecipient: number;
  /** Called when a mail was queued. */
  onMail: () => void;
}

export interface Ticket {
  request: StoredJoinRequest;
  community: StoredCommunity;
}

/** Takes join requests from the form to their confirmation or withdrawal. */
export function createJoinDesk({ db, now, house, limitPerRecipient, onMail }: JoinDeskParts) {
  const served = new Set<string>();

  async function formFor(community: StoredCommunity, language: Language): Promise<Form> {
    const form = joinForm(community, language, house);
    const name = `${form.id} ${form.version}`;
    if (!served.has(name)) {
      await rememberForm(db, form, utc(now()));
      served.add(name);
    }
    return form;
  }

  /** Records a request and queues its mail, once per key: the same key and body get the same answer again. */
  async function submit(
    submission: JoinRequestSubmission,
    key: string,
  ): Promise<{ status: number; answer: SubmissionAccepted }> {
    const community = await findCommunity(db, submission.community);
    if (!community) throw invalid('/community', 'not-an-option', 'No community has this name.');
    if (submission.strand && !community.strands.some((strand) => strand.slug === submission.strand)) {
      throw invalid('/strand', 'not-an-option', 'This community has no such strand.');
    }
    const form = await findForm(db, `join:${community.slug}`, submission.formVersion);
    if (!form) throw invalid('/formVersion', 'not-an-option', 'No form was served under this version.');
    const errors = judge(form, submission.answers, submission.consents);
    if (errors.length > 0) throw new HttpProblem('invalid', { errors });

    const bodySha256 = sha256(JSON.stringify(submission));
    const outcome = await db.transaction(async (sql) => {
      const at = utc(now());
      const known = await takeKey(sql, { scope: 'join-requests', key, bodySha256, at });
      if (known === 'reused') throw new HttpProblem('key-reused');
      if (known) return { status: known.status, answer: JSON.parse(known.answer) as SubmissionAccepted };
      const answer = await record(sql, { submission, form, community, at });
      await keepAnswer(sql, { scope: 'join-requests', key }, { status: 202, answer: JSON.stringify(answer) });
      return { status: 202, answer };
    });
    onMail();
    return outcome;
  }

  async function record(
    sql: Sql,
    {
      submission,
      form,
      community,
      at,
    }: { submission: JoinRequestSubmission; form: Form; community: StoredCommunity; at: string },
  ): Promise<SubmissionAccepted> {
    const answers = cleaned(form, submission.answers);
    const email = String(answers['email']);
    if ((await countSince(sql, emailKey(email), utc(now() - DAY))) >= limitPerRecipient) {
      throw new HttpProblem('too-many', { retryAfter: 3600 });
    }
    const id = newId();
    const formVersion = form.version;
    const sourceSite = submission.sourceSite ?? null;
    await addJoinRequest(sql, {
      id,
      community: community.slug,
      strand: submission.strand ?? null,
      emailKey: emailKey(email),
      receivedAt: at,
      language: form.language,
      formVersion,
      sourceSite,
      answers,
    });
    for (const { purpose, textSha256 } of submission.consents) {
      await addConsentEvent(sql, {
        id: newId(),
        subjectId: id,
        event: 'given',
        purpose,
        textSha256,
        text: form.consents.find((consent) => consent.purpose === purpose)?.text ?? '',
        language: form.language,
        formVersion,
        widgetVersion: submission.widgetVersion ?? null,
        sourceSite,
        at,
      });
    }
    const token = await addToken(sql, {
      purpose: 'confirm',
      subjectId: id,
      createdAt: at,
      expiresAt: utc(now() + CONFIRM_WITHIN_HOURS * 3_600_000),
    });
    const language = languageFor(answers, form.language);
    await queueMail(sql, {
      id: newId(),
      subjectId: id,
      at,
      message: confirmationMail(
        email,
        nameOf(community),
        house.links.confirm(token),
        CONFIRM_WITHIN_HOURS,
        language,
      ),
    });
    return {
      status: 'confirmation-sent',
      message: joinFormWords(closest(form.language)).accepted,
      confirmWithinHours: CONFIRM_WITHIN_HOURS,
    };
  }

  async function open(sql: Sql, token: string, purpose: 'confirm' | 'manage') {
    const found = await findToken(sql, token, purpose, utc(now()));
    const request = found && (await findJoinRequest(sql, found.subjectId));
    const community = request && (await findCommunity(sql, request.community));
    return found && request && community ? { token: found, request, community } : undefined;
  }

  /** What the link of the first mail opens; reading it changes nothing (TRUST D10). */
  async function lookAtConfirmation(
    token: string,
  ): Promise<(Ticket & { state: 'waiting' | 'done' | 'expired' }) | undefined> {
    const found = await open(db, token, 'confirm');
    if (!found) return undefined;
    const state = found.token.used ? 'done' : found.token.expired ? 'expired' : 'waiting';
    return { request: found.request, community: found.community, state };
  }

  /** Confirms once; gives the secret of the page from which the person can see and cancel. */
  async function confirm(token: string): Promise<{ manage: string } | undefined> {
    const done = await db.transaction(async (sql) => {
      const found = await open(sql, token, 'confirm');
      const at = utc(now());
      if (!found || found.token.expired || !(await spendToken(sql, found.token.hash, at))) return undefined;
      const { request, community } = found;
      const outcome = outcomeFor(community, request.strand);
      await confirmJoinRequest(sql, request, outcome, at);
      const consents = await consentEventsOf(sql, request.id);
      for (const consent of consents)
        await addConsentEvent(sql, { ...consent, id: newId(), event: 'confirmed', at });
      const manage = await addToken(sql, {
        purpose: 'manage',
        subjectId: request.id,
        createdAt: at,
        expiresAt: null,
      });
      await queueMail(sql, {
        id: newId(),
        subjectId: request.id,
        at,
        message: confirmedMail(String(request.answers['email']), {
          outcome,
          community: nameOf(community),
          url: house.links.manage(manage),
          language: languageFor(request.answers, request.language),
          receivedAt: request.receivedAt,
          formVersion: request.formVersion,
          sourceSite: request.sourceSite,
          consents,
        }),
      });
      return { manage };
    });
    if (done) onMail();
    return done;
  }

  /** Refuses a request that was not confirmed: nothing of it is kept. */
  async function refuse(token: string): Promise<boolean> {
    return db.transaction(async (sql) => {
      const found = await open(sql, token, 'confirm');
      if (!found || found.token.used || found.request.status !== 'unconfirmed') return false;
      await eraseJoinRequest(sql, found.request.id);
      return true;
    });
  }

  async function look(token: string): Promise<Ticket | undefined> {
    return open(db, token, 'manage');
  }

  async function withdraw(token: string): Promise<boolean> {
    return db.transaction(async (sql) => {
      const found = await open(sql, token, 'manage');
      if (!found) return false;
      if (found.request.status === 'withdrawn') return true;
      const at = utc(now());
      await withdrawJoinRequest(sql, found.request.id, at);
      for (const consent of (await consentEventsOf(sql, found.request.id)).filter(
        ({ event }) => event === 'given',
      )) {
        await addConsentEvent(sql, { ...consent, id: newId(), event: 'withdrawn', at });
      }
      return true;
    });
  }

  return { formFor, submit, lookAtConfirmation, confirm, refuse, look, withdraw };
}
export type JoinDesk = ReturnType<typeof createJoinDesk>;

export const nameOf = (community: StoredCommunity): string => community.shortName ?? community.name;

/** Where a confirmed request goes: the rule of its strand, else that of its community. */
function outcomeFor(
  community: StoredCommunity,
  strand: string | null,
): Extract<JoinRequestStatus, 'accepted' | 'received' | 'waiting'> {
  const access =
    community.status === 'closed'
      ? 'closed'
      : (community.strands.find(({ slug }) => slug === strand)?.access ?? community.status);
  return access === 'open' ? 'accepted' : access === 'closed' ? 'waiting' : 'received';
}

const languageFor = (answers: StoredJoinRequest['answers'], formLanguage: string): Language =>
  closest(typeof answers['language'] === 'string' ? answers['language'] : formLanguage);

function invalid(pointer: string, code: string, detail: string): HttpProblem {
  const errors: ProblemIssue[] = [{ pointer, code, detail }];
  return new HttpProblem('invalid', { errors });
}
