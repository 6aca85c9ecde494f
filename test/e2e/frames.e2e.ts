import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, postbox, serve, site, type Postbox, type Running } from '../support/process.js';

let folder: string;
let server: Running;
let post: Postbox;
let port: number;
test.beforeAll(async () => {
  port = await freePort();
  folder = mkdtempSync(join(tmpdir(), 'f3e-frames-'));
  post = await postbox();
  server = await serve({
    DATA_DIR: folder,
    SMTP_URL: post.url,
    SMTP_TLS: 'optional',
    ALLOWED_ORIGINS: `http://127.0.0.1:${port}`,
  });
});
test.afterAll(async () => {
  await server.stop();
  await post.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that holds a frame as WordPress does, and keeps what the frame says. */
const holder = (src: string) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><iframe title="F3E" sandbox="allow-scripts" security="restricted" width="500" height="200" src="${src}#?secret=abc123"></iframe>
  <script>said = []; addEventListener('message', (event) => { said.push(event.data); if (event.data.message === 'height' && event.data.secret === 'abc123') document.querySelector('iframe').height = event.data.value; });</script>`;

test('in a sandboxed frame a form is filled in and sent, once, and its height is told as it changes', async ({
  page,
}) => {
  const host = await site({ '/': { html: holder(`${server.url}/w/join-form?community=genre`) } }, port);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(message.location().url)) problems.push(message.text());
  });
  try {
    await page.goto(`${host.url}/`);
    const form = page.frameLocator('iframe');
    await form.getByRole('textbox', { name: 'Adresse e-mail (obligatoire)' }).fill('cadre@example.org');
    const height = () => page.locator('iframe').evaluate((one: HTMLIFrameElement) => Number(one.height));
    await expect.poll(height).toBeGreaterThan(600);
    const before = await height();
    await form.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await expect(form.getByRole('heading', { name: /bien arrivée/ })).toBeVisible({ timeout: 20_000 });
    // What follows is lower than the form, and the frame with it.
    await expect.poll(height).toBeLessThan(before);
    expect((await post.to('cadre@example.org')).subject).toBeTruthy();
    expect(post.mails).toHaveLength(1);
    expect(problems).toEqual([]);
    const said = (await page.evaluate('said')) as { type?: string; message?: string }[];
    expect(said.some(({ type }) => type === 'f3e-height')).toBe(true);
  } finally {
    await host.stop();
  }
});

test('a link in a sandboxed frame asks the page around to follow it', async ({ page }) => {
  const host = await site({ '/': { html: holder(`${server.url}/w/community-card?community=genre`) } });
  try {
    await page.goto(`${host.url}/`);
    const link = page.frameLocator('iframe').getByRole('link', { name: /^Rejoindre la communauté/ });
    await link.click();
    await expect
      .poll(() => page.evaluate('said'))
      .toContainEqual({
        message: 'link',
        value: `${server.url}/communautes/genre/rejoindre`,
        secret: 'abc123',
      });
  } finally {
    await host.stop();
  }
});

test('a site that is not listed may not hold a form', async ({ page }) => {
  const host = await site({ '/': { html: holder(`${server.url}/w/join-form?community=genre`) } });
  try {
    await page.goto(`${host.url}/`);
    await page.waitForLoadState('networkidle');
    await expect(page.frameLocator('iframe').getByLabel('Adresse e-mail')).toHaveCount(0);
  } finally {
    await host.stop();
  }
});

test('with scripts off the frame holds the sessions', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/w/session-calendar?community=genre`);
  expect(await page.locator('time').count()).toBeGreaterThan(0);
  await context.close();
});
