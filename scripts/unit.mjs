/**
 * `npm run test:unit`: the tests that need neither a browser nor a build. With parts of names, only the files that have one
 * of them (`npm run test:unit -- client sessions`). Several processes run several files each: to start one for each file
 * would take longer than the tests.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { unitTests } from './test-files.mjs';

process.chdir(root);
ensureInstalled();
const wanted = process.argv.slice(2);
const files = unitTests(wanted).toSorted((a, b) => statSync(b).size - statSync(a).size);
if (files.length === 0) {
  console.error(`No test file has ${wanted.join(' or ')} in its name.`);
  process.exit(1);
}

// The longest first, each to the group that has the least.
const groups = Array.from({ length: Math.min(files.length, availableParallelism()) }, () => ({
  size: 0,
  files: [],
}));
for (const file of files) {
  const least = groups.reduce((a, b) => (b.size < a.size ? b : a));
  least.size += statSync(file).size;
  least.files.push(file);
}

const folder = mkdtempSync(join(tmpdir(), 'f3e-unit-'));
const started = Date.now();
const runs = groups.map(
  ({ files }, i) =>
    new Promise((done) => {
      const counts = join(folder, `${i}.json`);
      const run = spawn(
        process.execPath,
        [
          '--import',
          'tsx',
          '--disable-warning=ExperimentalWarning',
          '--test-reporter=./scripts/count-reporter.mjs',
          'scripts/unit-files.mjs',
          ...files,
        ],
        {
          env: { ...process.env, COUNTS_FILE: counts },
          stdio: ['ignore', 'pipe', 'inherit'],
          // Whatever a failure left open must not hold up the others.
          timeout: process.env.LONG === 'on' ? 900_000 : 120_000,
          killSignal: 'SIGKILL',
        },
      );
      let output = '';
      run.stdout.on('data', (data) => (output += data));
      run.on('exit', (code) => {
        // The last line says the counts of this process alone.
        process.stdout.write(output.replace(/.*passed.*\n$/, ''));
        const known = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : {};
        const { passed = 0, failed = 0, skipped = 0 } = known;
        if (code !== 0 && failed === 0)
          console.log(`✗ ended with ${code ?? 'a time limit'}: ${files.join(' ')}`);
        done({ passed, failed: failed || (code === 0 ? 0 : 1), skipped });
      });
    }),
);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const counts of await Promise.all(runs)) for (const key of Object.keys(total)) total[key] += counts[key];
rmSync(folder, { recursive: true, force: true });
if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(total));
const { passed, failed, skipped } = total;
console.log(
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
);
process.exitCode = failed ? 1 : 0;
