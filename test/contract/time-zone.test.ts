import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { instantOf, plusDays, withOffset } from '../../src/contract/time-zone.js';
import { aroundChanges, zones } from '../support/zones.js';
import { long } from '../support/long.js';

/** The wall clock of sessions, against another reckoning (K08). */
describe('wall clocks', () => {
  it('mean the right instant in each zone, hours that are skipped or occur twice included', long, () => {
    for (const zone of zones) {
      for (const at of aroundChanges) {
        // Taken as what a clock on the wall says, whatever the zone.
        const wall = new Date(at).toISOString().slice(0, 19);
        const right = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, {
          disambiguation: 'compatible',
        });
        assert.equal(instantOf(wall, zone), right.epochMilliseconds, `${wall} ${zone}`);
        const text = withOffset(wall, zone);
        assert.equal(Date.parse(text), right.epochMilliseconds, `${text} ${zone}`);
        assert.equal(text.slice(19), right.offset, `${text} ${zone}`);
      }
    }
  });

  it('keep a series at its hour: two years of weeks, in each zone', () => {
    for (const zone of zones) {
      for (const hour of ['00:15', '02:30', '12:30', '23:45']) {
        let wall = `2026-01-03T${hour}:00`;
        for (let week = 0; week < 104; week++, wall = plusDays(wall, 7)) {
          const right = Temporal.PlainDateTime.from(`2026-01-03T${hour}`)
            .add({ weeks: week })
            .toZonedDateTime(zone);
          assert.equal(instantOf(wall, zone), right.epochMilliseconds, `${wall} ${zone}`);
        }
      }
    }
  });
});
