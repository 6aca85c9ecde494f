import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { tabTo } from '../support/keyboard.js';
import { watch } from '../support/watch.js';
import { settled } from '../support/playwright.js';
import { postbox, serve, site, STAFF, type Postbox, type Running } from '../support/process.js';

let folder: string;
let box: Postbox;
let server: Running;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-calendar-'));
  box = await postbox();
  server = await serve({ DATA_DIR: folder, SMTP_URL: box.url });
});
test.afterAll(async () => {
  await server.stop();
  await box.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Item {
  id: string;
  title: string;
  start: string;
  registration: { state: string };
  audience: string;
  mode: string;
}
/** A session to come for which anybody may register, as far away as asked. */
async function openSession(filter: (item: Item) => boolean = () => true): Promise<Item> {
  const from = new Date().toISOString().replace(/\.\d+/, '');
  const { items } = (await (await fetch(`${server.url}/v1/sessions?limit=200&from=${from}`)).json()) as {
    items: Item[];
  };
  return items.find(
    (item) =>
      item.registration.state === 'open' && item.audience === 'all' && item.mode !== 'hybrid' && filter(item),
  )!;
}

const caption = (page: Page) => page.locator('f3e-session-calendar caption');
const nameOf = (month: Date) =>
  new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric' }).format(month);

test('by keyboard alone: three months ahead, the other view, the calendar file, a registration', async ({
  page,
}) => {
  const { problems, hosts } = watch(page);

  await page.goto(`${server.url}/demo/agenda.html`);
  await expect(caption(page)).toBeVisible();
  await tabTo(page, /^Mois suivants/);
  const there = new Date();
  there.setDate(1);
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Enter');
    there.setMonth(there.getMonth() + 1);
    await expect(caption(page)).toHaveText(new RegExp(nameOf(there), 'i'));
  }
  await expect(page.locator('f3e-session-calendar [role=status]').first()).toHaveText(
    new RegExp(`${nameOf(there)}.*séance`, 'i'),
  );
  await tabTo(page, /^Liste/);
  await page.keyboard.press('Enter');
  await expect(page.locator('f3e-session-calendar .entry').first()).toBeVisible();

  const session = await openSession((item) => new Date(item.start) > there);
  await page.goto(
    `${server.url}/demo/agenda.html?agenda=${encodeURIComponent(`view=agenda&month=${session.start.slice(0, 7)}`)}`,
  );
  const entry = page.locator('f3e-session-calendar .entry', { hasText: session.title });
  await expect(entry).toBeVisible();
  await tabTo(page, new RegExp(`^${session.title.slice(0, 20).replace(/[.*+?()[\]|$^\\]/g, '.')}`));
  await page.keyboard.press('Enter');
  await expect(entry.getByText('Ajouter à mon agenda')).toBeVisible();
  await tabTo(page, /^Fichier .ics/);
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = readFileSync((await (await saved).path())!, 'utf8');
  expect(file).toContain(`UID:${session.id}@`);

  await tabTo(page, /^S’inscrire/);
  await page.keyboard.press('Enter');
  const dialog = page.locator('f3e-session-calendar dialog');
  await expect(dialog.getByRole('heading', { name: /S’inscrire/ })).toBeVisible();
  await tabTo(page, /^Adresse e-mail/);
  await page.keyboard.type('agenda@example.org');
  await tabTo(page, /^M’inscrire/);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Votre inscription est bien arrivée')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const first = await box.to('agenda@example.org');
  await page.goto(/http:\/\/\S+\/inscription\/\S+/.exec(first.text ?? '')![0]);
  await page.getByRole('button', { name: 'Confirmer mon inscription' }).click();
  await expect(page.getByRole('status')).toContainText('Votre place est réservée.');
  const second = await box.to('agenda@example.org', 1);
  expect(second.attachments[0]!.content.toString()).toContain(`UID:${session.id}@`);
  const { items } = (await (
    await fetch(`${server.url}/v1/staff/registrations?session=${session.id}`, {
      headers: { Authorization: `Bearer ${STAFF}` },
    })
  ).json()) as { items: { state: string; answers: Record<string, string> }[] };
  expect(items.map((one) => [one.state, one.answers['email']])).toEqual([
    ['confirmed', 'agenda@example.org'],
  ]);
  await page.getByRole('button', { name: 'Annuler mon inscription' }).click();
  await expect(page.getByRole('status')).toContainText('pas inscrit·e');

  expect(problems).toEqual([]);
  expect([...hosts]).toEqual([new URL(server.url).host]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
});

test('a session filled between the list and the form is said so, and nothing typed is lost (F51)', async ({
  page,
}) => {
  const session = await openSession();
  await page.goto(
    `${server.url}/demo/agenda.html?agenda=${encodeURIComponent(`view=agenda&month=${session.start.slice(0, 7)}`)}`,
  );
  const entry = page.locator('f3e-session-calendar .entry', { hasText: session.title });
  await entry.getByRole('link', { name: /S’inscrire/ }).click();
  const dialog = page.locator('f3e-session-calendar dialog');
  await dialog.getByLabel(/Adresse e-mail/).fill('trop.tard@example.org');
  await page.route('**/v1/registrations', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: JSON.stringify({
        errors: [
          {
            pointer: '/session',
            code: 'closed',
            detail: 'On ne peut pas s’inscrire à cette séance en ce moment.',
          },
        ],
      }),
    }),
  );
  await dialog
    .getByRole('button', { name: /inscrire/ })
    .last()
    .click();
  await expect(dialog.getByRole('alert')).toContainText('On ne peut pas s’inscrire');
  await expect(dialog.getByLabel(/Adresse e-mail/)).toHaveValue('trop.tard@example.org');
});

