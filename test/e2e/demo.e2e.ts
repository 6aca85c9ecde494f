import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { violationsIn } from '../support/axe.js';
import { serve, type Running } from '../support/process.js';
import { watch } from '../support/watch.js';

let folder: string;
let server: Running;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-demo-'));
  server = await serve({ DATA_DIR: folder });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the index of the demonstration shows each widget in each page, by keyboard, and the two lines that follow', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { problems, hosts } = watch(page);
  await page.goto(`${server.url}/demo/`);
  const preview = page.frameLocator('iframe');
  const lines = page.locator('#lignes');
  await expect(preview.getByRole('heading', { name: 'Genre' })).toBeVisible();

  const card = page.getByRole('radio', { name: 'Carte' });
  await card.focus();
  for (const [name, shown] of [
    ['Annuaire', preview.getByText('5 communautés')],
    ['Agenda', preview.getByRole('button', { name: 'Liste' })],
    ['Ressources', preview.getByRole('button', { name: 'Chercher' })],
    ['Rejoindre', preview.getByRole('button', { name: 'Envoyer ma demande' })],
    ['Proposer', preview.getByRole('button', { name: 'Continuer' })],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name })).toBeFocused();
    await expect(shown, name).toBeVisible();
  }
  await expect(lines).toContainText('<f3e-proposal-form>');

  await page.getByRole('radio', { name: 'Ressources' }).check({ force: true });
  await page.getByRole('radio', { name: 'Douce' }).check({ force: true });
  await expect(lines).toContainText('<div><f3e-provider theme="soft"><f3e-resource-list><a href=');
  await expect(preview.locator('f3e-provider[theme=soft] f3e-resource-list')).toBeVisible();
  await page.getByRole('button', { name: 'Copier' }).click();
  await expect(page.getByRole('status')).toContainText('copiées');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toHaveLength(2);
  expect(copied).toBe(await lines.textContent());

  await page.getByRole('radio', { name: 'Carte' }).check({ force: true });
  // A link of the widget opens beside: the choices go on working.
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    preview.getByRole('heading', { name: 'Genre' }).getByRole('link').click(),
  ]);
  expect(opened.url()).toContain('/communautes/genre');
  await opened.close();
  await page.getByRole('radio', { name: 'العربية' }).check({ force: true });
  await expect(preview.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(preview.getByText('الجلسة التالية').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Français' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'les scripts manquent' }).check({ force: true });
  await expect(preview.getByRole('link', { name: 'La communauté genre du F3E' })).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
  expect(problems).toEqual([]);
  expect([...hosts]).toEqual([new URL(server.url).host]);

  await page.getByRole('checkbox', { name: 'les scripts manquent' }).uncheck({ force: true });
  await page.getByRole('checkbox', { name: 'le réseau est coupé' }).check({ force: true });
  await expect(preview.getByText(/n’a pas pu être joint/)).toBeVisible();
});

test('without scripts the index shows a widget’s link, the two lines and every page', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${server.url}/demo/`);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Copier' })).toHaveCount(0);
  await expect(page.frameLocator('iframe').getByRole('link')).toHaveText('La communauté genre du F3E');
  const links = await page
    .locator('.pages a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  const pictures = await page
    .locator('.pages img')
    .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).src));
  for (const address of [...links, ...pictures]) expect((await fetch(address)).status, address).toBe(200);
  await context.close();
});
