/**
 * `npm run test:elements`: the element tests in every engine of this machine. With parts of names, only the files that have
 * one of them, in Chromium (`npm run test:elements -- join-form`); `--watch` runs them again at each change, and
 * `ENGINES=chromium,firefox,webkit` says in which engines.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { browserTests } from './test-files.mjs';

process.chdir(root);
ensureInstalled();
const given = process.argv.slice(2);
const options = given.filter((one) => one.startsWith('--'));
const names = given.filter((one) => !one.startsWith('--'));
const files = browserTests(names);
if (files.length === 0) {
  console.error(`No element test has ${names.join(' or ')} in its name.`);
  process.exit(1);
}
const { ensureBrowsers } = await import('./browsers.mjs');
ensureBrowsers();
const run = spawn(
  process.execPath,
  [join('node_modules', '@web/test-runner/dist/bin.js'), '--files', ...files, ...options],
  {
    stdio: 'inherit',
    env: { ...(names.length > 0 ? { ENGINES: 'chromium' } : {}), ...process.env },
  },
);
run.on('exit', (code) => (process.exitCode = code ?? 1));
