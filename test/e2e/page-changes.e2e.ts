import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import { serve, site, type Running } from '../support/process.js';

// Pages that go to the back/forward cache and return, as in the browsers of visitors.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

let folder: string;
let server: Running;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-changes-'));
  server = await serve({ DATA_DIR: folder });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const card = (attributes = '') =>
  `<f3e-community-card community="genre" ${attributes}><a href="${server.url}/communautes/genre">Genre</a></f3e-community-card>`;
const html = (body: string, head = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title><script type="module" src="${server.url}/v1/f3e.js"></script>${head}</head><body>${body}</body></html>`;
const script = (text: string | Buffer) => ({
  html: String(text),
  headers: { 'Content-Type': 'text/javascript' },
});

/** What went wrong on the page, and what it asked of the server. */
function watch(page: Page) {
  const problems: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(message.location().url)) problems.push(message.text());
  });
  page.on('request', (request) => {
    if (request.url().startsWith(server.url)) asked.push(request.url().slice(server.url.length));
  });
  return { problems, asked };
}

/** How many cards the memory of the page holds, after its rubbish was collected. */
async function cardsInMemory(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: "customElements.get('f3e-community-card').prototype",
  });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const { result: length } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await devtools.detach();
  return length.value as number;
}

const isDrawn = (page: Page) =>
  expect(page.getByRole('link', { name: /^Rejoindre la communauté/ })).toHaveCount(1);

test('an element far below is loaded when it comes near; one that asks for it is loaded at once', async ({
  page,
}) => {
  const { asked } = watch(page);
  const body = (attributes: string) => `<div style="height:6000px"></div>${card(attributes)}`;
  const host = await site({
    '/': { html: html(body('')) },
    '/eager': { html: html(body('loading="eager"')) },
    '/all': { html: html(body('')).replace('src=', 'data-loading="eager" src=') },
    '/hidden': { html: html(`<div hidden>${card()}</div>`) },
  });
  try {
    await page.goto(`${host.url}/`);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(['/v1/f3e.js']);
    await page.mouse.wheel(0, 5_000);
    await isDrawn(page);
    for (const path of ['/eager', '/all']) {
      await page.goto(`${host.url}${path}`);
      await isDrawn(page);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    }
    // What is hidden is loaded when it is shown.
    asked.length = 0;
    await page.goto(`${host.url}/hidden`);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(['/v1/f3e.js']);
    await page.locator('div').evaluate((one) => one.removeAttribute('hidden'));
    await isDrawn(page);
  } finally {
    await host.stop();
  }
});

test('a page opened in the background loads its elements before anybody looks at it', async ({ page }) => {
  const { asked } = watch(page);
  await page.addInitScript(() => Object.defineProperty(document, 'hidden', { value: true }));
  const host = await site({ '/': { html: html(`<div style="height:6000px"></div>${card()}`) } });
  try {
    await page.goto(`${host.url}/`);
    await expect.poll(() => asked).toContain('/v1/communities/genre');
  } finally {
    await host.stop();
  }
});

test('Turbo: pages come and go, back and forward, and each shows its element once', async ({ page }) => {
  const { problems, asked } = watch(page);
  const turbo = '<script src="/turbo.js"></script>';
  // In the body, the script runs again at each visit.
  const again = `<script type="module" src="${server.url}/v1/f3e.js?again"></script>`;
  const host = await site({
    '/': { html: html(`${card()}<a href="/next">Suite</a>${again}`, turbo) },
    '/next': { html: html(`${card('layout="row"')}<a href="/">Retour</a>${again}`, turbo) },
    '/turbo.js': script(readFileSync('node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js')),
  });
  try {
    await page.goto(`${host.url}/`);
    await isDrawn(page);
    for (let turn = 0; turn < 4; turn++) {
      await page.getByRole('link', { name: 'Suite' }).click();
      await expect(page.locator('f3e-community-card[layout=row]')).toHaveCount(1);
      await isDrawn(page);
      await page.getByRole('link', { name: 'Retour' }).click();
      await expect(page.locator('f3e-community-card[layout=row]')).toHaveCount(0);
      await isDrawn(page);
    }
    await page.goBack();
    await expect(page.locator('f3e-community-card[layout=row]')).toHaveCount(1);
    await isDrawn(page);
    await page.goForward();
    await isDrawn(page);
    expect(problems).toEqual([]);
    expect(asked.filter((path) => path === '/v1/core.js')).toHaveLength(1);
    await page.evaluate(() =>
      (window as unknown as { Turbo: { cache: { clear(): void } } }).Turbo.cache.clear(),
    );
    await expect.poll(() => cardsInMemory(page)).toBeLessThanOrEqual(2);
  } finally {
    await host.stop();
  }
});

test('htmx: what is swapped in works, what is swapped out is forgotten', async ({ page }) => {
  const { problems } = watch(page);
  const host = await site({
    '/': {
      html: html(
        `<main id="place">${card()}</main><button hx-get="/part" hx-target="#place">Encore</button>`,
        '<script src="/htmx.js"></script>',
      ),
    },
    '/part': { html: card('data-turn') },
    '/htmx.js': script(readFileSync('node_modules/htmx.org/dist/htmx.min.js')),
  });
  try {
    await page.goto(`${host.url}/`);
    await isDrawn(page);
    for (let turn = 0; turn < 20; turn++) {
      await page.locator('f3e-community-card').evaluate((one) => one.setAttribute('data-old', ''));
      await page.getByRole('button', { name: 'Encore' }).click();
      await expect(page.locator('f3e-community-card:not([data-old])')).toHaveCount(1);
    }
    await isDrawn(page);
    expect(problems).toEqual([]);
    await expect.poll(() => cardsInMemory(page)).toBeLessThanOrEqual(2);
  } finally {
    await host.stop();
  }
});

test('a page that comes back from the back/forward cache shows what it showed, and still answers', async ({
  page,
}) => {
  const { problems } = watch(page);
  const host = await site({
    '/': {
      html: html(
        `${card()}<f3e-session-calendar view="agenda"></f3e-session-calendar><script>addEventListener('pageshow', (event) => { if (event.persisted) document.title = 'returned'; })</script>`,
      ),
    },
    '/other': { html: '<!doctype html><title>Other</title><p>Ailleurs</p>' },
  });
  try {
    await page.goto(`${host.url}/`);
    await isDrawn(page);
    await page.goto(`${host.url}/other`);
    // The browser tells of no new page.
    await page.evaluate(() => history.back());
    await expect(page).toHaveTitle('returned');
    await isDrawn(page);
    await page.getByRole('button', { name: 'Mois', exact: true }).click();
    await expect(page.getByRole('grid').or(page.getByRole('table')).first()).toBeVisible();
    expect(problems).toEqual([]);
  } finally {
    await host.stop();
  }
});

test('view transitions: within a page and between pages, the element is there once', async ({ page }) => {
  const { problems } = watch(page);
  const style = '<style>@view-transition{navigation:auto}</style>';
  const host = await site({
    '/': { html: html(`<main>${card()}</main><a href="/next">Suite</a>`, style) },
    '/next': { html: html(`<main>${card('layout="row"')}</main>`, style) },
  });
  try {
    await page.goto(`${host.url}/`);
    await isDrawn(page);
    await page.evaluate(async () => {
      const main = document.querySelector('main')!;
      await document.startViewTransition(() => {
        const [old] = main.children;
        main.replaceChildren(old!.cloneNode(true));
      }).finished;
    });
    await isDrawn(page);
    await page.getByRole('link', { name: 'Suite' }).click();
    await expect(page.locator('f3e-community-card[layout=row]')).toHaveCount(1);
    await isDrawn(page);
    expect(problems).toEqual([]);
  } finally {
    await host.stop();
  }
});

/** A page of React, as a developer builds it. */
async function reactPage(): Promise<string> {
  const entry = join(folder, 'page.mjs');
  writeFileSync(
    entry,
    `import { createElement as h, StrictMode, useState } from '${resolveFile('react')}';
    import { createRoot } from '${resolveFile('react-dom/client')}';
    function Page() {
      const [isThere, setThere] = useState(true);
      const [layout, setLayout] = useState('card');
      return h('div', null,
        h('button', { onClick: () => setThere(!isThere) }, 'Ôter ou remettre'),
        h('button', { onClick: () => setLayout('row') }, 'En ligne'),
        isThere && h('f3e-community-card', { community: 'genre', layout, 'onf3e-load': () => { document.title = 'loaded'; } }));
    }
    createRoot(document.querySelector('#root')).render(h(StrictMode, null, h(Page)));`,
  );
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'page' } },
    define: { 'process.env.NODE_ENV': '"development"' },
  })) as unknown as { output: { code: string }[] }[];
  return [result].flat()[0]!.output[0]!.code;
}
const resolveFile = (name: string) => import.meta.resolve(name).replace('file://', '');

test('React in strict mode: an element is there once, follows its properties, and leaves nothing behind', async ({
  page,
}) => {
  const { problems } = watch(page);
  const host = await site({
    '/': { html: html('<div id="root"></div><script type="module" src="/page.js"></script>') },
    '/page.js': script(await reactPage()),
  });
  try {
    await page.goto(`${host.url}/`);
    await isDrawn(page);
    await expect(page).toHaveTitle('loaded');
    await page.getByRole('button', { name: 'En ligne' }).click();
    await expect
      .poll(() =>
        page
          .locator('f3e-community-card')
          .evaluate((one) => (one as HTMLElement & { layout: string }).layout),
      )
      .toBe('row');
    for (let turn = 0; turn < 10; turn++) {
      await page.getByRole('button', { name: 'Ôter' }).click();
    }
    await isDrawn(page);
    expect(problems).toEqual([]);
    await expect.poll(() => cardsInMemory(page)).toBeLessThanOrEqual(3);
  } finally {
    await host.stop();
  }
});
