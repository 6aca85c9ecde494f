import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Sql, SqlValue } from './database.js';
import type { Tables } from './schema.js';

/** SQLite's own numbered parameters, so that a statement reads alike on both engines. */
class NumberedSqliteCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return `$${this.numParameters}`;
  }
}

/**
 * Kysely writes the statements; `execute` runs them. Transactions, turns and time limits are those of whoever gives
 * `execute`, so Kysely's own transactions are not used.
 */
export function queryBuilder(sql: Omit<Sql, 'query'>): Kysely<Tables> {
  const isSqlite = sql.engine === 'sqlite';
  const dialect: Dialect = {
    createAdapter: () => (isSqlite ? new SqliteAdapter() : new PostgresAdapter()),
    createDriver: () => new RunningDriver(sql),
    createIntrospector: (db) => (isSqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
    createQueryCompiler: () => (isSqlite ? new NumberedSqliteCompiler() : new PostgresQueryCompiler()),
  };
  return new Kysely<Tables>({ dialect });
}

class RunningDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(sql: Omit<Sql, 'query'>) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, changes } = await sql.execute(query.sql, query.parameters as readonly SqlValue[]);
        return { rows: rows as R[], numAffectedRows: BigInt(changes) };
      },
      streamQuery: () => {
        throw new Error('Read a page instead of a stream.');
      },
    };
  }

  init = async () => undefined;
  destroy = async () => undefined;
  acquireConnection = async () => this.#connection;
  releaseConnection = async () => undefined;
  beginTransaction = notHere;
  commitTransaction = notHere;
  rollbackTransaction = notHere;
}

async function notHere(): Promise<never> {
  throw new Error('Use Database.transaction.');
}
