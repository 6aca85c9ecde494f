import type { Migration } from './migration.js';

/** What was published and drafted at the desk, in the order in which it was written. */
export const revisions: Migration = {
  name: '0009-revisions',
  async up(database) {
    await database.run(
      `create table revisions (
        kind text not null, subject_id text not null, number integer not null, doc text not null,
        state text not null, community text not null, author text not null, at text not null,
        primary key (kind, subject_id, number))`,
    );
    await database.run(`create index revisions_by_state on revisions (kind, state)`);
  },
};
