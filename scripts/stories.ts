/**
 * Runs every story of the built Storybook as a test: axe in light, dark and forced colours, at 320 px and wide, in French,
 * English and Arabic; in French, whose words the play functions look for, after what they do. A story is loaded once for each
 * language and width; its colours change in the loaded page.
 * Then each with the built embed in place of the modules: the text is the same.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { createRequire } from 'node:module';
import { serveFolder } from '../test/support/folder-server.js';
import { chromeArgs, findChrome } from './browsers.mjs';

/** A built Storybook, with the embed beside it. */
const serve = (folder: string) => serveFolder(folder, { '/v1/': 'dist/cdn' });
const ofModules = await serve('storybook-static');
const ofEmbed = await serve('storybook-embed');

const index = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
  entries: Record<string, { id: string; type: string }>;
};
const only = process.argv[2];
const stories = Object.values(index.entries).filter(
  (entry) => entry.type === 'story' && (!only || entry.id.includes(only)),
);

const themes = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', theme: 'light' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', theme: 'dark' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active', theme: 'light' },
] as const;
type Theme = (typeof themes)[number];
const pages = ['fr', 'en', 'ar'].flatMap((locale) => [1280, 320].map((width) => ({ locale, width })));
type PageLook = (typeof pages)[number];

/** Records what Storybook says of the story on its channel. */
function listen(): void {
  let channel: { on: (name: string, heard: (data: never) => void) => void } | undefined;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (value: typeof channel) => {
      if (!value || value === channel) return;
      channel = value;
      const errors: string[] = [];
      for (const name of [
        'playFunctionThrewException',
        'unhandledErrorsWhilePlaying',
        'storyThrewException',
        'storyErrored',
        'storyMissing',
      ]) {
        value.on(name, (error: { message?: string }) =>
          errors.push(`${name}: ${error?.message ?? JSON.stringify(error)}`),
        );
      }
      const story = window as unknown as { done: Promise<unknown>; drawn: Promise<unknown> };
      story.done = new Promise((done) => {
        value.on('storyFinished', (result: { status: string }) =>
          done({ status: errors.length ? 'error' : result.status, errors }),
        );
      });
      story.drawn = new Promise((drawn) => {
        value.on('storyRenderPhaseChanged', ({ newPhase }: { newPhase: string }) => {
          if (newPhase === 'playing' || newPhase === 'finished') drawn({ status: 'success', errors });
        });
      });
    },
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** After a story was drawn: its words of another language have come. */
const SETTLED_MS = 300;
interface Outcome {
  status: string;
  errors: string[];
}

/** Loads a story: in the words that it plays with, until it has played; in others, until a moment after it was drawn. */
async function open(page: Page, base: string, id: string, { locale }: PageLook): Promise<string[]> {
  const globals = [
    // The addon would run axe as well, and two cannot at once.
    'a11y.manual:!true',
    ...(locale === 'fr' ? [] : [`locale:${locale}`, `direction:${locale === 'ar' ? 'rtl' : 'ltr'}`]),
  ].join(';');
  await page.emulateMedia(themes[0]);
  await page.goto(`${base}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
  const until = locale === 'fr' ? 'done' : 'drawn';
  await page.waitForFunction((name) => name in window, until);
  const outcome = (await page.evaluate(
    (name) =>
      Promise.race([
        (window as unknown as Record<string, Promise<Outcome>>)[name]!,
        new Promise<Outcome>((late) =>
          setTimeout(() => late({ status: 'late', errors: ['no end in 15 s'] }), 15_000),
        ),
      ]),
    until,
  )) as Outcome;
  if (locale !== 'fr') await page.waitForTimeout(SETTLED_MS);
  await page.evaluate(axeSource);
  return outcome.status === 'success' ? [] : [...outcome.errors, `story ended as ${outcome.status}`];
}

/** What is wrong with the story as it stands now, in these colours. */
async function look(page: Page, id: string, theme: Theme): Promise<string[]> {
  await page.emulateMedia(theme);
  if (!/themed|dark/.test(id))
    await page.evaluate((name) => {
      // The root too, as pages switch their themes.
      for (const one of [document.querySelector<HTMLElement>('.page')!, document.documentElement])
        one.dataset['theme'] = name;
      // Colours are checked again a moment after.
      return new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    }, theme.theme);
  return (await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(
      '#storybook-root',
      { rules: { region: { enabled: false } }, resultTypes: ['violations'] },
    );
    const problems = violations.map(
      ({ id: rule, nodes }) =>
        `axe ${rule}: ${nodes
          .map((node) => node.target.flat().join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
    const wide = document.documentElement.scrollWidth;
    if (wide > window.innerWidth) problems.push(`scrolls sideways: ${wide} px in ${window.innerWidth}`);
    return problems;
  })) as string[];
}

/** All that a reader sees, what stands in shadow roots included. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const words: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) words.push(node.data);
      if (node instanceof HTMLStyleElement || (node instanceof HTMLElement && node.hidden)) return;
      // What is announced comes and goes by the clock.
      if (node instanceof Element && node.getAttribute('role') === 'status') return;
      if (node instanceof Element && node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
      node.childNodes.forEach(walk);
    };
    walk(document.getElementById('storybook-root')!);
    return words.join(' ').replace(/\s+/g, ' ').trim();
  });

const browser = await chromium.launch({ executablePath: findChrome() ?? '', args: chromeArgs });
let passed = 0;
let failed = 0;
/** By the id of a story, in French in a wide page. */
const texts = new Map<string, string>();

async function openBrowserPage(width: number): Promise<{ page: Page; uncaught: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  // The transpiler names functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (one) => one');
  await context.addInitScript(listen);
  const page = await context.newPage();
  await page.clock.setFixedTime('2026-11-22T10:00:00+01:00');
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(`uncaught: ${error.message}`));
  return { page, uncaught };
}

