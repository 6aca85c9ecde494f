import { expect, type Page } from '@playwright/test';

/** Until a page was open for as long as a person takes at the least: what comes back faster is reviewed as a robot's. */
export const asAPerson = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(2_100);

/** Until what a page measured of itself is drawn. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
