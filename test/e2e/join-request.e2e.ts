import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { tabTo } from '../support/keyboard.js';
import { watch } from '../support/watch.js';
import { asAPerson } from '../support/playwright.js';
import { postbox, serve, STAFF, type Postbox, type Running } from '../support/process.js';

let folder: string;
let box: Postbox;
let server: Running;
const start = () => serve({ DATA_DIR: folder, SMTP_URL: box.url });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-thread-'));
  box = await postbox();
  server = await start();
});
test.afterAll(async () => {
  await server.stop();
  await box.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Listed {
  answers: Record<string, string>;
  status: string;
  confirmedAt: string | null;
  consents: string[];
  sourceSite: string | null;
}
async function requestsOf(email: string): Promise<Listed[]> {
  const response = await fetch(`${server.url}/v1/staff/join-requests?limit=500`, {
    headers: { Authorization: `Bearer ${STAFF}` },
  });
  const { items } = (await response.json()) as { items: Listed[] };
  return items.filter((item) => item.answers['email'] === email);
}

/** The form of the element, rather than the native one that it stands in for. */
const form = (page: Page) => page.locator('f3e-join-form form[novalidate]');

const linkIn = (text: string | undefined) => /http:\/\/\S+\/demande\/\S+/.exec(text ?? '')![0];

test('from a member’s page to the database and back, by keyboard alone', async ({ page }) => {
  const { problems, hosts } = watch(page);

  await page.goto(`${server.url}/demo/membre.html`);
  await expect(page.getByRole('heading', { name: 'Genre', exact: true }).first()).toBeVisible();
  for (const name of [
    'Approches orientées changement',
    'Autodiagnostic et amélioration continue',
    'Effets et impact de l’ECSI',
    'Groupes de pairs territoires',
  ]) {
    await expect(page.getByRole('heading', { name }).last()).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: 'Rejoindre « Genre »' })).toBeVisible();

  await tabTo(page, /^Rejoindre la communauté/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Prénom/);
  await page.keyboard.type('Une');
  await tabTo(page, /^Adresse e-mail/);
  await page.keyboard.type('clavier');
  await tabTo(page, /^Ajouter des précisions/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Ce qui vous amène/);
  await page.keyboard.type('Apprendre avec d’autres.');
  await tabTo(page, /^Je souhaite recevoir/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Envoyer ma demande/);
  await page.keyboard.press('Enter');
  const summary = page.getByText('Une réponse est à revoir');
  await expect(summary).toBeVisible();
  await tabTo(page, /^Écrivez une adresse/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type('@example.org');
  await asAPerson(page);
  await page.keyboard.press('Enter');
  const done = page.getByRole('heading', { name: 'Votre demande est bien arrivée' });
  await expect(done).toBeVisible();
  await expect(done).toBeFocused();
  await expect(page.getByText('dans les 48 heures')).toBeVisible();

  const mail = await box.to('clavier@example.org');
  expect(mail.subject).toBe('Confirmez votre demande aux communautés de pratiques du F3E');
  expect(`${mail.text}${mail.html || ''}`).not.toMatch(/Apprendre avec|<img/);
  await page.goto(linkIn(mail.text));
  expect((await requestsOf('clavier@example.org'))[0]?.status).toBe('unconfirmed');
  await tabTo(page, /^Confirmer ma demande/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('vous faites partie de la communauté')).toBeVisible();
  await expect(page.getByText('Apprendre avec d’autres.')).toBeVisible();

  const second = await box.to('clavier@example.org', 1);
  expect(second.text).toContain('Je souhaite recevoir la lettre d’information');
  expect(second.text).toContain(server.url);

  await server.stop();
  server = await start();
  const [mine, ...others] = await requestsOf('clavier@example.org');
  expect(others).toEqual([]);
  expect(mine).toMatchObject({
    status: 'accepted',
    consents: ['newsletter'],
    answers: { givenName: 'Une', organisation: 'Rivages en commun' },
  });
  expect(mine?.confirmedAt).not.toBeNull();
  expect(box.mails.filter((one) => one.text?.includes('Confirmer')).length).toBe(1);
  expect(problems).toEqual([]);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});

test('the same with scripts off, through the native form of the page', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${server.url}/demo/membre.html`);
  await expect(page.getByRole('link', { name: 'La communauté de pratiques genre du F3E' })).toBeVisible();
  await page.getByLabel('Adresse e-mail').fill('sans-script@example.org');
  await page.getByLabel('Prénom').fill('Deux');
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(page.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
  await page.goto(linkIn((await box.to('sans-script@example.org')).text));
  await page.getByRole('button', { name: 'Confirmer ma demande' }).click();
  // A form of another page has no stamp of ours: the team looks at what it sends (S09).
  await expect(page.getByText('l’équipe du F3E la lit et vous répond par e-mail')).toBeVisible();
  const [mine, ...others] = await requestsOf('sans-script@example.org');
  expect(others).toEqual([]);
  expect(mine).toMatchObject({
    status: 'received',
    review: ['no-proof'],
    answers: { givenName: 'Deux' },
    sourceSite: server.url.replace('127.0.0.1', 'localhost'),
  });
  await page.getByRole('button', { name: 'Annuler ma demande' }).click();
  await expect(page.getByText('Annulée')).toBeVisible();
  expect((await requestsOf('sans-script@example.org'))[0]?.status).toBe('withdrawn');
  await context.close();
});

test('the hosted form corrects, keeps and sends, with scripts off, in English too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/communautes/madac/rejoindre?lang=en`);
  await page.getByLabel('Given name').fill('Three');
  await page.getByLabel('E-mail address').fill('nobody@nowhere');
  await page.getByRole('button', { name: 'Send my request' }).click();
  await expect(page.getByRole('heading', { name: 'Some answers need another look' })).toBeVisible();
  await expect(page.getByLabel('Given name')).toHaveValue('Three');
  await page.getByRole('link', { name: /full e-mail address/ }).click();
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await page.getByLabel('E-mail address').fill('hosted@example.org');
  await page.getByRole('button', { name: 'Send my request' }).click();
  await expect(page.getByRole('heading', { name: 'Your request has arrived' })).toBeVisible();
  expect((await box.to('hosted@example.org')).subject).toMatch(/^Please confirm/);
  await context.close();
});

