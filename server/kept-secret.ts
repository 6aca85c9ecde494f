import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { newId, newSecret } from './shared/secrets.js';

const LEAST_LENGTH = 32;

/**
 * The secret of a server that was given none: made once and kept in the data folder, readable by its account alone, so
 * that a restart neither forgets limits nor loses what was sealed. The file appears whole or not at all: of two processes
 * that start together, one reads what the other wrote.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true });
  const known = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  });
  if (known !== undefined) return checked(known, file);
  const draft = `${file}.${newId()}`;
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(`${newSecret()}\n`);
  await handle.sync();
  await handle.close();
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return checked(await readFile(file, 'utf8'), file);
}

/** Under an empty or cut secret, what was sealed would be open to all. */
function checked(text: string, file: string): string {
  const secret = text.trim();
  if (secret.length < LEAST_LENGTH)
    throw new Error(
      `${file} holds no secret: put back the one it held, or remove it if nothing was kept under it.`,
    );
  return secret;
}
