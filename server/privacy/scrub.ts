import type { Database } from '../db/database.js';
import { describe, type Log } from '../shared/log.js';

/** Clears the files of what was erased. A failure is logged, and undoes nothing. */
export const scrub = (db: Database, log: Log): Promise<void> =>
  db.scrub().catch((error: unknown) => log('error', 'the database was not scrubbed', describe(error)));
