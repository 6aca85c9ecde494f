/** `npm run invite -- <address>`: makes somebody an administrator of the desk, and prints a link of one hour that lets them in. */
import { inviteByCommand } from './bureau/team/service.js';
import { ConfigError, readDatabasePlace } from './config.js';
import { migrate } from './db/migrate.js';
import { openDatabase } from './db/open.js';
import { createVault } from './db/vault.js';
import { keptSecret } from './kept-secret.js';
import { addresses } from './shared/addresses.js';
import { isPlainAddress } from './submissions/forms/email.js';

async function main(address: string | undefined): Promise<void> {
  if (!address || !isPlainAddress(address))
    throw new ConfigError('Name the person’s e-mail address: npm run invite -- first.last@example.org');
  const place = readDatabasePlace(process.env);
  const secret = process.env['SECRET'] || (await keptSecret(place.dataDir));
  const db = await openDatabase(place, createVault(secret));
  try {
    await migrate(db);
    const publicUrl = process.env['PUBLIC_URL'] || `http://localhost:${process.env['PORT'] || 8080}`;
    const link = await inviteByCommand(db, address, { links: addresses(publicUrl), now: Date.now() });
    console.log(`Open this link within an hour, on the person’s own device; it works once:\n\n  ${link}\n`);
  } finally {
    await db.close();
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
