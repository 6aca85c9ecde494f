import type { Migration } from './migration.js';

/** What one press at the desk sends, so that it can be taken back whole; and the team's notes. */
export const presses: Migration = {
  name: '0008-presses',
  async up(database) {
    for (const statement of [
      `create table presses (
        id text primary key, member_id text not null, at text not null, until text not null,
        changes text not null, undone_at text)`,
      `alter table outbox add column press text`,
      `create index outbox_by_press on outbox (press)`,
      `create table notes (
        id text primary key, subject_id text not null, author text not null, at text not null,
        kind text not null, note text not null)`,
      `create index notes_by_subject on notes (subject_id, at)`,
    ])
      await database.run(statement);
  },
};
