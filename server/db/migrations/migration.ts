/**
 * A step of the schema. Steps are frozen history: each holds its own SQL and its own way to fill what it adds, and imports
 * nothing but this file, so that the application may change without changing what an old database becomes.
 */
export interface Migration {
  /** Its number and what it is about; never changed once released. */
  name: string;
  up: (database: MigratedDatabase) => Promise<void>;
}

/** The database inside the transaction of a migration. Parameters are `$1`, `$2`… in the text, on both engines. */
export interface MigratedDatabase {
  engine: 'sqlite' | 'postgres';
  all(text: string, values?: readonly (string | number | null)[]): Promise<Record<string, unknown>[]>;
  run(text: string, values?: readonly (string | number | null)[]): Promise<unknown>;
}
