import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { settled } from '../support/playwright.js';
import { serve, type Running } from '../support/process.js';

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

/** Punctuation that begins or ends a line alone, hours whose range is split, and numbers without their noun. */
const faultsOfLines = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (element.closest('.visually-hidden, .aside, datalist, option, script, style, textarea, [hidden]'))
          continue;
        if (!element.checkVisibility() || (element.closest('[lang]')?.getAttribute('lang') ?? 'fr') !== 'fr')
          continue;
        for (const node of element.childNodes) {
          if (!(node instanceof Text)) continue;
          const topOf = (at: number) => {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const [rect] = [...range.getClientRects()].filter(({ width }) => width > 0);
            return rect && Math.round(rect.top);
          };
          const text = node.data;
          for (const { index, 0: found } of text.matchAll(
            /\S\s(?=[;:!?»])|«\s\S|\d\s–\s\d|\d\s(?=places?|ressources?|séances?|communautés?)/g,
          )) {
            const [first, last] = [
              topOf(index),
              topOf(index + found.length - (found.endsWith(' ') || /\s$/.test(found) ? 0 : 1)),
            ];
            if (first !== undefined && last !== undefined && Math.abs(first - last) > 8)
              faults.push(`${found} in ${text.trim().slice(0, 60)}`);
          }
        }
      }
    };
    walk(document);
    return faults;
  });

test('what is set badly is found', async ({ page }) => {
  await open(page, '/demo/agenda.html', 1280);
  await page.evaluate(() => {
    for (const [text, width] of [
      ['mot !', '2.5em'],
      ['10:00 – 12:00', '5em'],
      ['12 places', '2.2em'],
    ] as const) {
      const bad = document.createElement('p');
      bad.textContent = text;
      bad.style.width = width;
      document.body.append(bad);
    }
  });
  expect(await faultsOfLines(page)).toHaveLength(3);
});

test('French is set as French: no punctuation alone on a line, no range of hours split', async ({ page }) => {
  test.setTimeout(180_000);
  const paths = [
    ...['index', 'f3e', 'agenda', 'annuaire', 'ressources', 'membre', 'colonne', 'proposer'].map(
      (name) => `/demo/${name}.html`,
    ),
    '/communautes',
    '/communautes/genre',
    '/communautes/aoc',
    '/seances',
    '/ressources',
    '/communautes/genre/rejoindre',
    '/proposer',
  ];
  const faults: Record<string, string[]> = {};
  for (const width of [1280, 768, 360])
    for (const path of paths) {
      await open(page, path, width);
      const found = await faultsOfLines(page);
      if (found.length) faults[`${path} at ${width} px`] = found;
    }
  expect(faults).toEqual({});
});
