/** `npm run build`: all that ships, under `dist/`. With names of parts, only those: `embed`, `server`, `npm`. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainContractTypes } from './contract-types.js';
import { editorData } from './editor-data.js';
import { joinClassic } from './join-classic.mjs';
import { packServer } from './server-package.js';

const run = (name: string, tool: string, ...args: string[]) => {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', tool), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (status !== 0) {
    console.error(`${name} failed:\n${stdout}${stderr}`);
    process.exit(1);
  }
  console.log(`  ${name.padEnd(34)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
};
const vite = (name: string, mode: string) =>
  run(name, 'vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'warn');

const parts = {
  async embed() {
    rmSync('dist/cdn', { recursive: true, force: true });
    for (const mode of ['loader', 'doctor', 'elements', 'classic']) vite(`embed: ${mode}`, mode);
    await joinClassic();
    rmSync('dist/classic', { recursive: true });
    copyFileSync('src/embed/f3e.css', 'dist/cdn/f3e.css');
    writeIntegrity('dist/cdn');
  },
  server() {
    rmSync('dist/server', { recursive: true, force: true });
    run('server', 'typescript/bin/tsc', '-p', 'server/tsconfig.json');
    packServer('dist/server');
  },
  npm() {
    run('manifest', '@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');
    editorData();
    vite('npm modules', 'npm');
    run('type declarations', 'typescript/bin/tsc', '-p', 'tsconfig.build.json');
    plainContractTypes();
  },
};

/** `integrity.json`: the sha384 of each file, for the `integrity` attribute and for audits. */
function writeIntegrity(folder: string) {
  const hashes: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    if (!name.endsWith('.js')) continue;
    const hash = createHash('sha384')
      .update(readFileSync(join(folder, name)))
      .digest('base64');
    hashes[name.replaceAll('\\', '/')] = `sha384-${hash}`;
  }
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  // For programs that name the release they load: which one `/v1/` is now.
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const integrity = { 'f3e.js': hashes['f3e.js'], 'f3e.classic.js': hashes['f3e.classic.js'] };
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify({ version, integrity }, null, 2)}\n`);
}

const wanted = process.argv.slice(2) as (keyof typeof parts)[];
mkdirSync('dist', { recursive: true });
if (wanted.length === 0) rmSync('dist', { recursive: true, force: true });
for (const part of wanted.length ? wanted : (Object.keys(parts) as (keyof typeof parts)[]))
  await parts[part]();
