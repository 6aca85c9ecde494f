/**
 * Takes pictures of every screen of the desk, in four looks, into `pictures/`, and those of `docs/fr/bureau.md` into
 * `docs/pictures/`. The data are those of the demonstration. Run `npm run build` first.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { askToJoin, deskScreens, enterDemo, sessionToCome } from '../test/support/desk-page.js';
import { settled } from '../test/support/playwright.js';
import { serve } from '../test/support/process.js';
import { chromeArgs, ensureBrowsers } from './browsers.mjs';

const looks = [
  { name: 'wide', width: 1280 },
  { name: 'phone', width: 360 },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
  { name: 'forced', width: 1280, forcedColors: 'active' },
] as const;

/** The screens that the guide shows, and how much of their height. */
const shown: Readonly<Record<string, number>> = {
  'to-do': 420,
  requests: 760,
  'requests-last-look': 560,
  sessions: 860,
  'session-last-look': 900,
  'move-last-look': 760,
};

const data = mkdtempSync(join(tmpdir(), 'f3e-desk-pictures-'));
const server = await serve({ DATA_DIR: data, PROOF_OF_WORK: '0' });
const browser = await chromium.launch({ executablePath: ensureBrowsers().chrome, args: chromeArgs });
try {
  for (const folder of ['pictures', 'docs/pictures']) mkdirSync(folder, { recursive: true });
  await askToJoin(server.url, 'madac', 4);
  const screens = deskScreens(server.url, await sessionToCome(server.url, 'genre'));
  for (const { name: look, width, ...media } of looks) {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      ...media,
    });
    await enterDemo(page, server.url, /^Équipe du F3E/);
    for (const [name, go] of screens) {
      await go(page);
      await page.waitForLoadState('networkidle');
      await settled(page);
      await page.screenshot({ path: `pictures/desk-${name}-${look}.png`, fullPage: true });
      const height = look === 'wide' && shown[name];
      if (!height) continue;
      const clip = { x: 0, y: 0, width, height };
      await page.screenshot({ path: `docs/pictures/desk-${name}.png`, fullPage: true, clip });
    }
    await page.close();
  }
  console.log(`Pictures of ${screens.length} screens in ${looks.length} looks: pictures/`);
} finally {
  await browser.close();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}
