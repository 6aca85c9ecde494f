import type { Session, SessionFilters, SessionPage } from '../../src/contract/index.js';
import { anywhere, fold, words } from '../shared/normalise.js';
import { instantOf, utc, type WallClock } from '../../src/contract/time-zone.js';
import { allCommunities } from '../communities/repository.js';
import type { Row, Sql, SqlValue } from '../db/database.js';

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
  /** How many of those who wait registered here, rather than being counted by the publisher. */
  waitingHere?: number;
};

/** The session as published, with the people who registered here since. */
const parse = (row: Row): StoredSession => {
  const session = JSON.parse(String(row['doc'])) as StoredSession;
  return {
    ...session,
    registered: session.registered + Number(row['taken']),
    waitingList: session.waitingList + Number(row['waiting']),
    waitingHere: Number(row['waiting']),
  };
};
const columns = 'id, starts_at, doc, taken, waiting';

/** What the columns of a session say, of its document; the tables find and count by them. */
const columnsOf = (session: StoredSession): Record<string, SqlValue> => {
  const at = (wall: WallClock | null) => wall && utc(instantOf(wall, session.timezone));
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
    opens_at: at(opensAt),
    closes_at: at(closesAt),
    registration: state,
    seats:
      session.capacity === null
        ? null
        : session.waitingList > 0
          ? 0
          : Math.max(0, session.capacity - session.registered),
    search: fold(`${session.title} ${session.summary} ${session.place?.city ?? ''}`),
    doc: JSON.stringify(session),
  };
};

export async function putSession(sql: Sql, session: StoredSession): Promise<void> {
  const row = columnsOf(session);
  const names = Object.keys(row);
  await sql.run(
    `insert into sessions (id, ${names.join(', ')}) values ($1, ${names.map((_, i) => `$${i + 2}`).join(', ')})`,
    [session.id, ...Object.values(row)],
  );
  await linkResources(sql, session.id, session.resources);
}

/** Remembers what came out of a session, to find the session from there. */
async function linkResources(sql: Sql, id: string, resources: readonly string[]): Promise<void> {
  await sql.run(`delete from session_resources where session_id = $1`, [id]);
  for (const resource of new Set(resources)) {
    await sql.run(`insert into session_resources (resource_id, session_id) values ($1, $2)`, [resource, id]);
  }
}

/** The latest session that has begun, of those that each of some resources came out of. */
export async function sessionsOfResources(
  sql: Sql,
  resources: readonly string[],
  now: number,
): Promise<Map<string, StoredSession>> {
  if (!resources.length) return new Map();
  const rows = await sql.all(
    `select resource_id, ${columns} from session_resources join sessions on sessions.id = session_id
     where status <> 'cancelled' and starts_at <= $1
       and resource_id in (${resources.map((_, i) => `$${i + 2}`).join(', ')})
     order by starts_at, id`,
    [utc(now), ...resources],
  );
  return new Map(rows.map((row) => [String(row['resource_id']), parse(row)]));
}

/** Writes anew what the columns of every session say, as this version of the code tells it. */
export async function reindexSessions(sql: Sql): Promise<void> {
  for (const { id, doc } of await sql.all(`select id, doc from sessions`)) {
    await updateColumns(sql, String(id), JSON.parse(String(doc)) as StoredSession);
  }
}

async function updateColumns(sql: Sql, id: string, session: StoredSession): Promise<void> {
  const row = columnsOf(session);
  await sql.run(
    `update sessions set ${Object.keys(row)
      .map((name, i) => `${name} = $${i + 2}`)
      .join(', ')} where id = $1`,
    [id, ...Object.values(row)],
  );
}

/** Changes what its publisher says of a session; who registered here since is counted apart and stays. */
export async function changeSession(sql: Sql, id: string, change: Partial<StoredSession>): Promise<void> {
  const [row] = await sql.all(`select doc from sessions where id = $1`, [id]);
  const before = JSON.parse(String(row?.['doc'])) as StoredSession;
  await updateColumns(sql, id, { ...before, ...change });
  if (change.resources) await linkResources(sql, id, change.resources);
}

/** Where the session takes place online: for mails and pages of those who have a seat only (S05). */
export async function onlineLinkOf(sql: Sql, id: string): Promise<string | null> {
  const [row] = await sql.all(`select online_link from sessions where id = $1`, [id]);
  return row?.['online_link'] == null ? null : String(row['online_link']);
}

export async function setOnlineLink(sql: Sql, id: string, link: string | null): Promise<void> {
  await sql.run(`update sessions set online_link = $1 where id = $2`, [link, id]);
}

