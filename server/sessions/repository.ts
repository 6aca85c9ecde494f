import type { Session } from '../../src/contract/index.js';
import { instantOf, utc, type WallClock } from '../../src/contract/time-zone.js';
import type { Sql } from '../db/database.js';
import { fold } from '../shared/normalise.js';
import { readable } from '../shared/readable.js';

type Local<T> = { [K in keyof T]: K extends 'start' | 'end' ? WallClock : T[K] };

/** A session on the wall clock of its zone, so that it stays at its hour whatever the law does to summer time. */
export type StoredSession = Omit<
  Session,
  'start' | 'end' | 'days' | 'registration' | 'series' | 'rescheduledFrom' | 'updatedAt' | 'links'
> & {
  start: WallClock;
  end: WallClock;
  days: Local<Session['days'][number]>[];
  registration: {
    state: Session['registration']['state'];
    opensAt: WallClock | null;
    closesAt: WallClock | null;
  };
  /** With its date of the rule, once the team planned the series or moved the session; and when it was planned last. */
  series: (NonNullable<Session['series']> & { date?: WallClock; plannedAt?: string }) | null;
  rescheduledFrom: Local<NonNullable<Session['rescheduledFrom']>> | null;
  updatedAt: WallClock;
  /** Of the people who wait, how many registered here; the publisher counted the others. */
  waitingHere?: number;
};

interface SessionRow {
  doc: string;
  taken: number;
  waiting: number;
}
/** The columns that a session is read from. */
export const sessionColumns = ['id', 'starts_at', 'doc', 'taken', 'waiting'] as const;

/** The session as published, with the people who registered here since. */
export function sessionIn({ doc, taken, waiting }: SessionRow): StoredSession {
  const session = JSON.parse(doc) as StoredSession;
  return {
    ...session,
    registered: session.registered + taken,
    waitingList: session.waitingList + waiting,
    waitingHere: waiting,
  };
}

/** Columns of a session, derived from its document for searching and counting. */
function columnsOf(session: StoredSession) {
  const at = (wall: WallClock) => utc(instantOf(wall, session.timezone));
  const { state, opensAt, closesAt } = session.registration;
  return {
    community: session.community,
    kind: session.kind,
    mode: session.mode,
    language: session.language,
    status: session.status,
    audience: session.audience,
    series: session.series?.id ?? null,
    starts_at: at(session.start),
    ends_at: at(session.end),
    opens_at: opensAt && at(opensAt),
    closes_at: closesAt && at(closesAt),
    registration: state,
    seats: seatsOf(session),
    search: fold(`${session.title} ${session.summary} ${session.place?.city ?? ''}`),
    doc: JSON.stringify(session),
  };
}

/** Free seats as published; none while people wait for one; null where there is no limit. */
function seatsOf({ capacity, registered, waitingList }: StoredSession): number | null {
  if (capacity === null) return null;
  return waitingList > 0 ? 0 : Math.max(0, capacity - registered);
}

