import type { Migration } from './migration.js';

const statements = [
  `alter table join_requests add column review text not null default ''`,
  `alter table join_requests add column has_sensitive integer not null default 0`,
  `alter table registrations add column review text not null default ''`,
  `alter table registrations add column has_sensitive integer not null default 0`,
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
];

export const trust: Migration = {
  name: '0003-trust',
  async up(database) {
    for (const statement of statements) await database.run(statement);
  },
};
