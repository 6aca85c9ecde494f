import { expect } from '@open-wc/testing';
import { Temporal } from 'temporal-polyfill';
import { readSession } from '../../src/api/sessions.js';
import { daysIn } from '../../src/elements/session-calendar/dates.js';
import { firstClockChange } from '../../src/elements/session-calendar/lazy/session-detail.js';
import { isoDay, times } from '../../src/i18n/format.js';
import { session } from '../support/data.js';
import { aroundChanges, zones } from '../support/zones.js';

const there = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const two = (n: number) => String(n).padStart(2, '0');

/** The clocks of this browser, against another reckoning (K08). */
describe('times of sessions', () => {
  it('shows the right day and hour in each zone, over each clock change of 2026 and 2027', () => {
    for (const zone of zones) {
      for (const at of aroundChanges) {
        const right = there(at, zone);
        expect(isoDay(at, zone), `${zone} ${at}`).to.equal(right.toPlainDate().toString());
        const hour = times('fr', at, at, zone, false);
        expect(hour.padStart(5, '0'), `${zone} ${at}`).to.equal(`${two(right.hour)}:${two(right.minute)}`);
      }
    }
  });

  it('puts sessions of one or several days on the right days of each zone', () => {
    for (const zone of zones) {
      for (const at of aroundChanges.filter((_, i) => i % 7 === 0)) {
        for (const hours of [0, 1, 30, 80]) {
          const end = at + hours * 3_600_000;
          const iso = (ms: number) => new Date(ms).toISOString();
          const view = readSession(session('s', iso(at), { end: iso(end) }))!;
          const right: string[] = [];
          const last = there(Math.max(at, end - 1), zone).toPlainDate();
          for (
            let day = there(at, zone).toPlainDate();
            Temporal.PlainDate.compare(day, last) <= 0;
            day = day.add({ days: 1 })
          )
            right.push(day.toString());
          const months = [...new Set(right.map((day) => day.slice(0, 7)))];
          const shown = months.flatMap((month) => daysIn(view, month, zone).map(({ day }) => day));
          expect(shown, `${zone} ${iso(at)} +${hours} h`).to.deep.equal(right);
        }
      }
    }
  });

  it('finds the session of a series at which two clocks move apart', () => {
    for (const zone of zones) {
      for (const mine of zones) {
        const dates = Array.from({ length: 24 }, (_, i) =>
          Temporal.PlainDateTime.from('2026-01-13T12:30').add({ months: i }).toZonedDateTime(zone),
        );
        const apart = (date: Temporal.ZonedDateTime) =>
          date.offsetNanoseconds - date.withTimeZone(mine).offsetNanoseconds;
        const right = dates.find((date, i) => i > 0 && apart(date) !== apart(dates[i - 1]!));
        const found = firstClockChange(
          dates.map((date) => ({ start: date.epochMilliseconds, timezone: zone })),
          mine,
        );
        expect(found, `${zone} ${mine}`).to.equal(right?.epochMilliseconds);
      }
    }
  });
});
