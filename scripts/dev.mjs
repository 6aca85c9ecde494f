/**
 * `npm run dev`: the demonstration on one port. What changes under `src/` is built again for every page on its next
 * reload, a few seconds later; a change of what the server runs or serves starts it again.
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
let isStopping = false;
function start() {
  server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    stdio: 'inherit',
    env: { DEMO: 'on', ...process.env },
  });
  server.on('exit', () => {
    server = undefined;
    if (isStopping) start();
    isStopping = false;
  });
}

let waiting;
/** One start for all that changes within a fifth of a second, or while the server stops. */
function restart() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (!server) return start();
    isStopping = true;
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
// The schemas and the search are the server's too; of what only it reads, no build of the widgets knows.
for (const folder of ['server', 'demo', 'src/contract', 'src/search'])
  watch(join(root, folder), { recursive: true }, () => toBuild === 0 && restart());

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    clearTimeout(waiting);
    if (!server) process.exit();
    server.removeAllListeners('exit').once('exit', () => process.exit());
    server.kill('SIGTERM');
  });
}
