import { defineConfig } from '@playwright/test';
import { chromeArgs, findChrome } from './scripts/browsers.mjs';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  // Taken with the browser and the fonts that the tests install on Debian.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  updateSnapshots: process.env['UPDATE_SNAPSHOTS'] ? 'all' : 'none',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ...(process.env['COUNTS_FILE'] ? ([['./scripts/count-playwright.mjs']] as [string][]) : []),
  ],
  use: {
    browserName: 'chromium',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    launchOptions: { executablePath: findChrome() ?? '', args: chromeArgs },
    trace: 'off',
  },
});
