/** A value that both databases store alike: text, whole numbers and null. */
export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

/** Runs statements. Parameters are `$1`, `$2`… in the text, whatever the database. */
export interface Sql {
  all(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs the statement and tells how many rows it changed. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
  /** The few words that differ from one database to the other. */
  readonly dialect: Dialect;
}

export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Ends a `select` whose rows other processes must not take at the same time. */
  readonly skipLocked: string;
  /** What a transaction begins with to have the schema for itself, however long another process works on it. */
  readonly beforeMigrating: readonly string[];
}

export interface Database extends Sql {
  /**
   * Runs `work` in one transaction. Inside it, await nothing but the database: on SQLite every other statement of the
   * process waits until it ends.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Clears what erased rows left behind in the files, as far as the database can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** Another process holds what this one needs, for longer than a request may wait. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError';
}
