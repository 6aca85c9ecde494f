/**
 * `npm test`: installs if needed, finds or installs browsers, runs every check and every test, and sums them up. With names,
 * only those: check, node, elements, stories, e2e.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

process.chdir(root);
ensureInstalled();

const wanted = process.argv.slice(2);
const wants = (name) => wanted.length === 0 || wanted.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'f3e-tests-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];

const node = (tool, ...args) => [process.execPath, [join('node_modules', tool), ...args]];

function run([command, args], { quiet = false, env = {} } = {}) {
  const started = Date.now();
  const result = spawnSync(command, args, {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', NO_COLOR: '1', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return {
    ok: result.status === 0,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}`,
    seconds: (Date.now() - started) / 1000,
  };
}

/** One command that passes or fails as a whole. */
function check(name, command, env = {}) {
  const { ok, output, seconds } = run(command, { quiet: true, env });
  total[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output);
  return ok;
}

/** A suite that writes its counts; one that does not counts as a failure. */
function suite(name, command, env = {}) {
  console.log(`\n${name}`);
  const file = join(folder, `${summary.length}.json`);
  const { ok, seconds } = run(command, { env: { COUNTS_FILE: file, ...env } });
  const counts = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 };
  if (!ok && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  summary.push(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds.toFixed(0)} s)`,
  );
}

if (wants('check')) {
  console.log('Checks');
  check('types', node('typescript/bin/tsc', '-p', '.'));
  check('lint', node('eslint/bin/eslint.js', '.', '--max-warnings', '0'));
  // Its list of CSS properties is old, and it does not know lit's `nothing`. A calendar's dialog holds a form whose code
  // the page fetches: nothing of it is imported.
  check(
    'templates',
    node(
      'lit-analyzer/cli.js',
      'src/**/*.ts',
      '--strict',
      '--maxWarnings',
      '0',
      '--rules.no-invalid-css',
      'off',
      '--rules.no-incompatible-type-binding',
      'off',
      '--rules.no-missing-import',
      'off',
    ),
  );
  check('format', node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'));
  check(
    'layers and import circles',
    node(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'src',
      'server',
      'stories',
      'test',
      'scripts',
      'bench',
    ),
  );
  check('unused files, exports and dependencies', node('knip/bin/knip.js', '--no-progress'));
}
console.log('\nBuild');
check('build', node('tsx/dist/cli.mjs', 'scripts/build.ts'));
if (wants('check')) {
  check(
    'size: no growth (“npm run size” holds the gates as well)',
    node('tsx/dist/cli.mjs', 'scripts/size.ts', '--no-growth'),
  );
  // What was just built is what is looked at: to pack it would build it again.
  const asBuilt = { npm_config_ignore_scripts: 'true' };
  check('package', node('publint/src/cli.js', '--strict', '--pack', 'npm'), asBuilt);
  check(
    'types of the package',
    node(
      '@arethetypeswrong/cli/dist/index.js',
      '--pack',
      '.',
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      './f3e.js',
      './f3e.classic.js',
      './custom-elements.json',
      './vscode.html-custom-data.json',
      './web-types.json',
      './jsx',
      './react',
      './vue',
      './svelte',
      './vscode.css-custom-data.json',
    ),
    asBuilt,
  );
}
if (wants('node')) {
  suite('Contract, server, client', [process.execPath, ['scripts/unit.mjs']], { LONG: 'on' });
}
if (wants('elements') || wants('stories') || wants('e2e')) {
  const { ensureBrowsers } = await import('./browsers.mjs');
  const { chrome, firefox, webkit } = ensureBrowsers();
  console.log(
    `\nBrowsers: ${chrome}, ${firefox ?? 'no Firefox (skipped)'}, ${webkit?.browser ?? 'no WebKit (skipped)'}`,
  );
}
if (wants('elements')) {
  suite('Elements, in each engine', [process.execPath, ['scripts/elements.mjs']]);
}
const storybook = (folder) => node('storybook/dist/bin/dispatcher.js', 'build', '-o', folder, '--quiet');
// The pictures that the end-to-end tests compare are those of stories.
const hasStorybook = (wants('stories') || wants('e2e')) && check('Storybook', storybook('storybook-static'));
if (wants('stories')) {
  if (hasStorybook && check('Storybook of the embed', storybook('storybook-embed'), { EMBED: 'on' })) {
    suite(
      'Stories: play, axe, three languages in six looks; the same text in both builds',
      node('tsx/dist/cli.mjs', 'scripts/stories.ts'),
    );
  }
}
if (wants('e2e')) suite('End to end', node('@playwright/test/cli.js', 'test'));

rmSync(folder, { recursive: true, force: true });
console.log(`\n${summary.join('\n')}`);
process.exitCode = total.failed ? 1 : 0;
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
