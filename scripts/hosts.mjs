/**
 * `npm run test:hosts`: installs real WordPress and SPIP from Debian's packages on loopback, puts each widget in by every
 * route that each role has, and looks at the public pages. It needs Debian and root, and takes some minutes.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

process.chdir(root);
ensureInstalled();
const { ensureBrowsers } = await import('./browsers.mjs');
ensureBrowsers();
const run = (tool, ...args) => {
  const { status } = spawnSync(process.execPath, [join('node_modules', tool), ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run('tsx/dist/cli.mjs', 'scripts/build.ts', 'embed', 'server');
for (const kind of ['wordpress', 'spip']) run('tsx/dist/cli.mjs', 'scripts/plugins.ts', kind);
run(
  '@playwright/test/cli.js',
  'test',
  '--config',
  'test/hosts/playwright.config.ts',
  ...process.argv.slice(2),
);