function count(name: string, problems: string[]): void {
  if (problems.length) {
    failed++;
    console.log(`✗ ${name}\n  ${problems.join('\n  ')}`);
  } else passed++;
}

/** Each story with the built embed in place of the modules: its text must be the same. */
async function compareWithEmbed(): Promise<void> {
  const { page, uncaught } = await openBrowserPage(1280);
  for (const [id, text] of texts) {
    const problems = await open(page, ofEmbed.base, id, { locale: 'fr', width: 1280 });
    const other = await textOf(page);
    if (other !== text) problems.push(`its text in the embed is “${other}”`, `in the modules “${text}”`);
    count(`${id} (embed)`, [...problems, ...uncaught.splice(0)]);
  }
  await page.context().close();
}

async function runAll(pageLook: PageLook): Promise<void> {
  const { width, locale } = pageLook;
  const { page, uncaught } = await openBrowserPage(width);
  for (const { id } of stories) {
    const opened = await open(page, ofModules.base, id, pageLook);
    if (locale === 'fr' && width === 1280) texts.set(id, await textOf(page));
    for (const [i, theme] of themes.entries()) {
      const problems = [...(i === 0 ? opened : []), ...(await look(page, id, theme)), ...uncaught.splice(0)];
      count(`${id} (${locale}, ${theme.name}, ${width} px)`, problems);
      if (process.env['SHOTS'])
        await page.screenshot({
          path: `${process.env['SHOTS']}/${id}-${locale}-${theme.name.replace(/\W+/g, '-')}-${width}.png`,
          fullPage: true,
        });
    }
  }
  await page.context().close();
}

/** Each page of documentation stays in its language and direction, whatever the stories show that it holds. */
async function readDocs(): Promise<void> {
  const { page, uncaught } = await openBrowserPage(1280);
  for (const { id } of Object.values(index.entries).filter(({ type }) => type === 'docs')) {
    await page.goto(`${ofModules.base}/iframe.html?id=${id}&viewMode=docs`);
    await page.locator('.sbdocs-content').waitFor();
    await page.waitForTimeout(1_000);
    const { dir, lang, characters } = await page.evaluate(() => ({
      dir: document.documentElement.dir,
      lang: document.documentElement.lang,
      characters: document.querySelector('.sbdocs-content')!.textContent.length,
    }));
    const problems = [...uncaught.splice(0)];
    if (dir === 'rtl' || (lang && lang !== 'en')) problems.push(`is ${lang} ${dir}`);
    if (characters < 100) problems.push('says nothing');
    count(`${id} (documentation)`, problems);
  }
  await page.context().close();
}

const queue = pages.filter(({ locale }) => !process.env['LOCALE'] || locale === process.env['LOCALE']);
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await runAll(next);
};
await Promise.all([worker(), worker()]);
await compareWithEmbed();
if (!only || only === 'docs') await readDocs();
await browser.close();
ofModules.server.close();
ofEmbed.server.close();
console.log(`stories: ${passed} passed, ${failed} failed`);
if (process.env['COUNTS_FILE'])
  writeFileSync(process.env['COUNTS_FILE'], JSON.stringify({ passed, failed, skipped: 0 }));
process.exitCode = failed ? 1 : 0;
