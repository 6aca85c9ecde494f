import type { Database } from './database.js';

/** Carries what came of the work out of the transaction, which is rolled back. */
class Outcome<T> extends Error {
  constructor(readonly value: T) {
    super('taken back on purpose');
  }
}

/** Runs `work` on a database as it would be after its own changes, none of which stay. */
export async function tentatively<T>(db: Database, work: (changed: Database) => Promise<T>): Promise<T> {
  try {
    return await db.transaction<T>(async (sql) => {
      const inside: Database = {
        ...sql,
        transaction: (nested) => nested(sql),
        exclusively: (nested) => nested(sql),
        scrub: async () => undefined,
        close: async () => undefined,
      };
      throw new Outcome(await work(inside));
    });
  } catch (error) {
    if (error instanceof Outcome) return error.value as T;
    throw error;
  }
}
