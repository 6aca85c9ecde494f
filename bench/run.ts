/**
 * `npm run bench`: from the element in the page to its text painted, beside a hand-written page that shows the same from
 * the same answer, in one run, the processor slowed 4 times. Prints medians and their ratio; a quiet machine gives the
 * truest. Rounds: ROUNDS, 15 when absent.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromeArgs, findChrome } from '../scripts/browsers.mjs';
import { serve, site } from '../test/support/process.js';

const rounds = Number(process.env['ROUNDS'] ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'f3e-bench-'));
const server = await serve({ DATA_DIR: folder });

/** Until the text is there, then until the frame that shows it is painted. */
const wait = (root: string) => `
  const start = performance.now();
  const seen = () => { const at = ${root}; return at && at.textContent.includes('Prochaine séance'); };
  const done = () => requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - start; }));
  const look = () => (seen() ? done() : setTimeout(look, 1));`;

const page = (body: string) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><body><main id="at"></main>${body}</body></html>`;
const kinds: Record<string, string> = {
  'f3e-community-card': page(`<script type="module">
    await import('${server.url}/v1/f3e.js');
    document.getElementById('at').innerHTML = '<f3e-community-card community="aoc"></f3e-community-card>';
    await customElements.whenDefined('f3e-community-card');
    await new Promise((go) => setTimeout(go, 300));
    window.go = () => {
      document.getElementById('at').replaceChildren();
      ${wait("document.querySelector('f3e-community-card')?.shadowRoot")}
      const card = document.createElement('f3e-community-card');
      card.setAttribute('community', 'aoc');
      document.getElementById('at').append(card);
      look();
    };
  </script>`),
  'hand-written': page(`<style>article{border:1px solid #ccc;padding:1em}</style><script type="module">
    const get = async () => (await fetch('${server.url}/v1/communities/aoc')).json();
    await get();
    const kinds = { experimentation: 'Expérimentation', learning: 'Apprentissage', networking: 'Réseautage' };
    window.go = async () => {
      document.getElementById('at').replaceChildren();
      ${wait("document.querySelector('article')")}
      look();
      const c = await get();
      const when = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' });
      const add = (to, tag, text) => { const one = document.createElement(tag); one.textContent = text; to.append(one); return one; };
      const article = document.createElement('article');
      add(article, 'p', c.acronym + ' Ouverte à toutes et tous');
      add(add(article, 'h3', ''), 'a', c.shortName).href = c.links.page;
      add(article, 'p', c.tagline);
      add(article, 'p', c.description);
      const list = add(article, 'ul', '');
      for (const f of c.functions) add(list, 'li', kinds[f.kind] + ' ' + f.weight);
      add(article, 'p', 'Prochaine séance');
      add(article, 'p', c.nextSession.title);
      add(article, 'p', when.format(new Date(c.nextSession.start)));
      add(article, 'p', c.origin.label);
      add(article, 'p', c.audience.note);
      add(article, 'a', 'Rejoindre la communauté').href = c.links.join;
      document.getElementById('at').append(article);
    };
  </script>`),
};

async function measure(tab: Page): Promise<number> {
  await tab.evaluate(() => {
    const it = window as unknown as { took: number | null; go: () => void };
    it.took = null;
    it.go();
  });
  const handle = await tab.waitForFunction(() => (window as unknown as { took: number | null }).took, null, {
    timeout: 20_000,
  });
  return (await handle.jsonValue()) as number;
}

const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
const host = await site(
  Object.fromEntries(Object.entries(kinds).map(([name, html]) => [`/${name}`, { html }])),
);
const browser = await chromium.launch({ executablePath: findChrome() ?? '', args: chromeArgs });
try {
  const tabs = new Map<string, Page>();
  for (const name of Object.keys(kinds)) {
    const tab = await browser.newPage();
    await tab.goto(`${host.url}/${name}`);
    await tab.waitForFunction(() => Boolean((window as unknown as { go?: unknown }).go));
    const session = await tab.context().newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    tabs.set(name, tab);
  }
  const times: Record<string, number[]> = { 'f3e-community-card': [], 'hand-written': [] };
  for (let round = 0; round < rounds + 3; round++) {
    for (const [name, tab] of tabs) {
      await tab.bringToFront();
      const took = await measure(tab);
      if (round >= 3) times[name]!.push(took);
    }
  }
  const [ours, theirs] = [median(times['f3e-community-card']!), median(times['hand-written']!)];
  console.log(`mount → painted, processor slowed 4 times, ${rounds} rounds, medians`);
  console.log(`  f3e-community-card  ${ours.toFixed(1)} ms`);
  console.log(`  hand-written page   ${theirs.toFixed(1)} ms`);
  console.log(`  ratio               ${(ours / theirs).toFixed(2)} (gate 1.6)`);
} finally {
  await browser.close();
  await host.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
