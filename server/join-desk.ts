import type { Form, JoinRequestStatus, JoinRequestSubmission } from '../src/contract/index.js';
import type { FormHouse } from './forms/house.js';
import { joinForm } from './forms/join-form.js';
import { joinFormWords, type Language } from './forms/words.js';
import { CONFIRM_WITHIN_HOURS, invalid, languageFor, type Intake } from './intake.js';
import { confirmedMail, firstMail } from './mail/compose.js';
import { nameOf } from './present.js';
import { newId } from './secrets.js';
import { linkState, spendToken } from './store/access-tokens.js';
import {
  addJoinRequest,
  confirmJoinRequest,
  findJoinRequest,
  withdrawJoinRequest,
  type StoredJoinRequest,
} from './store/join-requests.js';
import { queueMail } from './store/outbox.js';
import { findCommunity, type StoredCommunity } from './store/publications.js';
import type { Database, Sql } from './store/sql.js';
import { eraseSubject } from './store/subjects.js';
import { utc } from './time.js';

export interface DeskParts {
  db: Database;
  now: () => number;
  house: FormHouse;
  intake: Intake;
  /** Called when a mail was queued. */
  onMail: () => void;
}

export interface Ticket {
  request: StoredJoinRequest;
  community: StoredCommunity;
}

/** Takes join requests from the form to their confirmation or withdrawal. */
export function createJoinDesk({ db, now, house, intake, onMail }: DeskParts) {
  const formFor = (community: StoredCommunity, language: Language): Promise<Form> =>
    intake.serve(joinForm(community, language, house));

  /** Records a request and queues its mail, once per key. */
  async function submit(submission: JoinRequestSubmission, key: string) {
    const community = await findCommunity(db, submission.community);
    if (!community) throw invalid('/community', 'not-an-option', 'No community has this name.');
    if (submission.strand && !community.strands.some((strand) => strand.slug === submission.strand)) {
      throw invalid('/strand', 'not-an-option', 'This community has no such strand.');
    }
    return intake.take(submission, {
      kind: 'join-request',
      formId: `join:${community.slug}`,
      key,
      record: (sql, { id, at, form, emailKey, answers, sourceSite }) =>
        addJoinRequest(sql, {
          id,
          community: community.slug,
          strand: submission.strand ?? null,
          emailKey,
          receivedAt: at,
          language: form.language,
          formVersion: form.version,
          sourceSite,
          answers,
        }),
      mail: (to, token, language) =>
        firstMail(
          'confirm',
          to,
          nameOf(community),
          house.links.confirm(token),
          CONFIRM_WITHIN_HOURS,
          language,
        ),
      message: (language) => joinFormWords(language).accepted,
    });
  }

  async function open(sql: Sql, token: string, purpose: 'confirm' | 'manage') {
    const found = await intake.opens(sql, token, purpose);
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
    return { request: found.request, community: found.community, state: linkState(found.token) };
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
      const consents = await intake.markConsents(sql, request.id, 'confirmed', at);
      const manage = await intake.manageToken(sql, request.id, at);
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
      await eraseSubject(sql, 'join-request', found.request.id);
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
      await intake.markConsents(sql, found.request.id, 'withdrawn', at);
      return true;
    });
  }

  return { formFor, submit, lookAtConfirmation, confirm, refuse, look, withdraw };
}
export type JoinDesk = ReturnType<typeof createJoinDesk>;

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