/** The first session of each community that has not ended and was not cancelled. */
export async function nextSessions(sql: Sql, now: number): Promise<Map<string, StoredSession>> {
  const rows = await sql.all(
    `select ${columns} from sessions where id in (
       select id from (
         select id, row_number() over (partition by community order by starts_at, id) as place
         from sessions where ends_at > $1 and status <> 'cancelled'
       ) as upcoming where place = 1)`,
    [utc(now)],
  );
  return new Map(rows.map(parse).map((session) => [session.community, session]));
}

export async function findSession(sql: Sql, id: string): Promise<StoredSession | undefined> {
  const [row] = await sql.all(`select ${columns} from sessions where id = $1`, [id]);
  return row && parse(row);
}

/** Keeps the seats of a session for this transaction until it ends: whoever else changes them waits (S18). */
export async function lockSession(sql: Sql, id: string): Promise<void> {
  await sql.run(`update sessions set taken = taken where id = $1`, [id]);
}

/**
 * Takes a seat when one is left, else a place on the waiting list. One statement decides, so that as many get in as
 * there are seats, however many ask at once (S18).
 */
export async function takeSeat(sql: Sql, id: string): Promise<'seat' | 'waiting'> {
  const seat = await sql.run(
    `update sessions set taken = taken + 1
     where id = $1 and registration in ('open', 'not-yet-open') and (seats is null or (taken < seats and waiting = 0))`,
    [id],
  );
  if (seat === 1) return 'seat';
  await sql.run(`update sessions set waiting = waiting + 1 where id = $1`, [id]);
  return 'waiting';
}

/** Sessions to come with a seat that is free, rather than withheld by the publisher, although somebody waits for one. */
export async function freeWhileWaiting(sql: Sql, now: string): Promise<string[]> {
  const rows = await sql.all(
    `select id from sessions where status <> 'cancelled' and starts_at > $1 and seats > taken and waiting > 0
       and registration not in ('waiting-list', 'full')
     order by starts_at, id limit 100`,
    [now],
  );
  return rows.map((row) => String(row['id']));
}

/** Counts again who waits. */
export async function countWaiting(sql: Sql, id: string): Promise<void> {
  await sql.run(
    `update sessions set waiting =
       (select count(*) from registrations where session = $1 and state = 'waiting-list') where id = $1`,
    [id],
  );
}

/** Gives back what was taken; negative counts give it to somebody. */
export async function moveSeats(
  sql: Sql,
  id: string,
  change: { taken: number; waiting: number },
): Promise<void> {
  await sql.run(`update sessions set taken = taken + $1, waiting = waiting + $2 where id = $3`, [
    change.taken,
    change.waiting,
    id,
  ]);
}

/** Where a page of sessions ends: its last start and id. */
export interface SessionCursor {
  startsAt: string;
  id: string;
}

const facetColumns = ['community', 'kind', 'mode', 'language', 'audience'] as const;
type SessionFacet = (typeof facetColumns)[number] | 'available';

/** Names a value in the text of a statement. */
type Bind = (value: SqlValue) => string;
type Condition = (bind: Bind) => string;

/** Conditions that the filters ask for, each known by its facet so that it can be left out. */
type Conditions = { facet?: SessionFacet | undefined; text: Condition }[];

const among =
  (column: string, choice: readonly string[]): Condition =>
  (bind) =>
    `${column} in (${choice.map(bind).join(', ')})`;

