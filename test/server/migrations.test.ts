import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import postgres from 'postgres';
import { migrate } from '../../server/db/migrate.js';
import { migrations } from '../../server/db/migrations/index.js';
import type { Migration } from '../../server/db/migrations/migration.js';
import { refreshSearchIndex } from '../../server/search-index.js';
import { findResources } from '../../server/resources/search-repository.js';
import { findSessions } from '../../server/sessions/search-repository.js';
import { openPostgres } from '../../server/db/postgres.js';
import type { Database } from '../../server/db/database.js';
import { openSqlite } from '../../server/db/sqlite.js';
import {
  freshDatabase,
  freshPostgres,
  type DatabaseName,
  rowsOf,
  testVault,
  testEngines,
} from '../support/databases.js';

const stored = 'test/db/stored';
/** Databases with rows, as each released state of the schema left them. */
const states = readdirSync(stored)
  .filter((name) => name.endsWith('.sqlite'))
  .map((name) => name.replace('.sqlite', ''));
const engines = await testEngines();

async function withStored(
  engine: DatabaseName,
  state: string,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'f3e-stored-'));
    copyFileSync(join(stored, `${state}.sqlite`), join(folder, 'f3e.sqlite'));
    const db = openSqlite(join(folder, 'f3e.sqlite'), testVault);
    await work(db).finally(() => db.close());
    rmSync(folder, { recursive: true });
    return;
  }
  const { url, drop } = await freshPostgres();
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(readFileSync(join(stored, `${state}.sql`), 'utf8'));
  await sql.end();
  const db = openPostgres(url, testVault);
  await work(db)
    .finally(() => db.close())
    .finally(drop);
}

/** “table.column type” of each column, and the indexes. */
async function schemaOf(db: Database): Promise<string[]> {
  const columns =
    db.engine === 'sqlite'
      ? `select m.name || '.' || c.name || ' ' || lower(c.type) || ' ' || c."notnull" as one
         from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'`
      : `select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as one
         from information_schema.columns where table_schema = 'public'`;
  const indexes =
    db.engine === 'sqlite'
      ? `select name as one from sqlite_master where type = 'index' and name not like 'sqlite_%'`
      : `select indexname as one from pg_indexes where schemaname = 'public' and indexname not like 'resources_pkey%'`;
  const rows = [...(await rowsOf(db, columns)), ...(await rowsOf(db, indexes))];
  return rows.map(({ one }) => String(one)).sort();
}

/** What the stored sessions and resources say, whatever state they come from. */
const sessionOfPairs = {
  starts_at: '2027-06-17T08:00:00.000Z',
  opens_at: '2027-03-15T08:00:00.000Z',
  closes_at: '2027-06-14T16:00:00.000Z',
  audience: 'all',
  registration: 'not-yet-open',
  seats: 120,
};
const foundResources = [
  'r-agir-pour-le-changement-guide',
  'r-aoc-vision-chemins-2016',
  'r-aoc-pouvoirs-agir',
];
const resourcesByTitle = [
  'r-agir-pour-le-changement-article',
  'r-analyser-changements',
  'r-aoc-methodologie',
  'r-appui-capitalisation',
  'r-agir-pour-le-changement-guide',
  'r-aoc-pouvoirs-agir',
  'r-aoc-vision-chemins-2016',
  'r-approche-alternative-impact',
];

/** The ids that an answer holds. */
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

for (const engine of engines) {
  describe(`a stored database, ${engine}`, () => {
    for (const state of states) {
      it(`of state ${state} becomes what a new one is, and keeps its rows`, () =>
        withStored(engine, state, async (db) => {
          const applied = await migrate(db);
          assert.deepEqual(
            applied,
            migrations.map(({ name }) => name).filter((name) => name.slice(0, 4) > state),
          );
          assert.equal(await refreshSearchIndex(db), Number(state) < 6, 'the search index');
          assert.equal(await refreshSearchIndex(db), false, 'written once');
          assert.deepEqual(await migrate(db), [], 'a second time');

          const fresh = await freshDatabase(engine);
          await migrate(fresh);
          assert.deepEqual(await schemaOf(db), await schemaOf(fresh));
          await fresh.close();

          const [request] = await rowsOf(db, `select * from join_requests where status = 'accepted'`);
          assert.equal(request?.['has_sensitive'], 1);
          assert.match(String(request?.['answers']), /boucle magnétique/);
          assert.equal((await rowsOf(db, `select * from consent_events`)).length, 1);
          assert.equal((await rowsOf(db, `select * from access_tokens`)).length, 1);
          const registrations = await rowsOf(db, `select * from registrations`);
          assert.equal(registrations.length, Number(state) < 2 ? 0 : 1);
          const [session] = await rowsOf(
            db,
            `select starts_at, opens_at, closes_at, audience, registration, seats from sessions where id = 'groupes-de-pairs-2027-06-17'`,
          );
          assert.deepEqual({ ...session }, sessionOfPairs);
        }));

      it(`of state ${state} answers searches as a new one does`, () =>
        withStored(engine, state, async (db) => {
          await migrate(db);
          await refreshSearchIndex(db);
          const page = { from: 0, size: 20 };
          const found = await findResources(db, { q: 'guide' }, page);
          assert.deepEqual(ids(found.resources), foundResources);
          const byTitle = await findResources(db, { sort: 'title' }, page);
          assert.deepEqual(ids(byTitle.resources), resourcesByTitle);
          const now = Date.parse('2026-11-22T09:00:00Z');
          const { sessions } = await findSessions(db, { filters: { available: 'true' }, now, limit: 10 });
          assert.deepEqual(ids(sessions), ['ecsi-2026-12-17']);
        }));

      it(`of state ${state} takes a step that adds a column; one that fails leaves all as it was`, () =>
        withStored(engine, state, async (db) => {
          const column: Migration = {
            name: '9998-column',
            up: async ({ run }) => {
              await run(`alter table sessions add column added_by_a_test text`);
            },
          };
          const broken: Migration = {
            name: '9999-broken',
            up: async ({ run }) => {
              await run(`alter table sessions add column not_kept text`);
              await run(`update nothing set nothing = 1`);
            },
          };
          await assert.rejects(migrate(db, [...migrations, column, broken]));
          assert.equal((await schemaOf(db)).filter((one) => /added_by_a_test|not_kept/.test(one)).length, 0);
          await migrate(db, [...migrations, column]);
          const schema = await schemaOf(db);
          assert.equal(schema.filter((one) => one.includes('sessions.added_by_a_test')).length, 1);
        }));
    }
  });
}

describe('migrations', () => {
  it('import nothing of the application', () => {
    const folder = 'server/db/migrations';
    const steps = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));
    assert.equal(steps.length, migrations.length);
    for (const name of steps) {
      const imports = readFileSync(join(folder, name), 'utf8').matchAll(/from\s+'([^']+)'|import\s*\(/g);
      for (const [text, from] of imports) assert.equal(from, './migration.js', `${name}: ${text}`);
    }
  });
});
