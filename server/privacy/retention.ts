import { utc } from '../../src/contract/time-zone.js';
import type { Database } from '../db/database.js';
import { forgetJournalBefore } from '../bureau/journal/repository.js';
import { forgetPressesBefore } from '../bureau/presses/repository.js';
import { forgetRevisionsBefore } from '../bureau/revisions/repository.js';
import { forgetEntriesBefore } from '../bureau/sign-in/repository.js';
import { forgetSentBefore } from '../mail/outbox.js';
import type { Log } from '../shared/log.js';
import type { SubmissionKind } from '../submissions/consents-repository.js';
import { findForm } from '../submissions/forms/repository.js';
import { forgetKeysBefore } from '../submissions/idempotency-repository.js';
import {
  eraseSubmission,
  inStateSince,
  registrationsOfSessionsBefore,
  sensitiveSince,
  setAnswers,
  submissionKinds,
  unconfirmedBefore,
} from '../submissions/repository.js';
import { scrub } from './scrub.js';

const DAY = 86_400_000;

/** How long what is not needed any more stays, in days; docs/privacy.md says the same in words. */
export const retention = {
  /** A submission that nobody confirmed (P06). */
  unconfirmed: 7,
  /** A registration, after its session: 12 months (P08). */
  registration: 365,
  /** A join request, after the person left, was declined, or was told of a reopening: 12 months. */
  left: 365,
  /** An address that waits for a community to reopen: 3 years, as for any silent prospect (CNIL; P08). */
  waiting: 3 * 365,
  /** A join request that nobody answered: 12 months. */
  unanswered: 365,
  /** A participant who has not changed anything since: 3 years (CNIL, last contact). */
  participant: 3 * 365,
  /** A proposal, after the answer to it, its withdrawal or its arrival: 3 years. */
  proposal: 3 * 365,
  /** The answer kept for an idempotency key: a day at the least (L01). */
  idempotencyKey: 2,
  /** The trace that a mail was sent; its words are forgotten when it is. */
  sentMail: 30,
  /** Ways into the desk that ended: links, codes, devices. */
  entry: 7,
  /** What a press of the team changed: states and identifiers. */
  press: 1,
  /** Versions that nothing shows any more: 24 months. */
  revision: 730,
  /** What the team did: 12 months. */
  journal: 365,
};

export interface Purged {
  unconfirmed: number;
  registrations: number;
  requests: number;
  proposals: number;
  /** Submissions whose sensitive answers were erased before the rest. */
  sensitive: number;
}

/** Erases what has been kept long enough. Run every day, by any process; it leaves a line in the log. */
export async function purge(db: Database, log: Log, now: number): Promise<Purged> {
  const before = (days: number) => utc(now - days * DAY);
  const erase = async (kind: SubmissionKind, some: () => Promise<string[]>): Promise<number> => {
    let count = 0;
    for (;;) {
      const ids = await some();
      if (ids.length === 0) return count;
      for (const id of ids) await db.transaction((sql) => eraseSubmission(sql, kind, id, false));
      count += ids.length;
    }
  };
  let unconfirmed = 0;
  for (const kind of submissionKinds) {
    unconfirmed += await erase(kind, () => unconfirmedBefore(db, kind, before(retention.unconfirmed)));
  }
  const registrations = await erase('registration', () =>
    registrationsOfSessionsBefore(db, before(retention.registration)),
  );
  const left = await erase('join-request', () =>
    inStateSince(db, 'join-request', ['withdrawn', 'declined', 'told'], before(retention.left)),
  );
  const silent = await erase('join-request', () =>
    inStateSince(db, 'join-request', ['waiting'], before(retention.waiting)),
  );
  const unanswered = await erase('join-request', () =>
    inStateSince(db, 'join-request', ['received'], before(retention.unanswered)),
  );
  const participants = await erase('join-request', () =>
    inStateSince(db, 'join-request', ['accepted'], before(retention.participant)),
  );
  const proposals = await erase('proposal', () =>
    inStateSince(
      db,
      'proposal',
      ['submitted', 'under-study', 'accepted', 'declined', 'withdrawn'],
      before(retention.proposal),
    ),
  );
  const sensitive = await forgetSensitive(db, now);
  const keys = await forgetKeysBefore(db, before(retention.idempotencyKey));
  const mails = await forgetSentBefore(db, before(retention.sentMail));
  const entries = await forgetEntriesBefore(db, before(retention.entry));
  await forgetPressesBefore(db, before(retention.press));
  await forgetRevisionsBefore(db, before(retention.revision));
  const lines = await forgetJournalBefore(db, before(retention.journal));
  const purged = {
    unconfirmed,
    registrations,
    requests: left + silent + unanswered + participants,
    proposals,
    sensitive,
  };
  if (Object.values(purged).some(Boolean)) await scrub(db, log);
  log('info', 'purge done', { ...purged, keys, mails, entries, lines });
  return purged;
}

/** Erases sensitive answers once their own time is up: each form says how many days (P09). */
async function forgetSensitive(db: Database, now: number): Promise<number> {
  let count = 0;
  for (const { kind, id, formId, formVersion, answers, since } of await sensitiveSince(db)) {
    const age = (now - Date.parse(since)) / DAY;
    const form = await findForm(db, formId, formVersion);
    const sensitive = (form?.fields ?? []).filter((field) => field.sensitive && field.name in answers);
    const over = sensitive.filter((field) => field.sensitive!.days < age);
    if (over.length === 0 && sensitive.length > 0) continue;
    const kept = Object.fromEntries(
      Object.entries(answers).filter(([name]) => !over.some((field) => field.name === name)),
    );
    await setAnswers(db, kind, id, {
      answers: kept,
      formVersion,
      hasSensitive: over.length < sensitive.length,
      at: since,
    });
    if (over.length) count++;
  }
  return count;
}
