import { sql as text } from 'kysely';
import type { Community, Theme } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import type { Sql } from '../db/database.js';
import { readable } from '../shared/readable.js';

/** A community as F3E publishes it, without counts and links, which the serializer adds. */
export type StoredCommunity = Omit<Community, 'themes' | 'nextSession' | 'counts' | 'links'> & {
  themes: string[];
};

const parse = <T>({ doc }: { doc: string }): T => JSON.parse(doc) as T;

/** Adds or replaces a theme. */
export async function putTheme({ query }: Sql, theme: Theme, position: number): Promise<void> {
  const change = { position, doc: JSON.stringify(theme) };
  await query
    .insertInto('themes')
    .values({ slug: theme.slug, ...change })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(change))
    .execute();
}

/** Adds or replaces a community. */
export async function putCommunity(
  { query }: Sql,
  community: StoredCommunity,
  position: number,
): Promise<void> {
  const { slug, status } = community;
  const change = { position, status, doc: JSON.stringify(community) };
  await query
    .insertInto('communities')
    .values({ slug, ...change })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(change))
    .execute();
}

/** The place after the last community. */
export async function nextPosition({ query }: Sql): Promise<number> {
  const { last } = await query
    .selectFrom('communities')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? -1) + 1;
}

/** Locks a community until the transaction ends; returns whether there is one. */
export async function lockCommunity({ query }: Sql, slug: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('communities')
    .set(({ ref }) => ({ status: ref('status') }))
    .where('slug', '=', slug)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function allThemes({ query }: Sql): Promise<Theme[]> {
  const rows = await query.selectFrom('themes').select(['slug', 'doc']).orderBy('position').execute();
  return readable('theme', rows, parse<Theme>);
}

export async function allCommunities({ query }: Sql): Promise<StoredCommunity[]> {
  const rows = await query.selectFrom('communities').select(['slug', 'doc']).orderBy('position').execute();
  return readable('community', rows, (row) => {
    const community = parse<StoredCommunity>(row);
    // Every list names communities.
    if (!community.name) throw new TypeError('a community without a name');
    return community;
  });
}

export async function findCommunity({ query }: Sql, slug: string): Promise<StoredCommunity | undefined> {
  const row = await query.selectFrom('communities').select('doc').where('slug', '=', slug).executeTakeFirst();
  return row && parse<StoredCommunity>(row);
}

export async function setCommunityStatus(
  { query }: Sql,
  community: StoredCommunity,
  status: Community['status'],
): Promise<void> {
  await query
    .updateTable('communities')
    .set({ status, doc: JSON.stringify({ ...community, status }) })
    .where('slug', '=', community.slug)
    .execute();
}

/** Counts for the cards of communities. */
export async function countsByCommunity(
  { query }: Sql,
  now: number,
): Promise<Map<string, Community['counts']>> {
  const at = utc(now);
  const sessions = await query
    .selectFrom('sessions')
    .select(({ fn }) => [
      'community',
      text<number>`sum(case when ends_at > ${at} then 1 else 0 end)`.as('upcoming'),
      fn.countAll<number>().as('all'),
    ])
    .where('status', '<>', 'cancelled')
    .groupBy('community')
    .execute();
  const countIn = (table: 'resource_communities' | 'organisation_communities') =>
    query
      .selectFrom(table)
      .select(({ fn }) => ['community', fn.countAll<number>().as('all')])
      .groupBy('community')
      .execute();
  const [resources, organisations] = [
    await countIn('resource_communities'),
    await countIn('organisation_communities'),
  ];
  const counts = new Map<string, Community['counts']>();
  const of = (slug: string) => {
    const known = counts.get(slug) ?? {
      upcomingSessions: 0,
      heldSessions: 0,
      resources: 0,
      organisations: 0,
    };
    counts.set(slug, known);
    return known;
  };
  for (const { community, upcoming, all } of sessions) {
    of(community).upcomingSessions = upcoming;
    of(community).heldSessions = all - upcoming;
  }
  for (const { community, all } of resources) of(community).resources = all;
  for (const { community, all } of organisations) of(community).organisations = all;
  return counts;
}
