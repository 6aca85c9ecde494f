import { utc } from '../../../src/contract/time-zone.js';
import type { Database, Sql } from '../../db/database.js';
import { findSession, lockSession, moveSeats } from '../../sessions/repository.js';
import type { SubmissionKind } from '../../submissions/consents-repository.js';
import { findJoinRequest, setJoinRequestStatus } from '../../submissions/join-requests/repository.js';
import type { JoinRequestService } from '../../submissions/join-requests/service.js';
import { findProposal, setProposalStatus } from '../../submissions/proposals/repository.js';
import type { ProposalService } from '../../submissions/proposals/service.js';
import {
  findRegistration,
  setRegistrationState,
  type StateOfRegistration,
} from '../../submissions/registrations/repository.js';
import type { RegistrationService } from '../../submissions/registrations/service.js';
import { newId } from '../../shared/secrets.js';
import { lockSubmission } from '../../submissions/repository.js';
import { writeJournal } from '../journal/repository.js';
import { HOLD_MS } from '../presses/hold.js';
import { beginPress, endPress, findPress, holdingMails, type PressChange } from '../presses/repository.js';
import { type Action, type Actor, may } from '../team/rights.js';
import { addNote, dropNote } from './notes-repository.js';

export const answers = ['accept', 'decline', 'study', 'ask'] as const;
export type AnswerKind = (typeof answers)[number];

/** What the team answers to one person. */
export interface TeamAnswer {
  kind: SubmissionKind;
  id: string;
  answer: AnswerKind;
  /** A word that goes into the mail; the question, where one is asked. 1,000 characters at most. */
  word: string;
}

/** What one press did: those that were answered, and those that waited for no answer any more. */
export interface Answered {
  press: string;
  until: string;
  done: readonly PressChange[];
  skipped: readonly Pick<TeamAnswer, 'kind' | 'id'>[];
}

export const MOST_WORDS = 1_000;

export const actionFor = (kind: SubmissionKind): Action =>
  kind === 'proposal' ? 'proposals:answer' : 'requests:answer';

interface Parts {
  db: Database;
  now: () => number;
  joinRequests: JoinRequestService;
  registrations: RegistrationService;
  proposals: ProposalService;
  onMail: () => void;
}

/** The state of a submission now, and the community that it belongs to. */
export async function stateIn(
  sql: Sql,
  kind: SubmissionKind,
  id: string,
): Promise<{ state: string; community: string | null } | undefined> {
  if (kind === 'join-request') {
    const request = await findJoinRequest(sql, id);
    return request && { state: request.status, community: request.community };
  }
  if (kind === 'registration') {
    const registration = await findRegistration(sql, id);
    const session = registration && (await findSession(sql, registration.session));
    return registration && { state: registration.state, community: session?.community ?? null };
  }
  const proposal = await findProposal(sql, id);
  return proposal && { state: proposal.status, community: null };
}

/** States in which somebody waits for an answer of the team. */
const waiting: Record<SubmissionKind, readonly string[]> = {
  'join-request': ['received'],
  registration: ['pending-approval'],
  proposal: ['submitted', 'under-study'],
};

/**
 * Answers many at once, in one transaction: all mails wait for two minutes, in which one press takes all of it back. What
 * somebody else answered or the person withdrew meanwhile is skipped and told, so that nobody is answered twice.
 */
export async function answerMany(
  parts: Parts,
  actor: Actor,
  wanted: readonly TeamAnswer[],
  key = newId(),
): Promise<Answered> {
  const { db, now } = parts;
  const at = utc(now());
  const press = { id: key, memberId: actor.id, at, until: utc(now() + HOLD_MS) };
  return db.transaction(async (sql) => {
    if (!(await beginPress(sql, press))) {
      const { changes, until } = (await findPress(sql, key))!;
      return { press: key, until, done: changes, skipped: [] };
    }
    // In one order, whoever presses: two presses never wait for one another.
    const inOrder = [...wanted].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const session of await sessionsOf(sql, inOrder)) await lockSession(sql, session);
    for (const { kind, id } of inOrder) await lock(sql, kind, id);
    const subjects = inOrder.map(({ id }) => id);
    const done: PressChange[] = [];
    const skipped: TeamAnswer[] = [];
    await holdingMails(sql, { subjects, press }, async () => {
      for (const one of inOrder) {
        const change = await answer(sql, parts, { actor, at }, one);
        if (change) done.push(change);
        else skipped.push(one);
      }
    });
    await endPress(sql, key, done);
    return { press: key, until: press.until, done, skipped };
  });
}

