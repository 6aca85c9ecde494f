import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { FocusController } from '../../src/controllers/focus-controller.js';

class FocusHost extends LitElement {
  static override properties = { shows: {} };
  declare shows: string[];
  isReady = true;
  focusKeeper = new FocusController(this, '#main', () => this.isReady);
  constructor() {
    super();
    this.shows = ['main', 'a', 'b'];
  }
  override render() {
    return this.shows.map((id) => html`<button id=${id}>${id}</button>`);
  }
}
customElements.define('test-focus-host', FocusHost);

describe('FocusController (A02)', () => {
  const make = () => fixture<FocusHost>(html`<test-focus-host></test-focus-host>`);
  const show = async (host: FocusHost, ...shows: string[]) => {
    host.shows = shows;
    await host.updateComplete;
  };
  const focusedId = (host: FocusHost) => host.shadowRoot!.activeElement?.id;
  const button = (host: FocusHost, id: string) => host.shadowRoot!.getElementById(id)!;

  it('gives focus to what stands for the element when what had it is removed', async () => {
    const host = await make();
    await show(host, 'main', 'a', 'b');
    button(host, 'b').focus();
    await show(host, 'main', 'a');
    expect(focusedId(host)).to.equal('main');
  });

  it('gives it later when nothing can take it yet', async () => {
    const host = await make();
    button(host, 'b').focus();
    await show(host);
    expect(focusedId(host)).to.equal(undefined);
    await show(host, 'main');
    expect(focusedId(host)).to.equal('main');
  });

  it('takes none from a reader who moved on', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><test-focus-host></test-focus-host><input aria-label="elsewhere" /></div>`,
    );
    const host = page.querySelector<FocusHost>('test-focus-host')!;
    button(host, 'b').focus();
    await show(host);
    const elsewhere = page.querySelector('input')!;
    elsewhere.focus();
    await show(host, 'main');
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('gives focus to what was named, once the element is ready', async () => {
    const host = await make();
    host.isReady = false;
    host.focusKeeper.next = '#a';
    await show(host, 'main', 'a');
    expect(focusedId(host)).to.equal(undefined);
    host.isReady = true;
    await show(host, 'main', 'a', 'b');
    expect(focusedId(host)).to.equal('a');
  });
});
