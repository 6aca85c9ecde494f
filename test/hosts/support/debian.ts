/** Programs of Debian for the tests of real sites: unpacked into a folder of their own, so that two versions stand side by side. */
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const run = (command: string, args: readonly string[], options: ExecFileSyncOptions = {}): string =>
  String(
    execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      ...options,
    }),
  );

/** Installs packages of this machine's own release where a command is missing. */
export function ensureCommand(command: string, packages: readonly string[]): void {
  try {
    run('sh', ['-c', `command -v ${command}`]);
  } catch {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
  }
}

/** The package index of a release, beside that of the machine. */
function indexOf(suite: string, cache: string): string[] {
  const folder = join(cache, 'apt', suite);
  const options = [
    ['Dir::Etc::SourceList', '/dev/null'],
    ['Dir::Etc::SourceParts', join(folder, 'sources')],
    ['Dir::State::Lists', join(folder, 'lists')],
    ['Dir::Cache', join(folder, 'cache')],
    ['APT::Sandbox::User', 'root'],
  ].flatMap(([name, value]) => ['-o', `${name!}=${value!}`]);
  if (existsSync(join(folder, 'done'))) return options;
  for (const part of ['sources', 'lists/partial', 'cache/archives/partial'])
    mkdirSync(join(folder, part), { recursive: true });
  // The mirror of this machine, whatever it is.
  const [, mirror] = /(?:URIs:|deb) +(https?:\/\/\S+\/debian)\/? /.exec(`${sourcesOfMachine()} `) ?? [];
  if (!mirror) throw new Error('This machine has no Debian mirror among its sources.');
  writeFileSync(
    join(folder, 'sources', 'suite.sources'),
    `Types: deb\nURIs: ${mirror}\nSuites: ${suite}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`,
  );
  run('apt-get', [...options, 'update', '-qq']);
  writeFileSync(join(folder, 'done'), '');
  return options;
}

function sourcesOfMachine(): string {
  const files = ['/etc/apt/sources.list', ...filesIn('/etc/apt/sources.list.d')];
  return files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8').replace(/^#.*$/gm, '').replaceAll('\n', ' \n'))
    .join('\n');
}
const filesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];

/**
 * Unpacks a package of a release, with those of its dependencies that hold files for it, into `target`; links that lead to
 * the machine's own folders lead into it.
 */
export function unpack(
  suite: string,
  packages: readonly string[],
  { cache, target, needs }: { cache: string; target: string; needs: RegExp },
): void {
  if (existsSync(join(target, '.done'))) return;
  rmSync(target, { recursive: true, force: true });
  const debs = join(target, 'debs');
  mkdirSync(debs, { recursive: true });
  const options = indexOf(suite, cache);
  const depends = run('apt-cache', [
    ...options,
    'depends',
    '--recurse',
    '--no-recommends',
    '--no-suggests',
    '--no-conflicts',
    '--no-breaks',
    '--no-replaces',
    '--no-enhances',
    ...packages,
  ]);
  const names = new Set([
    ...packages,
    ...[...depends.matchAll(/^\w\S*$/gm)].map(([name]) => name).filter((name) => needs.test(name)),
  ]);
  run('apt-get', [...options, 'download', ...names], { cwd: debs });
  const root = join(target, 'root');
  mkdirSync(root);
  for (const deb of readdirSync(debs)) run('dpkg-deb', ['-x', join(debs, deb), root]);
  rmSync(debs, { recursive: true });
  turnLinks(root, root);
  writeFileSync(join(target, '.done'), '');
}

function turnLinks(folder: string, root: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    if (stat.isDirectory()) turnLinks(path, root);
    else if (stat.isSymbolicLink()) {
      const to = readlinkSync(path);
      if (!to.startsWith('/')) continue;
      rmSync(path);
      symlinkSync(join(root, to), path);
    }
  }
}
