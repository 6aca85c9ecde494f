import type { Migration } from './migration.js';

/** Drafts that are published by themselves at a time, drafts that are looked at before, and passkeys. */
export const later: Migration = {
  name: '0010-later',
  async up(database) {
    for (const statement of [
      `alter table revisions add column publish_at text`,
      `create table previews (
        hash text primary key, session_id text not null, doc text not null, made_by text not null,
        expires_at text not null)`,
      `create table team_passkeys (
        id text primary key, member_id text not null references team_members (id) on delete cascade,
        public_key text not null, counter integer not null, transports text not null, name text not null,
        created_at text not null, used_at text)`,
      `create index team_passkeys_by_member on team_passkeys (member_id)`,
      `create table team_challenges (
        hash text primary key, challenge text not null, expires_at text not null)`,
    ])
      await database.run(statement);
  },
};
