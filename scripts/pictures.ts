/**
 * Takes pictures of every page of the demonstration and of the hosted pages, in every look, into `pictures/`; the three of the
 * README into `docs/pictures/`; small ones for the index of the demonstration. The data are those of the demonstration, moved to
 * the day of the run. Run `npm run build` first, and again after, so that the built server has the small ones.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { settled } from '../test/support/playwright.js';
import { serve } from '../test/support/process.js';
import { chromeArgs, ensureBrowsers } from './browsers.mjs';

const pages: Readonly<Record<string, string>> = {
  f3e: '/demo/f3e.html',
  agenda: '/demo/agenda.html',
  annuaire: '/demo/annuaire.html',
  ressources: '/demo/ressources.html',
  membre: '/demo/membre.html',
  colonne: '/demo/colonne.html',
  proposer: '/demo/proposer.html',
  index: '/demo/',
  'host-association': '/demo/apercu.html?widget=annuaire&site=association&theme=soft',
  'host-blog': '/demo/apercu.html?widget=agenda&site=blog',
  'host-public': '/demo/apercu.html?widget=rejoindre&site=public',
  'hosted-communities': '/communautes',
  'hosted-community': '/communautes/genre',
  'hosted-sessions': '/seances',
  'hosted-resources': '/ressources',
  'hosted-join': '/communautes/genre/rejoindre',
};

interface Look {
  name: string;
  width: number;
  dark?: boolean;
  forced?: boolean;
  /** Sets the language and direction of the page, where widgets follow it. */
  arabic?: boolean;
  /** Half as many pixels in the picture. */
  isSmall?: boolean;
}
const looks: readonly Look[] = [
  { name: 'wide', width: 1280 },
  { name: 'phone', width: 360 },
  { name: 'dark', width: 1280, dark: true },
  { name: 'forced', width: 1280, forced: true },
  { name: 'arabic', width: 1280, arabic: true },
];

/** Small pictures of pages for the index of the demonstration. */
const thumbnails: readonly (readonly [name: string, path: string])[] = [
  ...['membre', 'f3e', 'agenda', 'colonne', 'annuaire', 'ressources', 'proposer'].map(
    (name) => [name, pages[name]!] as const,
  ),
  ['hosted', '/communautes'],
];

/** The pictures of the README: name, page, width, what to press first, and how much of the height. */
const shown: readonly [name: string, path: string, width: number, press: string, height: number][] = [
  ['communities', '/demo/annuaire.html', 1280, '', 1180],
  ['agenda', '/demo/agenda.html', 1280, 'Liste', 1080],
  ['month-on-a-phone', '/demo/agenda.html', 360, 'Mois', 1060],
];

async function open(browser: Browser, address: string, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    deviceScaleFactor: look.isSmall ? 0.5 : 1,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: look.dark ? 'dark' : 'light',
    forcedColors: look.forced ? 'active' : 'none',
  });
  const page = await context.newPage();
  await page.goto(address);
  if (look.arabic)
    await page.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
  await page.waitForLoadState('networkidle');
  await settled(page);
  return page;
}

const data = mkdtempSync(join(tmpdir(), 'f3e-pictures-'));
const server = await serve({ DATA_DIR: data });
const browser = await chromium.launch({ executablePath: ensureBrowsers().chrome, args: chromeArgs });
try {
  for (const folder of ['pictures', 'docs/pictures']) mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries(pages))
    for (const look of looks) {
      if (look.arabic && name.startsWith('hosted')) continue;
      const page = await open(browser, server.url + path, look);
      await page.screenshot({ path: `pictures/${name}-${look.name}.png`, fullPage: true });
      await page.context().close();
    }
  for (const [name, path, width, press, height] of shown) {
    const page = await open(browser, server.url + path, { name, width });
    if (press) await page.getByRole('button', { name: press, exact: true }).click();
    await page.waitForLoadState('networkidle');
    await settled(page);
    const clip = { x: 0, y: 0, width, height };
    await page.screenshot({ path: `docs/pictures/${name}.png`, fullPage: true, clip });
    await page.context().close();
  }
  mkdirSync('demo/apercus', { recursive: true });
  for (const [name, path] of thumbnails) {
    const page = await open(browser, server.url + path, { name, width: 960, isSmall: true });
    const clip = { x: 0, y: 0, width: 960, height: 600 };
    await page.screenshot({ path: `demo/apercus/${name}.jpg`, type: 'jpeg', quality: 72, clip });
    await page.context().close();
  }
  console.log(`Pictures of ${Object.keys(pages).length} pages in ${looks.length} looks: pictures/`);
} finally {
  await browser.close();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}
