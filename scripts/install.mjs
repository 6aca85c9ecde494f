/** Installs what the lock file names where it is not installed yet. Needs nothing but Node and npm. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  // Packages with native parts are installed for one line of Node on one kind of machine.
  const machine = `${process.versions.modules} ${process.platform} ${process.arch}`;
  const mark = join(root, 'node_modules/.installed-for');
  const isForOther = existsSync(mark) && readFileSync(mark, 'utf8') !== machine;
  if (!isForOther && isInstalled()) return writeFileSync(mark, machine);
  console.log('Installing what the project needs (npm ci): one to three minutes…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The installation failed: what npm says above tells why. Then run the same command again.');
    process.exit(status ?? 1);
  }
  writeFileSync(mark, machine);
}

/** Whether what npm says that it installed is what the lock file names. */
function isInstalled() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { packages: installed } = JSON.parse(readFileSync(note, 'utf8'));
  return Object.entries(wanted).every(([path, { version, optional, link }]) =>
    path === '' || link || (optional && !installed[path]) ? true : installed[path]?.version === version,
  );
}
