import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, serve, site, type Running } from '../support/process.js';

let folder: string;
let server: Running;
/** Of the site that the server lists. */
let port: number;
test.beforeAll(async () => {
  port = await freePort();
  folder = mkdtempSync(join(tmpdir(), 'f3e-loader-'));
  server = await serve({ DATA_DIR: folder, ALLOWED_ORIGINS: `http://127.0.0.1:${port}` });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const html = (body: string, lang = 'fr') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Page</title><script type="module" src="${server.url}/v1/f3e.js"></script></head><body>${body}</body></html>`;

/** Each tag, and a role and name that tell that its content is there. */
const tags: [name: string, tag: string, lang: string, role: 'link' | 'button' | 'textbox', text: RegExp][] = [
  ['card', '<f3e-community-card community="genre"></f3e-community-card>', 'fr', 'link', /^Rejoindre/],
  [
    'card in Arabic',
    '<f3e-community-card community="genre"></f3e-community-card>',
    'ar',
    'link',
    /^الانضمام/,
  ],
  ['directory', '<f3e-community-directory></f3e-community-directory>', 'en', 'button', /^Which one/],
  [
    'agenda',
    '<f3e-session-calendar view="agenda" kind="webinar, workshop" q="AOC" available months="6"></f3e-session-calendar>',
    'en',
    'button',
    /^Subscribe/,
  ],
  ['month', '<f3e-session-calendar month="2026-12"></f3e-session-calendar>', 'fr', 'button', /^S’abonner/],
  [
    'calendar in a zone of its own',
    '<f3e-provider time-zone="Pacific/Kiritimati"><f3e-session-calendar></f3e-session-calendar></f3e-provider>',
    'fr',
    'button',
    /^S’abonner/,
  ],
  [
    'calendar in a narrow column',
    '<div style="width:300px"><f3e-session-calendar></f3e-session-calendar></div>',
    'fr',
    'button',
    /^S’abonner/,
  ],
  [
    'list',
    '<f3e-resource-list community="genre, aoc" kind="guide" q="budget" page-size="5"></f3e-resource-list>',
    'fr',
    'button',
    /^Chercher/,
  ],
  ['join form', '<f3e-join-form community="genre"></f3e-join-form>', 'en-GB', 'textbox', /mail/],
  [
    'registration form',
    '<f3e-registration-form session="SESSION"></f3e-registration-form>',
    'fr',
    'textbox',
    /^Adresse e-mail/,
  ],
  ['proposal form', '<f3e-proposal-form></f3e-proposal-form>', 'fr', 'textbox', /^Sur quoi porterait/],
];

for (const [name, tag, lang, role, text] of tags) {
  test(`${name}: its files, its words and its one question are asked for side by side`, async ({ page }) => {
    const list = (await (await fetch(`${server.url}/v1/sessions?limit=200`)).json()) as {
      items: { id: string; registration: { state: string } }[];
    };
    const session = list.items.find((one) => one.registration.state === 'open')!.id;
    const host = await site({ '/': { html: html(tag.replace('SESSION', session), lang) } }, port);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().replace(server.url, '')));
    // What all elements share is late: nothing else waits for it.
    let asksBeforeCore: string[] = [];
    await page.route('**/v1/core.js', async (route) => {
      await expect
        .poll(() => asked.filter((path) => !/\.js$/.test(path) && path.startsWith('/v1/')))
        .toHaveLength(1);
      asksBeforeCore = [...asked];
      await route.continue();
    });
    await page.goto(`${host.url}/`);
    await expect(page.getByRole(role, { name: text }).first()).toBeVisible();
    const questions = asked.filter((path) => path.startsWith('/v1/') && !/\.js$/.test(path));
    // The question of the loader is the element's own: it is asked once.
    expect(questions).toHaveLength(1);
    if (!lang.startsWith('fr')) expect(asksBeforeCore.join(' ')).toContain(`/v1/words/${lang.slice(0, 2)}/`);
    if (name === 'month') expect(asksBeforeCore).toContain('/v1/elements/session-calendar-month.js');
    await host.stop();
  });
}

test('an address that holds a state, a folder of files and an endpoint of its own are not asked in vain', async ({
  page,
}) => {
  const host = await site({
    '/': {
      html: html(
        `<f3e-resource-list state-param="liste"></f3e-resource-list>
        <f3e-provider endpoint="${server.url}"><f3e-community-card community="aoc"></f3e-community-card></f3e-provider>`,
      ),
    },
  });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/\.js$|favicon/.test(request.url()) && request.url().includes('/v1/')) asked.push(request.url());
  });
  await page.goto(`${host.url}/?liste=q%3Dbudget`);
  await expect(page.getByRole('searchbox')).toHaveValue('budget');
  await expect(page.getByRole('link', { name: /^Rejoindre/ })).toBeVisible();
  expect(asked.map((url) => url.replace(/\?.*/, '').replace(server.url, '')).toSorted()).toEqual([
    '/v1/communities/aoc',
    '/v1/resources',
  ]);
  expect(asked.find((url) => url.includes('resources'))).toContain('q=budget');
  await host.stop();
});

test('an answer that fails early is asked for again, and said when it fails for good', async ({ page }) => {
  const host = await site({
    '/': { html: html('<f3e-community-card community="genre"></f3e-community-card>') },
  });
  let turns = 0;
  await page.route('**/v1/communities/genre', (route) => (turns++ ? route.continue() : route.abort()));
  await page.goto(`${host.url}/`);
  await expect(page.getByRole('link', { name: /^Rejoindre/ })).toBeVisible();
  expect(turns).toBe(2);
  await host.stop();
});
