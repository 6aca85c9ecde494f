import type { Migration } from './migration.js';

/** What F3E and its members publish elsewhere, and what was read of it. */
export const sources: Migration = {
  name: '0011-sources',
  async up(database) {
    for (const statement of [
      `create table sources (
        id text primary key, kind text not null, name text not null, url text not null, community text not null,
        language text not null, created_at text not null, paused integer not null, next_at text not null,
        checked_at text, read_at text, failures integer not null, failure text, etag text, last_modified text)`,
      `create index sources_by_next on sources (paused, next_at)`,
      `create table source_items (
        source_id text not null references sources (id) on delete cascade, external_id text not null,
        subject_id text not null, hash text not null, seen_at text not null,
        primary key (source_id, external_id))`,
    ])
      await database.run(statement);
  },
};
