import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { LazyPartController } from '../../src/controllers/lazy-part-controller.js';
import { waitUntil } from '../support/wait.js';

interface Part {
  word: string;
}

/** An element with one part, whose fetches a test answers. */
class LazyHost extends LitElement {
  static answers: (() => Promise<Part>)[] = [];
  static fetches = 0;
  static load = (): Promise<Part> => {
    LazyHost.fetches++;
    return LazyHost.answers.shift()?.() ?? Promise.reject(new Error('offline'));
  };
  lazy = new LazyPartController<Part>(this, LazyHost.load);
  override render() {
    return html`${this.lazy.part?.word ?? (this.lazy.hasFailed ? 'failed' : 'nothing')}`;
  }
}
customElements.define('test-lazy-host', LazyHost);

describe('LazyPartController', () => {
  const make = () => fixture<LazyHost>(html`<test-lazy-host></test-lazy-host>`);
  const shown = (host: LazyHost) => host.shadowRoot!.textContent.trim();
  let now = Date.now();
  const realNow = Date.now;
  before(() => (Date.now = () => now));
  after(() => (Date.now = realNow));

  it('fetches nothing until it is needed; then once, whoever asks meanwhile', async () => {
    const host = await make();
    expect([shown(host), LazyHost.fetches]).to.deep.equal(['nothing', 0]);
    let arrive: (part: Part) => void = () => {};
    LazyHost.answers = [() => new Promise((go) => (arrive = go))];
    host.lazy.need();
    host.lazy.need();
    const asked = host.lazy.request();
    expect(LazyHost.fetches).to.equal(1);
    arrive({ word: 'here' });
    expect((await asked)?.word).to.equal('here');
    await host.updateComplete;
    expect(shown(host)).to.equal('here');
  });

  it('has at once what another element of the page fetched', async () => {
    const fetches = LazyHost.fetches;
    const host = await make();
    expect([shown(host), LazyHost.fetches]).to.deep.equal(['here', fetches]);
  });

  describe('after a failure', () => {
    class FailingHost extends LitElement {
      static isOnline = false;
      static fetches = 0;
      static load = (): Promise<Part> => {
        FailingHost.fetches++;
        return FailingHost.isOnline
          ? Promise.resolve({ word: 'here' })
          : Promise.reject(new Error('offline'));
      };
      lazy = new LazyPartController<Part>(this, FailingHost.load);
      override willUpdate() {
        this.lazy.need();
      }
      override render() {
        return html`${this.lazy.part?.word ?? (this.lazy.hasFailed ? 'failed' : 'nothing')}`;
      }
    }
    customElements.define('test-failing-host', FailingHost);

    it('waits five seconds before an update fetches again; a reader’s act does at once, and so does the network’s return', async () => {
      const host = await fixture<FailingHost>(html`<test-failing-host></test-failing-host>`);
      const text = () => host.shadowRoot!.textContent.trim();
      await waitUntil(() => text() === 'failed');
      expect(FailingHost.fetches).to.equal(1);
      now += 5_000;
      host.requestUpdate();
      await host.updateComplete;
      expect(FailingHost.fetches, 'not yet').to.equal(1);
      now += 1;
      host.requestUpdate();
      await host.updateComplete;
      expect(FailingHost.fetches).to.equal(2);
      await host.lazy.request();
      await host.lazy.request();
      expect(FailingHost.fetches, 'each act of a reader').to.be.at.least(3);
      FailingHost.isOnline = true;
      window.dispatchEvent(new CustomEvent('online'));
      await waitUntil(() => text() === 'here');
      expect(host.lazy.hasFailed).to.equal(false);
    });

    it('listens no more once it has left the page', async () => {
      const fetches = FailingHost.fetches;
      const host = document.createElement('test-failing-host');
      document.body.append(host);
      host.remove();
      window.dispatchEvent(new CustomEvent('online'));
      expect(FailingHost.fetches).to.equal(fetches);
    });
  });

  it('adopts the stylesheet of a part, and takes its messages in the language of the moment', async () => {
    interface Worded {
      styles: ReturnType<typeof css>;
      catalogue: {
        fr: { word: string };
        others: Map<string, () => Promise<{ messages: { word: string } }>>;
      };
    }
    const load = () =>
      Promise.resolve({
        styles: css`
          :host {
            text-transform: uppercase;
          }
        `,
        catalogue: {
          fr: { word: 'mot' },
          others: new Map([['en', () => Promise.resolve({ messages: { word: 'word' } })]]),
        },
      } as Worded);
    class WordedHost extends LitElement {
      language = 'fr';
      lazy = new LazyPartController(this, load as never, () => this.language);
      get word(): string | undefined {
        return (this.lazy.part as { messages?: { word: string } } | undefined)?.messages?.word;
      }
      override render() {
        return html`${this.word}`;
      }
    }
    customElements.define('test-worded-host', WordedHost);
    const host = await fixture<WordedHost>(html`<test-worded-host></test-worded-host>`);
    await host.lazy.request();
    await host.updateComplete;
    expect(host.word).to.equal('mot');
    expect(getComputedStyle(host).textTransform).to.equal('uppercase');
    host.language = 'en';
    host.requestUpdate();
    await waitUntil(() => host.word === 'word');
    host.language = 'wo';
    host.requestUpdate();
    await waitUntil(() => host.word === 'mot', 'a language that has no words keeps the French ones');
  });
});
