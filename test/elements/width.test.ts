import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { elementIn, everyElement, wholeApi } from '../support/every-element.js';
import { freeze, mount, textOf } from '../support/mount.js';
import { waitUntil } from '../support/wait.js';

/** Containers that take their width from their content, and two that give one. The wrapper has the width of the page. */
const containers: [name: string, wrap: (content: TemplateResult) => TemplateResult][] = [
  ['a block', (one) => html`<div>${one}</div>`],
  ['a grid of equal columns', (one) => html`<div style="display: grid; grid-template-columns: 1fr">${one}</div>`],
  ['a dialog', (one) => html`<dialog open style="padding: 1em">${one}</dialog>`],
  ['a popover', (one) => html`<div popover="manual" style="padding: 1em; border: 0">${one}</div>`],
  ['a table cell', (one) => html`<table><tbody><tr><td>${one}</td><td>x</td></tr></tbody></table>`],
  ['a float', (one) => html`<div style="float: left">${one}</div>`],
  ['an inline block', (one) => html`<div style="display: inline-block">${one}</div>`],
  ['a flex row', (one) => html`<div style="display: flex">${one}</div>`],
  ['a flex column that starts', (one) => html`<div style="display: flex; flex-direction: column; align-items: flex-start">${one}</div>`],
  ['a grid that starts', (one) => html`<div style="display: grid; justify-items: start">${one}</div>`],
  ['an absolute position', (one) => html`<div style="position: absolute">${one}</div>`],
  ['a width that fits', (one) => html`<div style="width: fit-content">${one}</div>`],
]; // prettier-ignore

async function draw(template: TemplateResult, drawn: string, width: number): Promise<HTMLElement> {
  const box = await mount<HTMLElement>(
    html`<div style="position: relative; width: ${width}px; min-height: 1px">${template}</div>`,
    wholeApi(),
  );
  box.querySelector<HTMLElement>('[popover]')?.showPopover?.();
  const element = elementIn(box);
  await waitUntil(() => textOf(element).includes(drawn), `${drawn} is not in ${textOf(element)}`);
  return element;
}

/** Words of which one letter stands on another line than the one before it. */
function cutWords(root: ParentNode): string[] {
  const cut: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('.visually-hidden, datalist, option, [hidden]') || !element.checkVisibility())
      continue;
    for (const node of element.childNodes) {
      if (!(node instanceof Text)) continue;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{M}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        // WebKit adds an empty rectangle at the end of the line before a word that begins its own.
        const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
        const lines = new Set(rects.map(({ top }) => Math.round(top)));
        if (lines.size > 1) cut.push(word);
      }
    }
  }
  return cut;
}

describe('the width of a widget', () => {
  let thaw: () => void;
  before(() => {
    thaw = freeze('2026-11-22T10:00:00+01:00');
  });
  after(() => thaw());

  for (const [name, template, drawn] of everyElement) {
    for (const width of [320, 900]) {
      it(`${name} has one in every container of a page of ${width} px, and cuts no word`, async function () {
        this.timeout(60_000);
        for (const [container, wrap] of containers) {
          const element = await draw(wrap(template), drawn, width);
          const { width: own, height } = element.getBoundingClientRect();
          const about = `${name} in ${container} of ${width} px: ${own} × ${height}`;
          const gives = container === 'a block' || container === 'a grid of equal columns';
          // A popover stands in the window, not in the page's box.
          const most = container === 'a popover' ? window.innerWidth : width;
          expect(own, about).to.be.at.most(most);
          if (gives) expect(own, about).to.equal(width);
          else expect(own, about).to.be.at.least(Math.min(230, width - 100));
          expect(height, about).to.be.below(8_000);
          expect(cutWords(element.shadowRoot!), about).to.deep.equal([]);
        }
      });
    }
  }

  it('never takes more than its share of equal columns, nor of a row', async () => {
    const cards = html`<f3e-community-card community="genre"></f3e-community-card
      ><f3e-community-card community="genre"></f3e-community-card
      ><f3e-community-card community="genre"></f3e-community-card>`;
    for (const style of ['display: grid; grid-template-columns: repeat(3, 1fr)', 'display: flex']) {
      const first = await draw(html`<div style=${style}>${cards}</div>`, 'Rejoindre', 900);
      const all = [...first.parentElement!.children].map((one) => one.getBoundingClientRect().width);
      expect(all.map(Math.round), style).to.deep.equal([300, 300, 300]);
    }
  });
});
