import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { askToJoin, sessionToCome } from '../support/desk-page.js';
import { serve, type Running } from '../support/process.js';

let folder: string;
let server: Running;
let session: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-keyboard-'));
  server = await serve({ DATA_DIR: folder, PROOF_OF_WORK: '0' });
  await askToJoin(server.url, 'madac', 1);
  session = await sessionToCome(server.url, 'genre');
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes by Tab to what is called so, as a person does who sees where the focus is; fails where it cannot be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if (!(await focused.count())) continue;
    const label = await focused.evaluate((one) => {
      const labels = [...((one as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
      return (labels.join(' ') || one.textContent || '').replace(/\s+/g, ' ').trim();
    });
    if (!name.test(label)) continue;
    const outline = await focused.evaluate((one) => {
      const { outlineStyle, boxShadow } = getComputedStyle(one);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    expect(outline, `the focus on ${name.source} is seen`).toBe(true);
    return;
  }
  throw new Error(`no Tab leads to ${name.source}`);
}
/** Presses Enter, and waits for the page that it leads to. */
async function enter(page: Page): Promise<void> {
  const began = () => page.evaluate(() => performance.timeOrigin).catch(() => undefined);
  const before = await began();
  await page.keyboard.press('Enter');
  await expect.poll(began).not.toBe(before);
  await page.waitForLoadState();
}
const pressOn = async (page: Page, name: RegExp, key: 'leads' | 'Enter' | 'Space' = 'leads') => {
  await tabTo(page, name);
  if (key === 'leads') await enter(page);
  else await page.keyboard.press(key);
};
const write = async (page: Page, name: RegExp, text: string) => {
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
};
/** At the last look the button that acts has the focus already. */
async function confirm(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('button[autofocus]')).toBeFocused();
  await enter(page);
}
const isSaid = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

test('ten tasks by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000);

  await test.step('1: enter', async () => {
    await page.goto(`${server.url}/bureau`);
    await pressOn(page, /^Équipe du F3E/);
    await expect(page).toHaveURL(`${server.url}/bureau`);
  });
  await test.step('2: answer a request', async () => {
    await pressOn(page, /^Répondre : 1 demande/);
    await pressOn(page, /^Accepter/, 'Space');
    await pressOn(page, /^Relire les réponses/);
    await confirm(page, 'Relire avant d’envoyer');
    await isSaid(page, /^1 réponse part à/);
  });
  await test.step('3: take it back', async () => {
    await pressOn(page, /^Tout annuler/);
    await isSaid(page, /la réponse n’est pas partie/);
  });
  await test.step('4: announce a session from another', async () => {
    await pressOn(page, /^Séances$/);
    await pressOn(page, /^Copier : /);
    await write(page, /^Titre$/, 'Au clavier');
    await enter(page);
    await confirm(page, 'Relire avant de publier');
    await isSaid(page, 'La séance est publiée.');
  });
  await test.step('5: keep a draft, look at it in the widgets', async () => {
    await pressOn(page, /^Nouvelle séance$/);
    await tabTo(page, /^Jour$/);
    await page.keyboard.type('05042027');
    await write(page, /^Titre$/, 'Brouillon au clavier');
    await enter(page);
    await pressOn(page, /^Voir dans les vrais widgets/, 'Enter');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByText('Brouillon au clavier').first()).toBeVisible({ timeout: 20_000 });
    await page.goto(`${server.url}/bureau/seances`);
  });
  await test.step('6: move a session', async () => {
    await page.goto(`${server.url}/bureau/seances/${session}`);
    await pressOn(page, /^Déplacer$/);
    await pressOn(page, /^Une semaine plus tard/);
    await expect(page).toHaveURL(/jour=/);
    await pressOn(page, /^Relire$/);
    await confirm(page, 'Relire avant de déplacer');
    await isSaid(page, 'C’est déplacé.');
  });
  await test.step('7: close registration', async () => {
    await pressOn(page, /^Fermer les inscriptions/);
    await isSaid(page, 'Les inscriptions sont fermées.');
  });
  await test.step('8: set the link, after one that is none', async () => {
    await write(page, /^Adresse de la réunion/, 'visio');
    await page.keyboard.press('Enter');
    // The browser itself may hold back what is no address.
    await write(page, /^Adresse de la réunion/, 'https://visio.example/clavier');
    await enter(page);
    await isSaid(page, 'Le lien est enregistré.');
  });
  await test.step('9: cancel with a reason, and restore', async () => {
    await pressOn(page, /^Annuler la séance/, 'Enter');
    await write(page, /^Pourquoi/, 'Essai');
    await enter(page);
    await isSaid(page, 'La séance est annulée.');
    await pressOn(page, /^Rétablir cette séance/);
    await isSaid(page, 'La séance est rétablie.');
  });
  await test.step('10: invite somebody, and leave', async () => {
    await pressOn(page, /^Équipe$/);
    await write(page, /^Nom$/, 'Animation ECSI');
    await write(page, /^Adresse e-mail/, 'ecsi@f3e.example');
    await pressOn(page, /^Effets et impact/, 'Space');
    await pressOn(page, /^Inviter$/);
    await isSaid(page, /Animation ECSI peut entrer/);
    await pressOn(page, /^Quitter le bureau/);
    await expect(page).toHaveURL(`${server.url}/bureau/entrer`);
  });
});
