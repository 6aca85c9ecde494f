import type { Selectable } from 'kysely';
import { Registration } from '../../../src/contract/index.js';
import type { Sql } from '../../db/database.js';
import type { Tables } from '../../db/schema.js';
import { readable } from '../../shared/readable.js';
import { pageOf, withConsents } from '../list.js';
import {
  type NewSubmission,
  rowOf,
  type StoredSubmission,
  submissionIn,
  type SubmissionPage,
} from '../submission-row.js';

export type StateOfRegistration = Registration['state'];

export interface NewRegistration extends NewSubmission {
  session: string;
}

export interface StoredRegistration extends StoredSubmission {
  session: string;
  state: StateOfRegistration;
  /** Until when a freed seat is kept for the person. */
  offerUntil: string | null;
}

/** States in which a registration is in force. */
const HOPING = ['confirmed', 'waiting-list', 'offered', 'pending-approval'] as const;

const parse = (row: Selectable<Tables['registrations']>): StoredRegistration => ({
  ...submissionIn(row),
  session: row.session,
  state: row.state as StateOfRegistration,
  offerUntil: row.offer_until,
});

export async function addRegistration(sql: Sql, registration: NewRegistration): Promise<void> {
  await sql.query
    .insertInto('registrations')
    .values({ ...rowOf(sql, registration), session: registration.session, state: 'unconfirmed' })
    .execute();
}

export async function findRegistration({ query }: Sql, id: string): Promise<StoredRegistration | undefined> {
  const row = await query.selectFrom('registrations').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parse(row);
}

/** The earlier registration of the same person for the session, if any is in force. */
export async function findHeld(
  { query }: Sql,
  { session, emailKey }: { session: string; emailKey: string },
): Promise<StoredRegistration | undefined> {
  const row = await query
    .selectFrom('registrations')
    .selectAll()
    .where('session', '=', session)
    .where('email_key', '=', emailKey)
    .where('state', 'in', HOPING)
    .executeTakeFirst();
  return row && parse(row);
}

export async function setRegistrationState(
  { query }: Sql,
  id: string,
  {
    state,
    at,
    confirmedAt,
    offerUntil = null,
  }: { state: StateOfRegistration; at: string; confirmedAt?: string; offerUntil?: string | null },
): Promise<void> {
  await query
    .updateTable('registrations')
    .set({
      state,
      updated_at: at,
      offer_until: offerUntil,
      ...(confirmedAt && { confirmed_at: confirmedAt }),
    })
    .where('id', '=', id)
    .execute();
}

/** Offers that ended before then, of sessions to come for which somebody else waits. */
export async function offersEndedBefore({ query }: Sql, before: string): Promise<StoredRegistration[]> {
  const rows = await query
    .selectFrom('registrations as offered')
    .innerJoin('sessions', 'sessions.id', 'offered.session')
    .selectAll('offered')
    .where('offered.state', '=', 'offered')
    .where('offered.offer_until', '<=', before)
    .where('sessions.status', '<>', 'cancelled')
    .where('sessions.starts_at', '>', before)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('registrations as waiting')
          .select('waiting.id')
          .whereRef('waiting.session', '=', 'offered.session')
          .where('waiting.state', '=', 'waiting-list'),
      ),
    )
    .orderBy('offered.offer_until')
    .orderBy('offered.id')
    .limit(100)
    .execute();
  return readable('registration', rows, parse);
}

/** Confirmed registrations without a reminder, of sessions that start in this range. */
export async function toRemind(
  { query }: Sql,
  { from, to }: { from: string; to: string },
): Promise<StoredRegistration[]> {
  const rows = await query
    .selectFrom('registrations')
    .innerJoin('sessions', 'sessions.id', 'registrations.session')
    .selectAll('registrations')
    .where('registrations.state', '=', 'confirmed')
    .where('registrations.reminded_at', 'is', null)
    .where('sessions.status', '<>', 'cancelled')
    .where('sessions.starts_at', '>', from)
    .where('sessions.starts_at', '<=', to)
    // Whoever is about to be told of a change that can still be taken back is reminded after that.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.subject_id', '=', 'registrations.id')
            .where('outbox.press', 'is not', null)
            .where('outbox.state', '=', 'queued')
            .where('outbox.next_attempt_at', '>', from),
        ),
      ),
    )
    .orderBy('registrations.received_at')
    .orderBy('registrations.id')
    .limit(100)
    .execute();
  return readable('registration', rows, parse);
}

/** Notes that a reminder goes out; false when another process did it first. */
export async function markReminded({ query }: Sql, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('registrations')
    .set({ reminded_at: at })
    .where('id', '=', id)
    .where('reminded_at', 'is', null)
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Registrations that news of a session concern: confirmed, waiting, offered or pending. */
export async function concernedBy({ query }: Sql, session: string): Promise<StoredRegistration[]> {
  const rows = await query
    .selectFrom('registrations')
    .selectAll()
    .where('session', '=', session)
    .where('state', 'in', HOPING)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return readable('registration', rows, parse);
}

/** The identifiers of all registrations for a session. */
export async function registrationsOf({ query }: Sql, session: string): Promise<string[]> {
  const rows = await query.selectFrom('registrations').select('id').where('session', '=', session).execute();
  return rows.map(({ id }) => id);
}

/** Sends the reminder again, because its content has changed. */
export async function remindAgain({ query }: Sql, session: string): Promise<void> {
  await query
    .updateTable('registrations')
    .set({ reminded_at: null })
    .where('session', '=', session)
    .execute();
}

/** The person who has waited longest. */
export async function firstWaiting({ query }: Sql, session: string): Promise<StoredRegistration | undefined> {
  const row = await query
    .selectFrom('registrations')
    .selectAll()
    .where('session', '=', session)
    .where('state', '=', 'waiting-list')
    .orderBy('confirmed_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && parse(row);
}

/** How many of the people who registered here waited before this one. */
export async function countWaitingBefore(
  { query }: Sql,
  { session, confirmedAt, id }: StoredRegistration,
): Promise<number> {
  const { waiting } = await query
    .selectFrom('registrations')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('session', '=', session)
    .where('state', '=', 'waiting-list')
    .where(({ eb, or, and }) =>
      or([
        eb('confirmed_at', '<', confirmedAt),
        and([eb('confirmed_at', '=', confirmedAt), eb('id', '<', id)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return waiting;
}

export interface RegistrationFilter extends SubmissionPage {
  session?: string | undefined;
  state?: StateOfRegistration | undefined;
}

/** Newest first, each with its place on the waiting list. */
export async function listRegistrations(
  sql: Sql,
  { session, state, ...page }: RegistrationFilter,
): Promise<Registration[]> {
  const placed = sql.query.selectFrom('registrations').select(({ fn }) =>
    fn
      .agg<number>('row_number')
      .over((over) => over.partitionBy(['session', 'state']).orderBy('confirmed_at').orderBy('id'))
      .as('nth'),
  );
  let list = sql.query.selectFrom(placed.selectAll('registrations').as('placed')).selectAll();
  if (session) list = list.where('session', '=', session);
  if (state) list = list.where('state', '=', state);
  const rows = (await pageOf(list, page)).map((row) => {
    const registration = parse(row);
    return { ...registration, position: registration.state === 'waiting-list' ? row.nth : null };
  });
  return (await withConsents(sql, rows)).map((one) => Registration.parse(one));
}
