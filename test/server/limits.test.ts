import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRateLimits, type RateLimits } from '../../server/security/rate-limits.js';
import { filledDatabase } from '../support/databases.js';

describe('what is counted of a network address (P12)', () => {
  let limits: RateLimits;
  let close: () => Promise<void>;
  before(async () => {
    const db = await filledDatabase('sqlite');
    close = () => db.close();
    limits = createRateLimits({
      db,
      now: () => Date.UTC(2026, 10, 22, 10),
      log: () => undefined,
      limitPerIp: 1,
      limitPerRecipient: 1,
      recipientPause: 0,
      limitPerCommunity: 1,
      alertTo: null,
    });
  });
  after(() => close());

  const areOne = async (one: string, other: string) => {
    await limits.ip(one);
    return limits.ip(other).then(
      () => false,
      () => true,
    );
  };

  it('is the first 64 bits of IPv6: a subscriber has many addresses within them', async () => {
    assert.equal(await areOne('2001:db8:1:1::1', '2001:db8:1:1:ffff:ffff:ffff:ffff'), true);
    assert.equal(await areOne('2001:db8:2:1::1', '2001:db8:2:2::1'), false, 'the next network of 64 bits');
    assert.equal(await areOne('2001:db8:3::', '2001:0DB8:0003:0000:0000:0000:0000:0001'), true);
    assert.equal(await areOne('fe80::1%eth0', 'fe80::2%eth1'), true);
  });

  it('is all of IPv4, also within IPv6', async () => {
    assert.equal(await areOne('192.0.2.1', '192.0.2.2'), false);
    assert.equal(await areOne('192.0.2.3', '::ffff:192.0.2.3'), true);
  });

  it('is the same with the port that some proxies add', async () => {
    assert.equal(await areOne('192.0.2.9', '192.0.2.9:51234'), true);
    assert.equal(await areOne('2001:db8:9::1', '[2001:db8:9::2]:443'), true);
  });

  it('is one for all that is no address', async () => {
    assert.equal(await areOne('', 'no address'), true);
  });
});
