/** `npm run dev`: the embed and the server, built again at each change, on the demonstration data. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const start = (tool, args, env = {}) =>
  spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
const children = [
  ...['loader', 'elements'].map((mode) =>
    start('vite/bin/vite.js', ['build', '--mode', mode, '--watch', '--logLevel', 'warn']),
  ),
  start('tsx/dist/cli.mjs', ['watch', '--include', 'dist/cdn/**', '--include', 'demo/**', 'server/main.ts'], {
    DEMO: 'on',
  }),
];
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