/** The text of all conditions but those of one facet, and its values. */
function where(
  conditions: Conditions,
  except?: SessionFacet,
): { text: string; values: SqlValue[]; bind: Bind } {
  const values: SqlValue[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const texts = conditions.filter(({ facet }) => !except || facet !== except).map(({ text }) => text(bind));
  return { text: ['1 = 1', ...texts].join(' and '), values, bind };
}

/** That a place can be had now, in the words of the tables. */
const isAvailable =
  (now: number): Condition =>
  (bind) => {
    const at = bind(utc(now));
    return `(status <> 'cancelled' and audience <> 'participants' and registration in ('open', 'not-yet-open')
      and ends_at > ${at} and (opens_at is null or opens_at <= ${at}) and (closes_at is null or closes_at > ${at})
      and (seats is null or (taken < seats and waiting = 0)))`;
  };

async function conditionsOf(sql: Sql, filters: SessionFilters, now: number): Promise<Conditions> {
  const conditions: Conditions = [];
  for (const facet of facetColumns) {
    const choice = filters[facet];
    if (choice) conditions.push({ facet, text: among(facet, choice) });
  }
  const { series, from, to, theme } = filters;
  if (series) conditions.push({ text: (bind) => `series = ${bind(series)}` });
  if (from) conditions.push({ text: (bind) => `ends_at > ${bind(utc(Date.parse(from)))}` });
  if (to) conditions.push({ text: (bind) => `starts_at < ${bind(utc(Date.parse(to)))}` });
  if (filters.available) conditions.push({ facet: 'available', text: isAvailable(now) });
  if (theme) {
    const slugs = (await allCommunities(sql))
      .filter((community) => community.themes.includes(theme))
      .map((community) => community.slug);
    conditions.push({ text: slugs.length ? among('community', slugs) : () => '1 = 0' });
  }
  for (const word of words(filters.q ?? ''))
    conditions.push({ text: (bind) => `search like ${bind(anywhere(word))} escape '\\'` });
  return conditions;
}

/** A page of sessions, earliest first. */
export async function findSessions(
  sql: Sql,
  query: { filters: SessionFilters; now: number; after?: SessionCursor | undefined; limit: number },
): Promise<{ sessions: StoredSession[]; next: SessionCursor | null }> {
  const conditions = await conditionsOf(sql, query.filters, query.now);
  const { after } = query;
  if (after) {
    conditions.push({
      text: (bind) =>
        `(starts_at > ${bind(after.startsAt)} or (starts_at = ${bind(after.startsAt)} and id > ${bind(after.id)}))`,
    });
  }
  const { text, values, bind } = where(conditions);
  const rows = await sql.all(
    `select ${columns} from sessions where ${text} order by starts_at, id limit ${bind(query.limit + 1)}`,
    values,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    sessions: shown.map(parse),
    next:
      rows.length > query.limit && last
        ? { startsAt: String(last['starts_at']), id: String(last['id']) }
        : null,
  };
}

/** How many sessions the filters find, and what each further filter would leave. */
export async function countSessions(
  sql: Sql,
  filters: SessionFilters,
  now: number,
): Promise<{ total: number; facets: SessionPage['facets'] }> {
  const conditions = await conditionsOf(sql, filters, now);
  const counted = async (facet: (typeof facetColumns)[number]) => {
    const { text, values } = where(conditions, facet);
    const rows = await sql.all(
      `select ${facet} as value, count(*) as n from sessions where ${text} group by ${facet} order by n desc, ${facet}`,
      values,
    );
    return [facet, rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }))] as const;
  };
  const number = async ({ text, values }: { text: string; values: SqlValue[] }) =>
    Number((await sql.all(`select count(*) as n from sessions where ${text}`, values))[0]?.['n']);
  const lists = Object.fromEntries(await Promise.all(facetColumns.map(counted))) as Pick<
    SessionPage['facets'],
    (typeof facetColumns)[number]
  >;
  const others = conditions.filter(({ facet }) => facet !== 'available');
  const available = await number(where([...others, { text: isAvailable(now) }]));
  return {
    total: await number(where(conditions)),
    facets: { ...lists, available: [{ value: 'true', count: available }] },
  };
}

/** The date of the rule that a session stands for, wherever it was moved since. */
export const dateInSeries = ({ series, rescheduledFrom, start }: StoredSession): WallClock =>
  series?.date ?? rescheduledFrom?.start ?? start;

/** All the sessions of a series, in the order in which they were planned. */
export async function sessionsOfSeries(sql: Sql, series: string): Promise<StoredSession[]> {
  const rows = await sql.all(`select ${columns} from sessions where series = $1 order by starts_at, id`, [
    series,
  ]);
  return rows.map(parse).toSorted((a, b) => (dateInSeries(a) < dateInSeries(b) ? -1 : 1));
}

/** The start of the nearest session before and after the range, with the same other filters. */
export async function sessionsAround(
  sql: Sql,
  { from, to, ...others }: SessionFilters,
  now: number,
): Promise<{ before: StoredSession | null; after: StoredSession | null }> {
  const conditions = await conditionsOf(sql, others, now);
  const nearest = async (edge: string | undefined, side: string, order: 'asc' | 'desc') => {
    if (!edge) return null;
    const { text, values } = where([
      ...conditions,
      { text: (bind) => `${side} ${bind(utc(Date.parse(edge)))}` },
    ]);
    const [row] = await sql.all(
      `select ${columns} from sessions where ${text} order by starts_at ${order} limit 1`,
      values,
    );
    return row ? parse(row) : null;
  };
  return {
    before: await nearest(from, 'ends_at <=', 'desc'),
    after: await nearest(to, 'starts_at >=', 'asc'),
  };
}
