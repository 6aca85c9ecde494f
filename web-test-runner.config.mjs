/** Tests of elements and of what they are made of, in every engine of this machine. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromeArgs, findChrome, findFirefox, findWebKit } from './scripts/browsers.mjs';
import { browserTests } from './scripts/test-files.mjs';
import { webkitLauncher } from './scripts/webkit-launcher.mjs';

const only = process.env.ENGINES?.split(',');
const wanted = (name) => !only || only.includes(name);
const browsers = [];

if (wanted('chromium')) {
  browsers.push(
    chromeLauncher({
      launchOptions: { executablePath: findChrome(), headless: true, args: [...chromeArgs, '--lang=fr-FR'] },
      concurrency: 1,
    }),
  );
}
const firefox = findFirefox();
if (wanted('firefox') && firefox) {
  const launcher = chromeLauncher({
    launchOptions: { browser: 'firefox', executablePath: firefox, headless: true },
    concurrency: 1,
  });
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (...args) => {
    await initialize(...args);
    launcher.name = 'Firefox';
  };
  browsers.push(launcher);
}
const webkit = findWebKit();
if (wanted('webkit') && webkit) browsers.push(webkitLauncher(webkit));

for (const [name, found] of [
  ['Firefox', firefox],
  ['WebKit', webkit],
]) {
  if (!found) console.log(`${name} was not found: its element tests are skipped.`);
}

/** Writes the counts where COUNTS_FILE says, summed over engines. */
const countsReporter = {
  stop({ sessions }) {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    const add = (suite) => {
      for (const test of suite.tests) test.skipped ? skipped++ : test.passed ? passed++ : failed++;
      for (const inner of suite.suites) add(inner);
    };
    for (const session of sessions) {
      if (session.testResults) add(session.testResults);
      failed += session.errors?.length ?? 0;
      if (!session.passed && !session.testResults && !session.errors?.length) failed++;
    }
    console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
    if (process.env.COUNTS_FILE)
      writeFileSync(process.env.COUNTS_FILE, JSON.stringify({ passed, failed, skipped }));
  },
};

export default {
  files: browserTests(),
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode|shows nothing: it needs/.test(String(args[0])),
  nodeResolve: { exportConditions: ['production'] },
  concurrentBrowsers: 3,
  testFramework: { config: { timeout: 15_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  browserStartTimeout: 60_000,
  plugins: [
    esbuildPlugin({
      ts: true,
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      target: 'es2022',
    }),
  ],
  browsers,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countsReporter],
};
