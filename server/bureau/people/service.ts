import { utc } from '../../../src/contract/time-zone.js';
import type { Sql } from '../../db/database.js';
import {
  type ConsentEvent,
  consentEventsOf,
  type SubmissionKind,
} from '../../submissions/consents-repository.js';
import type { SelfService } from '../../submissions/self-service/service.js';
import { writeJournal } from '../journal/repository.js';
import { type Note, notesAbout } from '../requests/notes-repository.js';
import { joinRequestsFor, proposalsFor, registrationsFor, type Request } from '../requests/repository.js';
import { type Action, type Actor, may, reachOf } from '../team/rights.js';

export interface SentMail {
  subjectId: string;
  state: string;
  createdAt: string;
  sentAt: string | null;
  error: string | null;
}

/** All that is known of whoever has an address, in the reach of whoever looks. */
export interface Person {
  emailKey: string;
  requests: readonly Request[];
  consents: ReadonlyMap<string, readonly ConsentEvent[]>;
  notes: readonly Note[];
  mails: readonly SentMail[];
}

const DAY = 86_400_000;
/** Whoever animates a session knows what people need for it from then on; before, it is the team's to know. */
const SENSITIVE_BEFORE_MS = 14 * DAY;

/** Whether somebody may read the sensitive answers of a request: they are kept for less long than the rest (P09). */
export function maySeeSensitive(actor: Actor, { session }: Request, now: number): boolean {
  if (reachOf(actor, 'people:read') === 'all') return true;
  return session !== null && now >= Date.parse(session.startsAt) - SENSITIVE_BEFORE_MS;
}

/** The person who sent something; undefined when there is no such thing in reach. */
export async function findPerson(
  sql: Sql,
  actor: Actor,
  kind: SubmissionKind,
  id: string,
  action: Action = 'people:read',
): Promise<Person | undefined> {
  const reach = reachOf(actor, action);
  const [first] = await requestsOf(sql, actor, reach, { kind, id });
  if (!first) return undefined;
  const { emailKey } = first;
  const requests = [
    ...(await joinRequestsFor(sql, { reach, emailKey })),
    ...(await registrationsFor(sql, { reach, emailKey })),
    ...(may(actor, 'proposals:read') ? await proposalsFor(sql, { emailKey }) : []),
  ].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  const ids = requests.map((one) => one.id);
  const consents = new Map<string, ConsentEvent[]>();
  for (const one of ids) consents.set(one, await consentEventsOf(sql, one));
  return {
    emailKey,
    requests,
    consents,
    notes: await notesAbout(sql, ids),
    mails: await mailsAbout(sql, ids),
  };
}

function requestsOf(
  sql: Sql,
  actor: Actor,
  reach: 'all' | readonly string[],
  { kind, id }: { kind: SubmissionKind; id: string },
): Promise<Request[]> {
  if (kind === 'join-request') return joinRequestsFor(sql, { reach, id });
  if (kind === 'registration') return registrationsFor(sql, { reach, id });
  return may(actor, 'proposals:read') ? proposalsFor(sql, { id }) : Promise.resolve([]);
}

async function mailsAbout({ query }: Sql, subjects: readonly string[]): Promise<SentMail[]> {
  const rows = await query
    .selectFrom('outbox')
    .select(['subject_id', 'state', 'created_at', 'sent_at', 'last_error'])
    .where('subject_id', 'in', subjects)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    subjectId: row.subject_id,
    state: row.state,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    error: row.last_error,
  }));
}

/** Erases all that an address has sent, by the ledger, so that a restored backup forgets it again (P07). */
export async function erasePerson(
  { db, selfService, now }: { db: Sql; selfService: SelfService; now: () => number },
  actor: Actor,
  person: Person,
): Promise<number> {
  // A seat that is given back goes to whoever waits with the next round of jobs.
  for (const request of person.requests) await selfService.erase(request.kind, request.id);
  await writeJournal(
    db,
    {
      actor: actor.id,
      action: 'erase',
      kind: 'person',
      subjectId: '',
      summary: String(person.requests.length),
    },
    utc(now()),
  );
  return person.requests.length;
}
