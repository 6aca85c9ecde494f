/** `npm run import -- <folder>`: publishes what the JSON files of a folder hold, all of it or nothing. */
import { join } from 'node:path';
import { ConfigError, readDatabasePlace } from './config.js';
import { migrate } from './db/migrate.js';
import { openDatabase } from './db/open.js';
import { copyPictures, FaultyFolderError, missingPictures, readFolder } from './publications/folder.js';
import { listNames } from './publications/schemas.js';
import { importPublications } from './publications/service.js';
import { refreshSearchIndex } from './search-index.js';

async function main(folder: string | undefined): Promise<void> {
  if (!folder) throw new ConfigError('Name the folder to import: npm run import -- <folder>');
  const publications = await readFolder(folder);
  const place = readDatabasePlace(process.env);
  const db = await openDatabase(place);
  try {
    await migrate(db);
    await refreshSearchIndex(db);
    const report = await importPublications(db, publications, Date.now());
    for (const name of listNames) {
      const { added, changed, same, left } = report[name];
      const others = left ? `; ${left} that the folder does not hold stay` : '';
      console.log(`${name}: ${added} added, ${changed} changed, ${same} as they were${others}`);
    }
    const shown = join(place.dataDir, 'pictures');
    const pictures = await copyPictures(join(folder, 'pictures'), shown);
    const missing = await missingPictures(publications, shown);
    if (pictures)
      console.log(`pictures: ${pictures} copied; a server that runs shows them after its next start`);
    if (missing.length) console.warn(`Named and not there: ${missing.join(', ')}. Put them into ${shown}.`);
  } finally {
    await db.close();
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof FaultyFolderError)) throw error;
  console.error(error.message);
  if (error instanceof FaultyFolderError)
    console.error(`\nNothing was imported: ${error.faults.length} to correct.`);
  process.exitCode = 1;
}
