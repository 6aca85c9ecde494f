import { expect } from '@open-wc/testing';
import { AnnouncerController } from '../../src/controllers/announcer-controller.js';
import { waitUntil } from '../support/wait.js';

describe('AnnouncerController (A13)', () => {
  const announcer = () => {
    const host = { addController: () => {}, requestUpdate: () => updates++ };
    return new AnnouncerController(host as never);
  };
  let updates = 0;

  it('announces the last of several messages, once they rest', async () => {
    const one = announcer();
    const seen = new Set<string>();
    for (const message of ['1 found', '2 found', '3 found']) one.announce(message);
    expect(one.message, 'nothing yet').to.equal('');
    await waitUntil(() => {
      if (one.message) seen.add(one.message);
      return one.message === '3 found';
    });
    expect([...seen]).to.deep.equal(['3 found']);
  });

  it('announces what is urgent at once, and leaves room for it between two', async () => {
    const said: { message: string; at: number }[] = [];
    const one = new AnnouncerController({
      addController: () => {},
      requestUpdate: () => {
        const { message } = one;
        if (message && message !== said.at(-1)?.message) said.push({ message, at: performance.now() });
      },
    } as never);
    const resting = announcer();
    resting.announce('found');
    one.announce('refused', true);
    await waitUntil(() => said.length === 1);
    expect(resting.message, 'what is not urgent still rests').to.equal('');
    one.announce('refused again', true);
    expect(one.message, 'emptied, so that the same words would be read again').to.equal('');
    await waitUntil(() => said.length === 2);
    expect(said.map(({ message }) => message)).to.deep.equal(['refused', 'refused again']);
    const [first, second] = said;
    expect(second!.at - first!.at, 'never sooner after the last').to.be.at.least(690);
  });

  it('says nothing after it has left the page, nor what was cleared', async () => {
    const [left, cleared, witness] = [announcer(), announcer(), announcer()];
    left.announce('left');
    left.hostDisconnected();
    cleared.announce('cleared');
    cleared.clear();
    witness.announce('witness');
    await waitUntil(() => witness.message === 'witness');
    expect([left.message, cleared.message]).to.deep.equal(['', '']);
  });
});
