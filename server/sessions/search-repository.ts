import { type Expression, type ExpressionBuilder, type SqlBool, sql as text } from 'kysely';
import type { SessionFilters, SessionPage } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import { allCommunities } from '../communities/repository.js';
import type { Sql } from '../db/database.js';
import type { Tables } from '../db/schema.js';
import { anywhere, words } from '../shared/normalise.js';
import { dateInSeries, sessionColumns, sessionIn, type StoredSession } from './repository.js';
import { readable } from '../shared/readable.js';

/** Cursor of a page of sessions: the start and id of the last one. */
export interface SessionCursor {
  startsAt: string;
  id: string;
}

const facetColumns = ['community', 'kind', 'mode', 'language', 'audience'] as const;
type FacetColumn = (typeof facetColumns)[number];

type Condition = (eb: ExpressionBuilder<Tables, 'sessions'>) => Expression<SqlBool>;
/** A condition of the filters. The condition of a facet is left out when its values are counted. */
interface Filter {
  facet?: FacetColumn | 'available';
  condition: Condition;
}

const all =
  (filters: readonly Filter[], except?: Filter['facet']): Condition =>
  (eb) =>
    eb.and(filters.filter(({ facet }) => !except || facet !== except).map(({ condition }) => condition(eb)));

/** Whether a visitor can register for a seat now. */
const isAvailable =
  (now: number): Condition =>
  (eb) => {
    const at = utc(now);
    return eb.and([
      eb('status', '<>', 'cancelled'),
      eb('audience', '<>', 'participants'),
      eb('registration', 'in', ['open', 'not-yet-open']),
      eb('ends_at', '>', at),
      eb.or([eb('opens_at', 'is', null), eb('opens_at', '<=', at)]),
      eb.or([eb('closes_at', 'is', null), eb('closes_at', '>', at)]),
      eb.or([eb('seats', 'is', null), eb.and([eb('taken', '<', eb.ref('seats')), eb('waiting', '=', 0)])]),
    ]);
  };

async function filtersOf(sql: Sql, wanted: SessionFilters, now: number): Promise<Filter[]> {
  const filters: Filter[] = [];
  const add = (condition: Condition, facet?: Filter['facet']) =>
    filters.push({ condition, ...(facet && { facet }) });
  for (const facet of facetColumns) {
    const choice = wanted[facet];
    if (choice) add((eb) => eb(facet, 'in', choice), facet);
  }
  const { series, from, to, theme, available, q = '' } = wanted;
  if (series) add((eb) => eb('series', '=', series));
  if (from) add((eb) => eb('ends_at', '>', utc(Date.parse(from))));
  if (to) add((eb) => eb('starts_at', '<', utc(Date.parse(to))));
  if (available) add(isAvailable(now), 'available');
  if (theme) {
    const slugs = (await allCommunities(sql))
      .filter((community) => community.themes.includes(theme))
      .map(({ slug }) => slug);
    add((eb) => (slugs.length ? eb('community', 'in', slugs) : text<SqlBool>`1 = 0`));
  }
  for (const word of words(q)) add(() => text<SqlBool>`search like ${anywhere(word)} escape '\\'`);
  return filters;
}

/** A page of sessions, earliest first. */
export async function findSessions(
  sql: Sql,
  search: { filters: SessionFilters; now: number; after?: SessionCursor | undefined; limit: number },
): Promise<{ sessions: StoredSession[]; next: SessionCursor | null }> {
  const filters = await filtersOf(sql, search.filters, search.now);
  const { after, limit } = search;
  if (after) {
    const condition: Condition = (eb) =>
      eb.or([
        eb('starts_at', '>', after.startsAt),
        eb.and([eb('starts_at', '=', after.startsAt), eb('id', '>', after.id)]),
      ]);
    filters.push({ condition });
  }
  const rows = await sql.query
    .selectFrom('sessions')
    .select(sessionColumns)
    .where(all(filters))
    .orderBy('starts_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    sessions: readable('session', shown, sessionIn),
    next: rows.length > limit && last ? { startsAt: last.starts_at, id: last.id } : null,
  };
}

