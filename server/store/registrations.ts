import { Registration, type Answer } from '../../src/contract/index.js';
import type { Row, Sql, SqlValue } from './sql.js';

export type RegistrationState = Registration['state'];

export interface NewRegistration {
  id: string;
  session: string;
  emailKey: string;
  receivedAt: string;
  language: string;
  formVersion: string;
  sourceSite: string | null;
  answers: Record<string, Answer>;
}

export interface StoredRegistration extends NewRegistration {
  state: RegistrationState;
  confirmedAt: string | null;
}

const text = (value: SqlValue | undefined) => (value == null ? null : String(value));

const parse = (row: Row): StoredRegistration => ({
  id: String(row['id']),
  session: String(row['session']),
  state: String(row['state']) as RegistrationState,
  emailKey: String(row['email_key']),
  receivedAt: String(row['received_at']),
  confirmedAt: text(row['confirmed_at']),
  language: String(row['language']),
  formVersion: String(row['form_version']),
  sourceSite: text(row['source_site']),
  answers: JSON.parse(String(row['answers'])) as Record<string, Answer>,
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
  after?: { receivedAt: string; id: string } | undefined;
  limit: number;
}

/** Newest first, each with its place on the waiting list. */
export async function listRegistrations(sql: Sql, filter: RegistrationFilter): Promise<Registration[]> {
  const values: SqlValue[] = [];
  const value = (one: SqlValue) => `$${values.push(one)}`;
  const conditions = ['1 = 1'];
  if (filter.session) conditions.push(`session = ${value(filter.session)}`);
  if (filter.state) conditions.push(`state = ${value(filter.state)}`);
  if (filter.after) {
    const at = value(filter.after.receivedAt);
    conditions.push(`(received_at < ${at} or (received_at = ${at} and id < ${value(filter.after.id)}))`);
  }
  const rows = await sql.all(
    `select registrations.*, case when state = 'waiting-list' then
       row_number() over (partition by session, state order by confirmed_at, id) end as place
     from registrations where ${conditions.join(' and ')}
     order by received_at desc, id desc limit ${value(filter.limit)}`,
    values,
  );
  return rows.map((row) =>
    Registration.parse({ ...parse(row), position: row['place'] == null ? null : Number(row['place']) }),
  );
}
