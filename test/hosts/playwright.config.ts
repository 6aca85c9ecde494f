import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.js';

/** Real programs of other people, installed for the time of the tests: `npm run test:hosts`. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '**/*.hosts.ts',
  outputDir: '../../test-results/hosts',
  timeout: 180_000,
  use: { ...base.use, actionTimeout: 20_000 },
});
