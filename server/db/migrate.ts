import type { Database } from './database.js';
import { migrations } from './migrations/index.js';
import type { MigratedDatabase, Migration } from './migrations/migration.js';

/** Brings the schema up to date. When several processes start at once, one does the work and the others wait for it. */
export async function migrate(db: Database, steps: readonly Migration[] = migrations): Promise<string[]> {
  return db.exclusively(async ({ engine, execute }) => {
    const database: MigratedDatabase = {
      engine,
      all: async (text, values) => (await execute(text, values)).rows,
      run: async (text, values) => (await execute(text, values)).changes,
    };
    await database.run(
      `create table if not exists migrations (name text primary key, applied_at text not null)`,
    );
    const done = new Set((await database.all(`select name from migrations`)).map(({ name }) => name));
    const pending = steps.filter(({ name }) => !done.has(name));
    for (const { name, up } of pending) {
      await up(database);
      const at = new Date().toISOString();
      await database.run(`insert into migrations (name, applied_at) values ($1, $2)`, [name, at]);
    }
    return pending.map(({ name }) => name);
  });
}
