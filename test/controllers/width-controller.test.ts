import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { WidthController } from '../../src/controllers/width-controller.js';
import { waitUntil } from '../support/wait.js';

class WidthHost extends LitElement {
  draws = 0;
  width = new WidthController(this, (em) => (em < 25 ? 'narrow' : 'wide'), 'first');
  override createRenderRoot() {
    const root = super.createRenderRoot();
    this.style.display = 'block';
    return root;
  }
  override render() {
    this.draws++;
    return html`<div>${this.width.choice}</div>`;
  }
}
customElements.define('test-width-host', WidthHost);

describe('WidthController', () => {
  const make = (style: string) =>
    fixture<WidthHost>(html`<div style=${style}><test-width-host></test-width-host></div>`).then(
      (box) => box.firstElementChild as WidthHost,
    );

  it('draws again when the choice changes, and only then', async () => {
    const host = await make('width: 300px');
    await waitUntil(() => host.width.choice === 'narrow');
    await host.updateComplete;
    const { draws } = host;
    host.parentElement!.style.width = '350px';
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    expect(host.draws, 'the same choice').to.equal(draws);
    host.parentElement!.style.width = '600px';
    await waitUntil(() => host.shadowRoot!.textContent.trim() === 'wide');
    expect(host.draws).to.equal(draws + 1);
  });

  it('keeps its choice while it is hidden, and can be read at once', async () => {
    const host = await make('width: 600px');
    host.width.measure();
    expect(host.width.choice).to.equal('wide');
    host.parentElement!.style.display = 'none';
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    host.width.measure();
    expect(host.width.choice).to.equal('wide');
  });
});
