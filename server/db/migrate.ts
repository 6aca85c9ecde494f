import { migrations } from './migrations/index.js';
import type { Migration } from './migrations/migration.js';
import type { Database } from './database.js';

/** Brings the schema up to date. When several processes start at once, one does the work and the others wait for it. */
export async function migrate(db: Database, steps: readonly Migration[] = migrations): Promise<string[]> {
  return db.transaction(async (sql) => {
    for (const statement of sql.dialect.beforeMigrating) await sql.all(statement);
    await sql.run(`create table if not exists migrations (name text primary key, applied_at text not null)`);
    const done = new Set((await sql.all(`select name from migrations`)).map((row) => row['name']));
    const pending = steps.filter(({ name }) => !done.has(name));
    const { all, run } = sql;
    for (const { name, up } of pending) {
      await up({ engine: sql.dialect.name, all, run });
      await sql.run(`insert into migrations (name, applied_at) values ($1, $2)`, [
        name,
        new Date().toISOString(),
      ]);
    }
    return pending.map(({ name }) => name);
  });
}
