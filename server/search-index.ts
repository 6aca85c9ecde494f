import type { Database } from './db/database.js';
import { reindexOrganisations } from './organisations/repository.js';
import { reindexResources } from './resources/repository.js';
import { reindexSessions } from './sessions/repository.js';

/** Raise it when `src/search` splits, folds or stems words in another way: stored words are then written anew. */
const VERSION = 2;

/**
 * Writes the words by which sessions, resources and organisations are found, where an older version of the code wrote
 * them. They are derived from what is published, so no migration holds them. Returns whether there was anything to do.
 */
export async function refreshSearchIndex(db: Database): Promise<boolean> {
  return db.exclusively(async (sql) => {
    const known = await sql.query.selectFrom('search_index').select('version').executeTakeFirst();
    if (known?.version === VERSION) return false;
    await reindexSessions(sql);
    await reindexOrganisations(sql);
    await reindexResources(sql);
    await sql.query.deleteFrom('search_index').execute();
    await sql.query.insertInto('search_index').values({ version: VERSION }).execute();
    return true;
  });
}
