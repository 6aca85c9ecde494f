/**
 * Databases for tests. One filled with the demonstration data is made once for each state of the code, and copied for each
 * case: a SQLite file, and on PostgreSQL a template database.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { loadDemoData } from '../../server/demo-data/load.js';
import { migrate } from '../../server/db/migrate.js';
import { openPostgres } from '../../server/db/postgres.js';
import type { Database, Row, Sql, SqlValue } from '../../server/db/database.js';
import { openSqlite } from '../../server/db/sqlite.js';
import { createVault } from '../../server/db/vault.js';

/** What all databases of tests seal with. */
export const testVault = createVault('a secret of tests, of thirty-two characters or more');

export type DatabaseName = 'sqlite' | 'postgres';

/** The day for which the demonstration data is true, at ten in Paris. */
export const TODAY = Date.parse('2026-11-22T09:00:00Z');

const POSTGRES = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const admin = () => postgres(POSTGRES, { max: 1, connect_timeout: 3, onnotice: () => undefined });
const urlOf = (name: string): string => {
  const url = new URL(POSTGRES);
  url.pathname = `/${name}`;
  return url.href;
};

/** Whether a PostgreSQL server answers here; says so when it does not. */
export async function hasPostgres(): Promise<boolean> {
  const sql = admin();
  try {
    await sql`select 1`;
    return true;
  } catch {
    console.log(
      'PostgreSQL does not answer at 127.0.0.1:5432 (or TEST_DATABASE_URL): its tests are skipped.',
    );
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The databases on which tests run here. */
export const testEngines = async (): Promise<DatabaseName[]> =>
  (await hasPostgres()) ? ['sqlite', 'postgres'] : ['sqlite'];

const random = () => randomBytes(6).toString('hex');

/** Hash of the files that determine a filled database; a change creates a new template. */
function stateOfTheCode(): string {
  const hash = createHash('sha256');
  for (const folder of ['server', 'src/contract', 'src/search']) {
    for (const name of (readdirSync(folder, { recursive: true }) as string[]).toSorted()) {
      if (/\.(?:tsx?|json|sql)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Days of which templates are kept: another checkout on this machine may use one of its own. */
const dayAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
const templateName = () => `f3e_template_${dayAgo(0)}_${stateOfTheCode()}`;
const isOld = (name: string) =>
  name.startsWith('f3e_template_') && ![dayAgo(0), dayAgo(1)].some((day) => name.includes(`_${day}_`));

async function fill(db: Database): Promise<void> {
  await migrate(db);
  await loadDemoData(db, { folder: 'server/demo-data', today: new Date(TODAY) });
  await db.close();
}

let sqliteTemplate: Promise<string> | undefined;
/** Path of the filled SQLite file. It is built under a temporary name, then renamed, so that no process sees half a file. */
const filledSqlite = (): Promise<string> =>
  (sqliteTemplate ??= (async () => {
    const folder = join(tmpdir(), 'f3e-test-databases');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${templateName()}.sqlite`);
    if (!existsSync(file)) {
      for (const old of readdirSync(folder)) if (isOld(old)) rmSync(join(folder, old), { force: true });
      const making = join(folder, `${random()}.making`);
      await fill(openSqlite(making, testVault));
      renameSync(making, file);
    }
    return file;
  })());

let postgresTemplate: Promise<string> | undefined;
const filledPostgres = (): Promise<string> =>
  (postgresTemplate ??= (async () => {
    const name = templateName();
    const sql = admin();
    try {
      const known = await sql`select datname from pg_database where datname like 'f3e_template_%'`;
      if (known.some(({ datname }) => datname === name)) return name;
      const making = `f3e_making_${random()}`;
      await sql.unsafe(`create database ${making}`);
      await fill(openPostgres(urlOf(making), testVault));
      // Another process may have been faster.
      await sql
        .unsafe(`alter database ${making} rename to ${name}`)
        .catch(() => sql.unsafe(`drop database ${making}`));
      for (const old of known.map(({ datname }) => String(datname)).filter(isOld))
        await sql.unsafe(`drop database if exists ${old}`).catch(() => undefined);
      return name;
    } finally {
      await sql.end();
    }
  })());

/** A database of its own on the PostgreSQL server; a copy of another one when that is named. */
export async function freshPostgres(template = ''): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `f3e_test_${process.pid}_${random()}`;
  const sql = admin();
  // `wal_log` needs no checkpoint, so a short-lived copy is faster.
  await sql.unsafe(`create database ${name} ${template && `template ${template} strategy wal_log`}`);
  return {
    url: urlOf(name),
    drop: async () => {
      await sql.unsafe(`drop database if exists ${name} with (force)`);
      await sql.end();
    },
  };
}

/** An empty or filled database, deleted when it is closed. */
async function openFresh(kind: DatabaseName, isFilled: boolean): Promise<Database> {
  if (kind === 'postgres') {
    const { url, drop } = await freshPostgres(isFilled ? await filledPostgres() : '');
    return closing(openPostgres(url, testVault), drop);
  }
  const folder = mkdtempSync(join(tmpdir(), 'f3e-'));
  const file = join(folder, 'f3e.sqlite');
  if (isFilled) copyFileSync(await filledSqlite(), file);
  return closing(openSqlite(file, testVault), async () => rmSync(folder, { recursive: true, force: true }));
}

function closing(db: Database, after: () => Promise<void>): Database {
  const close = db.close;
  return Object.assign(db, {
    close: async () => {
      await close();
      await after();
    },
  });
}

export const freshDatabase = (kind: DatabaseName): Promise<Database> => openFresh(kind, false);
export const filledDatabase = (kind: DatabaseName): Promise<Database> => openFresh(kind, true);

/** The rows of one statement. Parameters are `$1`, `$2`… */
export const rowsOf = async (sql: Sql, text: string, values: readonly SqlValue[] = []): Promise<Row[]> =>
  (await sql.execute(text, values)).rows;

/** Runs one statement; returns how many rows it changed. */
export const changeRows = async (sql: Sql, text: string, values: readonly SqlValue[] = []): Promise<number> =>
  (await sql.execute(text, values)).changes;

/** Adds a row like another, under an identifier of its own. */
export async function copyRow(sql: Sql, table: string, row: Row): Promise<void> {
  const copy: Row = { ...row, id: randomBytes(16).toString('hex') };
  const names = Object.keys(copy);
  const places = names.map((_, i) => `$${i + 1}`);
  await changeRows(
    sql,
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(copy),
  );
}

/** The statements that a database is asked from now on, until `stop`. */
export function recordStatements(db: Database): { stop: () => string[] } {
  const statements: string[] = [];
  const { execute, transaction } = db;
  const watch = (sql: Sql): Sql => {
    const run = sql.execute.bind(sql);
    return Object.assign(sql, {
      execute: (text: string, values?: readonly SqlValue[]) => {
        statements.push(text);
        return run(text, values);
      },
    });
  };
  watch(db);
  const inTransactions = new Map<Sql, Sql['execute']>();
  Object.assign(db, {
    transaction: (work: (sql: Sql) => Promise<unknown>) =>
      transaction((sql) => {
        if (!inTransactions.has(sql)) {
          inTransactions.set(sql, sql.execute);
          watch(sql);
        }
        return work(sql);
      }),
  });
  return {
    stop: () => {
      Object.assign(db, { execute, transaction });
      for (const [sql, own] of inTransactions) Object.assign(sql, { execute: own });
      return statements;
    },
  };
}
