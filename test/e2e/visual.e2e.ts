import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { serveFolder } from '../support/folder-server.js';
import { settled } from '../support/playwright.js';

/**
 * Pictures of the main states, compared with those beside this file: what nobody meant to change shows here. After a change
 * that is meant, `UPDATE_SNAPSHOTS=1 npm test e2e` takes them anew: look at each before it is committed.
 */
interface Look {
  width?: number;
  colorScheme?: 'dark';
  forced?: boolean;
  globals?: string;
}
const wide = {};
const phone = { width: 360 };
const dark: Look = { colorScheme: 'dark', globals: 'theme:dark' };
const forced: Look = { forced: true };
const arabic: Look = { globals: 'locale:ar;direction:rtl' };

const pictures: readonly (readonly [story: string, name: string, look: Look])[] = [
  ['f3e-community-card--default', 'card', wide],
  ['f3e-community-card--default', 'card-dark', dark],
  ['f3e-community-card--default', 'card-forced', forced],
  ['f3e-community-card--unfolded', 'card-unfolded', wide],
  ['f3e-community-directory--cards', 'directory', wide],
  ['f3e-community-directory--cards', 'directory-arabic', arabic],
  ['f3e-community-directory--comparison', 'comparison', wide],
  ['f3e-community-directory--comparison', 'comparison-phone', phone],
  ['f3e-session-calendar--agenda', 'agenda', wide],
  ['f3e-session-calendar--agenda', 'agenda-phone', phone],
  ['f3e-session-calendar--month', 'month', wide],
  ['f3e-session-calendar--month', 'month-phone', phone],
  ['f3e-session-calendar--dark-month', 'month-dark', dark],
  ['f3e-session-calendar--month', 'month-forced', forced],
  ['f3e-session-calendar--month', 'month-arabic', arabic],
  ['f3e-session-calendar--crowded-day', 'crowded-day', wide],
  ['f3e-resource-list--default', 'resources', wide],
  ['f3e-resource-list--default', 'resources-phone', phone],
  ['f3e-join-form--default', 'join-form', wide],
  ['f3e-join-form--errors', 'join-form-errors', wide],
  ['f3e-join-form--sent', 'join-form-sent', wide],
  ['f3e-proposal-form--stages', 'proposal-stage', wide],
  ['f3e-registration-form--waiting-list', 'registration-form', wide],
  ['f3e-provider--contrast', 'contrast', wide],
  ['f3e-community-card--loading', 'card-loading', wide],
  ['f3e-session-calendar--failed', 'calendar-failed', wide],
];

let storybook: Awaited<ReturnType<typeof serveFolder>>;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  // “npm test e2e” has built it; who runs this file alone may not have.
  if (!existsSync('storybook-static/index.json')) {
    const tool = 'node_modules/storybook/dist/bin/dispatcher.js';
    const env = { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' };
    const { status } = spawnSync(process.execPath, [tool, 'build', '-o', 'storybook-static'], { env });
    expect(status, 'Storybook cannot be built').toBe(0);
  }
  storybook = await serveFolder('storybook-static');
});
test.afterAll(() => void storybook.server.close());

/** A story is as its play function leaves it. */
const played = (page: Page) =>
  page.waitForFunction(() =>
    ['completed', 'finished'].includes(
      (window as unknown as { __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } } })
        .__STORYBOOK_PREVIEW__?.currentRender?.phase ?? '',
    ),
  );

for (const [story, name, look] of pictures)
  test(`looks as before: ${name}`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1100, height: 900 },
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      colorScheme: look.colorScheme ?? 'light',
      forcedColors: look.forced ? 'active' : 'none',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-11-22T10:00:00+01:00');
    const globals = ['a11y.manual:!true', look.globals].filter(Boolean).join(';');
    await page.goto(`${storybook.base}/iframe.html?id=${story}&viewMode=story&globals=${globals}`);
    await played(page);
    // Words of another language, and colours that are checked, come a moment after.
    await page.waitForTimeout(look.globals ? 600 : 200);
    await settled(page);
    await expect(page.locator('.page')).toHaveScreenshot(`${name}.png`, {
      maxDiffPixels: 300,
      threshold: 0.25,
      animations: 'disabled',
      caret: 'hide',
    });
    await context.close();
  });
