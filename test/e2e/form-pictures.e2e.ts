import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, serve, site } from '../support/process.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const folder = `docs/forms/${version}`;

test('P04 each form of this version has its dated picture, which shows what was asked and with which boxes', async ({
  browser,
}) => {
  const data = mkdtempSync(join(tmpdir(), 'f3e-pictures-'));
  const port = await freePort();
  const server = await serve({ DATA_DIR: data, ALLOWED_ORIGINS: `http://127.0.0.1:${port}` });
  const { items } = (await (await fetch(`${server.url}/v1/sessions?available=true&limit=50`)).json()) as {
    items: { id: string; audience: string }[];
  };
  const session = items.filter(({ audience }) => audience === 'all')[0]!.id;
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 800, height: 900 } });
  for (const [name, tag] of [
    ['join-form', '<f3e-join-form community="genre"></f3e-join-form>'],
    ['registration-form', `<f3e-registration-form session="${session}"></f3e-registration-form>`],
    ['proposal-form', '<f3e-proposal-form></f3e-proposal-form>'],
  ] as const) {
    const page = await context.newPage();
    const host = await site(
      {
        '/': {
          html: `<!doctype html><html lang="fr"><title>Page</title><style>body{margin:2em;font-family:sans-serif}</style><script type="module" src="${server.url}/v1/f3e.js"></script>${tag}</html>`,
        },
      },
      port,
    );
    await page.goto(host.url);
    const element = page.locator(`f3e-${name}`);
    await expect(element.locator('form')).toBeVisible();
    // No box is ticked but by the person (P03).
    await expect(element.locator('input[type=checkbox]:checked')).toHaveCount(0);
    const take = async (file: string) => {
      if (process.env['UPDATE_SNAPSHOTS']) {
        mkdirSync(folder, { recursive: true });
        await element.screenshot({ path: file });
      }
      expect(existsSync(file), `${file}: UPDATE_SNAPSHOTS=1 takes it`).toBe(true);
    };
    const goOn = element.getByRole('button', { name: 'Continuer' });
    for (let stage = 1; await goOn.isVisible(); stage++) {
      await take(`${folder}/${name}-${stage}.png`);
      for (const field of await element.locator('[required], [aria-required=true]').all())
        if (await field.isVisible()) await field.fill('Réponse');
      await goOn.click();
      await expect(element.getByText(`Étape ${stage + 1} sur`)).toBeVisible();
    }
    await element.locator('summary').last().click();
    await take(`${folder}/${name}.png`);
    await page.close();
    await host.stop();
  }
  await context.close();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});
