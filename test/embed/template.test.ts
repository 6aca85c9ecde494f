import { expect } from '@open-wc/testing';
import * as lit from 'lit';
import { ifDefined as litIfDefined } from 'lit/directives/if-defined.js';
import { live as litLive } from 'lit/directives/live.js';
import { repeat as litRepeat } from 'lit/directives/repeat.js';
import * as directives from '../../src/embed/directives.js';
import * as own from '../../src/embed/template.js';
import { html as ownHtml } from '../support/embed-lit.js';

/** What templates are written with: lit's, or the embed's. */
interface Kit {
  html: (strings: TemplateStringsArray, ...values: unknown[]) => unknown;
  nothing: unknown;
  noChange: unknown;
  live: (value: unknown) => unknown;
  ifDefined: (value: unknown) => unknown;
  repeat: <T>(items: readonly T[], key: (item: T) => unknown, draw: (item: T) => unknown) => unknown;
  /** Draws into a box, again and again. */
  into: (box: HTMLElement) => (value: unknown) => void;
}

const kits: Record<'lit' | 'embed', Kit> = {
  lit: {
    html: lit.html,
    nothing: lit.nothing,
    noChange: lit.noChange,
    live: litLive,
    ifDefined: litIfDefined,
    repeat: litRepeat as Kit['repeat'],
    into: (box) => (value) => void lit.render(value, box),
  },
  embed: {
    html: ownHtml,
    nothing: own.nothing,
    noChange: own.noChange,
    live: directives.live,
    ifDefined: directives.ifDefined,
    repeat: directives.repeat,
    into: (box) => {
      const slot = new own.Slot();
      return (value) => slot.set(value, box, null);
    },
  },
};

/** What a reader could tell of a box: its elements, attributes in any order, texts as they stand together. */
function seen(node: Node): string {
  if (node.nodeType === 3) return (node as Text).data.replace(/</g, '&lt;').replaceAll('\n', ' ');
  if (node.nodeType !== 1 && node.nodeType !== 11) return '';
  const inner = [...node.childNodes].map(seen).join('');
  if (node.nodeType === 11) return inner;
  const { localName, attributes } = node as Element;
  const written = [...attributes].map(({ name, value }) => ` ${name}="${value}"`).sort();
  const state =
    node instanceof HTMLInputElement ? ` .value=${node.value} .checked=${String(node.checked)}` : '';
  return `<${localName}${written.join('')}${state}>${inner}</${localName}>`;
}

