import { expect } from '@open-wc/testing';
import { html as litHtml, LitElement as Lit, css as litCss } from 'lit';
import { property as litProperty, state as litState } from 'lit/decorators.js';
import { property as ownProperty, state as ownState } from '../../src/embed/decorators.js';
import { css as ownCss, html as ownHtml, LitElement as Own } from '../support/embed-lit.js';

let count = 0;

/** The same element, made of lit or of what the embed holds in its place. */
function elementOf(name: 'lit' | 'embed') {
  const isLit = name === 'lit';
  const Base = (isLit ? Lit : Own) as typeof Lit;
  const html = (isLit ? litHtml : ownHtml) as typeof litHtml;
  const css = (isLit ? litCss : ownCss) as typeof litCss;
  const property = (isLit ? litProperty : ownProperty) as typeof litProperty;
  const state = (isLit ? litState : ownState) as typeof litState;

  class Probe extends Base {
    static override styles = [
      css`
        p {
          color: rgb(1, 2, 3);
        }
      `,
    ];
    @property() name = 'sans nom';
    @property({ type: Boolean, attribute: 'no-joy' }) noJoy = false;
    @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
    @property({ attribute: false }) data?: { a: number };
    @state() inner = 0;
    log: string[] = [];

    constructor() {
      super();
      const say = (what: string) => () => void this.log.push(what);
      this.addController({
        hostConnected: say('hostConnected'),
        hostDisconnected: say('hostDisconnected'),
        hostUpdate: say('hostUpdate'),
        hostUpdated: say('hostUpdated'),
      });
    }

    protected override willUpdate(changed: Map<PropertyKey, unknown>) {
      this.log.push(`willUpdate ${[...changed].map(([key, old]) => `${String(key)}=${String(old)}`).join()}`);
      if (this.inner === 7) this.inner = 8;
    }

    protected override render() {
      this.log.push('render');
      return html`<p>
        ${this.name} ${this.headingLevel} ${String(this.noJoy)} ${this.inner} ${this.data?.a}
      </p>`;
    }

    protected override updated() {
      this.log.push('updated');
      if (this.inner === 20) this.inner = 21;
    }
  }
  const tag = `probe-${name}-${count++}`;
  return {
    make: (): Probe => document.createElement(tag) as unknown as Probe,
    define: () => customElements.define(tag, Probe),
  };
}

const textIn = (element: HTMLElement) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim();

/** Does the same with both, and gives what happened. */
async function both<T>(act: (made: ReturnType<typeof elementOf>) => Promise<T>): Promise<[lit: T, own: T]> {
  return [await act(elementOf('lit')), await act(elementOf('embed'))];
}

describe('elements of the embed', () => {
  it('live, draw and tell in the order that lit has', async () => {
    const [expected, got] = await both(async ({ make, define }) => {
      define();
      const element = make();
      element.setAttribute('name', 'un');
      await Promise.resolve();
      element.log.push('append');
      document.body.append(element);
      element.log.push('appended');
      await element.updateComplete;
      element.name = 'deux';
      element.headingLevel = 4;
      element.name = 'trois';
      element.log.push('asked');
      await element.updateComplete;
      element.inner = 7;
      await element.updateComplete;
      element.inner = 20;
      while (!(await element.updateComplete));
      element.remove();
      element.name = 'quatre';
      await element.updateComplete;
      document.body.append(element);
      await element.updateComplete;
      element.remove();
      return [...element.log, textIn(element)];
    });
    expect(got).to.deep.equal(expected);
    expect(got.filter((line) => line === 'render').length).to.equal(6);
  });

  it('read attributes as lit does, also when they go', async () => {
    const [expected, got] = await both(async ({ make, define }) => {
      define();
      const element = make();
      document.body.append(element);
      const shown: string[] = [];
      const see = async () => {
        await element.updateComplete;
        shown.push(textIn(element));
      };
      await see();
      for (const [name, value] of [
        ['no-joy', ''],
        ['heading-level', '5'],
        ['heading-level', 'x'],
        ['name', ''],
      ] as const) {
        element.setAttribute(name, value);
        await see();
      }
      for (const name of ['no-joy', 'heading-level', 'name']) {
        element.removeAttribute(name);
        await see();
      }
      element.remove();
      return shown;
    });
    expect(got).to.deep.equal(expected);
  });

  it('take what the page set before the element was known (R2), and its attributes', async () => {
    const [expected, got] = await both(async ({ make, define }) => {
      const element = make();
      element.name = 'tôt';
      element.data = { a: 5 };
      element.setAttribute('heading-level', '2');
      document.body.append(element);
      define();
      await element.updateComplete;
      const first = textIn(element);
      element.name = 'tard';
      await element.updateComplete;
      element.remove();
      return [first, textIn(element)];
    });
    expect(got).to.deep.equal(expected);
    expect(got[0]).to.contain('tôt 2');
  });

  it('adopt their stylesheets', async () => {
    const [expected, got] = await both(async ({ make, define }) => {
      define();
      const element = make();
      document.body.append(element);
      await element.updateComplete;
      const { color } = getComputedStyle(element.shadowRoot!.querySelector('p')!);
      element.remove();
      return color;
    });
    expect(got).to.equal(expected);
    expect(got).to.equal('rgb(1, 2, 3)');
  });
});
