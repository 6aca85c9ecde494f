/**
 * `npx tsx scripts/store-database.ts`: stores a database of today's schema beside those of earlier states in
 * `test/db/stored`, made from the last of them. Run it before a release that has a new migration. It needs a PostgreSQL 15
 * server and its `pg_dump`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import postgres from 'postgres';
import { migrate } from '../server/db/migrate.js';
import { migrations } from '../server/db/migrations/index.js';
import { refreshSearchIndex } from '../server/search-index.js';
import { openPostgres } from '../server/db/postgres.js';
import type { Database } from '../server/db/database.js';
import { openSqlite } from '../server/db/sqlite.js';
import { freshPostgres, testVault } from '../test/support/databases.js';

const folder = 'test/db/stored';
const last = readdirSync(folder)
  .filter((name) => name.endsWith('.sqlite'))
  .sort()
  .at(-1)!
  .slice(0, 4);
const state = migrations.at(-1)!.name.slice(0, 4);
if (state === last) throw new Error(`A database of state ${state} is stored already.`);

async function upgrade(db: Database): Promise<void> {
  await migrate(db);
  await refreshSearchIndex(db);
  await db.close();
}

const file = join(folder, `${state}.sqlite`);
copyFileSync(join(folder, `${last}.sqlite`), file);
await upgrade(openSqlite(file, testVault));
const connection = new SqliteDatabase(file);
connection.pragma('journal_mode = delete');
connection.exec('vacuum');
connection.close();

const { url, drop } = await freshPostgres();
const sql = postgres(url, { max: 1, onnotice: () => undefined });
await sql.unsafe(readFileSync(join(folder, `${last}.sql`), 'utf8'));
await sql.end();
await upgrade(openPostgres(url, testVault));
const dump = spawnSync('pg_dump', ['--no-owner', '--inserts', '--rows-per-insert=50', url], {
  encoding: 'utf8',
});
if (dump.status !== 0) throw new Error(`pg_dump failed: ${dump.stderr}`);
// Lines that begin with a backslash are for psql alone.
const lines = dump.stdout.split('\n').filter((line) => line && !/^(?:\\|--)/.test(line));
writeFileSync(join(folder, `${state}.sql`), `${lines.join('\n')}\n`);
await drop();
