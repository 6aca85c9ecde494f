import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret } from './shared/secrets.js';

/**
 * The secret of a server that was given none: made once and kept in the data folder, readable by its account alone, so
 * that a restart neither forgets limits nor loses what was sealed.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true });
  try {
    const handle = await open(file, 'wx', 0o600);
    const secret = newSecret();
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
    await handle.close();
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}
