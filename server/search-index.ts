import { reindexOrganisations } from './organisations/repository.js';
import { reindexResources } from './resources/repository.js';
import { reindexSessions } from './sessions/repository.js';
import type { Database } from './db/database.js';

/** Raise it when `src/search` splits, folds or stems words in another way: stored words are then written anew. */
const VERSION = 1;

/**
 * Writes the words by which sessions, resources and organisations are found, where an older version of the code wrote
 * them. They are derived from what is published, so no migration holds them. Returns whether there was anything to do.
 */
export async function refreshSearchIndex(db: Database): Promise<boolean> {
  return db.transaction(async (sql) => {
    for (const statement of sql.dialect.beforeMigrating) await sql.all(statement);
    const [known] = await sql.all(`select version from search_index`);
    if (Number(known?.['version']) === VERSION) return false;
    await reindexSessions(sql);
    await reindexOrganisations(sql);
    await reindexResources(sql);
    await sql.run(`delete from search_index`);
    await sql.run(`insert into search_index (version) values ($1)`, [VERSION]);
    return true;
  });
}
