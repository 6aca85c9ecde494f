import type { Migration } from './migration.js';

/** F3E's team: who may enter the desk, with which roles, by which links, and what was done there. */
export const team: Migration = {
  name: '0007-team',
  async up(database) {
    for (const statement of [
      `create table team_members (
        id text primary key, email_key text not null unique, profile text not null, created_at text not null,
        invited_by text, disabled_at text)`,
      `create table team_roles (
        member_id text not null references team_members (id) on delete cascade, role text not null,
        scope text not null, primary key (member_id, role, scope))`,
      `create table team_sessions (
        hash text primary key, member_id text not null references team_members (id) on delete cascade,
        way text not null, device text not null, created_at text not null, proved_at text not null,
        seen_at text not null, expires_at text not null)`,
      `create index team_sessions_by_member on team_sessions (member_id)`,
      `create table team_links (
        hash text primary key, purpose text not null, email_key text not null, browser_hash text not null,
        code_hash text not null, next text not null, tries integer not null, created_at text not null,
        expires_at text not null, used_at text)`,
      `create index team_links_by_address on team_links (email_key, created_at)`,
      `create index team_links_by_browser on team_links (browser_hash, created_at)`,
      `create table api_tokens (
        id text primary key, hash text not null unique, name text not null, scopes text not null,
        made_by text not null, created_at text not null, expires_at text not null, used_at text)`,
      `create table journal (
        id text primary key, at text not null, actor text not null, action text not null, kind text not null,
        subject_id text not null, community text, summary text not null)`,
      `create index journal_by_time on journal (at, id)`,
    ])
      await database.run(statement);
  },
};
