import type { Community, Theme } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import type { Row, Sql } from '../db/database.js';

/** A community as F3E publishes it; what is counted or addressed is added when it is read. */
export type StoredCommunity = Omit<Community, 'themes' | 'nextSession' | 'counts' | 'links'> & {
  themes: string[];
};

const parse = <T>(row: Row): T => JSON.parse(String(row['doc'])) as T;

export async function isEmpty(sql: Sql): Promise<boolean> {
  const [row] = await sql.all(
    `select (select count(*) from communities) + (select count(*) from sessions)
          + (select count(*) from resources) + (select count(*) from organisations) as n`,
  );
  return Number(row?.['n']) === 0;
}

export async function putTheme(sql: Sql, theme: Theme, position: number): Promise<void> {
  await sql.run(`insert into themes (slug, position, doc) values ($1, $2, $3)`, [
    theme.slug,
    position,
    JSON.stringify(theme),
  ]);
}

export async function putCommunity(sql: Sql, community: StoredCommunity, position: number): Promise<void> {
  await sql.run(`insert into communities (slug, position, status, doc) values ($1, $2, $3, $4)`, [
    community.slug,
    position,
    community.status,
    JSON.stringify(community),
  ]);
}

/** Holds a community until the transaction ends; tells whether there is one. */
export async function lockCommunity(sql: Sql, slug: string): Promise<boolean> {
  return (await sql.run(`update communities set status = status where slug = $1`, [slug])) > 0;
}

export async function allThemes(sql: Sql): Promise<Theme[]> {
  return (await sql.all(`select doc from themes order by position`)).map(parse<Theme>);
}

export async function allCommunities(sql: Sql): Promise<StoredCommunity[]> {
  return (await sql.all(`select doc from communities order by position`)).map(parse<StoredCommunity>);
}

export async function findCommunity(sql: Sql, slug: string): Promise<StoredCommunity | undefined> {
  const [row] = await sql.all(`select doc from communities where slug = $1`, [slug]);
  return row && parse<StoredCommunity>(row);
}

export async function setCommunityStatus(
  sql: Sql,
  community: StoredCommunity,
  status: Community['status'],
): Promise<void> {
  await sql.run(`update communities set status = $1, doc = $2 where slug = $3`, [
    status,
    JSON.stringify({ ...community, status }),
    community.slug,
  ]);
}

/** What a community's card counts. */
export async function countsByCommunity(sql: Sql, now: number): Promise<Map<string, Community['counts']>> {
  const counts = new Map<string, Community['counts']>();
  const of = (row: Row) => {
    const slug = String(row['community']);
    const known = counts.get(slug) ?? {
      upcomingSessions: 0,
      heldSessions: 0,
      resources: 0,
      organisations: 0,
    };
    counts.set(slug, known);
    return known;
  };
  const sessions = await sql.all(
    `select community, sum(case when ends_at > $1 then 1 else 0 end) as upcoming,
            sum(case when ends_at > $1 then 0 else 1 end) as held
     from sessions where status <> 'cancelled' group by community`,
    [utc(now)],
  );
  for (const row of sessions) {
    of(row).upcomingSessions = Number(row['upcoming']);
    of(row).heldSessions = Number(row['held']);
  }
  for (const row of await sql.all(
    `select community, count(*) as n from resource_communities group by community`,
  )) {
    of(row).resources = Number(row['n']);
  }
  for (const row of await sql.all(
    `select community, count(*) as n from organisation_communities group by community`,
  )) {
    of(row).organisations = Number(row['n']);
  }
  return counts;
}