test('nothing is lost when the network goes in the middle', async ({ page, context }) => {
  await page.goto(`${server.url}/demo/membre.html`);
  const flow = page.waitForResponse(/chunks\/form-submitter-/);
  await form(page).getByLabel('Adresse e-mail').fill('coupure@example.org');
  await (await flow).finished();
  await form(page).getByText('Ajouter des précisions').click();
  await form(page).getByLabel('Ce qui vous amène').fill('Gardé');
  await context.setOffline(true);
  await form(page).getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(page.getByText('partira une seule fois')).toBeVisible();
  await expect(form(page).getByLabel('Ce qui vous amène')).toHaveValue('Gardé');
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
  expect((await requestsOf('coupure@example.org')).length).toBe(1);
});

test('nothing is lost when even the script that sends could not come', async ({ page, context }) => {
  await page.route(/chunks\/form-submitter-/, (route) => route.abort());
  await page.goto(`${server.url}/demo/membre.html`);
  await form(page).getByLabel('Adresse e-mail').fill('coincee@example.org');
  await form(page).getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(page.getByText('Le service n’a pas pu être joint')).toBeVisible();
  await page.unroute(/chunks\/form-submitter-/);
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
  expect((await requestsOf('coincee@example.org')).length).toBe(1);
});

test('an answer lost on the way makes one request (F41)', async ({ page }) => {
  await page.goto(`${server.url}/demo/membre.html`);
  await form(page).getByLabel('Adresse e-mail').fill('perdue@example.org');
  let lost = 0;
  await page.route('**/v1/join-requests', async (route) => {
    if (lost++ < 2) {
      await route.fetch();
      await route.abort('connectionreset');
    } else await route.continue();
  });
  await form(page).getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(page.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
  expect(lost).toBe(3);
  expect((await requestsOf('perdue@example.org')).length).toBe(1);
  await box.to('perdue@example.org');
});

test('writes nothing on the device (P10)', async ({ page, context }) => {
  await page.goto(`${server.url}/demo/membre.html`);
  await form(page).getByLabel('Adresse e-mail').fill('rien@example.org');
  await form(page).getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(page.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  expect(kept).toEqual([0, 0, 0, 0]);
});
