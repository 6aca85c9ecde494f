import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { freePort, serve, site, type Running } from '../support/process.js';
import { violationsIn } from '../support/axe.js';

let folder: string;
let server: Running;
/** Answers, and lets no other site read it. */
let mute: Running;
/** Of the site that the server lists. */
let port: number;
test.beforeAll(async () => {
  port = await freePort();
  mute = await site({ '/v1/communities': { html: '{}' } });
  folder = mkdtempSync(join(tmpdir(), 'f3e-doctor-'));
  server = await serve({
    DATA_DIR: folder,
    ALLOWED_ORIGINS: `http://127.0.0.1:${port}, http://localhost:${port}`,
  });
});
test.afterAll(async () => {
  await server.stop();
  await mute.stop();
  rmSync(folder, { recursive: true, force: true });
});

const tag = () => `<script type="module" src="${server.url}/v1/f3e.js"></script>`;
const card = (slug = 'genre') =>
  `<div><f3e-community-card community="${slug}"><a href="${server.url}/communautes/${slug}">Genre</a></f3e-community-card></div>`;
const html = (body: string, head = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

/** A failure that was planted in a page, and the words by which it is told. */
interface Planted {
  html(): string;
  headers?: Record<string, string>;
  /** What the panel in the page says; absent where the page lets nothing of ours run. */
  inPage?: RegExp;
  /** What our server says that reads the page; absent where only a browser can tell. */
  outside?: RegExp;
  /** The script does not run by itself: the bookmark brings the doctor. */
  byBookmark?: true;
  /** On a site that the server does not list. */
  isUnlisted?: true;
}
const wordpress = '<meta name="generator" content="WordPress 6.8">';
const planted: Record<string, Planted> = {
  'a tag that the editor stripped': {
    html: () =>
      html(`<ul><li><a href="${server.url}/communautes/genre">Genre</a></li></ul>`, wordpress + tag()),
    inPage: /la balise du widget a été retirée.*bloc ou le code court de l’extension F3E/,
    outside: /la balise du widget a été retirée.*bloc ou le code court de l’extension F3E/,
  },
  'a script that the policy of the page blocks': {
    html: () => html(card(), tag()),
    headers: { 'Content-Security-Policy': "default-src 'self'" },
    outside: /refuse les scripts de http:\/\/localhost.*script-src et à connect-src/,
  },
  'a script that a consent tool holds': {
    html: () =>
      html(
        card(),
        `<script type="text/plain" data-cookieconsent="statistics" data-src="${server.url}/v1/f3e.js"></script>`,
      ),
    byBookmark: true,
    inPage: /Un outil de consentement retient le script.*scripts nécessaires/,
    outside: /Un outil de consentement retient le script.*scripts nécessaires/,
  },
  'a script that an optimiser rewrote': {
    html: () =>
      html(
        card(),
        `${wordpress}<script type="rocketlazyloadscript" data-rocket-src="${server.url}/v1/f3e.js"></script>`,
      ),
    byBookmark: true,
    inPage: /extension d’optimisation a changé le script.*WP Rocket/,
    outside: /extension d’optimisation a changé le script.*WP Rocket/,
  },
  'a community that does not exist': {
    html: () => html(card('gendre'), tag()),
    inPage: /Rien ne s’appelle «.gendre.».*vouliez-vous «.genre.»/,
    outside: /Rien ne s’appelle «.gendre.».*vouliez-vous «.genre.»/,
  },
  'a server that does not answer': {
    html: () => html(card(), tag().replace('src=', 'data-endpoint="http://127.0.0.1:9" src=')),
    inPage: /Le serveur http:\/\/127\.0\.0\.1:9 ne répond pas/,
  },
  'a server without CORS': {
    html: () => html(card(), tag().replace('src=', `data-endpoint="${mute.url}" src=`)),
    inPage: /ne permet pas aux autres sites de le lire \(CORS\)/,
  },
  'a site that may not send': {
    html: () => html('<f3e-join-form community="genre"></f3e-join-form>', tag()),
    isUnlisted: true,
    inPage: /ne s’envoie pas depuis http:\/\/127\.0\.0\.1:\d+.*ALLOWED_ORIGINS/,
    outside: /ne s’envoie pas depuis http:\/\/127\.0\.0\.1:\d+.*ALLOWED_ORIGINS/,
  },
  'a container that is hidden': {
    html: () => html(`<div class="onglet" hidden>${card()}</div>`, tag()),
    inPage: /Le widget est là, mais «.div\.onglet.» le cache/,
  },
  'a release that is no longer served': {
    html: () => html(card(), tag().replace('/v1/', '/0.0.1/')),
    byBookmark: true,
    inPage: /Cette version du script n’est plus servie.*\/integrer/,
    outside: /Cette version du script n’est plus servie.*\/integrer/,
  },
};

async function lookInPage(page: Page, address: string, byBookmark: boolean) {
  await page.goto(`${address}${byBookmark ? '' : '?f3e-doctor'}`);
  // A bookmark runs in the page as this does.
  if (byBookmark) await page.evaluate(`void import('${server.url}/v1/doctor.js?' + Date.now())`);
  return page.getByRole('region', { name: /Pourquoi le widget/ });
}

for (const [name, { html: body, headers, inPage, outside, byBookmark = false, isUnlisted }] of Object.entries(
  planted,
)) {
  test(`${name} is named, with what to do`, async ({ page }) => {
    const pages = { '/': { html: body(), ...(headers && { headers }) } };
    const host = await site(pages, isUnlisted ? 0 : port);
    try {
      if (inPage) {
        const panel = await lookInPage(page, `${host.url}/`, byBookmark);
        await expect(panel.getByRole('listitem').filter({ hasText: inPage })).toBeVisible({
          timeout: 15_000,
        });
        // One thing is wrong, and one is told.
        await expect(panel.getByRole('listitem')).toHaveCount(1);
      }
      if (outside) {
        await page.goto(`${server.url}/integrer/pourquoi?page=${encodeURIComponent(`${host.url}/`)}`);
        await page.getByRole('button', { name: 'Regarder la page' }).click();
        await expect(page.getByRole('region', { name: /trouvé/ }).getByRole('listitem')).toHaveCount(1);
        await expect(page.getByRole('listitem').filter({ hasText: outside })).toBeVisible();
        expect(await violationsIn(page)).toEqual([]);
      }
    } finally {
      await host.stop();
    }
  });
}

test('a page where all is well is told so, and the panel closes by keyboard', async ({ page }) => {
  const host = await site(
    { '/': { html: html(card() + '<f3e-join-form community="aoc"></f3e-join-form>', tag()) } },
    port,
  );
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  try {
    const panel = await lookInPage(page, `${host.url}/`, false);
    await expect(panel.getByText('Tout est en place')).toBeVisible();
    await panel.getByRole('button', { name: 'Fermer' }).focus();
    await page.keyboard.press('Enter');
    await expect(panel).toHaveCount(0);
    expect(said.filter((text) => text.startsWith('F3E'))).toEqual([]);
    await page.goto(`${server.url}/integrer/pourquoi?page=${encodeURIComponent(`${host.url}/`)}`);
    await page.getByRole('button', { name: 'Regarder la page' }).click();
    await expect(page.getByText('La page contient 2 widgets et le script')).toBeVisible();
  } finally {
    await host.stop();
  }
});

test('on a page in development the console says what is wrong, once, and no panel comes', async ({
  page,
}) => {
  const host = await site({ '/': { html: html(card('gendre') + card('gendre'), tag()) } }, port);
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('F3E')) said.push(message.text());
  });
  try {
    await page.goto(host.url.replace('127.0.0.1', 'localhost'));
    await expect.poll(() => said).toHaveLength(1);
    expect(said[0]).toMatch(/gendre.*genre/);
    await expect(page.getByRole('region', { name: /Pourquoi/ })).toHaveCount(0);
  } finally {
    await host.stop();
  }
});

