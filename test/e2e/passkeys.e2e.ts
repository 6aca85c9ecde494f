import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { violationsIn } from '../support/axe.js';
import { enterDemo } from '../support/desk-page.js';
import { serve, type Running } from '../support/process.js';

let folder: string;
let server: Running;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-passkeys-'));
  server = await serve({ DATA_DIR: folder });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A device that signs at once, as a phone does after a look at its owner. */
async function giveDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function addPasskey(page: Page): Promise<void> {
  await page.goto(`${server.url}/bureau/moi`);
  await page.getByRole('button', { name: 'Ajouter une clé sur cet appareil' }).click();
  await expect(page.getByText('La clé d’accès est ajoutée.')).toBeVisible();
}
const leave = (page: Page) => page.getByRole('button', { name: 'Quitter le bureau' }).click();
const byPasskey = (page: Page) => page.getByRole('button', { name: 'Entrer avec une clé d’accès' });

test('a passkey is added once, enters by one press, and leads to the page that was wanted', async ({
  page,
}) => {
  await giveDevice(page);
  await enterDemo(page, server.url, /^Équipe du F3E/);
  await page.getByRole('link', { name: /ajouter une clé d’accès/ }).click();
  await addPasskey(page);
  expect(await violationsIn(page)).toEqual([]);
  await page.goto(`${server.url}/bureau`);
  await expect(page.getByRole('link', { name: /ajouter une clé d’accès/ })).toHaveCount(0);
  await leave(page);
  await page.goto(`${server.url}/bureau/journal`);
  expect(await violationsIn(page)).toEqual([]);
  await byPasskey(page).click();
  await expect(page).toHaveURL(`${server.url}/bureau/journal`);
  // By the button of the demonstration, and by the passkey.
  await expect(page.getByText(/est entré·e au bureau/)).toHaveCount(2);
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('f3e-desk'))!;
  expect(cookie.httpOnly).toBe(true);
  await page.goto(`${server.url}/bureau/moi`);
  await expect(page.getByText(/par clé d’accès · cet appareil/)).toBeVisible();
  // The device knows it: it is not made twice.
  await page.getByRole('button', { name: 'Ajouter une clé sur cet appareil' }).click();
  await expect(page.getByText(/n’a pas pu être ajoutée/)).toBeVisible();
});

test('an answer counts once, in the browser that asked, and not once the passkey is removed', async ({
  page,
}) => {
  await giveDevice(page);
  await enterDemo(page, server.url, /^Animation de la communauté genre/);
  await addPasskey(page);
  await leave(page);
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/entrer/cle')),
    byPasskey(page).click(),
  ]);
  await expect(page).toHaveURL(`${server.url}/bureau`);
  const body = request.postData()!;
  const cookie = (await request.allHeaders())['cookie'] ?? '';
  expect(cookie).toContain('f3e-passkey=');
  const again = (headers: Record<string, string>) =>
    fetch(`${server.url}/bureau/entrer/cle`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url, ...headers },
      body,
    });
  for (const headers of [{ cookie }, {} as Record<string, string>]) {
    const response = await again(headers);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('n’ouvre pas ce bureau');
  }
  const elsewhere = await again({ cookie, Origin: 'https://evil.example' });
  expect(elsewhere.status).toBe(403);
  await page.goto(`${server.url}/bureau/moi`);
  await page.getByRole('button', { name: /^Retirer la clé/ }).click();
  await expect(page.getByText('Aucune clé d’accès.')).toBeVisible();
  await leave(page);
  await byPasskey(page).click();
  await expect(page.getByText(/n’ouvre pas ce bureau/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Votre adresse e-mail' })).toBeVisible();
});

test('what was written when a session ended goes on after the passkey', async ({ page }) => {
  await giveDevice(page);
  await enterDemo(page, server.url, /^Équipe du F3E/);
  await addPasskey(page);
  await page.goto(`${server.url}/bureau/seances/nouvelle`);
  await page.getByRole('textbox', { name: 'Titre' }).fill('Écrit avant la fin');
  await page.getByLabel('Jour', { exact: true }).fill('2027-05-04');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Relire' }).click();
  await byPasskey(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relire avant de publier');
  await expect(page.getByText('Écrit avant la fin')).toBeVisible();
});

test('where there is no passkey, or it is given up, the code remains', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto(`${server.url}/bureau/entrer`);
  await byPasskey(page).click();
  await expect(page.getByText('La clé d’accès n’a pas répondu. Vous pouvez recevoir un code.')).toBeVisible();
  await page.context().setOffline(true);
  await byPasskey(page).click();
  await expect(page.getByText('La clé d’accès n’a pas répondu.', { exact: false })).toBeVisible();
  await page.context().setOffline(false);
});
