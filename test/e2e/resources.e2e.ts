import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { violationsIn } from '../support/axe.js';
import { tabTo } from '../support/keyboard.js';
import { serve, site, type Running } from '../support/process.js';
import { watch } from '../support/watch.js';

let folder: string;
let server: Running;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-resources-'));
  server = await serve({ DATA_DIR: folder });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const found = (page: Page) => page.locator('f3e-resource-list #found');
const titles = (page: Page) => page.locator('f3e-resource-list [part=title]');
const field = (page: Page) => page.getByLabel('Chercher dans les ressources');
const focusedText = (page: Page) =>
  page.evaluate(() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
const html = (body: string, script: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>${script}</head><body>${body}</body></html>`;
const tag = (more = '') => `<script type="module" src="${server.url}/v1/f3e.js" ${more}></script>`;

test('by keyboard alone: find, narrow, page, clear, open a resource, come back', async ({ page }) => {
  const { problems, hosts } = watch(page);
  await page.goto(`${server.url}/demo/ressources.html`);
  await expect(found(page)).toHaveText('88 ressources, page 1 sur 5');

  await tabTo(page, /^Chercher dans les ressources/);
  await page.keyboard.type('genre');
  await expect(found(page)).not.toContainText('88');
  expect(await field(page).inputValue(), 'typing never moves focus').toBe('genre');
  const narrowed = await found(page).textContent();
  await expect(page.locator('f3e-resource-list mark').first()).toHaveText(/genre/i);
  await expect(page.locator('f3e-resource-list [role=status]').first()).toHaveText(narrowed!);

  await tabTo(page, /^Article \(/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Article : retirer le filtre' })).toBeVisible();
  expect(await focusedText(page), 'focus stays on the box').toMatch(/^$|Article/);
  await tabTo(page, /^Article ?: retirer le filtre/);
  await page.keyboard.press('Enter');
  await expect(found(page)).toHaveText(narrowed!);
  expect(await focusedText(page)).toBe(narrowed);

  await tabTo(page, /^Page suivante/);
  await page.keyboard.press('Enter');
  await expect(found(page)).toContainText('page 2');
  await expect.poll(() => focusedText(page)).toContain('page 2');
  await page.goBack();
  await expect(found(page)).toHaveText(narrowed!);

  const first = (await titles(page).first().textContent())!.trim();
  await tabTo(page, new RegExp(`^${first.slice(0, 12).replace(/[^\p{L} ]/gu, '.')}`, 'u'));
  const [request] = await Promise.all([
    page.waitForRequest((asked) => asked.isNavigationRequest()),
    page.keyboard.press('Enter'),
  ]);
  const { host } = new URL(request.url());
  expect([...hosts].filter((one) => one !== host && !server.url.includes(one))).toEqual([]);
  expect(problems.filter((problem) => !/net::|ERR_/.test(problem))).toEqual([]);
});

test('keeps words, filters and page in the address: the same list for whoever follows it, and back works', async ({
  page,
  browser,
}) => {
  await page.goto(`${server.url}/demo/ressources.html?autre=1`);
  await expect(found(page)).toContainText('88');
  await field(page).fill('genre');
  await expect(found(page)).not.toContainText('88');
  await page.getByLabel(/^Étude \(/).check();
  await expect(page.getByRole('button', { name: /^Étude : retirer/ })).toBeVisible();
  await expect(found(page)).not.toContainText('page');
  const text = await found(page).textContent();
  expect(page.url()).toContain('autre=1');

  const other = await browser.newPage();
  await other.goto(page.url());
  await expect(found(other)).toHaveText(text!);
  await expect(field(other)).toHaveValue('genre');
  await other.close();

  await page.goBack();
  await expect(page.getByRole('button', { name: /^Étude : retirer/ })).toHaveCount(0);
  await page.goBack();
  await expect(found(page)).toContainText('88');
  await expect(field(page)).toHaveValue('');
  await page.goForward();
  await expect(field(page)).toHaveValue('genre');
});

test('with the network cut halfway, what was found stays with its date, and what is typed is found when it is back', async ({
  page,
}) => {
  await page.goto(`${server.url}/demo/ressources.html`);
  await expect(found(page)).toContainText('88');
  await page.context().setOffline(true);
  await field(page).fill('budget');
  await expect(page.locator('f3e-resource-list [part=error]')).toBeVisible({ timeout: 15_000 });
  await expect(field(page)).toHaveValue('budget');
  await page.context().setOffline(false);
  await expect(titles(page).first()).toContainText(/budget/i, { timeout: 15_000 });
});

test('two lists that ask the same ask once; two that do not stay apart', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => /\/v1\/resources\?/.test(request.url()) && asked.push(request.url()));
  const host = await site({
    '/': {
      html: html(
        '<f3e-resource-list></f3e-resource-list><f3e-resource-list></f3e-resource-list><f3e-resource-list community="genre" no-search></f3e-resource-list>',
        tag(),
      ),
      headers: {},
    },
  });
  await page.goto(`${host.url}/`);
  await expect(found(page)).toHaveCount(3);
  expect(asked).toHaveLength(2);
  await field(page).first().fill('madac');
  await expect(found(page).first()).not.toContainText('88');
  await expect(found(page).nth(1)).toContainText('88');
  await host.stop();
});

test('a page with a folder of files searches in the browser, from that folder alone', async ({ page }) => {
  const data = (name: string) => ({
    html: readFileSync(`server/demo-data/${name}.json`, 'utf8'),
    headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' },
  });
  const host = await site({
    '/donnees/communities.json': data('communities'),
    '/donnees/sessions.json': data('sessions'),
    '/donnees/resources.json': data('resources'),
  });
  const pages = await site({
    '/': {
      html: html(
        '<f3e-resource-list></f3e-resource-list><f3e-community-directory></f3e-community-directory>',
        tag(`data-endpoint="${host.url}/donnees" data-format="json"`),
      ),
      headers: {},
    },
  });
  const { problems } = watch(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${pages.url}/`);
  await expect(found(page)).toHaveText('88 ressources, page 1 sur 5');
  await expect(page.locator('f3e-community-directory [part=title]')).toHaveCount(5);
  expect(asked.filter((path) => path.endsWith('.json'))).toHaveLength(3);
  expect(asked.some((path) => /chunks\/json-/.test(path))).toBe(true);
  await field(page).fill('referents');
  await expect(titles(page).first()).toContainText('Référent·e·s genre et directions');
  await field(page).fill('capitalsation');
  await page.getByRole('button', { name: 'capitalisation', exact: true }).click();
  await expect(titles(page).first()).toContainText(/capitalisation/i);
  expect(asked.filter((path) => path.startsWith('/v1/') && !/\.js$/.test(path))).toEqual([]);
  expect(problems).toEqual([]);
  await host.stop();
  await pages.stop();
});

