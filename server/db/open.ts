import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.js';
import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';
import { noVault, type Vault } from './vault.js';

/** Where the data is: PostgreSQL when an address is given, else a SQLite file in a folder. */
export interface DatabasePlace {
  databaseUrl: string | null;
  dataDir: string;
}

/** Commands that read nothing personal need no vault. */
export async function openDatabase(
  { databaseUrl, dataDir }: DatabasePlace,
  vault: Vault = noVault,
): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  return databaseUrl ? openPostgres(databaseUrl, vault) : openSqlite(join(dataDir, 'f3e.sqlite'), vault);
}
