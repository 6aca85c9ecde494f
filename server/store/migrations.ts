import { linkAllResources, refreshSessions } from './sessions.js';
import { refreshResources } from './resources.js';
import { wordStore } from './resource-words.js';
import type { Database, Dialect, Sql } from './sql.js';

interface Migration {
  name: string;
  statements: readonly string[];
  /** Statements of one database only, run after the others. */
  own?: (dialect: Dialect) => readonly string[];
  /** What statements alone cannot do; it runs after them. */
  fill?: (sql: Sql) => Promise<void>;
}

/** Each entry runs once, in order, on both databases. An entry that was released is never edited: add one. */
const migrations: readonly Migration[] = [
  {
    name: '0001-thread',
    statements: [
      `create table themes (slug text primary key, position integer not null, doc text not null)`,
      `create table communities (slug text primary key, position integer not null, status text not null, doc text not null)`,
      `create table sessions (
        id text primary key, community text not null, kind text not null, mode text not null, language text not null,
        status text not null,
        starts_at text not null, ends_at text not null, search text not null, doc text not null)`,
      `create index sessions_by_start on sessions (starts_at, id)`,
      `create index sessions_by_community on sessions (community, starts_at)`,
      `create table resources (
        id text primary key, kind text not null, language text not null, access text not null,
        year integer, title text not null, search text not null, doc text not null)`,
      `create table resource_communities (resource_id text not null, community text not null, primary key (resource_id, community))`,
      `create table organisations (
        id text primary key, name text not null, membership text not null, search text not null, doc text not null)`,
      `create table organisation_communities (organisation_id text not null, community text not null, primary key (organisation_id, community))`,
      `create table forms (id text not null, version text not null, doc text not null, first_served_at text not null, primary key (id, version))`,
      `create table join_requests (
        id text primary key, community text not null, strand text, status text not null, email_key text not null,
        received_at text not null, confirmed_at text, updated_at text not null, language text not null,
        form_version text not null, source_site text, answers text not null)`,
      `create index join_requests_by_email on join_requests (email_key, received_at)`,
      `create index join_requests_by_time on join_requests (received_at, id)`,
      `create table consent_events (
        id text primary key, subject_kind text not null, subject_id text not null, event text not null,
        purpose text not null, text_sha256 text not null, text text not null, language text not null,
        form_version text not null, widget_version text, source_site text, at text not null, place integer not null,
        unique (subject_id, place))`,
      `create table access_tokens (
        hash text primary key, purpose text not null, subject_id text not null,
        created_at text not null, expires_at text, used_at text)`,
      `create index access_tokens_by_subject on access_tokens (subject_id)`,
      `create table idempotency_keys (
        scope text not null, key text not null, body_sha256 text not null, status integer not null,
        answer text not null, created_at text not null, primary key (scope, key))`,
      `create table outbox (
        id text primary key, subject_id text not null, state text not null, attempts integer not null,
        next_attempt_at text not null, leased_until text, created_at text not null, sent_at text,
        last_error text, message text)`,
      `create index outbox_by_due on outbox (state, next_attempt_at)`,
    ],
  },
  {
    name: '0002-calendar',
    statements: [
      ...[
        'audience text',
        'series text',
        'opens_at text',
        'closes_at text',
        'registration text',
        'seats integer',
      ].map((column) => `alter table sessions add column ${column}`),
      `alter table sessions add column taken integer not null default 0`,
      `alter table sessions add column waiting integer not null default 0`,
      `create index sessions_by_end on sessions (ends_at)`,
      `create index sessions_by_series on sessions (series, starts_at)`,
      `create table registrations (
        id text primary key, session text not null, state text not null, email_key text not null,
        received_at text not null, confirmed_at text, updated_at text not null, language text not null,
        form_version text not null, source_site text, answers text not null)`,
      `create index registrations_by_email on registrations (email_key, received_at)`,
      `create index registrations_by_session on registrations (session, state, confirmed_at)`,
      `create index registrations_by_time on registrations (received_at, id)`,
    ],
    fill: refreshSessions,
  },
  {
    name: '0003-trust',
    statements: [
      ...['join_requests', 'registrations'].flatMap((table) => [
        `alter table ${table} add column review text not null default ''`,
        `alter table ${table} add column has_sensitive integer not null default 0`,
      ]),
      `update join_requests set has_sensitive = 1 where answers like '%"accessNeeds"%'`,
      `update registrations set has_sensitive = 1 where answers like '%"accessNeeds"%'`,
      `alter table registrations add column offer_until text`,
      `alter table registrations add column reminded_at text`,
      `create index registrations_by_offer on registrations (state, offer_until)`,
      `alter table sessions add column online_link text`,
      `create table proposals (
        id text primary key, status text not null, email_key text not null,
        received_at text not null, confirmed_at text, updated_at text not null, language text not null,
        form_version text not null, source_site text, answers text not null,
        review text not null default '', has_sensitive integer not null default 0)`,
      `create index proposals_by_email on proposals (email_key, received_at)`,
      `create index proposals_by_time on proposals (received_at, id)`,
      `create table form_settings (form_id text primary key, doc text not null, updated_at text not null)`,
      `create table counters (name text primary key, count integer not null, until text not null)`,
      `create index counters_by_end on counters (until)`,
      `create table recipients (name text primary key, planned text not null, until text not null)`,
      `create table spent_proofs (name text primary key, until text not null)`,
    ],
  },
  {
    name: '0004-search',
    statements: [
      `alter table resources rename to resources_before`,
      `create table vocabulary (word text primary key, size integer not null, shown text not null)`,
      `create index vocabulary_by_size on vocabulary (size)`,
      `create table session_resources (
        resource_id text not null, session_id text not null, primary key (resource_id, session_id))`,
    ],
    own: (dialect) => [
      // Titles and dates are sorted by their bytes on both databases.
      ...(dialect.name === 'postgres'
        ? [[' collate "C"', ' generated by default as identity']]
        : [['', '']]
      ).map(
        ([bytes, counted]) => `create table resources (
          place integer${counted} primary key, id text${bytes} not null unique, kind text not null, language text not null, access text not null,
          year text not null, published text${bytes} not null, title text${bytes} not null,
          communities text not null, themes text not null, doc text not null)`,
      ),
      ...wordStore(dialect).create,
    ],
    fill: async (sql) => {
      await refreshResources(sql);
      await linkAllResources(sql);
    },
  },
];

/** Brings the schema up to date. When several processes start at once, one does the work and the others wait for it. */
export async function migrate(db: Database): Promise<string[]> {
  return db.transaction(async (sql) => {
    for (const statement of sql.dialect.beforeMigrating) await sql.all(statement);
    await sql.run(`create table if not exists migrations (name text primary key, applied_at text not null)`);
    const done = new Set((await sql.all(`select name from migrations`)).map((row) => row['name']));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (done.has(migration.name)) continue;
      await apply(sql, migration);
      applied.push(migration.name);
    }
    return applied;
  });
}

async function apply(sql: Sql, migration: Migration): Promise<void> {
  for (const statement of migration.statements) await sql.run(statement);
  for (const statement of migration.own?.(sql.dialect) ?? []) await sql.run(statement);
  await migration.fill?.(sql);
  await sql.run(`insert into migrations (name, applied_at) values ($1, $2)`, [
    migration.name,
    new Date().toISOString(),
  ]);
}
