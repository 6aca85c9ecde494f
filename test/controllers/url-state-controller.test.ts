import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { UrlStateController } from '../../src/controllers/url-state-controller.js';
import { waitUntil } from '../support/wait.js';

class StateHost extends LitElement {
  static override properties = { stateParam: { attribute: 'state-param' } };
  declare stateParam: string;
  restored: string[] = [];
  state = new UrlStateController(this, (state) => this.restored.push(state.toString()));
  constructor() {
    super();
    this.stateParam = '';
  }
}
customElements.define('test-state-host', StateHost);

describe('UrlStateController', () => {
  const first = location.href;
  const query = () => new URL(location.href).searchParams;
  const stateOf = (text: string) => new URLSearchParams(text);
  const make = (name: string) =>
    fixture<StateHost>(html`<test-state-host state-param=${name}></test-state-host>`);
  afterEach(() => history.replaceState(null, '', first));

  it('reads its parameter once, and writes it beside those of others', async () => {
    history.replaceState(null, '', `${first}&a=x%3D1&other=l%27%C3%A9t%C3%A9`);
    const host = await make('a');
    expect(host.restored).to.deep.equal(['x=1']);
    host.state.write(stateOf('x=2'), false);
    expect(query().get('a')).to.equal('x=2');
    expect(query().get('other')).to.equal("l'été");
    host.state.write(stateOf(''), false);
    expect(query().has('a'), 'what is empty leaves the address').to.equal(false);
    expect(host.restored.length, 'what it wrote itself is not read back').to.equal(1);
  });

  it('comes back by a step, and is not told of the steps of another element', async () => {
    const [one, other] = [await make('one'), await make('other')];
    one.state.write(stateOf('p=2'), true);
    other.state.write(stateOf('q=3'), true);
    const toldBefore = one.restored.length;
    history.back();
    await waitUntil(() => !query().has('other'));
    expect(other.restored.at(-1)).to.equal('');
    const told = one.restored.length;
    expect(told).to.equal(toldBefore);
    expect(query().get('one'), 'its own value is as it was').to.equal('p=2');
    history.back();
    await waitUntil(() => one.restored.length === told + 1);
    expect(one.restored.at(-1)).to.equal('');
  });

  it('writes nothing without a name, nor after it has left the page', async () => {
    const [nameless, gone] = [await make(''), await make('gone')];
    const before = location.href;
    nameless.state.write(stateOf('x=1'), false);
    gone.remove();
    gone.state.write(stateOf('x=1'), false);
    expect(location.href).to.equal(before);
    expect(nameless.state.addressOf(stateOf('x=1'))).to.equal('');
  });

  it('reads what it is named later', async () => {
    history.replaceState(null, '', `${first}&late=x%3D7`);
    const host = await make('');
    expect(host.restored).to.deep.equal([]);
    host.setAttribute('state-param', 'late');
    await host.updateComplete;
    expect(host.restored).to.deep.equal(['x=7']);
  });
});
