/** Makes `dist/server` a folder that runs anywhere: beside the compiled code, what it serves, and what `npm ci` installs. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

interface LockedPackage {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  dev?: boolean;
}
interface Lock {
  packages: Record<string, LockedPackage>;
}

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const write = (file: string, value: unknown) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

export function packServer(folder: string): void {
  // SQLite is compiled where it is installed.
  const manifest = {
    ...read<LockedPackage & { name: string; version: string }>('server/package.json'),
    allowScripts: { 'better-sqlite3': true },
  };
  write(join(folder, 'package.json'), manifest);
  write(join(folder, 'package-lock.json'), {
    name: manifest.name,
    version: manifest.version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest, ...lockedFor('server', read<Lock>('package-lock.json')) },
  });
  for (const served of ['demo-data', 'assets']) {
    cpSync(`server/${served}`, join(folder, 'server', served), {
      recursive: true,
      filter: (path) => !/\.tsx?$/.test(path),
    });
  }
  cpSync('demo', join(folder, 'demo'), { recursive: true });
  if (existsSync('dist/cdn')) cpSync('dist/cdn', join(folder, 'cdn'), { recursive: true });
  for (const served of ['cdn', 'demo', 'server/assets']) compressFiles(join(folder, served));
}

/** Compresses what is served as text, once, so that no server does it at each start. */
function compressFiles(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|css|html|json|map|svg)$/.test(name)) continue;
    const file = join(folder, name);
    const plain = readFileSync(file);
    // Source maps are large, and fetched by developers alone.
    const quality = name.endsWith('.map') ? 4 : constants.BROTLI_MAX_QUALITY;
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    );
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}

/** The packages that a workspace needs to run, of the lock file of the whole, as if the workspace stood alone. */
function lockedFor(workspace: string, { packages }: Lock): Record<string, LockedPackage> {
  const found = new Map<string, LockedPackage>();
  const visit = (from: string) => {
    const { dependencies, optionalDependencies, peerDependencies } = packages[from]!;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const path = resolve(from, name, packages);
      if (!path) continue;
      const place = path.replace(`${workspace}/`, '');
      if (found.has(place)) continue;
      // The whole needs some of them to develop alone; the server needs all of them to run.
      const locked = { ...packages[path]! };
      delete locked.dev;
      found.set(place, locked);
      visit(path);
    }
  };
  visit(workspace);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where Node would find a package from a folder: in the nearest `node_modules` above. */
function resolve(from: string, name: string, packages: Lock['packages']): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = `${folder === '.' || folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '.' || folder === '') return undefined;
  }
}