/** Adds or replaces a session; the people who registered here stay. */
export async function putSession(sql: Sql, session: StoredSession): Promise<void> {
  const columns = columnsOf(session);
  await sql.query
    .insertInto('sessions')
    .values({ id: session.id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  await linkResources(sql, session.id, session.resources);
}

/** Links a session to its resources. */
async function linkResources({ query }: Sql, id: string, resources: readonly string[]): Promise<void> {
  await query.deleteFrom('session_resources').where('session_id', '=', id).execute();
  for (const resource of new Set(resources))
    await query.insertInto('session_resources').values({ resource_id: resource, session_id: id }).execute();
}

/** Derives the columns of every session anew. */
export async function reindexSessions(sql: Sql): Promise<void> {
  const rows = await sql.query.selectFrom('sessions').select(['id', 'doc']).execute();
  const read = ({ id, doc }: (typeof rows)[number]) => [id, JSON.parse(doc) as StoredSession] as const;
  for (const [id, session] of readable('session', rows, read)) await updateColumns(sql, id, session);
}

async function updateColumns({ query }: Sql, id: string, session: StoredSession): Promise<void> {
  await query.updateTable('sessions').set(columnsOf(session)).where('id', '=', id).execute();
}

/** A session as it was published, without the people who registered here. */
export async function publishedSession({ query }: Sql, id: string): Promise<StoredSession> {
  const { doc } = await query
    .selectFrom('sessions')
    .select('doc')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return JSON.parse(doc) as StoredSession;
}

/** Changes the published facts of a session. Registrations are counted apart and stay. */
export async function changeSession(sql: Sql, id: string, change: Partial<StoredSession>): Promise<void> {
  await updateColumns(sql, id, { ...(await publishedSession(sql, id)), ...change });
  if (change.resources) await linkResources(sql, id, change.resources);
}

/** Address of the online meeting: only for mails and pages of people who have a seat (S05). */
export async function onlineLinkOf({ query }: Sql, id: string): Promise<string | null> {
  const row = await query
    .selectFrom('sessions')
    .select('online_link')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.online_link ?? null;
}

export async function setOnlineLink({ query }: Sql, id: string, link: string | null): Promise<void> {
  await query.updateTable('sessions').set({ online_link: link }).where('id', '=', id).execute();
}

export async function findSession({ query }: Sql, id: string): Promise<StoredSession | undefined> {
  const row = await query
    .selectFrom('sessions')
    .select(sessionColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && sessionIn(row);
}

/** Locks a session until the transaction ends: nobody else changes its seats meanwhile. */
export async function lockSession({ query }: Sql, id: string): Promise<void> {
  await query
    .updateTable('sessions')
    .set(({ ref }) => ({ taken: ref('taken') }))
    .where('id', '=', id)
    .execute();
}

/**
 * Takes a seat when one is left, else a place on the waiting list. One statement decides, so that as many get in as
 * there are seats, however many ask at once (S18).
 */
export async function takeSeat({ query }: Sql, id: string): Promise<'seat' | 'waiting'> {
  const { numUpdatedRows } = await query
    .updateTable('sessions')
    .set(({ eb }) => ({ taken: eb('taken', '+', 1) }))
    .where('id', '=', id)
    .where('registration', 'in', ['open', 'not-yet-open'])
    .where(({ eb, or, and, ref }) =>
      or([eb('seats', 'is', null), and([eb('taken', '<', ref('seats')), eb('waiting', '=', 0)])]),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return 'seat';
  await moveSeats({ query }, id, { taken: 0, waiting: 1 });
  return 'waiting';
}

/** Sessions to come that have a free seat while somebody waits; seats that the publisher withholds do not count. */
export async function freeWhileWaiting({ query }: Sql, now: string): Promise<string[]> {
  const rows = await query
    .selectFrom('sessions')
    .select('id')
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>', now)
    .whereRef('seats', '>', 'taken')
    .where('waiting', '>', 0)
    .where('registration', 'not in', ['waiting-list', 'full'])
    .orderBy('starts_at')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

/** Counts the waiting list again. */
export async function countWaiting({ query }: Sql, id: string): Promise<void> {
  await query
    .updateTable('sessions')
    .set(({ selectFrom, fn }) => ({
      waiting: selectFrom('registrations')
        .select(fn.countAll<number>().as('all'))
        .where('session', '=', id)
        .where('state', '=', 'waiting-list'),
    }))
    .where('id', '=', id)
    .execute();
}

/** Takes seats and places on the waiting list; negative numbers give them back. */
export async function moveSeats(
  { query }: Pick<Sql, 'query'>,
  id: string,
  { taken, waiting }: { taken: number; waiting: number },
): Promise<void> {
  await query
    .updateTable('sessions')
    .set(({ eb }) => ({ taken: eb('taken', '+', taken), waiting: eb('waiting', '+', waiting) }))
    .where('id', '=', id)
    .execute();
}

/** Removes a session for which nobody registered; false when somebody did. */
export async function removeSession({ query }: Sql, id: string): Promise<boolean> {
  const registered = query.selectFrom('registrations').select('id').where('session', '=', id).limit(1);
  if (await registered.executeTakeFirst()) return false;
  await query.deleteFrom('session_resources').where('session_id', '=', id).execute();
  await query.deleteFrom('sessions').where('id', '=', id).execute();
  return true;
}

/** The date of the rule that a session stands for, wherever it was moved since. */
export const dateInSeries = ({ series, rescheduledFrom, start }: StoredSession): WallClock =>
  series?.date ?? rescheduledFrom?.start ?? start;

/** All sessions as they were published, without the people who registered here. */
export async function allSessions({ query }: Sql): Promise<StoredSession[]> {
  const rows = await query.selectFrom('sessions').select('doc').orderBy('starts_at').orderBy('id').execute();
  return rows.map(({ doc }) => JSON.parse(doc) as StoredSession);
}