/** Counts the sessions that the filters find, and those that each further filter would leave. */
export async function countSessions(
  sql: Sql,
  wanted: SessionFilters,
  now: number,
): Promise<{ total: number; facets: SessionPage['facets'] }> {
  const filters = await filtersOf(sql, wanted, now);
  const countedBy = async (facet: FacetColumn) => {
    const rows = await sql.query
      .selectFrom('sessions')
      .select(({ fn }) => [`${facet} as value`, fn.countAll<number>().as('count')])
      .where(all(filters, facet))
      .groupBy(facet)
      .orderBy('count', 'desc')
      .orderBy(facet)
      .execute();
    return [facet, rows] as const;
  };
  const numberOf = async (condition: Condition) => {
    const { count } = await sql.query
      .selectFrom('sessions')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(condition)
      .executeTakeFirstOrThrow();
    return count;
  };
  const lists = Object.fromEntries(await Promise.all(facetColumns.map(countedBy))) as Pick<
    SessionPage['facets'],
    FacetColumn
  >;
  const others = filters.filter(({ facet }) => facet !== 'available');
  const available = await numberOf(all([...others, { condition: isAvailable(now) }]));
  return {
    total: await numberOf(all(filters)),
    facets: { ...lists, available: [{ value: 'true', count: available }] },
  };
}

/** All the sessions of a series, in the order in which they were planned. */
export async function sessionsOfSeries({ query }: Sql, series: string): Promise<StoredSession[]> {
  const rows = await query
    .selectFrom('sessions')
    .select(sessionColumns)
    .where('series', '=', series)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return readable('session', rows, sessionIn).toSorted((a, b) =>
    dateInSeries(a) < dateInSeries(b) ? -1 : 1,
  );
}

/** The nearest session before and after a range, under the same other filters. */
export async function sessionsAround(
  sql: Sql,
  { from, to, ...others }: SessionFilters,
  now: number,
): Promise<{ before: StoredSession | null; after: StoredSession | null }> {
  const filters = await filtersOf(sql, others, now);
  const nearest = async (condition: Condition, order: 'asc' | 'desc') => {
    const row = await sql.query
      .selectFrom('sessions')
      .select(sessionColumns)
      .where(all([...filters, { condition }]))
      .orderBy('starts_at', order)
      .limit(1)
      .executeTakeFirst();
    return readable('session', row ? [row] : [], sessionIn)[0] ?? null;
  };
  return {
    before: from ? await nearest((eb) => eb('ends_at', '<=', utc(Date.parse(from))), 'desc') : null,
    after: to
      ? await nearest(
          (eb) => eb.and([eb('starts_at', '>=', utc(Date.parse(to))), eb('status', '<>', 'cancelled')]),
          'asc',
        )
      : null,
  };
}

/** The first session of each community that has not ended and was not cancelled. */
export async function nextSessions(
  { query }: Sql,
  now: number,
  community?: string,
): Promise<Map<string, StoredSession>> {
  const upcoming = query
    .selectFrom('sessions')
    .select(({ fn }) => [
      ...sessionColumns,
      fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('community').orderBy('starts_at').orderBy('id'))
        .as('nth'),
    ])
    .where('ends_at', '>', utc(now))
    .where('status', '<>', 'cancelled')
    .$if(community !== undefined, (all) => all.where('community', '=', community!));
  const rows = await query
    .selectFrom(upcoming.as('upcoming'))
    .select(sessionColumns)
    .where('nth', '=', 1)
    .execute();
  return new Map(readable('session', rows, sessionIn).map((session) => [session.community, session]));
}

/** The latest session that has begun, of those that each of some resources came out of. */
export async function sessionsOfResources(
  { query }: Sql,
  resources: readonly string[],
  now: number,
): Promise<Map<string, StoredSession>> {
  if (!resources.length) return new Map();
  const rows = await query
    .selectFrom('session_resources')
    .innerJoin('sessions', 'sessions.id', 'session_resources.session_id')
    .select(['resource_id', ...sessionColumns])
    .where('status', '<>', 'cancelled')
    .where('starts_at', '<=', utc(now))
    .where('resource_id', 'in', resources)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return new Map(readable('session', rows, (row) => [row.resource_id, sessionIn(row)] as const));
}
