/** `npm run export -- <folder>`: writes all that is published as the JSON files that `import` reads. */
import { join } from 'node:path';
import { ConfigError, readDatabasePlace } from './config.js';
import { migrate } from './db/migrate.js';
import { openDatabase } from './db/open.js';
import { copyPictures, writeFolder } from './publications/folder.js';
import { listNames } from './publications/schemas.js';
import { exportPublications } from './publications/service.js';

async function main(folder: string | undefined): Promise<void> {
  if (!folder) throw new ConfigError('Name the folder to write: npm run export -- <folder>');
  const place = readDatabasePlace(process.env);
  const db = await openDatabase(place);
  try {
    await migrate(db);
    const publications = await exportPublications(db);
    await writeFolder(folder, publications);
    await copyPictures(join(place.dataDir, 'pictures'), join(folder, 'pictures'));
    console.log(listNames.map((name) => `${publications[name].length} ${name}`).join(', '));
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
