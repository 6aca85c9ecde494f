import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { violationsIn } from '../support/axe.js';
import { faultsOfLines } from '../support/lines.js';
import { askToJoin, deskScreens, enterDemo, sessionToCome } from '../support/desk-page.js';
import { serve, type Running } from '../support/process.js';

let folder: string;
let server: Running;
/** A session to come. */
let session: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-desk-'));
  server = await serve({ DATA_DIR: folder, PROOF_OF_WORK: '0' });
  await askToJoin(server.url, 'madac', 12);
  session = await sessionToCome(server.url, 'genre');
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const [language, member] of [
  ['fr', /^Équipe du F3E/],
  ['en', /^F3E team, in English/],
] as const)
  test(`axe finds nothing on any screen of the desk, and nothing scrolls sideways (${language})`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const isRight = async (name: string, width: number) => {
      expect(await violationsIn(page), `${name} at ${width} px`).toEqual([]);
      expect(await faultsOfLines(page), `${name} at ${width} px`).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        `${name} at ${width} px`,
      ).toBeLessThanOrEqual(width);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    };
    const press = (name: RegExp) => page.getByRole('button', { name }).click();
    await page.goto(`${server.url}/bureau?lang=${language}`);
    await isRight('the way in', 1280);
    await press(/^(Recevoir un code|Get a code)$/);
    await isRight('a fault of the way in', 1280);
    await enterDemo(page, server.url, member);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const [name, go] of deskScreens(server.url, session)) {
        await go(page);
        await isRight(name, width);
      }
    }
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('W6: twelve requests are answered by keyboard alone, in 30 keys or fewer, and taken back in one press', async ({
    page,
  }) => {
    await enterDemo(page, server.url, /^Équipe du F3E/);
    await page.getByRole('link', { name: /^Répondre : 12 demandes/ }).click();
    let keys = 0;
    const press = async (key: string) => {
      keys++;
      await page.keyboard.press(key);
    };
    // A person stands before the first card.
    await page.getByRole('link', { name: 'CP genre' }).focus();
    while ((await page.evaluate(() => document.activeElement?.getAttribute('type'))) !== 'radio')
      await page.keyboard.press('Tab');
    for (let i = 0; i < 12; i++) {
      if (i) await press('Tab');
      await press('Space');
    }
    await press('Tab');
    await expect(page.getByRole('button', { name: 'Relire les réponses' })).toBeFocused();
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relire avant d’envoyer');
    await expect(page.getByRole('button', { name: 'Envoyer les 12 réponses' })).toBeFocused();
    await press('Enter');
    await expect(page.getByText(/^12 réponses partent à/)).toBeVisible();
    console.log(`W6: ${keys} keys to answer 12 requests`);
    expect(keys).toBeLessThanOrEqual(30);
    await page.getByRole('button', { name: 'Tout annuler' }).click();
    await expect(page.getByText('Repris : les 12 réponses ne sont pas parties.')).toBeVisible();
    await expect(page.getByRole('group', { name: /^Personne Numéro/ })).toHaveCount(12);
  });

  test('W1: a session is announced from last month’s: four presses, one field', async ({ page }) => {
    await enterDemo(page, server.url, /^Animation de la communauté genre/);
    let presses = 0;
    const press = async (role: 'link' | 'button', name: RegExp) => {
      presses++;
      await page.getByRole(role, { name }).first().click();
    };
    await press('link', /^Séances$/);
    await press('link', /^Copier : /);
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Titre' }).fill('Échanges de l’an prochain');
    await press('button', /^Relire$/);
    expect(await violationsIn(page)).toEqual([]);
    await expect(page.getByText('Personne ne reçoit de message.')).toBeVisible();
    await press('button', /^Publier$/);
    await expect(page.getByText('La séance est publiée.')).toBeVisible();
    expect(presses).toBeLessThanOrEqual(4);
    await expect
      .poll(async () => (await fetch(`${server.url}/v1/sessions?community=genre&limit=100`)).text(), {
        timeout: 3_000,
      })
      .toContain('Échanges de l’an prochain');
  });

  test('a session is opened, its registration closed, and the session cancelled with a reason', async ({
    page,
  }) => {
    await enterDemo(page, server.url, /^Équipe du F3E/);
    await page.goto(`${server.url}/bureau/seances`);
    await page
      .getByRole('link', { name: /^Ouvrir : / })
      .nth(3)
      .click();
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fermer les inscriptions' }).click();
    await expect(page.getByText('Les inscriptions sont fermées.')).toBeVisible();
    await page.getByText('Annuler la séance').click();
    await page.getByRole('button', { name: 'Annuler cette séance' }).click();
    await expect(page.getByRole('alert')).toContainText('Écrivez pourquoi');
    await page.getByRole('textbox', { name: /^Pourquoi/ }).fill('La salle n’est plus libre.');
    await page.getByRole('button', { name: 'Annuler cette séance' }).click();
    await expect(page.getByText('La séance est annulée.')).toBeVisible();
    await page.getByRole('button', { name: 'Rétablir cette séance' }).click();
    await expect(page.getByText('La séance est rétablie.')).toBeVisible();
    await expect(page.getByText('Version 4', { exact: false })).toBeVisible();
  });

  test('a person is met from a request: all that they sent, a note, a way to erase it', async ({ page }) => {
    await enterDemo(page, server.url, /^Équipe du F3E/);
    await page.goto(`${server.url}/bureau/demandes`);
    const card = page.getByRole('group', { name: 'Personne Numéro 3', exact: true });
    await card.getByRole('radio', { name: 'Demander' }).check();
    await page.getByRole('button', { name: 'Relire les réponses' }).click();
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await expect(page.getByRole('alert')).toContainText('Écrivez votre question.');
    await page.getByRole('link', { name: /^Tout sur cette personne/ }).click();
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Ajouter une note' }).fill('Vue à Nantes.');
    await page.getByRole('button', { name: 'Enregistrer la note' }).click();
    await expect(page.getByText('Vue à Nantes.')).toBeVisible();
    await page.getByRole('checkbox', { name: /^Je veux effacer/ }).check();
    await page.getByRole('button', { name: 'Effacer cette personne' }).click();
    await expect(page.getByText('1 envoi est effacé.')).toBeVisible();
  });
});
