import { Registration } from '../../src/contract/index.js';
import { consentsOf } from './consents.js';
import type { Row, Sql, SqlValue } from './sql.js';
import {
  isAfter,
  submissionIn,
  type NewSubmission,
  type StoredSubmission,
  type SubmissionPlace,
} from './submission-row.js';

export type RegistrationState = Registration['state'];

export interface NewRegistration extends NewSubmission {
  session: string;
}

export interface StoredRegistration extends StoredSubmission {
  session: string;
  state: RegistrationState;
}

const parse = (row: Row): StoredRegistration => ({
  ...submissionIn(row),
  session: String(row['session']),
  state: String(row['state']) as RegistrationState,
});

export async function addRegistration(sql: Sql, registration: NewRegistration): Promise<void> {
  await sql.run(
    `insert into registrations (id, session, state, email_key, received_at, confirmed_at, updated_at, language,
       form_version, source_site, answers)
     values ($1, $2, 'unconfirmed', $3, $4, null, $4, $5, $6, $7, $8)`,
    [
      registration.id,
      registration.session,
      registration.emailKey,
      registration.receivedAt,
      registration.language,
      registration.formVersion,
      registration.sourceSite,
      JSON.stringify(registration.answers),
    ],
  );
}

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
     where session = $1 and email_key = $2 and state in ('confirmed', 'waiting-list', 'pending-approval')`,
    [session, emailKey],
  );
  return row && parse(row);
}

export async function setRegistrationState(
  sql: Sql,
  id: string,
  change: { state: RegistrationState; at: string; confirmedAt?: string },
): Promise<void> {
  await sql.run(
    `update registrations set state = $1, updated_at = $2, confirmed_at = coalesce($3, confirmed_at) where id = $4`,
    [change.state, change.at, change.confirmedAt ?? null, id],
  );
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
  after?: SubmissionPlace | undefined;
  limit: number;
}

/** Newest first, each with its place on the waiting list. */
export async function listRegistrations(sql: Sql, filter: RegistrationFilter): Promise<Registration[]> {
  const values: SqlValue[] = [];
  const value = (one: SqlValue) => `$${values.push(one)}`;
  const conditions = ['1 = 1'];
  if (filter.session) conditions.push(`session = ${value(filter.session)}`);
  if (filter.state) conditions.push(`state = ${value(filter.state)}`);
  if (filter.after) conditions.push(isAfter(filter.after, value));
  const rows = await sql.all(
    `select * from (
       select registrations.*, row_number() over (partition by session, state order by confirmed_at, id) as place
       from registrations) as placed
     where ${conditions.join(' and ')} order by received_at desc, id desc limit ${value(filter.limit)}`,
    values,
  );
  const registrations = rows.map((row) => {
    const registration = parse(row);
    return { ...registration, position: registration.state === 'waiting-list' ? Number(row['place']) : null };
  });
  const consents = await consentsOf(
    sql,
    registrations.map(({ id }) => id),
  );
  return registrations.map((one) => Registration.parse({ ...one, consents: consents.get(one.id) ?? [] }));
}

/** Registrations for sessions that ended before then. */
export async function registrationsOfSessionsBefore(sql: Sql, before: string): Promise<string[]> {
  const rows = await sql.all(
    `select registrations.id from registrations join sessions on sessions.id = registrations.session
     where sessions.ends_at < $1 limit 500`,
    [before],
  );
  return rows.map((row) => String(row['id']));
}
