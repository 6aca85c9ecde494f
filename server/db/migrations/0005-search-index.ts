import type { Migration } from './migration.js';

/** Which version of the search index is stored: an older one is written anew at the start. */
export const searchIndex: Migration = {
  name: '0005-search-index',
  async up(database) {
    await database.run(`create table search_index (version integer not null)`);
    // Until now the step before this one wrote the index: where there are words, they are those of version 1.
    await database.run(
      `insert into search_index (version) select 1
       where exists (select 1 from vocabulary) or not exists (select 1 from resources)`,
    );
  },
};
