import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in a page, also one whose scripts are off: it runs in a copy of what is shown. */
export async function violationsIn(page: Page): Promise<string[]> {
  const copy = await page.context().browser()!.newPage({
    viewport: page.viewportSize(),
    javaScriptEnabled: true,
  });
  try {
    await copy.goto(new URL('/assets/pages.css', page.url()).href);
    await copy.setContent(await page.content());
    await copy.evaluate(source);
    return await copy.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    );
  } finally {
    await copy.close();
  }
}