test('the bookmark leads to our server where the policy of a page refuses the doctor', async ({
  page,
  context,
}) => {
  await page.goto(`${server.url}/integrer/pourquoi`);
  const bookmark = await page.getByRole('link', { name: /^Pourquoi le widget F3E/ }).getAttribute('href');
  const host = await site(
    { '/': { html: html(card(), tag()), headers: { 'Content-Security-Policy': "script-src 'self'" } } },
    port,
  );
  try {
    await page.goto(`${host.url}/`);
    const opened = context.waitForEvent('page');
    await page.evaluate(decodeURIComponent(bookmark!.replace('javascript:', '')));
    const check = await opened;
    await expect(check.getByLabel('Adresse de la page')).toHaveValue(`${host.url}/`);
    // Nothing is read before somebody presses.
    await expect(check.getByRole('heading', { name: /trouvé/ })).toHaveCount(0);
  } finally {
    await host.stop();
  }
});

test('a page that cannot be read is told in words, and its address stays', async ({ page }) => {
  await page.goto(`${server.url}/integrer/pourquoi`);
  for (const [address, words] of [
    ['http://127.0.0.1:9/', /ne répond pas/],
    [`${server.url}/communautes/nulle-part`, /répond par une erreur/],
    ['ftp://example.org/', /pas l’adresse d’une page publique/],
  ] as const) {
    await page.getByLabel('Adresse de la page').fill(address);
    await page.getByRole('button', { name: 'Regarder la page' }).click();
    await expect(page.getByRole('alert')).toHaveText(words);
    await expect(page.getByLabel('Adresse de la page')).toHaveValue(address);
  }
});
