/** `npm start`: installs if needed, builds, and serves the demonstration on one port. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
console.log('Building…');
const build = spawnSync(
  process.execPath,
  [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/build.ts', 'embed', 'server'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (build.status !== 0) process.exit(build.status ?? 1);

const server = spawn(process.execPath, ['--max-semi-space-size=2', 'dist/server/server/main.js'], {
  cwd: root,
  stdio: 'inherit',
  env: { DEMO: 'on', ...process.env },
});
// From a terminal, Ctrl-C reaches the server by itself as well: it minds the first only.
process.on('SIGINT', () => server.kill('SIGINT'));
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
