/**
 * Runs every story of the built Storybook as a test: axe in light, dark and forced colours, at 320 px and wide, in French,
 * English and Arabic; in French, whose words the play functions look for, after what they do.
 */
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { createRequire } from 'node:module';
import { chromeArgs, findChrome } from './browsers.mjs';

const folder = 'storybook-static';
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0]!));
  try {
    const body = readFileSync(join(folder, path === '/' ? 'index.html' : path));
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(body);
  } catch {
    response.writeHead(404);
    response.end();
  }
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;

const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
  entries: Record<string, { id: string; type: string }>;
};
const only = process.argv[2];
const stories = Object.values(index.entries).filter(
  (entry) => entry.type === 'story' && (!only || entry.id.includes(only)),
);

const themes = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', theme: '' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', theme: 'dark' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active', theme: '' },
] as const;
const looks = ['fr', 'en', 'ar'].flatMap((locale) =>
  themes.flatMap((theme) => [1280, 320].map((width) => ({ ...theme, locale, width }))),
);
type Look = (typeof looks)[number];

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

/** In the words that a story plays with, once it has played; in others, a moment after it was drawn. */
async function run(page: Page, id: string, { theme, locale }: Look): Promise<string[]> {
  const problems: string[] = [];
  const onError = (error: Error) => problems.push(`uncaught: ${error.message}`);
  page.on('pageerror', onError);
  const globals = [
    // The addon would run axe as well, and two cannot at once.
    'a11y.manual:!true',
    ...(theme && !/themed|dark/.test(id) ? [`theme:${theme}`] : []),
    ...(locale === 'fr' ? [] : [`locale:${locale}`, `direction:${locale === 'ar' ? 'rtl' : 'ltr'}`]),
  ].join(';');
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
  if (outcome.status !== 'success') problems.push(...outcome.errors, `story ended as ${outcome.status}`);
  await page.evaluate(axeSource);
  const violations = (await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(
      '#storybook-root',
      {
        rules: { region: { enabled: false } },
      },
    );
    return violations.map(
      ({ id: rule, nodes }) =>
        `axe ${rule}: ${nodes
          .map((node) => node.target.flat().join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
  })) as string[];
  problems.push(...violations);
  const { wide, size } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    size: window.innerWidth,
  }));
  if (wide > size) problems.push(`scrolls sideways: ${wide} px in ${size}`);
  page.off('pageerror', onError);
  return problems;
}

const browser = await chromium.launch({ executablePath: findChrome() ?? '', args: chromeArgs });
let passed = 0;
let failed = 0;

async function runAll(look: Look): Promise<void> {
  const { name, colorScheme, forcedColors, width, locale } = look;
  const context = await browser.newContext({
    colorScheme,
    forcedColors,
    viewport: { width, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  // The transpiler names functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (one) => one');
  await context.addInitScript(listen);
  const page = await context.newPage();
  for (const { id } of stories) {
    const problems = await run(page, id, look);
    if (problems.length) {
      failed++;
      console.log(`✗ ${id} (${locale}, ${name}, ${width} px)\n  ${problems.join('\n  ')}`);
    } else passed++;
    if (process.env['SHOTS'])
      await page.screenshot({
        path: `${process.env['SHOTS']}/${id}-${locale}-${name.replace(/\W+/g, '-')}-${width}.png`,
        fullPage: true,
      });
  }
  await context.close();
}

const queue = looks.filter(({ locale }) => !process.env['LOCALE'] || locale === process.env['LOCALE']);
const worker = async () => {
  for (let look = queue.shift(); look; look = queue.shift()) await runAll(look);
};
await Promise.all([worker(), worker()]);
await browser.close();
server.close();
console.log(`stories: ${passed} passed, ${failed} failed`);
if (process.env['COUNTS_FILE'])
  writeFileSync(process.env['COUNTS_FILE'], JSON.stringify({ passed, failed, skipped: 0 }));
process.exitCode = failed ? 1 : 0;
