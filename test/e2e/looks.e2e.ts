import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { faultsOfLines } from '../support/lines.js';
import { settled } from '../support/playwright.js';
import { serve, type Running } from '../support/process.js';

const demoPages = ['index', 'f3e', 'agenda', 'annuaire', 'ressources', 'membre', 'colonne', 'proposer'];
const hostedPages = [
  '/communautes',
  '/communautes/genre',
  '/communautes/aoc',
  '/seances',
  '/ressources',
  '/communautes/genre/rejoindre',
  '/proposer',
];

let folder: string;
let server: Running;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-looks-'));
  server = await serve({ DATA_DIR: folder });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${server.url}${path}`);
  await page.waitForLoadState('networkidle');
  await settled(page);
}

/** Heights of what a selector finds in the shadow root of an element. */
const heights = (page: Page, element: string, selector: string) =>
  page.evaluate(
    ([name, inside]) =>
      [...document.querySelectorAll(name!)].flatMap((one) =>
        [...one.shadowRoot!.querySelectorAll(inside!)]
          .filter((found) => found.checkVisibility({ contentVisibilityAuto: true }))
          .map((found) => Math.round(found.getBoundingClientRect().height)),
      ),
    [element, selector],
  );

test('cards, rows of the agenda and the join form are as high as they need to be at 1280 px', async ({
  page,
}) => {
  await open(page, '/demo/f3e.html', 1280);
  for (const height of await heights(page, 'f3e-community-card', '.card'))
    expect(height, 'a card').toBeLessThanOrEqual(520);
  await open(page, '/demo/annuaire.html', 1280);
  const cards = await heights(page, 'f3e-community-directory', '.card');
  expect(new Set(cards).size, `cards of one height: ${cards.join(', ')}`).toBe(1);
  await open(page, '/demo/agenda.html', 1280);
  await page.getByRole('button', { name: 'Liste' }).click();
  await expect
    .poll(async () => (await heights(page, 'f3e-session-calendar', '.day')).length)
    .toBeGreaterThan(5);
  const rows = (await heights(page, 'f3e-session-calendar', '.day')).sort((a, b) => a - b);
  expect(rows[Math.floor(rows.length / 2)], `rows: ${rows.join(', ')}`).toBeLessThanOrEqual(105);
  expect(rows.at(-1), 'the highest, with a title of two lines').toBeLessThanOrEqual(135);
  await open(page, '/demo/membre.html', 1280);
  const [form] = await heights(page, 'f3e-join-form', 'form');
  expect(form, 'the join form').toBeLessThanOrEqual(900);
});

test('the toolbar of a calendar takes two rows and a strip that scrolls at 360 px', async ({ page }) => {
  await open(page, '/demo/agenda.html', 360);
  const rows = await page.evaluate(() => {
    const root = document.querySelector('f3e-session-calendar')!.shadowRoot!;
    const top = (one: Element) => Math.round(one.getBoundingClientRect().top);
    const controls = [...root.querySelectorAll('.bar button, .bar select')];
    return {
      bar: new Set(controls.map((one) => Math.round(top(one) / 30))).size,
      chips: new Set([...root.querySelectorAll('.chip')].map(top)).size,
    };
  });
  expect(rows).toEqual({ bar: 2, chips: 1 });
});

test('what is set badly is found', async ({ page }) => {
  await open(page, '/demo/agenda.html', 1280);
  await page.evaluate(() => {
    for (const [text, width] of [
      ['mot !', '2.5em'],
      ['10:00 – 12:00', '5em'],
      ['12 places', '4em'],
      ['anticonstitutionnellement', '5em'],
    ] as const) {
      const bad = document.createElement('p');
      bad.textContent = text;
      bad.style.width = width;
      bad.style.overflowWrap = 'break-word';
      document.body.append(bad);
    }
  });
  expect(await faultsOfLines(page)).toHaveLength(4);
});

test('a directory and its comparison cut no word, however narrow they are', async ({ page }) => {
  for (const width of [1280, 768, 360, 320]) {
    await open(page, '/demo/annuaire.html', width);
    expect(await faultsOfLines(page), `${width} px`).toEqual([]);
    await page.getByRole('button', { name: /^Laquelle/ }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await settled(page);
    expect(await faultsOfLines(page), `${width} px`).toEqual([]);
  }
});

test('French is set as French: no word cut, no punctuation alone on a line, no range of hours split', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const paths = [...demoPages.map((name) => `/demo/${name}.html`), ...hostedPages];
  const faults: Record<string, string[]> = {};
  for (const width of [1280, 768, 360])
    for (const path of paths) {
      await open(page, path, width);
      const found = await faultsOfLines(page);
      if (found.length) faults[`${path} at ${width} px`] = found;
    }
  expect(faults).toEqual({});
});

/** What can be pressed, stands alone and is lower than a finger needs; the label of a box is pressed with it. */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const small: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (root === document && !element.closest('main')) continue;
        if (
          !element.matches('a[href], button, select, input, textarea, summary') ||
          !element.checkVisibility()
        )
          continue;
        // In a line of words (WCAG 2.2, 2.5.5).
        const isInWords =
          !!element.closest('.facts, .quiet, .label') || getComputedStyle(element).display === 'inline';
        if (isInWords || element.closest('.visually-hidden')) continue;
        const { height, width } = (element.closest('label') ?? element).getBoundingClientRect();
        if (width > 1 && height < 43.5)
          small.push(
            `${Math.round(height)} px: ${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}`,
          );
      }
    }
    return small;
  });

test('where the pointer is coarse, what stands alone is 44 pixels high (A04, B22)', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const found: Record<string, string[]> = {};
  for (const path of [
    ...demoPages.map((name) => `/demo/${name}.html`),
    `/demo/agenda.html?agenda=${encodeURIComponent('view=month')}`,
    ...hostedPages,
  ]) {
    await page.goto(`${server.url}${path}`);
    await page.waitForLoadState('networkidle');
    await settled(page);
    for (const name of [/^Filtrer/, /^Laquelle/]) {
      const button = page.getByRole('button', { name }).first();
      if (await button.isVisible()) await button.click();
      await settled(page);
    }
    const small = await smallTargets(page);
    if (small.length) found[path] = small;
  }
  expect(found).toEqual({});
  await context.close();
});

test('nothing moves while the pages of the demonstration arrive (A15)', async ({ page }) => {
  test.setTimeout(180_000);
  const shifts: Record<string, number> = {};
  for (const name of demoPages) {
    for (const width of [1280, 360]) {
      await open(page, `/demo/${name}.html`, width);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
                sum += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });
            // What was observed before is told in a task of its own.
            setTimeout(() => done(sum), 50);
          }),
      );
      if (shift > 0.005) shifts[`${name} at ${width} px`] = shift;
    }
  }
  expect(shifts).toEqual({});
});
