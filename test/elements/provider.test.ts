import { expect, fixture, html } from '@open-wc/testing';
import type { F3eProvider } from '../../src/index.js';
import '../../src/define.js';
import { genre } from '../support/data.js';
import { fakeApi } from '../support/fake-api.js';
import { textOf, waitForText } from '../support/mount.js';

describe('f3e-provider', () => {
  const card = html`<f3e-community-card community="genre"></f3e-community-card>`;
  const named = (name: string) => fakeApi({ 'communities/': { ...genre, shortName: name } });

  it('gives its client and its zone to all elements inside, as deep as they stand', async () => {
    const page = await fixture(
      html`<f3e-provider .api=${named('Deep')} time-zone="Africa/Dakar"
        ><section><div>${card}</div></section></f3e-provider
      >`,
    );
    const element = page.querySelector('f3e-community-card')!;
    await waitForText(element, 'Deep');
    expect(textOf(element)).to.contain('pour vous (Dakar)');
  });

  it('the nearest one counts, and takes nothing from the others', async () => {
    const inner = named('Inner');
    const outer = named('Outer');
    const page = await fixture(
      html`<f3e-provider .api=${outer}
        >${card}<f3e-provider .api=${inner}>${card}</f3e-provider></f3e-provider
      >`,
    );
    const [one, two] = page.querySelectorAll('f3e-community-card');
    await waitForText(one!, 'Outer');
    await waitForText(two!, 'Inner');
    expect([outer.asked.length, inner.asked.length]).to.deep.equal([1, 1]);
  });

  it('when it changes, what is inside asks again there', async () => {
    const page = await fixture<F3eProvider>(
      html`<f3e-provider .api=${named('Before')}>${card}</f3e-provider>`,
    );
    const element = page.querySelector('f3e-community-card')!;
    await waitForText(element, 'Before');
    page.api = named('After');
    await waitForText(element, 'After');
  });

  it('an element that moves into another takes its settings', async () => {
    const page = await fixture(
      html`<div>
        <f3e-provider .api=${named('First')}>${card}</f3e-provider
        ><f3e-provider .api=${named('Second')}></f3e-provider>
      </div>`,
    );
    const element = page.querySelector('f3e-community-card')!;
    await waitForText(element, 'First');
    page.lastElementChild!.append(element);
    await waitForText(element, 'Second');
  });
});
