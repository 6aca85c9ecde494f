import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.js';
import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';

/** Where the data is: PostgreSQL when an address is given, else a SQLite file in a folder. */
export interface DatabasePlace {
  databaseUrl: string | null;
  dataDir: string;
}

export async function openDatabase({ databaseUrl, dataDir }: DatabasePlace): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  return databaseUrl ? openPostgres(databaseUrl) : openSqlite(join(dataDir, 'f3e.sqlite'));
}