test('two clicks register once, and a lost answer too', async ({ page }) => {
  const session = await openSession();
  await page.goto(
    `${server.url}/demo/agenda.html?agenda=${encodeURIComponent(`view=agenda&month=${session.start.slice(0, 7)}`)}`,
  );
  await page
    .locator('f3e-session-calendar .entry', { hasText: session.title })
    .getByRole('link', { name: /S’inscrire/ })
    .click();
  const dialog = page.locator('f3e-session-calendar dialog');
  await dialog.getByLabel(/Adresse e-mail/).fill('deux.clics@example.org');
  let lost = 0;
  await page.route('**/v1/registrations', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await dialog
    .getByRole('button', { name: /inscrire/ })
    .last()
    .dblclick();
  await expect(dialog.getByText('Votre inscription est bien arrivée')).toBeVisible();
  const { items } = (await (
    await fetch(`${server.url}/v1/staff/registrations?limit=500`, {
      headers: { Authorization: `Bearer ${STAFF}` },
    })
  ).json()) as { items: { answers: Record<string, string> }[] };
  expect(items.filter((one) => one.answers['email'] === 'deux.clics@example.org').length).toBe(1);
});

test('stays within 240 pixels, whatever the view', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const view of ['agenda', 'month']) {
    await page.goto(`${server.url}/demo/agenda.html?agenda=${encodeURIComponent(`view=${view}`)}`);
    await expect(page.locator('f3e-session-calendar [part=toolbar]')).toBeVisible();
    await page.evaluate(() =>
      document.querySelector('f3e-session-calendar')!.style.setProperty('width', '240px'),
    );
    await settled(page);
    const wide = await page.evaluate(() => {
      const box = document.querySelector('f3e-session-calendar')!.shadowRoot!.querySelector('.box')!;
      return [box.scrollWidth, document.documentElement.scrollWidth];
    });
    expect(wide[0], view).toBeLessThanOrEqual(240);
    expect(wide[1], view).toBeLessThanOrEqual(320);
  }
});

test('every target of the month and of the list has 24 pixels or more (A04)', async ({ page }) => {
  for (const view of ['month', 'agenda']) {
    await page.goto(`${server.url}/demo/agenda.html?agenda=${encodeURIComponent(`view=${view}`)}`);
    await expect(page.locator('f3e-session-calendar [part=toolbar]')).toBeVisible();
    await expect(
      page
        .locator('f3e-session-calendar')
        .locator(view === 'month' ? 'a.event' : '.entry:visible')
        .first(),
    ).toBeVisible();
    const small = await page.evaluate(() => {
      const root = document.querySelector('f3e-session-calendar')!.shadowRoot!;
      return [...root.querySelectorAll<HTMLElement>('a[href]:not(.visually-hidden), button, select, summary')]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.textContent!.trim().slice(0, 30), one.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([name, { width, height }]) => `${name} ${width}×${height}`);
    });
    expect(small).toEqual([]);
  }
});

test('without scripts the sessions are a list of links, and one can register', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  const session = await openSession();
  await page.goto(`${server.url}/demo/agenda.html`);
  await page.getByRole('link', { name: 'Les séances à venir' }).click();
  await page.getByRole('link', { name: session.title }).first().click();
  await page.getByRole('link', { name: 'S’inscrire' }).click();
  await page.getByLabel(/Adresse e-mail/).fill('sans.script@example.org');
  await page.getByRole('button', { name: /inscrire/ }).click();
  await expect(page.getByRole('heading', { name: 'Votre inscription est bien arrivée' })).toBeVisible();
  await box.to('sans.script@example.org');
  await context.close();
});

test('is a guest in a page that undoes everything, and prints as a list', async ({ page }) => {
  const host = await site({
    '/': {
      html: `<!doctype html><html lang="fr"><title>Hôte</title><style>*{all:unset!important} html{font-size:62.5%} div,button,table,td{color:red!important;text-transform:uppercase!important}</style>
        <f3e-session-calendar view="month"><a href="${server.url}/seances">Les séances</a></f3e-session-calendar>
        <script type="module" src="${server.url}/v1/f3e.js"></script></html>`,
    },
  });
  try {
    await page.goto(host.url);
    await expect(caption(page)).toBeVisible();
    const look = await page.evaluate(() => {
      const root = document.querySelector('f3e-session-calendar')!.shadowRoot!;
      const style = getComputedStyle(root.querySelector('td')!);
      return [
        style.display,
        style.textTransform,
        parseFloat(getComputedStyle(root.querySelector('.box')!).fontSize) >= 14,
      ];
    });
    expect(look).toEqual(['table-cell', 'none', true]);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('f3e-session-calendar [part=toolbar]')).toBeHidden();
  } finally {
    await host.stop();
  }
});
