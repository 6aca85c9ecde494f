import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../shared/secrets.js';
import { type Files, hold, holdFiles } from './static-files.js';

/** Files of each release by its version. */
export type Releases = ReadonlyMap<string, Files>;

/**
 * Keeps a copy of each release of the embed in the data folder, so that an upgrade takes no address away: pages that name a
 * version, and loaders that a cache still holds, go on.
 */
export async function keepReleases(about: {
  embed: string;
  dataDir: string;
  version: string;
  publicUrl: string;
}): Promise<Releases> {
  const folder = join(about.dataDir, 'releases');
  const own = join(folder, about.version);
  await mkdir(folder, { recursive: true });
  // A build of the same version replaces it whole: until it is released, a version may be built again.
  const making = `${own}.${newId()}`;
  await cp(about.embed, making, { recursive: true });
  await rm(own, { recursive: true, force: true });
  // Another process that starts now may have put its own copy there: it is the same.
  await rename(making, own).catch(() => rm(making, { recursive: true }));
  const versions = (await readdir(folder)).filter(
    (name) => /^\d+\.\d+\.\d+$/.test(name) && name !== about.version,
  );
  const folders = versions.map((version) => [version, join(folder, version)] as const);
  // The one that runs, whatever another process is doing to its copy.
  const running = [about.version, about.embed] as const;
  const held = [...folders, running].map(
    async ([version, at]) => [version, await withOwnAddress(await holdFiles(at), about.publicUrl)] as const,
  );
  return new Map(await Promise.all(held));
}

const CLASSIC = 'f3e.classic.js';

/** Writes the address of this server into the classic script, and its hash into `integrity.json`. */
async function withOwnAddress(files: Files, publicUrl: string): Promise<Files> {
  const classic = files.get(CLASSIC);
  if (!classic) return files;
  const text = Buffer.from(classic.bytes.identity).toString('utf8').replace('%F3E_SERVER%', publicUrl);
  const changed = new Map(files).set(CLASSIC, await hold(classic.type, Buffer.from(text)));
  const integrity = files.get('integrity.json');
  if (integrity) {
    const hashes = JSON.parse(Buffer.from(integrity.bytes.identity).toString('utf8')) as Record<
      string,
      string
    >;
    hashes[CLASSIC] = `sha384-${createHash('sha384').update(text).digest('base64')}`;
    const listed = Buffer.from(`${JSON.stringify(hashes, null, 2)}\n`);
    changed.set('integrity.json', await hold(integrity.type, listed));
  }
  return changed;
}
