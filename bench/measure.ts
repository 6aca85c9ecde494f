import { chromium, type Page } from '@playwright/test';
import { chromeArgs, findChrome } from '../scripts/browsers.mjs';
import { site } from '../test/support/process.js';

/** Rounds that count: ROUNDS, 15 when absent. */
export const rounds = Number(process.env['ROUNDS'] ?? 15);
const WARM_UP = 3;
const TURNS = 5;

/** A page to measure: it sets `window.go(step)`, which acts, and `window.seen(step)`, which tells when it shows. */
export type Contestant = {
  html: string;
  files?: Record<string, { html: string | Uint8Array; headers: Record<string, string> }>;
};

export const page = (head: string, script: string): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8">${head}<body><main id="at"></main><script type="module">${script}</script></body></html>`;

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

/**
 * From the act to the end of the first frame that shows what it led to, in milliseconds. It looks in each frame, right
 * before it is painted: a timer comes after a frame that is due, and would count the next one.
 */
async function once(tab: Page, step: string): Promise<number> {
  // As text: names that the compiler would keep mean nothing in the page.
  await tab.evaluate(`{
    window.took = null;
    const start = performance.now();
    const look = () => requestAnimationFrame(() => {
      if (window.seen('${step}')) setTimeout(() => { window.took = performance.now() - start; });
      else look();
    });
    window.go('${step}');
    look();
  }`);
  const took = await tab.waitForFunction(() => (window as unknown as { took: number | null }).took, null, {
    timeout: 20_000,
  });
  return (await took.jsonValue()) as number;
}

/**
 * Medians in milliseconds of the first mount in a fresh page, as visitors meet it: the code is there, nothing has run, and
 * the answer is still to be asked. The processor is slowed 4 times.
 */
export async function coldRace(
  contestants: Record<string, Contestant>,
  /** Of the page's site, where its server lists it; any when absent. */
  port?: number,
): Promise<Map<string, number>> {
  const host = await site(
    Object.fromEntries(Object.entries(contestants).map(([name, { html }]) => [`/${name}`, { html }])),
    port,
  );
  const times = new Map<string, number[]>();
  const browser = await chromium.launch({ executablePath: findChrome() ?? '', args: chromeArgs });
  try {
    for (let round = 0; round < rounds; round++) {
      for (const name of Object.keys(contestants)) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        const tab = await context.newPage();
        tab.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
        await tab.goto(`${host.url}/${name}`);
        await tab.waitForFunction(() => Boolean((window as unknown as { go?: unknown }).go), null, {
          timeout: 20_000,
        });
        const session = await context.newCDPSession(tab);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        times.set(name, [...(times.get(name) ?? []), await once(tab, 'mount')]);
        await context.close();
      }
    }
    return new Map([...times].map(([name, list]) => [name, median(list)]));
  } finally {
    await browser.close();
    await host.stop();
  }
}

/**
 * Medians by contestant and step, all of them in one run, the processor slowed 4 times.
 */
export async function race(
  contestants: Record<string, Contestant>,
  steps: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const host = await site(
    Object.assign(
      {},
      ...Object.entries(contestants).map(([name, { html, files }]) => ({ [`/${name}`]: { html }, ...files })),
    ) as Record<string, Contestant>,
  );
  const times = new Map<string, Map<string, number[]>>();
  const add = (name: string, step: string, took: number) => {
    const of = times.get(name) ?? new Map<string, number[]>();
    of.set(step, [...(of.get(step) ?? []), took]);
    times.set(name, of);
  };
  try {
    // One at a time, in a browser of its own: beside others, or after them, a page pays for what they do. Five turns
    // each, so that a machine that slows down meanwhile slows them all.
    for (let turn = 0; turn < TURNS; turn++) {
      for (const name of Object.keys(contestants)) {
        const browser = await chromium.launch({ executablePath: findChrome() ?? '', args: chromeArgs });
        const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        tab.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
        await tab.goto(`${host.url}/${name}`);
        await tab.waitForFunction(() => Boolean((window as unknown as { go?: unknown }).go), null, {
          timeout: 20_000,
        });
        const session = await tab.context().newCDPSession(tab);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        for (let round = 0; round < WARM_UP + Math.ceil(rounds / TURNS); round++) {
          for (const step of steps) {
            const took = await once(tab, step);
            if (round >= WARM_UP) add(name, step, took);
          }
        }
        await browser.close();
      }
    }
    return new Map(
      [...times].map(([name, of]) => [name, new Map([...of].map(([step, list]) => [step, median(list)]))]),
    );
  } finally {
    await host.stop();
  }
}

/** Prints, for each contestant, its median at each step and how it stands to the hand-written page. */
export function rowsOf(
  medians: Map<string, Map<string, number>>,
  steps: readonly string[],
): { of: (name: string, step: string) => number; row: (name: string, size: string) => void } {
  const of = (name: string, step: string) => medians.get(name)!.get(step)!;
  const row = (name: string, size: string) =>
    console.log(
      `  ${name.padEnd(22)} ${steps
        .map(
          (step) =>
            `${of(name, step).toFixed(1).padStart(7)} ms ${(of(name, step) / of('hand-written', step)).toFixed(2).padStart(5)}×`,
        )
        .join('   ')}   ${size}`,
    );
  return { of, row };
}
