import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { elementNames, type ElementName } from '../../src/contract/elements.js';
import { serve, site as host, type Running } from '../support/process.js';
import { openSession, showsAll } from './support/public-page.js';
import { freePort, stopAll } from './support/processes.js';
import {
  password,
  roles,
  startMariaDb,
  startWordPress,
  type TestDatabase,
  type TestSite,
} from './support/wordpress.js';

/** Kept between runs: packages of Debian, unpacked. */
const cache = join(tmpdir(), 'f3e-hosts');
let folder: string;
let server: Running;
let database: TestDatabase;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-wordpress-'));
  server = await serve({ DATA_DIR: join(folder, 'data'), PORT: String(await freePort()) });
  database = await startMariaDb(folder);
});
test.afterAll(async () => {
  stopAll();
  await server.stop();
  // What was ended may still write.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

/** Settings of each element, as attributes. */
const settings: Readonly<Record<ElementName, Readonly<Record<string, string>>>> = {
  'community-card': { community: 'genre' },
  'community-directory': { layout: 'rows' },
  'session-calendar': { community: 'genre', view: 'agenda' },
  'resource-list': { community: 'genre', 'page-size': '3' },
  'join-form': { community: 'genre' },
  'registration-form': { session: 'SESSION' },
  'proposal-form': {},
};
const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const written = (attributes: Readonly<Record<string, string>>, prefix = '') =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${prefix}${name}="${value}"`)
    .join('');

/** How an element gets into a post. */
const ways: Readonly<
  Record<string, (name: ElementName, attributes: Readonly<Record<string, string>>) => string>
> = {
  block: (name, attributes) =>
    `<!-- wp:f3e/${name} ${JSON.stringify(Object.fromEntries(Object.entries(attributes).map(([key, value]) => [camel(key), value])))} /-->`,
  shortcode: (name, attributes) =>
    `<!-- wp:shortcode -->[f3e_${name.replaceAll('-', '_')}${written(attributes)}]<!-- /wp:shortcode -->`,
  element: (name, attributes) =>
    `<!-- wp:html --><div><f3e-${name}${written(attributes)}><a href="${server.url}/communautes">F3E</a></f3e-${name}></div><!-- /wp:html -->`,
  place: (name, attributes) =>
    `<!-- wp:html --><div data-f3e="${name}"${written(attributes, 'data-')}><a href="${server.url}/communautes">F3E</a></div><!-- /wp:html -->`,
};
/** The hosted page of each element: what one pastes on a line of its own. */
const hosted: Readonly<Record<ElementName, string>> = {
  'community-card': '/communautes/genre',
  'community-directory': '/communautes',
  'session-calendar': '/seances?community=genre',
  'resource-list': '/ressources?community=genre',
  'join-form': '/communautes/genre/rejoindre',
  'registration-form': '/seances/SESSION/inscription',
  'proposal-form': '/proposer',
};

async function enter(browser: Browser, site: TestSite, role: string): Promise<Page> {
  const page = await (
    await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } })
  ).newPage();
  // WordPress asks for pictures of people elsewhere: nothing leaves this machine.
  await page.context().route(/^https?:\/\/(?!127\.0\.0\.1|localhost)/, (route) => route.abort());
  await page.goto(`${site.url}/wp-login.php`);
  await page.locator('#user_login').fill(role);
  await page.locator('#user_pass').fill(password);
  await page.locator('#wp-submit').click();
  await page.waitForURL(/wp-admin/, { waitUntil: 'domcontentloaded' });
  return page;
}

/** Saves a post as the editor of WordPress does, by its API and as that person; returns its address. */
async function savePost(page: Page, site: TestSite, title: string, content: string, status: string) {
  await page.goto(`${site.url}/wp-admin/post-new.php`);
  return page.evaluate(
    async ([body]) => {
      const { wp } = window as unknown as {
        wp: {
          apiFetch: (options: object) => Promise<{ id: number; link: string; content: { raw: string } }>;
        };
      };
      return wp.apiFetch({ path: '/wp/v2/posts', method: 'POST', data: body });
    },
    [{ title, content, status }] as const,
  );
}

for (const suite of ['trixie', 'sid']) {
  test(`WordPress of Debian ${suite}: the zip as one installs it, and each widget by each route of each role`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const site = await startWordPress(suite, { folder, cache, database });
    test.info().annotations.push({ type: 'WordPress', description: site.version });
    const admin = await enter(browser, site, 'administrator');

    await test.step('without the plugin, an author pastes the address of a page', async () => {
      const author = await enter(browser, site, 'author');
      const pasted = `<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->\n\n${server.url}/communautes/genre\n`;
      const { id } = await savePost(author, site, 'Sans plugin', pasted, 'publish');
      await author.goto(`${site.url}/?p=${id}`);
      const frame = author.locator('iframe[src*="/w/community-card"]');
      await expect(frame).toHaveAttribute('sandbox', /allow-scripts/);
      await frame.scrollIntoViewIfNeeded();
      await expect(
        frame.contentFrame().getByRole('link', { name: /^Rejoindre la communauté/ }),
      ).toBeVisible();
      // WordPress gives the frame the height that it tells, between 200 and 1,000 pixels.
      await expect.poll(async () => (await frame.boundingBox())?.height ?? 0).toBeGreaterThan(250);
      await author.context().close();
    });

    await test.step('the zip is uploaded and activated', async () => {
      await admin.goto(`${site.url}/wp-admin/plugin-install.php?tab=upload`);
      await admin.locator('#pluginzip').setInputFiles(resolve('dist/f3e-community.zip'));
      await admin.locator('#install-plugin-submit').click();
      await admin.locator('a[href*="action=activate"]').click();
      await expect(admin.getByText('F3E – Communautés de pratiques').first()).toBeVisible();
    });

    await test.step('settings are told when they are wrong, and when they work', async () => {
      await admin.goto(`${site.url}/wp-admin/options-general.php?page=f3e-community`);
      await expect(admin.getByText('Donnez l’adresse du serveur')).toBeVisible();
      await admin.getByLabel('Adresse du serveur').fill('https://');
      await admin.getByRole('button', { name: 'Enregistrer' }).click();
      await admin.getByLabel('Adresse du serveur').fill(`${server.url}/`);
      await admin.getByLabel('Couleur des liens').fill('bleu');
      await admin.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(admin.getByText('n’est pas de la forme #14528f')).toBeVisible();
      await expect(admin.getByText(/Le serveur répond\. Communautés.*Genre/)).toBeVisible();
    });

    const session = await openSession(server.url);
    const withSession = (text: string) => text.replaceAll('SESSION', session);
    const visitor = await (await browser.newContext({ locale: 'fr-FR' })).newPage();

    for (const role of roles) {
      await test.step(`as ${role}`, async () => {
        const page = role === 'administrator' ? admin : await enter(browser, site, role);
        for (const [way, write] of Object.entries(ways)) {
          const content = withSession(elementNames.map((name) => write(name, settings[name])).join('\n'));
          await publish(page, `${role}, ${way}`, content, role);
        }
        const pasted = elementNames.map(
          (name) => `<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->\n\n${server.url}${hosted[name]}\n`,
        );
        await publish(page, `${role}, pasted address`, withSession(pasted.join('\n')), role);
        if (page !== admin) await page.context().close();
      });
    }
    async function publish(page: Page, title: string, content: string, role: string) {
      const saved = await savePost(
        page,
        site,
        title,
        content,
        role === 'contributor' ? 'pending' : 'publish',
      );
      // What a contributor wrote is published by somebody else, as it is.
      if (role === 'contributor')
        await admin.evaluate(async (id) => {
          const { wp } = window as unknown as { wp: { apiFetch: (options: object) => Promise<unknown> } };
          await wp.apiFetch({
            path: `/wp/v2/posts/${String(id)}`,
            method: 'POST',
            data: { status: 'publish' },
          });
        }, saved.id);
      await showsAll(visitor, `${site.url}/?p=${saved.id}`, elementNames);
    }

    await test.step('without scripts the page holds sessions, cards, resources and forms', async () => {
      const content = withSession(
        elementNames.map((name) => ways['block']!(name, settings[name])).join('\n'),
      );
      const { id } = await savePost(admin, site, 'Sans script', content, 'publish');
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${site.url}/?p=${id}`);
      await expect(page.getByRole('heading', { name: /Genre/ }).first()).toBeVisible();
      expect(await page.locator('f3e-session-calendar time').count()).toBeGreaterThan(1);
      expect(await page.locator('f3e-resource-list li').count()).toBe(3);
      await expect(page.locator('f3e-join-form').getByLabel(/^Adresse e-mail/)).toBeVisible();
      await expect(page.locator('f3e-proposal-form').getByRole('button')).toBeVisible();
      await context.close();
    });

    await test.step('an author puts a block in by hand, and sees the real widget in the editor', async () => {
      const page = await enter(browser, site, 'author');
      await page.goto(`${site.url}/wp-admin/post-new.php`);
      await page.evaluate(() => {
        const { wp } = window as unknown as {
          wp: { data: { dispatch(store: string): { set(...args: unknown[]): void } } };
        };
        for (const scope of ['core/edit-post', 'core'])
          wp.data.dispatch('core/preferences').set(scope, 'welcomeGuide', false);
      });
      const close = page.getByRole('button', { name: /^(?:Close|Fermer)$/ });
      if (await close.count()) await close.first().click();
      await page.evaluate(() => {
        const { wp } = window as unknown as {
          wp: {
            blocks: { createBlock(name: string): unknown };
            data: { dispatch(store: string): { insertBlocks(block: unknown): void } };
          };
        };
        wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('f3e/session-calendar'));
      });
      const frames = () => [page.mainFrame(), ...page.frames()];
      await expect
        .poll(
          async () => {
            for (const frame of frames())
              if (
                await frame
                  .evaluate(() =>
                    Boolean(document.querySelector('f3e-session-calendar')?.matches(':state(ready)')),
                  )
                  .catch(() => false)
              )
                return true;
            return false;
          },
          { timeout: 30_000 },
        )
        .toBe(true);
      await page.screenshot({ path: join('test-results', `wordpress-${suite}-editor.png`) });
      await page.context().close();
    });

    await test.step('with the server away, the page keeps what it had, and another has a link', async () => {
      const { id } = await savePost(admin, site, 'Coupure', '[f3e_resource_list community="aoc"]', 'publish');
      const other = await savePost(
        admin,
        site,
        'Coupure 2',
        '[f3e_resource_list community="ecsi"]',
        'publish',
      );
      const kept = await (await fetch(`${site.url}/?p=${id}`)).text();
      expect(kept).toContain('<ul>');
      const env = server.url;
      await server.stop();
      try {
        expect(await (await fetch(`${site.url}/?p=${id}`)).text()).toContain('<ul>');
        const link = await (await fetch(`${site.url}/?p=${other.id}`)).text();
        expect(link).toContain(`href="${env}/ressources?community=ecsi"`);
      } finally {
        server = await serve({ DATA_DIR: join(folder, 'data'), PORT: new URL(env).port });
      }
    });

    await test.step('hostile content puts no code into the page', async () => {
      const hostile = await host({
        '/v1/render/resource-list': {
          html: '<f3e-resource-list onclick="x()"><script>x()</script><img src=x onerror=x()><a href="javascript:x()">Lien</a><style>*{}</style></f3e-resource-list>',
        },
      });
      const set = async (address: string) => {
        await admin.goto(`${site.url}/wp-admin/options-general.php?page=f3e-community`);
        await admin.getByLabel('Adresse du serveur').fill(address);
        await admin.getByRole('button', { name: 'Enregistrer' }).click();
      };
      await set(hostile.url);
      const { id } = await savePost(admin, site, 'Hostile', '[f3e_resource_list]', 'publish');
      const page = await (await fetch(`${site.url}/?p=${id}`)).text();
      const [element = ''] = /<f3e-resource-list.*?<\/f3e-resource-list>/s.exec(page) ?? [];
      expect(element).toContain('Lien');
      expect(element).not.toMatch(/<script|<style|<img|onclick|javascript:/);
      await set(server.url);
      await hostile.stop();
    });

    await test.step('PHP has nothing to complain of', () => {
      const said = existsSync(site.log) ? readFileSync(site.log, 'utf8') : '';
      expect(said.split('\n').filter((line) => line.includes('f3e-community'))).toEqual([]);
    });
  });
}
