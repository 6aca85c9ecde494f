import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import { elementNames } from '../../src/contract/elements.js';
import { pageNames, siteKinds } from '../../server/i18n/builder/index.js';
import { serve, site, STAFF, type Running } from '../support/process.js';
import { violationsIn } from '../support/axe.js';

let folder: string;
let server: Running;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-builder-'));
  server = await serve({ DATA_DIR: folder });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What the builder gives to copy. */
async function codes(query: string): Promise<string[]> {
  const page = await (await fetch(`${server.url}/integrer?${query}`)).text();
  return [...page.matchAll(/<textarea id="code-\d"[^>]*>([^<]*)<\/textarea>/g)].map(([, text]) =>
    unescape(text!),
  );
}

/** A blank page in which the code was pasted, as the steps of its kind of site say. */
async function pasted(kind: string, snippets: readonly string[][]): Promise<Parameters<typeof site>[0]> {
  const blank = (body: string) => ({
    html: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title>${body}`,
  });
  const last = snippets.map((blocks) => blocks.at(-1)!);
  const js = (html: string | Buffer) => ({
    html: String(html),
    headers: { 'Content-Type': 'text/javascript' },
  });
  if (kind === 'react') {
    const [entry, source] = [
      join(folder, 'react.tsx'),
      snippets.map(([, code], at) => code!.replace('F3eWidget', `Widget${at}`)),
    ];
    const from = (name: string) => import.meta.resolve(name).replace('file://', '');
    writeFileSync(
      entry,
      `import * as React from '${from('react')}'; import { createRoot } from '${from('react-dom/client')}';\n${source.join('\n')}\n
      createRoot(document.querySelector('#root')!).render(<>${source.map((_, at) => `<Widget${at} />`).join('')}</>);`,
    );
    const built = (await build({
      configFile: false,
      logLevel: 'error',
      oxc: { jsx: { runtime: 'classic' } },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { write: false, lib: { entry, formats: ['es'], fileName: 'page' } },
    } as never)) as unknown as { output: { code: string }[] }[];
    return {
      '/': blank(`${snippets[0]![0]!}<div id="root"></div><script type="module" src="/page.js"></script>`),
      '/page.js': js([built].flat()[0]!.output[0]!.code),
    };
  }
  if (kind === 'vue') {
    const template = snippets.map(([, code]) => code!.replace(/<\/?template>/g, '')).join('');
    return {
      '/': blank(`${snippets[0]![0]!}<div id="root"></div><script type="module" src="/page.js"></script>`),
      '/page.js': js(
        `import { createApp } from '/vue.js'; const app = createApp({ template: ${JSON.stringify(template)} });
         app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('f3e-'); app.mount('#root');`,
      ),
      '/vue.js': js(readFileSync('node_modules/vue/dist/vue.esm-browser.prod.js')),
    };
  }
  return { '/': blank(last.join('\n')) };
}

/** The elements of the page that show what they are for. */
const ready = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('f3e-') && localName !== 'f3e-provider')
      .filter((one) => one.matches(':state(ready)'))
      .map(({ localName }) => localName)
      .sort(),
  );

for (const kind of siteKinds) {
  test(`${kind}: each element and ready-made page, pasted into a blank page, works`, async ({ page }) => {
    const snippets = await Promise.all(
      [...elementNames, ...pageNames].map((shown) => codes(`montrer=${shown}&site=${kind}&allure=soft`)),
    );
    const host = await site(await pasted(kind, snippets));
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    try {
      await page.goto(`${host.url}/`);
      // The script comes near all of them when the page is read to its end.
      for (let turn = 0; turn < 30 && (await ready(page)).length < 15; turn++) {
        await page.mouse.wheel(0, 4_000);
        await page.waitForTimeout(50);
      }
      await expect
        .poll(() => ready(page))
        .toEqual(
          [
            ...elementNames,
            ...['community-card', 'session-calendar', 'resource-list'],
            ...['session-calendar', 'resource-list', 'community-card', 'join-form'],
          ]
            .map((name) => `f3e-${name}`)
            .sort(),
        );
      expect(problems).toEqual([]);
    } finally {
      await host.stop();
    }
  });
}

test('a release with its hash works, and a file that was changed does not run', async ({ page }) => {
  const [code = ''] = await codes('montrer=community-card&community=genre&version=fixe');
  expect(code).toContain('integrity="sha384-');
  const host = await site({ '/': { html: code }, '/changed': { html: code.replace('sha384-', 'sha384-A') } });
  try {
    await page.goto(`${host.url}/`);
    await expect(page.getByRole('link', { name: /^Rejoindre/ })).toBeVisible();
    await page.goto(`${host.url}/changed`);
    await expect(page.getByRole('link', { name: 'Genre' })).toBeVisible();
    expect(await page.evaluate(() => customElements.get('f3e-community-card') === undefined)).toBe(true);
  } finally {
    await host.stop();
  }
});

test('what is chosen is seen and copied at once, and the address keeps it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await page.goto(`${server.url}/integrer`);
  await page.getByRole('link', { name: /^Des séances/ }).click();
  const frame = page.frameLocator('iframe');
  await page.getByLabel('Genre').check();
  await page.getByRole('combobox', { name: 'Vue' }).selectOption('liste');
  await expect(frame.locator('f3e-session-calendar')).toHaveAttribute('view', 'agenda');
  await expect(frame.getByRole('button', { name: /^S’abonner/ })).toBeVisible();
  await page.getByLabel('téléphone').check();
  await expect.poll(async () => Math.round((await page.locator('iframe').boundingBox())!.width)).toBe(362);
  // What has focus stays where it is though all around it is new.
  await expect(page.getByLabel('téléphone')).toBeFocused();
  await page.getByLabel('celles de mon site').check();
  await page.getByLabel('Couleur des liens').fill('#ffcc00');
  await expect(page.getByText(/n’a qu’un contraste de/)).toBeVisible();
  await page.getByLabel('WordPress').check();
  await expect(page.getByLabel('Avec le plugin')).toHaveValue(
    '[f3e_session_calendar community="genre" view="agenda"]',
  );
  await page.getByRole('button', { name: 'Copier' }).nth(1).click();
  await expect(page.getByRole('status')).toHaveText('Copié');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('<f3e-session-calendar community="genre" view="agenda">');
  await page.reload();
  await expect(page.getByLabel('Avec le plugin')).toHaveValue(/genre/);
  await expect(page.getByLabel('WordPress')).toBeChecked();
  // And back from what was copied.
  await page.getByLabel('Code ou adresse').fill(copied);
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(page.getByLabel('Genre')).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Vue' })).toHaveValue('agenda');
});

test('the address of a page opens what the page holds', async ({ page }) => {
  const host = await site({
    '/': { html: '<!doctype html><p>Bonjour</p><div data-f3e="join-form" data-community="ecsi"></div>' },
    '/two': {
      html: '<f3e-community-card community="genre"></f3e-community-card><f3e-proposal-form></f3e-proposal-form>',
    },
  });
  try {
    await page.goto(`${server.url}/integrer`);
    await page.getByLabel('Code ou adresse').fill(`${host.url}/`);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    await expect(page.getByLabel('Communauté', { exact: true })).toHaveValue('ecsi');
    await page.getByLabel('Code ou adresse').fill(`${host.url}/two`);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    await expect(page.getByRole('alert')).toHaveText(/Il y en a 2/);
    await page.getByLabel('Code ou adresse').fill(`${host.url}/nowhere`);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    await expect(page.getByRole('alert')).toHaveText(/aucun de nos widgets/);
    await expect(page.getByLabel('Code ou adresse')).toHaveValue(`${host.url}/nowhere`);
  } finally {
    await host.stop();
  }
});

test('a form can be tried in the preview, and nothing of it is sent', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
  });
  await page.goto(`${server.url}/integrer?montrer=join-form&community=genre`);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  const form = page.frameLocator('iframe');
  await form.getByLabel('Adresse e-mail').fill('essai@example.org');
  await form.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(form.getByText(/à revoir|n’a pas|pas pu/).first()).toBeVisible();
  expect(sent.filter((path) => !path.startsWith('/integrer/essai/'))).toEqual([]);
  const list = await fetch(`${server.url}/v1/staff/join-requests`, {
    headers: { Authorization: `Bearer ${STAFF}` },
  });
  expect(((await list.json()) as { items: unknown[] }).items).toEqual([]);
});

for (const [name, options] of [
  ['without scripts', { javaScriptEnabled: false }],
  ['with scripts', { javaScriptEnabled: true }],
] as const) {
  test(`${name}: no barrier, nothing beyond the edge at 320 px, and the buttons that are needed`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      ...options,
      viewport: { width: 320, height: 700 },
      locale: 'fr-FR',
    });
    const page = await context.newPage();
    for (const query of [
      'montrer=session-calendar&couleurs=own&site=vue',
      'montrer=page-join&lang=en',
      'montrer=registration-form&site=spip',
    ]) {
      await page.goto(`${server.url}/integrer?${query}`);
      expect(await violationsIn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const go = page.getByRole('button', { name: /^(?:Mettre à jour|Update)$/ });
      await expect(go).toHaveCount(options.javaScriptEnabled ? 0 : 2);
      if (options.javaScriptEnabled) continue;
      await page.locator('select').first().focus();
      await go.first().click();
      expect(new URL(page.url()).search).toContain(query.split('&')[0]!);
    }
    await context.close();
  });
}
