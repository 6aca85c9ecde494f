import { chromium } from '@playwright/test';
import { serve } from './test/support/process.ts';
import { mkdtempSync } from 'node:fs';
const jobs = process.argv.slice(2); // name:path:width:opts
const server = await serve({ DATA_DIR: mkdtempSync('/tmp/shots-'), PROOF_OF_WORK: '0' });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const job of jobs) {
  const [name, path, width = '1280', opts = ''] = job.split('|');
  const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, locale: 'fr-FR', timezoneId: 'Europe/Paris', colorScheme: opts.includes('dark') ? 'dark' : 'light', forcedColors: opts.includes('forced') ? 'active' : 'none' });
  const page = await context.newPage();
  page.on('console', (m) => ['error','warning'].includes(m.type()) && console.log(name, m.text().slice(0, 200)));
  if (!opts.includes('now')) await page.clock.setFixedTime(new Date('2026-11-28T10:00:00+01:00'));
  await page.goto(server.url + path);
  await page.waitForTimeout(1500);
  for (const step of opts.split(';').filter((one) => one.startsWith('click='))) { await page.getByRole('button', { name: step.slice(6), exact: true }).first().click(); await page.waitForTimeout(700); }
  for (const step of opts.split(';').filter((one) => one.startsWith('eval='))) { console.log(name, JSON.stringify(await page.evaluate(step.slice(5)))); await page.waitForTimeout(500); }
  await page.screenshot({ path: `/tmp/${name}.png`, fullPage: !opts.includes('view') });
  await context.close();
}
await browser.close(); await server.stop();
