import SqliteDatabase from 'better-sqlite3';
import {
  DatabaseBusyError,
  type Database,
  type Dialect,
  type Row,
  type Sql,
  type SqlValue,
} from './database.js';

const MAX_STATEMENTS = 300;

const dialect: Dialect = { name: 'sqlite', skipLocked: '', beforeMigrating: [] };

/**
 * Opens a SQLite file with one connection. Every acknowledged write is on the disk: WAL with `synchronous=FULL`, since
 * `NORMAL` loses the last transactions in a power cut.
 */
export function openSqlite(file: string): Database {
  const connection = new SqliteDatabase(file, { timeout: 3_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');

  const statements = new Map<string, SqliteDatabase.Statement>();
  const prepare = (text: string) => {
    let statement = statements.get(text);
    if (!statement) {
      // Questions have many shapes: the oldest goes when there are too many.
      if (statements.size >= MAX_STATEMENTS) statements.delete(statements.keys().next().value!);
      statements.set(text, (statement = connection.prepare(text)));
    }
    return statement;
  };
  const bind = (values: readonly SqlValue[]) =>
    values.length ? [Object.fromEntries(values.map((value, i) => [String(i + 1), value]))] : [];

  const guarded = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
        throw new DatabaseBusyError(error.message, { cause: error });
      }
      throw error;
    }
  };

  const direct: Sql = {
    dialect,
    all: async (text, values = []) =>
      guarded(() => {
        const statement = prepare(text);
        return (
          statement.reader ? statement.all(...bind(values)) : (statement.run(...bind(values)), [])
        ) as Row[];
      }),
    run: async (text, values = []) => guarded(() => prepare(text).run(...bind(values)).changes),
  };

  // One connection, so a transaction has it for itself: the others wait for their turn.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    dialect,
    all: (text, values) => inTurn(() => direct.all(text, values)),
    run: (text, values) => inTurn(() => direct.run(text, values)),
    transaction: (work) =>
      inTurn(async () => {
        guarded(() => connection.exec('begin immediate'));
        try {
          const result = await work(direct);
          guarded(() => connection.exec('commit'));
          return result;
        } catch (error) {
          if (connection.inTransaction) connection.exec('rollback');
          throw error;
        }
      }),
    // Freed pages are overwritten at once (secure_delete); older ones are in the log of writes until it is emptied.
    scrub: () => inTurn(async () => void connection.pragma('wal_checkpoint(TRUNCATE)')),
    close: () =>
      inTurn(async () => {
        connection.close();
      }),
  };
}
