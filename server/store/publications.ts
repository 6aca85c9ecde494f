import type {
  Community,
  Organisation,
  Resource,
  Session,
  SessionQuery,
  Theme,
} from '../../src/contract/index.js';
import { anywhere, fold, words } from '../text.js';
import { instantOf, utc, type WallClock } from '../time.js';
import type { Row, Sql, SqlValue } from './sql.js';

/** A community as F3E publishes it; what is counted or addressed is added when it is read. */
export type StoredCommunity = Omit<Community, 'themes' | 'nextSession' | 'counts' | 'links'> & {
  themes: string[];
};

type Local<T> = { [K in keyof T]: K extends 'start' | 'end' ? WallClock : T[K] };

/** A session on the wall clock of its zone, so that it stays at its hour whatever the law does to summer time. */
export type StoredSession = Omit<
  Session,
  'start' | 'end' | 'days' | 'registration' | 'rescheduledFrom' | 'updatedAt'
> & {
  start: WallClock;
  end: WallClock;
  days: Local<Session['days'][number]>[];
  registration: {
    state: Session['registration']['state'];
    opensAt: WallClock | null;
    closesAt: WallClock | null;
  };
  rescheduledFrom: Local<NonNullable<Session['rescheduledFrom']>> | null;
  updatedAt: WallClock;
};

const parse = <T>(row: Row): T => JSON.parse(String(row['doc'])) as T;
const list = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `$${from + i}`).join(', ');

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

export async function putSession(sql: Sql, session: StoredSession): Promise<void> {
  await sql.run(
    `insert into sessions (id, community, kind, mode, language, status, starts_at, ends_at, search, doc)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      session.id,
      session.community,
      session.kind,
      session.mode,
      session.language,
      session.status,
      utc(instantOf(session.start, session.timezone)),
      utc(instantOf(session.end, session.timezone)),
      fold(`${session.title} ${session.summary} ${session.place?.city ?? ''}`),
      JSON.stringify(session),
    ],
  );
}

export async function putResource(sql: Sql, resource: Resource): Promise<void> {
  await sql.run(
    `insert into resources (id, kind, language, access, year, title, search, doc)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      resource.id,
      resource.kind,
      resource.language,
      resource.access,
      resource.year,
      fold(resource.title),
      fold(`${resource.title} ${resource.summary} ${resource.publisher} ${resource.collection ?? ''}`),
      JSON.stringify(resource),
    ],
  );
  for (const community of resource.communities) {
    await sql.run(`insert into resource_communities (resource_id, community) values ($1, $2)`, [
      resource.id,
      community,
    ]);
  }
}

export async function putOrganisation(sql: Sql, organisation: Organisation): Promise<void> {
  await sql.run(`insert into organisations (id, name, membership, search, doc) values ($1, $2, $3, $4, $5)`, [
    organisation.id,
    fold(organisation.name),
    organisation.membership,
    fold(`${organisation.name} ${organisation.city ?? ''}`),
    JSON.stringify(organisation),
  ]);
  for (const community of organisation.communities) {
    await sql.run(`insert into organisation_communities (organisation_id, community) values ($1, $2)`, [
      organisation.id,
      community,
    ]);
  }
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

/** The first session of each community that has not ended and was not cancelled. */
export async function nextSessions(sql: Sql, now: number): Promise<Map<string, StoredSession>> {
  const rows = await sql.all(
    `select doc from sessions where id in (
       select id from (
         select id, row_number() over (partition by community order by starts_at, id) as place
         from sessions where ends_at > $1 and status <> 'cancelled'
       ) as upcoming where place = 1)`,
    [utc(now)],
  );
  return new Map(rows.map(parse<StoredSession>).map((session) => [session.community, session]));
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

export async function findSession(sql: Sql, id: string): Promise<StoredSession | undefined> {
  const [row] = await sql.all(`select doc from sessions where id = $1`, [id]);
  return row && parse<StoredSession>(row);
}

/** Where a page of sessions ends: its last start and id. */
export interface SessionPlace {
  startsAt: string;
  id: string;
}

export async function findSessions(
  sql: Sql,
  query: Omit<SessionQuery, 'cursor' | 'limit'> & { after?: SessionPlace; limit: number },
): Promise<{ sessions: StoredSession[]; next: SessionPlace | null }> {
  const values: SqlValue[] = [];
  const value = (one: SqlValue) => `$${values.push(one)}`;
  const among = (column: string, choice: readonly string[] | undefined) => {
    if (!choice) return;
    conditions.push(`${column} in (${list(values.length + 1, choice.length)})`);
    values.push(...choice);
  };
  const conditions: string[] = ['1 = 1'];
  among('community', query.community);
  among('kind', query.kind);
  among('mode', query.mode);
  if (query.language) conditions.push(`language = ${value(query.language)}`);
  if (query.from) conditions.push(`ends_at > ${value(utc(Date.parse(query.from)))}`);
  if (query.to) conditions.push(`starts_at < ${value(utc(Date.parse(query.to)))}`);
  if (query.theme) {
    const theme = query.theme;
    const slugs = (await allCommunities(sql))
      .filter((community) => community.themes.includes(theme))
      .map((community) => community.slug);
    if (slugs.length === 0) return { sessions: [], next: null };
    among('community', slugs);
  }
  for (const word of words(query.q ?? ''))
    conditions.push(`search like ${value(anywhere(word))} escape '\\'`);
  if (query.after) {
    const at = value(query.after.startsAt);
    conditions.push(`(starts_at > ${at} or (starts_at = ${at} and id > ${value(query.after.id)}))`);
  }
  const rows = await sql.all(
    `select id, starts_at, doc from sessions where ${conditions.join(' and ')}
     order by starts_at, id limit ${value(query.limit + 1)}`,
    values,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    sessions: shown.map(parse<StoredSession>),
    next:
      rows.length > query.limit && last
        ? { startsAt: String(last['starts_at']), id: String(last['id']) }
        : null,
  };
}

/** Resources that hold every word of the question, in no particular order. */
export async function findResources(sql: Sql, question: string): Promise<Resource[]> {
  const found = words(question);
  const conditions = found.map((_, i) => `search like $${i + 1} escape '\\'`);
  const rows = await sql.all(
    `select doc from resources where ${['1 = 1', ...conditions].join(' and ')} order by id`,
    found.map(anywhere),
  );
  return rows.map(parse<Resource>);
}

export async function findOrganisations(sql: Sql, question: string): Promise<Organisation[]> {
  const found = words(question);
  const conditions = found.map((_, i) => `search like $${i + 1} escape '\\'`);
  const rows = await sql.all(
    `select doc from organisations where ${['1 = 1', ...conditions].join(' and ')} order by name, id`,
    found.map(anywhere),
  );
  return rows.map(parse<Organisation>);
}