test('a page of the API fetches nothing of the search in the browser', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.url}/demo/ressources.html`);
  await expect(found(page)).toContainText('88');
  expect(asked.filter((url) => /chunks\/(json|item-template|compare)/.test(url))).toEqual([]);
});

test('without scripts: search, narrow, page, open, and the session and community it comes from (L11)', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/ressources`);
  await page.getByLabel('Chercher dans les ressources').fill('genre');
  await page.getByLabel('Type').selectOption('sheet');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(/^\d+ ressources?$/);
  expect(await violationsIn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Lire un budget avec des lunettes de genre' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Lire un budget avec des lunettes de genre',
  );
  expect(await violationsIn(page)).toEqual([]);
  await page.getByRole('link', { name: /^Budget sensible au genre/ }).click();
  await expect(page.getByRole('link', { name: 'Lire un budget avec des lunettes de genre' })).toBeVisible();
  await page.goto(`${server.url}/ressources`);
  await page.getByRole('link', { name: 'Page suivante' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('88 ressources, page 2 sur 5');
  await page.goto(`${server.url}/ressources?q=capitalsation`);
  await page.getByRole('link', { name: 'capitalisation', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(/ressources/);
  await context.close();
});

test('the chain: a card leads to its resources and sessions, a resource to its session, the session to its resources', async ({
  page,
}) => {
  await page.goto(`${server.url}/demo/annuaire.html`);
  const card = page.locator('f3e-community-directory li', { hasText: 'CP genre' });
  await card.locator('summary').click();
  await card.getByRole('link', { name: /ressources$/ }).click();
  await expect(page).toHaveURL(/\/ressources\?community=genre/);
  await expect(page.getByRole('heading', { level: 2 })).toContainText('25 ressources');
  await page.goto(`${server.url}/demo/ressources.html?liste=${encodeURIComponent('q=budget lunettes')}`);
  await page.getByRole('link', { name: /^Budget sensible au genre/ }).click();
  await expect(page).toHaveURL(/\/seances\/genre-/);
  await expect(page.getByRole('link', { name: 'Lire un budget avec des lunettes de genre' })).toBeVisible();
});

const widgets =
  '<f3e-resource-list page-size="3"></f3e-resource-list><f3e-community-directory></f3e-community-directory>';
const ready = async (page: Page) => {
  await expect(found(page)).toBeVisible();
  await expect(page.locator('f3e-community-directory [part=list]')).toBeVisible();
};

test('runs under the strictest policy, Trusted Types enforced, with no report (X04, X05)', async ({
  page,
}) => {
  const host = await site({
    '/': {
      html: html(widgets, tag()),
      headers: {
        'Content-Security-Policy': `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; require-trusted-types-for 'script'; trusted-types lit-html`,
      },
    },
  });
  const { problems } = watch(page);
  await page.goto(`${host.url}/`);
  await ready(page);
  await page.getByRole('button', { name: /^Laquelle est pour moi/ }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await field(page).fill('genre');
  await expect(found(page)).not.toContainText('88');
  expect(problems).toEqual([]);
  await host.stop();
});

test('holds in 320 px and in a column, with spaced text, huge text and a hostile stylesheet (A05, A06, F29)', async ({
  page,
}) => {
  const hostile = `<style>*{all:unset!important;text-transform:uppercase!important}html{font-size:62.5%}div{float:left;width:30px}button{display:none}</style>`;
  const host = await site({
    '/': { html: html(widgets, tag()), headers: {} },
    '/hostile': { html: html(widgets, hostile + tag()), headers: {} },
    '/column': { html: html(`<div style="width:240px">${widgets}</div>`, tag()), headers: {} },
    '/huge': { html: html(`<div style="font-size:200%">${widgets}</div>`, tag()), headers: {} },
  });
  for (const [path, width] of [
    ['/', 320],
    ['/', 1280],
    ['/column', 320],
    ['/huge', 640],
    ['/hostile', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${host.url}${path}`);
    await ready(page);
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('f3e-resource-list, f3e-community-directory')) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
        );
        host.shadowRoot!.adoptedStyleSheets.push(sheet);
      }
    });
    const overflow = await page.evaluate(() => {
      const wide: string[] = [];
      for (const host of document.querySelectorAll('f3e-resource-list, f3e-community-directory')) {
        const { right } = host.getBoundingClientRect();
        for (const one of host.shadowRoot!.querySelectorAll('*')) {
          if (one.closest('.unseen, thead')) continue;
          const box = one.getBoundingClientRect();
          if (box.width && box.right > right + 2)
            wide.push(`${one.localName}.${one.className} ${box.right} > ${right}`);
        }
      }
      return wide;
    });
    expect(overflow, `${path} at ${width}`).toEqual([]);
    if (path === '/hostile') {
      await expect(page.getByRole('button', { name: 'Chercher' })).toBeVisible();
      expect(
        await page.locator('f3e-resource-list .found').evaluate((one) => getComputedStyle(one).textTransform),
      ).toBe('none');
    }
  }
  await host.stop();
});

test('a double click, a hundred keys and a garbled answer leave a list that works', async ({ page }) => {
  const { problems } = watch(page);
  await page.goto(`${server.url}/demo/ressources.html`);
  await expect(found(page)).toContainText('88');
  await page.getByRole('link', { name: 'Page suivante' }).dblclick();
  await expect(found(page)).toHaveText('88 ressources, page 2 sur 5');
  await field(page).pressSequentially('genre '.repeat(12), { delay: 5 });
  await expect(found(page)).not.toContainText('88');
  await page.route('**/v1/resources?*', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<html>portail</html>' }),
  );
  await field(page).fill('portail captif');
  await expect(page.locator('f3e-resource-list [part=error]')).toContainText('pas lisible');
  await page.unroute('**/v1/resources?*');
  await field(page).fill('budget');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(titles(page).first()).toBeVisible();
  expect(problems).toEqual([]);
});
