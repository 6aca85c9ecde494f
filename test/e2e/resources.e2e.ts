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
const field = (page: Page) => page.getByRole('searchbox', { name: 'Chercher dans les ressources' });
const focusedText = (page: Page) =>
  page.evaluate(() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
const html = (body: string, script: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>${script}</head><body>${body}</body></html>`;
const tag = (more = '') => `<script type="module" src="${server.url}/v1/f3e.js" ${more}></script>`;

const classicTag = (more = '') => `<script defer src="${server.url}/v1/f3e.classic.js" ${more}></script>`;

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
  expect(await focusedText(page)).toBe(narrowed!.replace(/\s+/g, ' '));

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

for (const kind of ['module', 'classic'] as const) {
  test(`a page with a folder of files searches in the browser, from that folder alone, with the ${kind} script`, async ({
    page,
  }) => {
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
          (kind === 'module' ? tag : classicTag)(`data-endpoint="${host.url}/donnees" data-format="json"`),
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
    // The classic script holds all in one file.
    expect(asked.some((path) => /chunks\/static-folder/.test(path))).toBe(kind === 'module');
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
}

test('a page of the API fetches nothing of the search in the browser', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.url}/demo/ressources.html`);
  await expect(found(page)).toContainText('88');
  expect(asked.filter((url) => /chunks\/(?:static-folder|item-template|comparison)/.test(url))).toEqual([]);
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
        'Content-Security-Policy': `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; img-src ${server.url}; require-trusted-types-for 'script'; trusted-types lit-html`,
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
          if (one.closest('.visually-hidden, thead')) continue;
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

test.describe('what holds for every look and every hand', () => {
  const roots = `[...document.querySelectorAll('f3e-resource-list, f3e-community-directory')].map((host) => host.shadowRoot)`;
  const both = async (page: Page, options: { forced?: boolean; still?: boolean } = {}) => {
    await page.emulateMedia({
      ...(options.forced && { forcedColors: 'active' as const }),
      ...(options.still && { reducedMotion: 'reduce' as const }),
    });
    const host = await site({ '/': { html: html(widgets, tag()), headers: {} } });
    await page.goto(`${host.url}/`);
    await ready(page);
    return host;
  };

  test('focus is an outline of 2 px or more, also in forced colours (A03)', async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 900 });
    for (const forced of [false, true]) {
      const host = await both(page, { forced });
      const seen = new Set<string>();
      for (let n = 0; n < 40; n++) {
        await page.keyboard.press('Tab');
        const [name, width, style, shadow] = (await page.evaluate(`(() => {
          let one = document.activeElement;
          while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
          const { outlineWidth, outlineStyle, boxShadow } = getComputedStyle(one);
          return [one.localName, parseFloat(outlineWidth), outlineStyle, boxShadow];
        })()`)) as [string, number, string, string];
        if (name === 'body') break;
        seen.add(name);
        expect(width, name).toBeGreaterThanOrEqual(2);
        expect(style, name).not.toBe('none');
        expect(shadow, name).toBe('none');
      }
      for (const name of ['a', 'button', 'input', 'select']) expect([...seen]).toContain(name);
      await host.stop();
    }
  });

  test('in forced colours a state is never a colour alone (A07)', async ({ page }) => {
    const host = await both(page, { forced: true });
    const current = page.locator('f3e-resource-list [aria-current=page]');
    expect(await current.evaluate((one) => parseFloat(getComputedStyle(one).borderTopWidth))).toBeGreaterThan(
      1,
    );
    await field(page).fill('genre');
    const mark = page.locator('f3e-resource-list mark').first();
    expect(await mark.evaluate((one) => getComputedStyle(one).textDecorationLine)).toContain('underline');
    await host.stop();
  });

  test('without any stylesheet, what is closed is hidden and every button has words (A08)', async ({
    page,
  }) => {
    const host = await both(page);
    await page.evaluate(`for (const root of ${roots}) root.adoptedStyleSheets = []`);
    expect(await page.locator('f3e-resource-list #facets').isVisible()).toBe(false);
    expect(await page.locator('f3e-community-directory #facets').isVisible()).toBe(false);
    const mute = await page.evaluate(
      `${roots}.flatMap((root) => [...root.querySelectorAll('button')]).filter((one) => !one.textContent.trim()).length`,
    );
    expect(mute).toBe(0);
    await host.stop();
  });

  test('nothing moves for who wants stillness (A10)', async ({ page }) => {
    let answer = () => {};
    const held = new Promise<void>((go) => (answer = go));
    await page.route('**/v1/resources?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const host = await site({
      '/': { html: html('<f3e-resource-list></f3e-resource-list>', tag()), headers: {} },
    });
    await page.goto(`${host.url}/`);
    await expect(page.locator('f3e-resource-list .skeleton.skeleton')).toBeVisible();
    expect(await page.evaluate(`${roots}.flatMap((root) => root.getAnimations()).length`)).toBe(0);
    answer();
    await expect(found(page)).toBeVisible();
    await host.stop();
  });

  test('headings have the level that the page wants, lists are lists, tables are tables (A11)', async ({
    page,
  }) => {
    const host = await site({
      '/': {
        html: html(
          '<f3e-resource-list heading-level="2" page-size="3"></f3e-resource-list><f3e-community-directory heading-level="9"></f3e-community-directory>',
          tag(),
        ),
        headers: {},
      },
    });
    await page.goto(`${host.url}/`);
    await ready(page);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3);
    await expect(page.getByRole('heading', { level: 6 })).toHaveCount(5);
    await expect(page.locator('f3e-resource-list').getByRole('listitem').first()).toBeVisible();
    await page.getByRole('button', { name: /^Laquelle/ }).click();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(7);
    await page.setViewportSize({ width: 320, height: 800 });
    await expect(
      page.getByRole('table').getByRole('row'),
      'still a table where it is drawn as blocks',
    ).toHaveCount(7);
    await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(2);
    await host.stop();
  });

  test('no key is a shortcut, nothing needs a pointer over it (A16)', async ({ page }) => {
    const host = await both(page);
    const before = await found(page).textContent();
    await page.getByRole('button', { name: 'Chercher' }).focus();
    for (const key of ['n', 'p', 'f', '/', '?', 'j', 'k', 's', 'ArrowDown', 'PageDown'])
      await page.keyboard.press(key);
    await expect(found(page)).toHaveText(before!);
    expect(
      await page.evaluate(
        `${roots}.flatMap((root) => [...root.querySelectorAll('[title], [accesskey]')]).length`,
      ),
    ).toBe(0);
    await host.stop();
  });
});
