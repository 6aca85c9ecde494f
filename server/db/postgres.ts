import postgres from 'postgres';
import { type Database, DatabaseBusyError, openRows, type Row, type Sql } from './database.js';
import { queryBuilder } from './query-builder.js';
import type { Vault } from './vault.js';

const MAX_PREPARED = 200;

/** The tables that hold what people submit. */
const PERSONAL = [
  'join_requests',
  'registrations',
  'proposals',
  'consent_events',
  'outbox',
  'access_tokens',
  'notes',
];

/** Codes of what passes by itself: a lock, a deadlock, a time limit, too many connections. */
const BUSY = new Set(['55P03', '40P01', '40001', '57014', '53300']);

/** What a transaction begins with to be alone, however long another process works. */
const ALONE = [
  `set local statement_timeout = '5min'`,
  `set local lock_timeout = '5min'`,
  `select pg_advisory_xact_lock(4060126)`,
];

/** Opens a pool of connections to PostgreSQL 15 or newer. Several processes may share the database. */
export function openPostgres(url: string, vault: Vault): Database {
  const pool = postgres(url, {
    max: 10,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: {
      statement_timeout: 3_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
    },
    types: {
      // bigint, the type of count(*): whole numbers that fit
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
    },
  });
  // Each connection keeps what it prepared: only so many shapes of queries.
  const prepared = new Set<string>();
  const over = (runner: postgres.Sql | postgres.TransactionSql) => sqlOver(runner, prepared, vault);
  const transaction = <T>(work: (sql: Sql) => Promise<T>) => pool.begin((tx) => work(over(tx))) as Promise<T>;

  return Object.assign(over(pool), {
    transaction,
    exclusively: <T>(work: (sql: Sql) => Promise<T>) =>
      transaction(async (sql) => {
        for (const statement of ALONE) await sql.execute(statement);
        return work(sql);
      }),
    scrub: async () => {
      // A connection of its own: this may take longer than a query.
      const alone = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
      try {
        for (const table of PERSONAL) await alone.unsafe(`vacuum (skip_locked) ${table}`);
      } finally {
        await alone.end({ timeout: 5 });
      }
    },
    close: () => pool.end({ timeout: 5 }),
  });
}

function sqlOver(runner: postgres.Sql | postgres.TransactionSql, prepared: Set<string>, vault: Vault): Sql {
  const execute: Sql['execute'] = async (text, values = []) => {
    try {
      if (prepared.size < MAX_PREPARED) prepared.add(text);
      const rows = await runner.unsafe<Row[]>(text, [...values], { prepare: prepared.has(text) });
      openRows(rows, vault);
      return { rows: [...rows], changes: rows.count };
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code && BUSY.has(code)) throw new DatabaseBusyError((error as Error).message, { cause: error });
      throw error;
    }
  };
  const sql = { engine: 'postgres' as const, vault, execute };
  // Read through the object, so that a test can watch what is executed.
  return Object.assign(sql, { query: queryBuilder(sql) });
}