/** Answers one; undefined when it waits for no such answer, or not of this member. */
async function answer(
  sql: Sql,
  parts: Parts,
  { actor, at }: { actor: Actor; at: string },
  one: TeamAnswer,
): Promise<PressChange | undefined> {
  const { kind, id } = one;
  const before = await stateIn(sql, kind, id);
  if (!before || !waiting[kind].includes(before.state)) return undefined;
  const { community } = before;
  if (!may(actor, actionFor(kind), kind === 'proposal' ? undefined : community)) return undefined;
  const to = await decide(sql, parts, one);
  if (to === undefined) return undefined;
  const note =
    one.answer === 'ask'
      ? await addNote(sql, { subjectId: id, author: actor.id, at, kind: 'question', text: one.word })
      : undefined;
  const line = { actor: actor.id, action: 'answer', kind, subjectId: id, community, summary: one.answer };
  await writeJournal(sql, line, at);
  return { kind, id, from: before.state, to, ...(note && { note }) };
}

/** The sessions of some registrations, in the order in which moves lock them. */
async function sessionsOf(sql: Sql, wanted: readonly TeamAnswer[]): Promise<string[]> {
  const ids = wanted.filter(({ kind }) => kind === 'registration').map(({ id }) => id);
  const registrations = await Promise.all(ids.map((id) => findRegistration(sql, id)));
  return [...new Set(registrations.flatMap((one) => one?.session ?? []))].sort();
}

/** Keeps others from changing it until the transaction ends: of a registration, the seats of its session first. */
async function lock(sql: Sql, kind: SubmissionKind, id: string): Promise<void> {
  const registration = kind === 'registration' ? await findRegistration(sql, id) : undefined;
  if (registration) await lockSession(sql, registration.session);
  await lockSubmission(sql, kind, id);
}

/** Decides one; undefined when it waits for no such answer. */
async function decide(
  sql: Sql,
  { joinRequests, registrations, proposals }: Parts,
  { kind, id, answer, word }: TeamAnswer,
): Promise<string | undefined> {
  if (kind === 'proposal') {
    const done = await proposals.decideIn(sql, id, answer, word);
    return typeof done === 'string' ? undefined : done.status;
  }
  if (answer === 'study' || (kind === 'registration' && answer === 'ask')) return undefined;
  if (kind === 'registration') {
    const done = await registrations.decideIn(sql, id, answer as 'accept' | 'decline', word);
    return typeof done === 'string' ? undefined : done.state;
  }
  const done = await joinRequests.decideIn(sql, id, answer, word);
  return typeof done === 'string' ? undefined : done.status;
}

/** Puts one submission back into the state that it had before a press; false when it moved on since. */
export async function restore(
  sql: Sql,
  { kind, id, from, to, note }: PressChange & { kind: SubmissionKind },
  at: string,
): Promise<boolean> {
  await lock(sql, kind, id);
  const now = await stateIn(sql, kind, id);
  if (now?.state !== to) return false;
  if (note) await dropNote(sql, note);
  if (from === to) return true;
  if (kind === 'join-request') await setJoinRequestStatus(sql, id, from as 'received', at);
  else if (kind === 'proposal') await setProposalStatus(sql, id, { status: from as 'submitted', at });
  else await restoreRegistration(sql, id, { from: from as StateOfRegistration, to, at });
  return true;
}

async function restoreRegistration(
  sql: Sql,
  id: string,
  { from, to, at }: { from: StateOfRegistration; to: string; at: string },
): Promise<void> {
  const registration = await findRegistration(sql, id);
  if (!registration) return;
  if (to === 'confirmed') await moveSeats(sql, registration.session, { taken: -1, waiting: 0 });
  if (to === 'waiting-list') await moveSeats(sql, registration.session, { taken: 0, waiting: -1 });
  await setRegistrationState(sql, id, { state: from, at });
}
