import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { otherBrowsers } from '../support/other-browsers.js';
import { serve, type Running } from '../support/process.js';

let folder: string;
let server: Running;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-desk-browsers-'));
  server = await serve({ DATA_DIR: folder });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const [name, open] of Object.entries(otherBrowsers))
  test(`${name}: a session is copied, looked at in the widgets, and published`, async () => {
    test.skip(!open, `${name} was not found.`);
    test.setTimeout(120_000);
    const browser = await open!();
    const title = `Avec ${name}`;
    try {
      const heading = () => browser.run<string>(`document.querySelector('h1')?.textContent ?? ''`);
      const comesTo = (text: string) => expect.poll(heading, { timeout: 20_000 }).toBe(text);
      const press = (text: string) =>
        browser.run(
          `[...document.querySelectorAll('button, main a, nav a')].find((one) => one.textContent.trim().startsWith(${JSON.stringify(text)})).click()`,
        );
      await browser.goto(`${server.url}/bureau`);
      await comesTo('Entrer au bureau');
      await press('Équipe du F3E');
      await comesTo('À faire');
      await press('Séances');
      await comesTo('Séances');
      // The calendar beside the list is the widget itself; in a narrow window it is below, and comes when it is near.
      await browser.run(`document.querySelector('f3e-session-calendar').scrollIntoView()`);
      await expect
        .poll(
          () =>
            browser.run(
              `Boolean(document.querySelector('f3e-session-calendar')?.shadowRoot?.querySelector('table'))`,
            ),
          {
            timeout: 20_000,
          },
        )
        .toBe(true);
      const copyAndRead = async () => {
        await browser.goto(`${server.url}/bureau/seances`);
        await press('Copier');
        await comesTo('Nouvelle séance, d’après une autre');
        await browser.run(`document.querySelector('[name="titre"]').value = ${JSON.stringify(title)}`);
      };
      await copyAndRead();
      await expect
        .poll(() => browser.run<string>(`document.querySelector('output')?.textContent ?? ''`))
        .toMatch(/^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \S+ \S+ 20\d\d$/);
      await press('Relire');
      await comesTo('Relire avant de publier');
      // Its page has no origin: scripts and answers come all the same, before anything is public.
      const preview = await browser.run<string>(`document.querySelector('iframe').getAttribute('src')`);
      await browser.goto(server.url + preview);
      await expect
        .poll(
          () =>
            browser.run<string>(
              `document.querySelector('f3e-session-calendar')?.shadowRoot?.textContent ?? ''`,
            ),
          { timeout: 20_000 },
        )
        .toContain(title);
      expect(await (await fetch(`${server.url}/v1/sessions?limit=100`)).text()).not.toContain(title);
      await copyAndRead();
      await press('Relire');
      await comesTo('Relire avant de publier');
      await press('Publier');
      await comesTo('Séances');
      expect(await browser.run<string>(`document.querySelector('.said').textContent`)).toContain(
        'La séance est publiée.',
      );
    } finally {
      await browser.end();
    }
  });