/** Numbers that look random and are the same each time. */
function randoms(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

/** A content that only depends on the numbers drawn, written with either kit. */
function content(kit: Kit, next: (below: number) => number, depth = 0): unknown {
  const { html, nothing } = kit;
  const deeper = () => content(kit, next, depth + 1);
  const text = () => ['', 'un', 'deux & trois', '<b>quatre</b>', 'œ·é'][next(5)]!;
  const flag = () => next(2) === 0;
  switch (next(depth > 3 ? 5 : 15)) {
    case 0:
      return text();
    case 1:
      return nothing;
    case 2:
      return next(50);
    case 3:
      return flag() ? undefined : null;
    case 4:
      return html`<b>${text()}</b>`;
    case 5:
      return html`${deeper()}${deeper()}`;
    case 6:
      return html` · ${deeper()} et ${deeper()}`;
    case 7:
      return html`<p class="a ${text()}" title=${flag() ? text() : nothing} ?hidden=${flag()}>
        ${deeper()}
      </p>`;
    case 8:
      return html`<ul>
        ${Array.from({ length: next(4) }, () => html`<li>${deeper()}</li>`)}
      </ul>`;
    case 9:
      return Array.from({ length: next(4) }, deeper);
    case 10: {
      // Drawn beforehand: lit asks for the items of a list later, and the numbers would not be the same.
      const keys: string[] = [];
      for (const key of ['a', 'b', 'c', 'd', 'e']) if (flag()) keys.splice(next(keys.length + 1), 0, key);
      const drawn = new Map(keys.map((key) => [key, deeper()]));
      return html`<ol>
        ${kit.repeat(
          keys,
          (key) => key,
          (key) => html`<li id=${key}>${key}${drawn.get(key)}</li>`,
        )}${text()}
      </ol>`;
    }
    case 11:
      return html`<div><input .value=${text()} ?disabled=${flag()} />${deeper()}</div>`;
    case 12:
      return html`<label><input type="checkbox" .checked=${flag()} />${deeper()}<br />${deeper()}</label>`;
    case 13:
      return html`<a href="#${text()}" lang=${kit.ifDefined(flag() ? 'fr' : undefined)}
        >${text()}<span id="${text()}-x" hidden>, ${deeper()}</span></a
      >`;
    default:
      return html`<table>
        <tbody>
          <tr>
            ${[1, 2].map(() => html`<td data-n=${next(9)}>${deeper()}</td>`)}
          </tr>
        </tbody>
      </table>`;
  }
}

describe('templates of the embed', () => {
  it('draw what lit draws, whatever follows whatever: 2,000 random sequences', () => {
    for (let seed = 1; seed <= 2_000; seed++) {
      const boxes = (['lit', 'embed'] as const).map((name) => {
        const box = document.createElement('div');
        const draw = kits[name].into(box);
        const next = randoms(seed);
        return () => {
          draw(content(kits[name], next));
          return seen(box);
        };
      });
      for (let round = 0; round < 4; round++) {
        const [expected, got] = boxes.map((draw) => draw());
        expect(got, `seed ${seed}, round ${round}`).to.equal(expected);
      }
    }
  });

  for (const [name, kit] of Object.entries(kits)) {
    const { html } = kit;
    const draw = (...values: unknown[]) => {
      const box = document.createElement('div');
      const into = kit.into(box);
      values.forEach(into);
      return box;
    };

    it(`${name}: read tags as the build leaves them, closed right after a value`, () => {
      const squeezed = (texts: string[], ...values: unknown[]) =>
        kit.html(Object.assign(texts, { raw: texts }), ...values);
      let pressed = 0;
      const box = draw(
        squeezed(
          ['<label><input type="checkbox" name=', ' @change=', '/><br/><i title=', '>', '</i></label>', ''],
          'un',
          () => pressed++,
          'deux',
          'trois',
          'quatre',
        ),
      );
      box.querySelector('input')!.dispatchEvent(new Event('change'));
      expect(pressed).to.equal(1);
      expect(seen(box)).to.equal(
        '<div><label><input name="un" type="checkbox" .value=on .checked=false></input><br></br><i title="deux">trois</i></label>quatre</div>',
      );
    });

    it(`${name}: keep the nodes of what is drawn again, and those of keyed items that move`, () => {
      const box = document.createElement('div');
      const into = kit.into(box);
      const list = (keys: string[]) =>
        html`<ul>
          ${kit.repeat(
            keys,
            (key) => key,
            (key) => html`<li id=${key}>${key}</li>`,
          )}
        </ul>`;
      into(list(['a', 'b', 'c']));
      const [a, b, c] = box.querySelectorAll('li');
      into(list(['c', 'x', 'a', 'b']));
      expect([...box.querySelectorAll('li')].map(({ id }) => id)).to.deep.equal(['c', 'x', 'a', 'b']);
      expect(box.querySelector('#a')).to.equal(a);
      expect(box.querySelector('#b')).to.equal(b);
      expect(box.querySelector('#c')).to.equal(c);
    });

    it(`${name}: leave alone what is told not to change`, () => {
      const box = draw(html`<p>${'un'}</p>`, kit.noChange);
      expect(box.textContent).to.equal('un');
    });

    it(`${name}: put back what a reader changed in a live property, and only there`, () => {
      const box = document.createElement('div');
      const into = kit.into(box);
      const fields = () => html`<input .value=${kit.live('un')} /><input .value=${'un'} />`;
      into(fields());
      const [live, plain] = box.querySelectorAll('input');
      live!.value = plain!.value = 'deux';
      into(fields());
      expect(live!.value).to.equal('un');
      expect(plain!.value).to.equal('deux');
    });

    it(`${name}: call the listener of now, once, and none after it is taken away`, () => {
      const box = document.createElement('div');
      const into = kit.into(box);
      const calls: string[] = [];
      const button = (act: unknown) => html`<button @click=${act}>ok</button>`;
      into(button(() => calls.push('one')));
      into(button(() => calls.push('two')));
      box.querySelector('button')!.click();
      into(button(undefined));
      box.querySelector('button')!.click();
      expect(calls).to.deep.equal(['two']);
    });

    it(`${name}: take a node of the page as it is, and its place again when it goes`, () => {
      const node = document.createElement('i');
      const box = document.createElement('div');
      const into = kit.into(box);
      const around = (value: unknown) => html`<p>a${value}b</p>`;
      into(around(node));
      expect(box.querySelector('p')!.contains(node)).to.equal(true);
      into(around('x'));
      expect(node.isConnected || box.contains(node)).to.equal(false);
      expect(box.textContent).to.equal('axb');
    });

    it(`${name}: read text as text, never as HTML (X01)`, () => {
      const evil = '<img src=x onerror="window.hit = 1">';
      const box = draw(html`<p title=${evil}>${evil}${[evil]}</p>`);
      expect(box.querySelector('img')).to.equal(null);
      expect(box.textContent).to.equal(evil + evil);
    });

    it(`${name}: outlive a translator that replaces the texts of the page (F37)`, () => {
      const box = document.createElement('div');
      document.body.append(box);
      const into = kit.into(box);
      const page = (count: number, more: unknown) =>
        html`<p>${count} séances</p>
          <p>${`il y en a ${count}`}</p>
          ${more}`;
      into(page(1, html`texte ${'de plus'}`));
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
        font.textContent = text.data.toUpperCase();
        text.replaceWith(font);
      }
      into(page(2, kit.nothing));
      into(page(3, html`texte ${'encore'}`));
      expect(box.querySelectorAll('p').length).to.equal(2);
      box.remove();
    });
  }

  it('is not taken in by data that looks like a template', () => {
    const box = document.createElement('div');
    new own.Slot().set({ strings: ['<b>', '</b>'], values: ['x'] }, box, null);
    expect(box.querySelector('b')).to.equal(null);
  });

  it('says the new value where a translator took the text away', () => {
    const box = document.createElement('div');
    const slot = new own.Slot();
    const page = (count: number) => ownHtml`<p>${count}</p>`;
    slot.set(page(1), box, null);
    const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
    font.textContent = 'one';
    box.querySelector('p')!.firstChild!.replaceWith(font);
    slot.set(page(2), box, null);
    expect(box.textContent).to.equal('2');
  });
});
