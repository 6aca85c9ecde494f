import SqliteDatabase from 'better-sqlite3';
import { AsyncLocalStorage } from 'node:async_hooks';
import { chmodSync } from 'node:fs';
import { type Database, DatabaseBusyError, openRows, type Row, type Sql, type SqlValue } from './database.js';
import { queryBuilder } from './query-builder.js';
import type { Vault } from './vault.js';

const MAX_STATEMENTS = 300;

/**
 * Opens a SQLite file with one connection. Every acknowledged write is on the disk: WAL with `synchronous=FULL`, since
 * `NORMAL` loses the last transactions in a power cut.
 */
export function openSqlite(file: string, vault: Vault): Database {
  const connection = new SqliteDatabase(file, { timeout: 3_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');
  // Only the account that runs the server reads it; the files beside it take the same mode.
  if (file !== ':memory:') chmodSync(file, 0o600);

  const execute = executeOn(connection);
  const inside = sqlOver(async (text, values) => execute(text, values), vault);
  // A transaction has the connection for itself: other statements of the process wait for their turn.
  let turn: Promise<unknown> = Promise.resolve();
  const within = new AsyncLocalStorage<{ isOpen: boolean }>();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    // It would wait for its own end, and everything else with it.
    if (within.getStore()?.isOpen)
      return Promise.reject(new Error('inside a transaction, the database itself was asked'));
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const transaction = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      whenFree(() => connection.exec('begin immediate'));
      const state = { isOpen: true };
      try {
        const result = await within.run(state, () => work(inside));
        whenFree(() => connection.exec('commit'));
        return result;
      } catch (error) {
        if (connection.inTransaction) connection.exec('rollback');
        throw error;
      } finally {
        state.isOpen = false;
      }
    });

  return Object.assign(
    sqlOver((text, values) => inTurn(async () => execute(text, values)), vault),
    {
      transaction,
      exclusively: transaction,
      // Freed pages are overwritten at once (secure_delete); older ones are in the log of writes until it is emptied.
      scrub: () => inTurn(async () => void connection.pragma('wal_checkpoint(TRUNCATE)')),
      close: () =>
        inTurn(async () => {
          connection.close();
        }),
    },
  );
}

function sqlOver(run: Sql['execute'], vault: Vault): Sql {
  const execute: Sql['execute'] = async (text, values) => {
    const result = await run(text, values);
    openRows(result.rows, vault);
    return result;
  };
  const sql = { engine: 'sqlite' as const, vault, execute };
  // Read through the object, so that a test can watch what is executed.
  return Object.assign(sql, { query: queryBuilder(sql) });
}

/** Runs statements on a connection and keeps them prepared. */
function executeOn(connection: SqliteDatabase.Database) {
  const statements = new Map<string, SqliteDatabase.Statement>();
  const prepare = (text: string) => {
    let statement = statements.get(text);
    if (!statement) {
      // Queries have many shapes: the oldest goes when there are too many.
      if (statements.size >= MAX_STATEMENTS) statements.delete(statements.keys().next().value!);
      statements.set(text, (statement = connection.prepare(text)));
    }
    return statement;
  };
  const bind = (values: readonly SqlValue[]) =>
    values.length ? [Object.fromEntries(values.map((value, i) => [String(i + 1), value]))] : [];

  return (text: string, values: readonly SqlValue[] = []): { rows: Row[]; changes: number } =>
    whenFree(() => {
      const statement = prepare(text);
      if (!statement.reader) return { rows: [], changes: statement.run(...bind(values)).changes };
      const rows = statement.all(...bind(values)) as Row[];
      return { rows, changes: rows.length };
    });
}

/** Turns “another process holds it” into an error of ours. */
function whenFree<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new DatabaseBusyError(error.message, { cause: error });
    throw error;
  }
}
