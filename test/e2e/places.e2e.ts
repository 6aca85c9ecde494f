import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve, site, type Running } from '../support/process.js';

let folder: string;
let server: Running;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-places-'));
  server = await serve({ DATA_DIR: folder });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const tags = {
  module: () => `<script type="module" src="${server.url}/v1/f3e.js"></script>`,
  classic: () => `<script src="${server.url}/v1/f3e.classic.js"></script>`,
};

async function visit(page: Page, body: string, head = tags.module()) {
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;
  const host = await site({ '/': { html } });
  await page.goto(`${host.url}/`);
  return host;
}
const link = (path: string, text = 'Voir') => `<a href="${server.url}${path}">${text}</a>`;

for (const [name, tag] of Object.entries(tags)) {
  test(`${name}: a div that editors keep becomes the element it names, with what it says and its link inside (H18)`, async ({
    page,
  }) => {
    const host = await visit(
      page,
      `<div data-f3e="community-card" data-community="genre" data-heading-level="2">${link('/communautes/genre')}</div>`,
      tag(),
    );
    try {
      await expect(page.getByRole('heading', { level: 2, name: /genre/i })).toBeVisible();
      const card = page.locator('div > f3e-community-card');
      await expect(card).toHaveAttribute('community', 'genre');
      await expect(card.locator('> a')).toHaveCount(1);
    } finally {
      await host.stop();
    }
  });

  test(`${name}: a link alone in its paragraph becomes what its page shows; links in sentences, menus and buttons stay (H18)`, async ({
    page,
  }) => {
    const host = await visit(
      page,
      `<p>${link('/seances?community=genre', 'Les séances')}</p>
       <p>Lisez ${link('/communautes/genre', 'la page')} de la communauté.</p>
       <nav><p>${link('/communautes')}</p></nav>
       <p data-f3e="off">${link('/ressources')}</p>
       <ul><li>${link('/proposer')}</li></ul>
       <p>${link('/seances/genre-2026-11-26')}</p>
       <p>${link('/communautes/%zz')}</p>
       <p><a href="https://example.org/communautes/genre">Ailleurs</a></p>`,
      tag(),
    );
    try {
      await expect(page.locator('p > f3e-session-calendar')).toHaveAttribute('community', 'genre');
      await expect(page.getByRole('button', { name: 'Mois', exact: true })).toBeVisible();
      expect(
        await page
          .locator('f3e-community-card, f3e-community-directory, f3e-resource-list, f3e-proposal-form')
          .count(),
      ).toBe(0);
      await expect(page.getByRole('link', { name: 'la page' })).toBeVisible();
    } finally {
      await host.stop();
    }
  });
}

test('what an editor may write in data attributes runs nothing and leads nowhere else (H18)', async ({
  page,
}) => {
  const host = await visit(
    page,
    `<div data-f3e="session-calendar" data-onclick="document.title='hit'" data-onanimationstart="document.title='hit'" data-style="position:fixed" data-endpoint="https://evil.example" data-class="x" data-view="agenda">${link('/seances')}</div>
     <div data-f3e="provider" data-endpoint="https://evil.example"></div><div data-f3e="img" data-src="x"></div>`,
  );
  try {
    const calendar = page.locator('f3e-session-calendar');
    await expect(page.getByRole('button', { name: /Liste/ })).toBeVisible();
    await calendar.click({ position: { x: 5, y: 5 } });
    expect(await page.title()).toBe('Page');
    expect(await calendar.evaluate((one) => one.getAttributeNames().sort())).toEqual(['view']);
    expect(await page.locator('f3e-provider, f3e-img').count()).toBe(0);
  } finally {
    await host.stop();
  }
});

test('nothing is fetched for what is no place of an element', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const host = await visit(
    page,
    `<div data-f3e="title"></div><div data-f3e></div><ul><li>${link('/seances')}</li></ul><p><a href="https://example.org/">x</a></p><script type="module">document.title = 'ready'</script>`,
  );
  try {
    await expect(page).toHaveTitle('ready');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('/chunks/'))).toEqual([]);
  } finally {
    await host.stop();
  }
});

test('places that come later are filled, and filled once when they are moved or cloned', async ({ page }) => {
  const host = await visit(page, '<main></main>');
  try {
    await page.evaluate((url) => {
      document.querySelector('main')!.innerHTML =
        `<div id="place" data-f3e="community-card" data-community="genre"><a href="${url}/communautes/genre">Genre</a></div>`;
    }, server.url);
    await expect(page.locator('#place > f3e-community-card')).toHaveCount(1);
    await page.evaluate(() => {
      const place = document.querySelector('#place')!;
      document.body.append(place);
      document.querySelector('main')!.append(place.cloneNode(true));
    });
    await expect(page.locator('main > #place > f3e-community-card')).toHaveCount(1);
    await page.waitForTimeout(300);
    expect(await page.locator('f3e-community-card').count()).toBe(2);
    expect(await page.locator('f3e-community-card f3e-community-card').count()).toBe(0);
  } finally {
    await host.stop();
  }
});
