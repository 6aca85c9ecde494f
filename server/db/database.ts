import type { Kysely } from 'kysely';
import type { Tables } from './schema.js';
import { type Vault, VaultError } from './vault.js';

/** A value that both engines store alike: text, whole numbers and null. */
export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

/** Runs statements, in a transaction or outside one. */
export interface Sql {
  /** Typed statements; both engines read them alike. */
  readonly query: Kysely<Tables>;
  readonly engine: 'sqlite' | 'postgres';
  /** Seals what people wrote before it is stored; `execute` opens it (P15). */
  readonly vault: Vault;
  /** One statement in its own words. Parameters are `$1`, `$2`…, whatever the engine. */
  execute(text: string, values?: readonly SqlValue[]): Promise<{ rows: Row[]; changes: number }>;
}

export interface Database extends Sql {
  /**
   * Runs `work` in one transaction. Inside it, await nothing but the database: on SQLite every other statement of the
   * process waits until it ends.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** The same, alone: other processes that also ask to be alone wait, and statements may take minutes. */
  exclusively<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Clears what erased rows left behind in the files, as far as the engine can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** Columns that hold sealed texts. */
const SEALED = ['answers', 'message', 'profile', 'note'];

/** Opens the sealed texts of rows, in place. One that cannot be opened stays sealed: it is the fault of its row alone. */
export function openRows(rows: readonly Row[], vault: Vault): void {
  const [first] = rows;
  const columns = first ? SEALED.filter((name) => name in first) : [];
  for (const row of columns.length ? rows : [])
    for (const name of columns) {
      const value = row[name];
      if (typeof value === 'string') row[name] = opened(value, vault);
    }
}

function opened(text: string, vault: Vault): string {
  try {
    return vault.open(text);
  } catch (error) {
    if (error instanceof VaultError) return text;
    throw error;
  }
}

/** Another process holds what this one needs, for longer than a request may wait. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError';
}
