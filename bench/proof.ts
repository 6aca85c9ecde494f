/** How long a browser takes for the proof of work, with its processor slowed 4 times, and what it holds up meanwhile. */
import { chromium } from '@playwright/test';
import { chromeArgs, ensureBrowsers } from '../scripts/browsers.mjs';
import { serve } from '../test/support/process.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 20;

export async function benchProof(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-proof-'));
  const server = await serve({ DATA_DIR: folder });
  const { chrome } = ensureBrowsers();
  const browser = await chromium.launch({ executablePath: chrome, args: chromeArgs });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/demo/membre.html`);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const script = (await (await fetch(`${server.url}/v1/integrity.json`)).json()) as Record<string, string>;
    const solver = Object.keys(script).find((name) => name.startsWith('chunks/solve-'))!;
    const times: number[] = [];
    let longest = 0;
    for (let i = 0; i < ROUNDS; i++) {
      const [ms, long] = await page.evaluate<[number, number]>(`(async () => {
        const [solve] = Object.values(await import('/v1/${solver}'));
        const { parameters } = await (await fetch('/v1/challenge?form=join:genre', { cache: 'no-store' })).json();
        let longest = 0, last = performance.now(), going = true;
        const tick = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; if (going) setTimeout(tick, 0); };
        tick();
        const started = performance.now();
        const solution = await solve(parameters);
        const ms = performance.now() - started;
        going = false;
        if (!solution) throw new Error('not solved');
        return [ms, longest];
      })()`);
      times.push(ms);
      longest = Math.max(longest, long);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(times[Math.min(ROUNDS - 1, Math.floor(ROUNDS * share))]!);
    console.log(`
Proof of work, processor slowed 4 times, ${ROUNDS} rounds
  median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms (at most 2,000, J11); longest hold of the page ${Math.round(longest)} ms`);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
