import { expect, type Page } from '@playwright/test';

/** Waits until 2.1 s have passed since the page opened: the server sends faster submissions to review as a robot's. */
export const asAPerson = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(2_100);

/** Waits three frames, so that layouts that depend on a measured width are drawn. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
