import type { Migration } from './migration.js';

const statements = [
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
];

export const thread: Migration = {
  name: '0001-thread',
  async up(database) {
    for (const statement of statements) await database.run(statement);
  },
};
