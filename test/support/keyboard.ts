import type { Page } from '@playwright/test';

/** Presses Tab until the focused thing, in whatever root, has these words as its name or label. */
export async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      let one = document.activeElement;
      while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
      const labels = (one as HTMLInputElement | null)?.labels;
      return (labels?.length ? labels[0]!.textContent : one?.textContent)?.replace(/\s+/g, ' ').trim() ?? '';
    });
    if (words.test(name)) return;
  }
  throw new Error(`Tab never reached ${String(words)}`);
}
