import { chromium, type Browser } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromeArgs, findChrome } from '../scripts/browsers.mjs';
import { serve, site } from '../test/support/process.js';

/** A slow line: milliseconds of each wait, and bytes a second (400 kbit/s). */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);

interface Pair {
  name: string;
  tag: string;
  /** A page that a developer would write by hand for the same: one script in it, one question. */
  script: string;
  /** What is read in both, once they are there. */
  text: string;
}

const add = `const add = (to, tag, text) => { const one = document.createElement(tag); one.textContent = text; to.append(one); return one; };
  const at = document.getElementById('at');`;

const pairs = (api: string): Pair[] => [
  {
    name: 'community card',
    tag: '<f3e-community-card community="aoc"><a href="/">AOC</a></f3e-community-card>',
    script: `${add}
      const c = await (await fetch('${api}/v1/communities/aoc')).json();
      add(at, 'h3', c.name); add(at, 'p', c.tagline); add(at, 'p', c.description);
      for (const f of c.functions) add(at, 'p', f.kind + ' ' + f.weight);
      add(at, 'p', 'Prochaine séance'); add(at, 'p', c.nextSession?.title ?? '');`,
    text: 'Prochaine séance',
  },
  {
    name: 'session calendar, agenda',
    tag: '<f3e-session-calendar view="agenda" month="2026-12"><a href="/">Séances</a></f3e-session-calendar>',
    script: `${add}
      const { items } = await (await fetch('${api}/v1/sessions?from=2026-11-30T00%3A00%3A00Z&to=2027-03-02T00%3A00%3A00Z&limit=200')).json();
      const when = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' });
      for (const s of items) { add(at, 'h3', s.title); add(at, 'p', when.format(new Date(s.start))); }`,
    text: 'La récolte de l’année',
  },
  {
    name: 'join form',
    tag: '<f3e-join-form community="aoc"><a href="/">Rejoindre</a></f3e-join-form>',
    script: `${add}
      const form = await (await fetch('${api}/v1/forms/join:aoc?lang=fr')).json();
      add(at, 'h3', form.title);
      for (const f of form.fields) { const label = add(at, 'label', f.label); label.append(document.createElement('input')); }
      add(at, 'button', form.submitLabel);`,
    text: 'Adresse e-mail',
  },
];

/** Milliseconds from the request for the page to the text in it, with nothing cached. */
async function firstView(browser: Browser, url: string, text: string): Promise<number> {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  // A page of the same site first: the slow line holds for the next page from its first byte on.
  await tab.goto(new URL('/', url).href);
  await session.send('Network.emulateNetworkConditions', LINE);
  await tab.addInitScript(`
    const start = performance.timeOrigin;
    const holds = (root) => root.textContent.includes(${JSON.stringify(text)}) ||
      [...root.querySelectorAll('*')].some((one) => one.shadowRoot && holds(one.shadowRoot));
    const look = () => requestAnimationFrame(() => document.querySelector('main') && holds(document.querySelector('main')) ? (window.seenAt = Date.now() - start) : look());
    look();`);
  await tab.goto(url, { waitUntil: 'commit' });
  const seen = await tab.waitForFunction(() => (window as unknown as { seenAt?: number }).seenAt, null, {
    timeout: 30_000,
  });
  const took = (await seen.jsonValue()) as number;
  await context.close();
  return took;
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

/** How soon somebody reads something on a line of 400 ms and 400 kbit/s, beside a hand-written page. */
export async function benchFirstView(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-bench-'));
  const server = await serve({ DATA_DIR: folder });
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="fr"><meta charset="utf-8">${head}<body><main id="at">${body}</main></body></html>`;
  const script = `<script type="module" src="${server.url}/v1/f3e.js"></script>`;
  const all = pairs(server.url);
  const host = await site(
    Object.fromEntries(
      [['/', { html: page('', '') }] as [string, { html: string }]].concat(
        all.flatMap(({ tag, script: own }, i) => [
          [`/ours-${i}`, { html: page(script, tag) }],
          [`/hand-${i}`, { html: page(`<script type="module">${own}</script>`, '') }],
        ]),
      ),
    ),
  );
  const browser = await chromium.launch({ executablePath: findChrome() ?? '', args: chromeArgs });
  try {
    console.log(`First view on a line of 400 ms and 400 kbit/s, nothing cached, ${ROUNDS} rounds, medians`);
    for (const [i, { name, text }] of all.entries()) {
      const times = { ours: [] as number[], hand: [] as number[] };
      for (let round = 0; round < ROUNDS; round++)
        for (const which of ['ours', 'hand'] as const)
          times[which].push(await firstView(browser, `${host.url}/${which}-${i}`, text));
      const [ours, hand] = [median(times.ours), median(times.hand)];
      console.log(
        `  ${name.padEnd(26)} ${ours.toFixed(0).padStart(5)} ms, hand-written ${hand.toFixed(0).padStart(5)} ms: ${(ours / hand).toFixed(2)}× (gate 1.6×)`,
      );
    }
  } finally {
    await browser.close();
    await host.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
