/**
 * `npm run dev`: the demonstration on one port. What changes under `src/` is built again, in a second or two, for every page
 * on its next reload; a change of `server/` or `demo/` starts the server again.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

process.chdir(root);
ensureInstalled();
const { build } = await import('vite');
const { joinClassic } = await import('./join-classic.mjs');

let server;
let starting;
/** One start for all that changes within a fifth of a second. */
function restart() {
  clearTimeout(starting);
  starting = setTimeout(() => {
    const start = () => {
      server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
        stdio: 'inherit',
        env: { DEMO: 'on', ...process.env },
      });
    };
    if (!server || server.exitCode !== null) return start();
    server.once('exit', start);
    server.kill('SIGTERM');
  }, 200);
}

let toBuild = 3;
for (const mode of ['loader', 'elements', 'classic']) {
  const watcher = await build({ mode, logLevel: 'warn', build: { watch: {} } });
  let isFirst = true;
  watcher.on('event', async (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code !== 'END') return;
    if (mode === 'classic') await joinClassic();
    if (isFirst) toBuild--;
    isFirst = false;
    if (toBuild === 0) restart();
  });
}
for (const folder of ['server', 'demo']) watch(join(root, folder), { recursive: true }, restart);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    clearTimeout(starting);
    server?.removeAllListeners('exit').once('exit', () => process.exit());
    if (!server?.kill('SIGTERM')) process.exit();
  });
}
