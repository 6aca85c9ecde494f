import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from '@playwright/test';
import { elementNames, type ElementName } from '../../src/contract/elements.js';
import { serve, site as host, type Running } from '../support/process.js';
import { openSession, showsAll } from './support/public-page.js';
import { freePort, stopAll } from './support/processes.js';
import { enterSpip, installSpip, publishArticle, startSpip } from './support/spip.js';

const cache = join(tmpdir(), 'f3e-hosts');
let folder: string;
let server: Running;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-spip-'));
  server = await serve({ DATA_DIR: join(folder, 'data'), PORT: String(await freePort()) });
});
test.afterAll(async () => {
  stopAll();
  await server.stop();
  // What was ended may still write.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

/** The zip, put where SPIP looks for plugins. */
const unzipInto = (plugins: string) => {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync('dist/f3e_communautes.zip')))) {
    mkdirSync(dirname(join(plugins, path)), { recursive: true });
    writeFileSync(join(plugins, path), bytes);
  }
};

/** How an element gets into an article. */
const shortcuts: Readonly<Record<ElementName, string>> = {
  'community-card': '<communaute|communaute=genre>',
  'community-directory': '<annuaire|layout=rows>',
  'session-calendar': '<calendrier|communaute=genre|vue=agenda>',
  'resource-list': '<ressources|community=genre|page-size=3>',
  'join-form': '<rejoindre|communaute=genre>',
  'registration-form': '<inscription|seance=SESSION>',
  'proposal-form': '<proposer|>',
};
const attributes: Readonly<Record<ElementName, string>> = {
  'community-card': 'community="genre"',
  'community-directory': 'layout="rows"',
  'session-calendar': 'community="genre" view="agenda"',
  'resource-list': 'community="genre"',
  'join-form': 'community="genre"',
  'registration-form': 'session="SESSION"',
  'proposal-form': 'heading-level="3"',
};
const tagged = (name: ElementName) =>
  `<div><f3e-${name} ${attributes[name]}><a href="${server.url}/communautes">F3E</a></f3e-${name}></div>`;
const placed = (name: ElementName) =>
  `<div data-f3e="${name}" ${attributes[name].replaceAll(/\b([a-z-]+)=/g, 'data-$1=')}><a href="${server.url}/communautes">F3E</a></div>`;

test('SPIP of Debian trixie: the plugin as one installs it, its shortcuts, tags and places, filtered or not', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const site = await startSpip('trixie', { folder, cache, plugin: unzipInto });
  test.info().annotations.push({ type: 'SPIP', description: site.version });
  const admin = await (
    await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } })
  ).newPage();
  const visitor = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await installSpip(admin, site);
  await enterSpip(admin, site);

  await test.step('the plugin is activated and set', async () => {
    await admin.goto(`${site.url}/ecrire/?exec=admin_plugin&voir=inactif`);
    const line = admin.locator('li, tr').filter({ hasText: 'Communautés de pratiques' }).last();
    await line.getByRole('checkbox').first().check();
    const loaded = admin.waitForEvent('load');
    await admin.locator('form').filter({ has: line }).locator('[type=submit]:visible').last().click();
    await loaded;
    // SPIP leads through several pages meanwhile.
    await expect(async () => {
      await admin.goto(`${site.url}/ecrire/?exec=configurer_f3e_communautes`);
      await expect(admin.getByLabel('Adresse du serveur')).toBeVisible({ timeout: 2_000 });
    }).toPass();
    const field = admin.getByLabel('Adresse du serveur');
    await field.fill('https://x" onclick="');
    await admin.evaluate(() =>
      document.querySelector<HTMLFormElement>('.formulaire_configurer form')!.setAttribute('novalidate', ''),
    );
    await admin.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(admin.getByText('n’est pas celle d’un site')).toBeVisible();
    await admin.getByLabel('Adresse du serveur').fill(`${server.url}/`);
    await admin.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(admin.getByText(/Le serveur répond.*Genre/)).toBeVisible();
  });

  const session = await openSession(server.url);
  const publish = (title: string, write: (name: ElementName) => string) =>
    publishArticle(site.folder, title, elementNames.map(write).join('\n\n').replaceAll('SESSION', session));

  const articles = {
    shortcuts: publish('Raccourcis', (name) => shortcuts[name]),
    tags: publish('Balises', tagged),
    places: publish('Places', placed),
  };
  await test.step('as SPIP is installed, all three routes work', async () => {
    for (const id of Object.values(articles))
      await showsAll(visitor, `${site.url}/spip.php?article${id}`, elementNames);
  });

  await test.step('without scripts the page holds sessions, cards, resources and forms', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/spip.php?article${articles.shortcuts}`);
    expect(await page.locator('f3e-session-calendar time').count()).toBeGreaterThan(1);
    expect(await page.locator('f3e-resource-list li').count()).toBe(3);
    await expect(page.locator('f3e-join-form').getByLabel(/^Adresse e-mail/)).toBeVisible();
    await context.close();
  });

  await test.step('where SPIP filters everything, shortcuts and places work', async () => {
    writeFileSync(join(site.folder, 'config/mes_options.php'), "<?php $GLOBALS['filtrer_javascript'] = -1;");
    rmSync(join(site.folder, 'tmp/cache'), { recursive: true, force: true });
    for (const id of [articles.shortcuts, articles.places])
      await showsAll(visitor, `${site.url}/spip.php?article${id}`, elementNames);
  });

  await test.step('the private area shows the real widgets', async () => {
    await admin.goto(`${site.url}/ecrire/?exec=article&id_article=${articles.shortcuts}`);
    await expect
      .poll(() =>
        admin.evaluate(() =>
          [...document.querySelectorAll('f3e-community-card')].some((one) => one.matches(':state(ready)')),
        ),
      )
      .toBe(true);
    await admin.screenshot({ path: join('test-results', 'spip-prive.png') });
  });

  await test.step('hostile content puts no code into the page', async () => {
    const hostile = await host({
      '/v1/render/resource-list': {
        html: '<f3e-resource-list><svg/onload=x()><a href="java&#115;cript:x()">Lien</a></f3e-resource-list>',
      },
    });
    const set = async (address: string) => {
      await admin.goto(`${site.url}/ecrire/?exec=configurer_f3e_communautes`);
      await admin.getByLabel('Adresse du serveur').fill(address);
      await admin.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(admin.getByText(/Le serveur répond|n’y répond pas/)).toBeVisible();
    };
    await set(hostile.url);
    const id = publishArticle(site.folder, 'Hostile', '<ressources|>');
    const text = await (await fetch(`${site.url}/spip.php?article${id}`)).text();
    expect(text).toContain('<f3e-resource-list><a href=');
    expect(text).not.toMatch(/onload|javascript:|java&/);
    await set(server.url);
    await hostile.stop();
  });

  await test.step('with the server away, the page keeps what it had, and another has a link', async () => {
    const at = server.url;
    await server.stop();
    try {
      rmSync(join(site.folder, 'tmp/cache/calcul'), { recursive: true, force: true });
      expect(await (await fetch(`${site.url}/spip.php?article${articles.shortcuts}`)).text()).toContain(
        '<time datetime',
      );
      const other = publishArticle(site.folder, 'Coupure', '<ressources|communaute=ecsi>');
      const link = await (await fetch(`${site.url}/spip.php?article${other}`)).text();
      expect(/<f3e-resource-list.*/.exec(link)?.[0]).toContain(`<a href="${at}/ressources"`);
    } finally {
      server = await serve({ DATA_DIR: join(folder, 'data'), PORT: new URL(at).port });
    }
  });
});
