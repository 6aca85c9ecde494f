import { expect, html } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import { paintedContrasts } from '../support/contrast.js';
import { genre } from '../support/data.js';
import { elementIn, everyElement, wholeApi } from '../support/every-element.js';
import { fakeApi } from '../support/fake-api.js';
import { freeze, mount, waitForText } from '../support/mount.js';

const { axe } = window as unknown as {
  axe: { run: (root: Element, options: object) => Promise<AxeResults> };
};

/** Colours that sites give, some of them to hurt. */
const palettes: Record<string, string> = {
  'accent and fill alike': '--f3e-accent: #1a5fb4; --f3e-fill: #1a5fb4',
  'a pale accent': '--f3e-accent: #ffd54f',
  'a dark accent': '--f3e-accent: #1b1464; --f3e-fill: #1b1464; --f3e-on-fill: #2c2c54',
  'a pale fill with pale text': '--f3e-fill: #ffe9a8; --f3e-on-fill: #fff3cd; --f3e-accent: #e67e22',
  'in another notation, half transparent':
    '--f3e-accent: oklch(80% 0.15 140 / 80%); --f3e-fill: rgb(40 120 60 / 50%)',
  'surface, alert and accent of middle grey':
    '--f3e-accent: #888; --f3e-alert: #999; --f3e-surface: #c0c0c0; --f3e-fill: #777',
};
const pages = {
  light: 'background: #fff; color: #222; color-scheme: light',
  dark: 'background: #14171a; color: #eee; color-scheme: dark',
};

describe('contrast, whatever colours the page gives (A09)', () => {
  let thaw: () => void;
  const { warn } = console;
  before(async () => {
    thaw = freeze('2026-11-22T10:00:00+01:00');
    console.warn = () => undefined;
    // Known already, the guard comes at once, however slow the machine is.
    await import('../../src/controllers/lazy/contrast-guard.js');
  });
  after(() => {
    thaw();
    console.warn = warn;
  });

  for (const [name, template, drawn] of everyElement)
    it(`${name}: axe finds nothing in six palettes, light and dark`, async function () {
      this.timeout(60_000);
      for (const [palette, colours] of Object.entries(palettes))
        for (const [scheme, page] of Object.entries(pages)) {
          if (scheme === 'dark' && palette.startsWith('surface')) continue;
          const box = await mount<HTMLElement>(
            html`<div style="${page}; ${colours}; padding: 1em">${template}</div>`,
            wholeApi(),
          );
          const element = elementIn(box);
          await waitForText(element, drawn);
          // The guard comes a moment after.
          await new Promise((go) => setTimeout(go, 40));
          const { violations } = await axe.run(element, { runOnly: ['color-contrast'] });
          const found = violations.flatMap(({ nodes }) =>
            nodes.map(
              ({ html: code, failureSummary }) =>
                `${code.slice(0, 90)} ${failureSummary?.replace(/\s+/g, ' ').slice(0, 400)}`,
            ),
          );
          expect(found, `${palette}, ${scheme} ${found.join()}`).to.deep.equal([]);
          // What axe does not look at: marks, icons and dots (WCAG 1.4.11).
          const painted = paintedContrasts(element);
          if (name === 'community-card')
            expect(painted.map(({ what }) => what)).to.include.members(['mark', 'icon', 'dots', 'badge']);
          const low = painted.filter(({ ratio, least }) => least === 3 && ratio < least);
          expect(low, `${palette}, ${scheme}`).to.deep.equal([]);
          box.remove();
        }
    });

  it('holds when the page changes a class, and moves no text of buttons that can be read', async () => {
    const box = await mount<HTMLElement>(
      html`<div style="${pages.light}; --f3e-accent: gold; --f3e-fill: gold; --f3e-on-fill: white">
          <f3e-community-card community="genre"></f3e-community-card>
        </div>
        <div style="${pages.light}; --f3e-accent: gold; --f3e-fill: navy">
          <f3e-community-card community="genre"></f3e-community-card>
        </div>`,
      fakeApi({ 'communities/': genre }),
    );
    const cards = [...box.parentElement!.querySelectorAll('f3e-community-card')];
    for (const card of cards) await waitForText(card, 'Rejoindre');
    for (const turn of ['a', 'b', 'c']) {
      document.body.classList.toggle(turn);
      await new Promise((go) => setTimeout(go, 40));
      const colours = cards.map(
        (card) => getComputedStyle(card.shadowRoot!.querySelector('[part=join] > span')!).color,
      );
      expect(colours, turn).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    }
    document.body.removeAttribute('class');
  });

  it('leaves what is readable as the page gave it', async () => {
    const box = await mount<HTMLElement>(
      html`<div style="${pages.light}; --f3e-accent: #1a5fb4; --f3e-fill: #1a5fb4; --f3e-on-fill: #fff">
        <f3e-community-card community="genre"></f3e-community-card>
      </div>`,
      fakeApi({ 'communities/': genre }),
    );
    const card = box.querySelector('f3e-community-card')!;
    await waitForText(card, 'Rejoindre');
    await new Promise((go) => setTimeout(go, 40));
    const join = card.shadowRoot!.querySelector('[part=join]')!;
    expect([
      getComputedStyle(join.firstElementChild!).color,
      getComputedStyle(join).backgroundColor,
    ]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(26, 95, 180)']);
  });
});
