import { Registration } from '../../../src/contract/index.js';
import type { Row, Sql } from '../../db/database.js';
import {
  addSubmission,
  listSubmissions,
  submissionIn,
  textOrNull,
  type NewSubmission,
  type StoredSubmission,
  type SubmissionCursor,
} from '../submission-row.js';

export type RegistrationState = Registration['state'];

export interface NewRegistration extends NewSubmission {
  session: string;
}

export interface StoredRegistration extends StoredSubmission {
  session: string;
  state: RegistrationState;
  /** Until when a freed seat is kept for the person. */
  offerUntil: string | null;
}

const parse = (row: Row): StoredRegistration => ({
  ...submissionIn(row),
  session: String(row['session']),
  state: String(row['state']) as RegistrationState,
  offerUntil: textOrNull(row['offer_until']),
});

export const addRegistration = (sql: Sql, registration: NewRegistration): Promise<void> =>
  addSubmission(sql, 'registration', registration, {
    session: registration.session,
  });

export async function findRegistration(sql: Sql, id: string): Promise<StoredRegistration | undefined> {
  const [row] = await sql.all(`select * from registrations where id = $1`, [id]);
  return row && parse(row);
}

/** What the same person holds already for the session, if anything. */
export async function findHeld(
  sql: Sql,
  { session, emailKey }: { session: string; emailKey: string },
): Promise<StoredRegistration | undefined> {
  const [row] = await sql.all(
    `select * from registrations
     where session = $1 and email_key = $2 and state in ('confirmed', 'waiting-list', 'offered', 'pending-approval')`,
    [session, emailKey],
  );
  return row && parse(row);
}

export async function setRegistrationState(
  sql: Sql,
  id: string,
  change: { state: RegistrationState; at: string; confirmedAt?: string; offerUntil?: string },
): Promise<void> {
  await sql.run(
    `update registrations set state = $1, updated_at = $2, confirmed_at = coalesce($3, confirmed_at), offer_until = $4
     where id = $5`,
    [change.state, change.at, change.confirmedAt ?? null, change.offerUntil ?? null, id],
  );
}

/** Seats of sessions to come that were offered until before then, and that somebody else waits for. */
export async function offersEndedBefore(sql: Sql, before: string): Promise<StoredRegistration[]> {
  const rows = await sql.all(
    `select offered.* from registrations as offered join sessions on sessions.id = offered.session
     where offered.state = 'offered' and offered.offer_until <= $1
       and sessions.status <> 'cancelled' and sessions.starts_at > $1 and exists (
         select 1 from registrations as waiting
         where waiting.session = offered.session and waiting.state = 'waiting-list')
     order by offered.offer_until, offered.id limit 100`,
    [before],
  );
  return rows.map(parse);
}

/** Those with a seat who have not been reminded of a session that starts in this stretch of time. */
export async function toRemind(
  sql: Sql,
  { from, to }: { from: string; to: string },
): Promise<StoredRegistration[]> {
  const rows = await sql.all(
    `select registrations.* from registrations join sessions on sessions.id = registrations.session
     where registrations.state = 'confirmed' and registrations.reminded_at is null
       and sessions.status <> 'cancelled' and sessions.starts_at > $1 and sessions.starts_at <= $2
     order by registrations.received_at, registrations.id limit 100`,
    [from, to],
  );
  return rows.map(parse);
}

/** Notes that a reminder goes out; false when another process did it first. */
export async function markReminded(sql: Sql, id: string, at: string): Promise<boolean> {
  return (
    (await sql.run(
      `update registrations set reminded_at = $1 where id = $2 and reminded_at is null and state = 'confirmed'`,
      [at, id],
    )) === 1
  );
}

/** Those who have something to be told about a session: who has a seat, or hopes for one. */
export async function concernedBy(sql: Sql, session: string): Promise<StoredRegistration[]> {
  const rows = await sql.all(
    `select * from registrations where session = $1
       and state in ('confirmed', 'waiting-list', 'offered', 'pending-approval') order by received_at, id`,
    [session],
  );
  return rows.map(parse);
}

/** What is told in the reminder has changed: it goes out again. */
export async function remindAgain(sql: Sql, session: string): Promise<void> {
  await sql.run(`update registrations set reminded_at = null where session = $1`, [session]);
}

/** The person who has waited longest. */
export async function firstWaiting(sql: Sql, session: string): Promise<StoredRegistration | undefined> {
  const [row] = await sql.all(
    `select * from registrations where session = $1 and state = 'waiting-list' order by confirmed_at, id limit 1`,
    [session],
  );
  return row && parse(row);
}

/** How many of the people who registered here waited before this one. */
export async function countWaitingBefore(sql: Sql, registration: StoredRegistration): Promise<number> {
  const [row] = await sql.all(
    `select count(*) as n from registrations where session = $1 and state = 'waiting-list'
       and (confirmed_at < $2 or (confirmed_at = $2 and id < $3))`,
    [registration.session, registration.confirmedAt, registration.id],
  );
  return Number(row?.['n']);
}

export interface RegistrationFilter {
  session?: string | undefined;
  state?: RegistrationState | undefined;
  after?: SubmissionCursor | undefined;
  limit: number;
}

/** Newest first, each with its place on the waiting list. */
export async function listRegistrations(
  sql: Sql,
  { session, state, ...page }: RegistrationFilter,
): Promise<Registration[]> {
  const found = await listSubmissions(
    sql,
    `(select registrations.*, row_number() over (partition by session, state order by confirmed_at, id) as place
      from registrations) as placed`,
    { equals: { session, state }, ...page },
    (row) => {
      const registration = parse(row);
      const position = registration.state === 'waiting-list' ? Number(row['place']) : null;
      return { ...registration, position };
    },
  );
  return found.map((one) => Registration.parse(one));
}
