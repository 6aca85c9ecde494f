import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { occurrences, RuleError } from '../../server/sessions/calendar/recurrence.js';
import { zoneLines } from '../../server/sessions/calendar/zone.js';
import type { Session, SeriesPlanned } from '../../src/contract/index.js';
import { long } from '../support/long.js';
import {
  goodRegistration,
  hasPostgres,
  createTestApp,
  type DatabaseName,
  type TestApp,
} from '../support/server.js';
import { zones } from '../support/zones.js';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The same dates, found day by day with another reckoning: no iterator of rules is in it. */
function byHand(rule: string, start: string): string[] {
  const part = new Map(rule.split(';').map((one) => one.split('=') as [string, string]));
  const first = Temporal.PlainDateTime.from(start);
  const every = Number(part.get('INTERVAL') ?? 1);
  const monday = (day: Temporal.PlainDateTime) => day.subtract({ days: day.dayOfWeek - 1 });
  const found: string[] = [];
  for (let i = 0; i < 366 * 9; i++) {
    const day = first.add({ days: i });
    const months = (day.year - first.year) * 12 + day.month - first.month;
    const weeks = monday(day).since(monday(first), { largestUnit: 'days' }).days / 7;
    const names = part.get('BYDAY')?.split(',');
    const dates = part.get('BYMONTHDAY')?.split(',').map(Number);
    const inMonths = part.get('BYMONTH')?.split(',').map(Number);
    const isNamed = names?.some((name) => {
      const [, nth, weekday] = /^(-?\d)?(..)$/.exec(name)!;
      if (weekdays[day.dayOfWeek - 1] !== weekday) return false;
      if (!nth) return true;
      const fromEnd = -Math.ceil((day.daysInMonth - day.day + 1) / 7);
      return Number(nth) === Math.ceil(day.day / 7) || Number(nth) === fromEnd;
    });
    const isOn = {
      DAILY: () => i % every === 0,
      WEEKLY: () => weeks % every === 0 && (isNamed ?? day.dayOfWeek === first.dayOfWeek),
      MONTHLY: () =>
        months % every === 0 &&
        (inMonths?.includes(day.month) ?? true) &&
        (isNamed ??
          dates?.some((date) => date === day.day || day.daysInMonth + date + 1 === day.day) ??
          day.day === first.day),
    }[part.get('FREQ') as 'DAILY']();
    const until = part.get('UNTIL');
    if (until && day.toString().replaceAll('-', '').slice(0, 8) > until) break;
    if (isOn) found.push(day.toString({ smallestUnit: 'second' }));
    if (found.length === Number(part.get('COUNT'))) break;
  }
  return found;
}

const someOf = (all: string[]) => fc.subarray(all, { minLength: 1, maxLength: 3 }).map((list) => list.join());
const interval = fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3');
const end = fc.oneof(
  fc.integer({ min: 2, max: 24 }).map((n) => `;COUNT=${n}`),
  fc.constantFrom(';UNTIL=20270331', ';UNTIL=20271231'),
);
const nthDays = weekdays.slice(0, 5).flatMap((day) => ['1', '2', '3', '4', '-1'].map((nth) => nth + day));
const ruleParts = fc.oneof(
  fc.tuple(fc.constant('FREQ=DAILY'), interval),
  fc.tuple(
    fc.constant('FREQ=WEEKLY'),
    interval,
    someOf(weekdays).map((list) => `;BYDAY=${list}`),
  ),
  fc.tuple(
    fc.constant('FREQ=MONTHLY'),
    fc.constantFrom('', ';INTERVAL=2'),
    fc.oneof(
      someOf(nthDays).map((list) => `;BYDAY=${list}`),
      someOf(['1', '9', '15', '28', '-1', '-3']).map((list) => `;BYMONTHDAY=${list}`),
    ),
    fc.constantFrom('', ';BYMONTH=1,2,3,4,5,6,9,10,11,12'),
  ),
);

describe('a recurrence rule', () => {
  it('gives the dates that counting days gives, and keeps to its hour (1,000 rules)', long, () => {
    let followed = 0;
    fc.assert(
      fc.property(ruleParts, end, fc.integer({ min: 0, max: 364 }), (parts, last, day) => {
        const rule = parts.join('') + last;
        const from = Temporal.PlainDateTime.from('2026-01-01T12:30:00').add({ days: day });
        // The first date on the rule from there: a series begins on one.
        const [start] = byHand(
          rule.replace(/;(?:COUNT|UNTIL)=.*/, ';COUNT=1').replace(/;INTERVAL=\d/, ''),
          from.toString(),
        );
        const wanted = start ? byHand(rule, start) : [];
        if (!start || !wanted.length || wanted.length > 200) return;
        assert.deepEqual(occurrences(rule, start), wanted, `${rule} from ${start}`);
        followed++;
      }),
      { numRuns: 1_000, seed: 20261122 },
    );
    assert.ok(followed > 800, String(followed));
  });

  it('is what the demonstration data says of its series', () => {
    const { sessions } = JSON.parse(readFileSync('server/demo-data/sessions.json', 'utf8')) as {
      sessions: {
        start: string;
        rescheduledFrom: { start: string } | null;
        series: { id: string; rule: string | null; total: number } | null;
      }[];
    };
    const ofRule = sessions.filter(({ series }) => series?.rule);
    const planned = ofRule.map(({ start, rescheduledFrom }) => rescheduledFrom?.start ?? start);
    assert.equal(ofRule.length, 16);
    assert.deepEqual(planned.toSorted(), occurrences(ofRule[0]!.series!.rule!, planned.toSorted()[0]!));
  });

  const start = '2026-12-08T12:30:00';
  for (const [rule, why] of [
    ['', /cannot be used/],
    ['COUNT=3', /must say FREQ/],
    ['FREQ=YEARLY;COUNT=3', /“FREQ=YEARLY” cannot be used/],
    ['FREQ=WEEKLY', /either COUNT.+or UNTIL/],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20270101', /either COUNT.+or UNTIL/],
    ['FREQ=WEEKLY;COUNT=2;COUNT=3', /COUNT twice/],
    ['FREQ=WEEKLY;COUNT=0', /“COUNT=0” cannot be used/],
    ['FREQ=DAILY;COUNT=201', /200 dates at most/],
    ['FREQ=MONTHLY;INTERVAL=99;COUNT=3', /10 years at most/],
    ['FREQ=WEEKLY;UNTIL=20270230', /UNTIL=20270230 is no day/],
    ['FREQ=WEEKLY;UNTIL=20261201', /ends before its first date/],
    ['FREQ=WEEKLY;UNTIL=20270101T120000Z', /cannot be used/],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=3', /2026-12-08T12:30:00 is none, 2026-12-14T12:30:00 is/],
    ['FREQ=WEEKLY;BYDAY=2TU;COUNT=3', /goes with FREQ=MONTHLY/],
    ['FREQ=WEEKLY;BYMONTHDAY=8;COUNT=3', /goes with FREQ=MONTHLY/],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2', /cannot be used/],
    ['FREQ=DAILY;BYDAY=TU;COUNT=2', /BYDAY goes with/],
    ['FREQ=MONTHLY;BYMONTH=4;INTERVAL=12;COUNT=2', /2026-12-08T12:30:00 is none/],
    // No December has it on the 8th, and one in two years has no fifth Tuesday: it must come to an end all the same.
    ['FREQ=MONTHLY;INTERVAL=24;BYDAY=5TU;COUNT=3', /start on a date of its rule/],
    ['FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=1;COUNT=2', /without BYDAY/],
    ['FREQ=WEEKLY;COUNT=2\r\nATTENDEE:x', /cannot be used/],
    ['__proto__=1;FREQ=WEEKLY;COUNT=2', /cannot be used/],
  ] as const) {
    it(`that is “${rule.replace(/\s.*/s, '…')}” is refused in plain words`, () => {
      assert.throws(
        () => occurrences(rule, start),
        (error) => error instanceof RuleError && why.test(error.message),
      );
    });
  }

  it('with UNTIL as a day includes that day, as a time on the wall clock that time', () => {
    assert.equal(occurrences('FREQ=WEEKLY;UNTIL=20261222', start).length, 3);
    assert.equal(occurrences('FREQ=WEEKLY;UNTIL=20261222T123000', start).length, 3);
    assert.equal(occurrences('FREQ=WEEKLY;UNTIL=20261222T122959', start).length, 2);
  });
});

const plan = {
  community: 'madac',
  title: 'Le café des référent·e·s',
  kind: 'practice-exchange',
  rule: 'FREQ=MONTHLY;BYDAY=1TH;COUNT=6',
  start: '2027-01-07T12:30:00',
  end: '2027-01-07T13:15:00',
  timezone: 'Europe/Paris',
  mode: 'online',
  language: 'fr',
  audience: 'all',
  capacity: 12,
  opensDaysBefore: 30,
};

/** The events of a file as another reader understands them: instants by the file's own rules of its zones. */
function readAgain(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  try {
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    return events
      .filter((event) => !event.isRecurrenceException())
      .flatMap((event) => {
        const shown = (it: { item: ICAL.Event; startDate: ICAL.Time; endDate: ICAL.Time }) => ({
          title: it.item.summary,
          status: String(it.item.component.getFirstPropertyValue('status')),
          start: it.startDate.toUnixTime() * 1000,
          end: it.endDate.toUnixTime() * 1000,
        });
        if (!event.isRecurring())
          return [shown({ item: event, startDate: event.startDate, endDate: event.endDate })];
        for (const one of events) {
          if (one.isRecurrenceException() && one.uid === event.uid) event.relateException(one);
        }
        const all = [];
        const dates = event.iterator();
        for (let date = dates.next(); date; date = dates.next())
          all.push(shown(event.getOccurrenceDetails(date)));
        return all;
      });
  } finally {
    ICAL.TimezoneService.reset();
  }
}

const withPostgres = await hasPostgres();
for (const kind of ['sqlite', 'postgres'] as DatabaseName[]) {
  describe(`a series planned by the team (${kind})`, { skip: kind === 'postgres' && !withPostgres }, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(kind);
    });
    after(() => s.close());
    const put = async (id: string, body: unknown) => {
      const answer = await s.staff(`/series/${id}`, { method: 'PUT', body });
      return {
        status: answer.status,
        body: (await answer.json()) as SeriesPlanned & { errors?: { pointer: string; detail: string }[] },
      };
    };
    const sessionsOf = async (id: string) => {
      s.later(3_000);
      const answer = await s.request(`/v1/sessions?series=${id}&limit=200`);
      return ((await answer.json()) as { items: Session[] }).items;
    };
    const fileOf = async (id: string) => (await s.request(`/v1/series/${id}.ics`)).text();

    it('is sessions at its hour in winter and in summer, open when they should be, found by everyone', async () => {
      const { status, body } = await put('cafe', plan);
      assert.equal(status, 200);
      assert.deepEqual(body, {
        added: ['01-07', '02-04', '03-04', '04-01', '05-06', '06-03'].map((day) => `cafe-2027-${day}`),
        kept: [],
        differing: [],
        outside: [],
      });
      const sessions = await sessionsOf('cafe');
      assert.deepEqual(
        sessions.map(({ start }) => start.slice(11)),
        [
          '12:30:00+01:00',
          '12:30:00+01:00',
          '12:30:00+01:00',
          '12:30:00+02:00',
          '12:30:00+02:00',
          '12:30:00+02:00',
        ],
      );
      assert.deepEqual(sessions[3]!.series, {
        id: 'cafe',
        title: plan.title,
        index: 4,
        total: 6,
        rule: plan.rule,
      });
      assert.equal(sessions[0]!.registration.opensAt, '2026-12-08T12:30:00+01:00');
      assert.equal(sessions[0]!.registration.state, 'not-yet-open');
      assert.equal(sessions[0]!.links.seriesCalendar, 'https://communautes.example.org/v1/series/cafe.ics');
    });

    it('planned again adds what is new, keeps what was moved, and tells what it has no more', async () => {
      const moved = { start: '2027-02-05T12:30:00', end: '2027-02-05T13:15:00' };
      await s.staff('/sessions/cafe-2027-02-04', { method: 'PATCH', body: moved });
      // Moved twice, it still stands for its own date.
      const again = { start: '2027-02-09T12:30:00', end: '2027-02-09T13:15:00' };
      await s.staff('/sessions/cafe-2027-02-04', { method: 'PATCH', body: again });
      const plannedAgain = {
        ...plan,
        rule: 'FREQ=MONTHLY;BYDAY=1TH;UNTIL=20270731',
        except: ['2027-05-06'],
      };
      const { body } = await put('cafe', plannedAgain);
      assert.deepEqual(body.added, ['cafe-2027-07-01']);
      assert.equal(body.kept.length, 5);
      assert.deepEqual(body.outside, ['cafe-2027-05-06']);
      assert.deepEqual(
        body.differing,
        [{ id: 'cafe-2027-02-04', fields: ['start', 'end', 'registration'] }],
        'what was moved',
      );
      const longer = await put('cafe', { ...plannedAgain, end: '2027-01-07T14:00:00', capacity: 13 });
      assert.deepEqual(longer.body.differing[0], { id: 'cafe-2027-01-07', fields: ['end', 'capacity'] });
      const sessions = await sessionsOf('cafe');
      assert.equal(sessions.find(({ id }) => id === 'cafe-2027-02-04')!.start, '2027-02-09T12:30:00+01:00');
      assert.deepEqual(sessions.map(({ series }) => `${series!.index}/${series!.total}`).toSorted(), [
        '1/7',
        '2/7',
        '3/7',
        '4/7',
        '5/7',
        '6/7',
        '7/7',
      ]);
    });

    it('is one recurring event in its file: moved, cancelled and left out dates are where they belong', async () => {
      const cancelled = { status: 'cancelled', cancellationReason: 'Grève' };
      await s.staff('/sessions/cafe-2027-03-04', { method: 'PATCH', body: cancelled });
      const file = await fileOf('cafe');
      assert.equal(file.match(/^RRULE:/gm)?.length, 3, 'the event, and both changes of the clock');
      assert.match(file, /\r\nRRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=7\r\n/);
      assert.match(file, /\r\nEXDATE;TZID=Europe\/Paris:20270506T123000\r\n/);
      assert.match(file, /\r\nRECURRENCE-ID;TZID=Europe\/Paris:20270204T123000\r\n/);
      const sessions = await sessionsOf('cafe');
      const read = readAgain(file);
      assert.deepEqual(
        read.map(({ start }) => start).toSorted(),
        sessions.map(({ start }) => Date.parse(start)).toSorted(),
      );
      assert.deepEqual(
        read.filter(({ status }) => status === 'CANCELLED').map(({ start }) => start),
        [Date.parse('2027-03-04T12:30:00+01:00')],
      );
    });

    it('tells calendars of a new plan, and of the first date wherever its session was moved', async () => {
      const own = {
        ...plan,
        start: '2027-03-02T12:30:00',
        end: '2027-03-02T13:00:00',
        rule: 'FREQ=WEEKLY;COUNT=4',
      };
      await put('mardis', own);
      const sequenceIn = async () => Number(/\r\nSEQUENCE:(\d+)/.exec(await fileOf('mardis'))![1]);
      const before = await sequenceIn();
      s.later(86_400_000);
      await put('mardis', { ...own, rule: 'FREQ=WEEKLY;COUNT=3' });
      s.later(3_000);
      assert.ok((await sequenceIn()) > before);
      for (const day of ['2027-03-03', '2027-03-04']) {
        const body = { start: `${day}T12:30:00`, end: `${day}T13:00:00` };
        assert.equal((await s.staff('/sessions/mardis-2027-03-02', { method: 'PATCH', body })).status, 200);
      }
      s.later(3_000);
      const file = await fileOf('mardis');
      assert.match(
        file,
        /DTSTART;TZID=Europe\/Paris:20270302T123000\r\nDTEND;TZID=Europe\/Paris:20270302T130000/,
      );
      assert.deepEqual(
        readAgain(file)
          .map(({ start }) => new Date(start).toISOString().slice(0, 10))
          .toSorted(),
        ['2027-03-04', '2027-03-09', '2027-03-16', '2027-03-23'],
      );
      // Those that were published one by one as well.
      for (const day of ['2026-12-09', '2026-12-10']) {
        const body = { start: `${day}T12:30:00`, end: `${day}T13:15:00` };
        assert.equal((await s.staff('/sessions/aoc-2026-12-08', { method: 'PATCH', body })).status, 200);
      }
      s.later(3_000);
      const pause = await fileOf('pause-aoc');
      assert.match(pause, /RECURRENCE-ID;TZID=Europe\/Paris:20261208T123000/);
      assert.doesNotMatch(pause, /EXDATE/);
    });

    it('describes a zone whose changes follow no yearly rule by their dates, from before the first session on', () => {
      const file = zoneLines('Africa/Casablanca', Date.UTC(2027, 0, 5), Date.UTC(2034, 0, 5)).join('\r\n');
      assert.doesNotMatch(file, /RRULE/);
      assert.match(
        file,
        /^BEGIN:VTIMEZONE\r\nTZID:Africa\/Casablanca\r\nBEGIN:STANDARD\r\nDTSTART:2026\d{4}T/,
      );
      const zone = new ICAL.Timezone({
        component: new ICAL.Component(
          ICAL.parse(`BEGIN:VCALENDAR\r\n${file}\r\nEND:VCALENDAR`) as never,
        ).getFirstSubcomponent('vtimezone')!,
        tzid: 'x',
      });
      for (let day = Date.UTC(2027, 0, 1, 12); day < Date.UTC(2034, 0, 1); day += 86_400_000) {
        const wall = ICAL.Time.fromDateTimeString(new Date(day).toISOString().slice(0, 19));
        const right =
          Temporal.PlainDateTime.from(wall.toString()).toZonedDateTime('Africa/Casablanca')
            .offsetNanoseconds / 1e9;
        assert.equal(zone.utcOffset(wall), right, wall.toString());
      }
    });

    it('is offered whole on the hosted page of each session', async () => {
      const page = await (await s.request('/seances/cafe-2027-01-07')).text();
      assert.match(
        page,
        /href="https:\/\/communautes\.example\.org\/v1\/series\/cafe\.ics">Ajouter toute la série/,
      );
      assert.equal((await s.request('/v1/series/none.ics')).status, 404);
    });

    it('gives seats like any other session', async () => {
      s.later(30 * 86_400_000);
      const body = await goodRegistration(s, 'cafe-2027-01-07', { email: 'personne@example.org' });
      const answer = await s.post(body, {}, '/v1/registrations');
      assert.equal(answer.status, 202, await answer.clone().text());
    });

    for (const [what, change, pointer, why] of [
      ['a rule without an end', { rule: 'FREQ=WEEKLY' }, '/rule', /COUNT/],
      [
        'a rule that does not hold its start',
        { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' },
        '/rule',
        /2027-01-11/,
      ],
      ['an end before the start', { end: '2027-01-07T12:00:00' }, '/end', /after the start/],
      ['a zone that is none', { timezone: 'Europe/Nowhere' }, '/timezone', /Europe\/Nowhere/],
      ['a day that the rule does not have', { except: ['2027-01-08'] }, '/except', /2027-01-08/],
      ['no date left', { rule: 'FREQ=WEEKLY;COUNT=1', except: ['2027-01-07'] }, '/except', /No date/],
      ['a community that is none', { community: 'none' }, '/community', /“none”/],
      [
        'another hour than that of the sessions there',
        { start: '2027-01-07T14:00:00', end: '2027-01-07T15:00:00' },
        '/start',
        /2027-01-07 is at 12:30/,
      ],
      ['a place to go that is not told', { mode: 'in-person' }, '/place', /where/],
      [
        'a registration that ends before it opens',
        { closesDaysBefore: 30 },
        '/closesDaysBefore',
        /open before/,
      ],
      ['another community than the one of the series', { community: 'genre' }, '/community', /madac/],
    ] as const) {
      it(`says what is wrong with ${what}, and changes nothing`, async () => {
        const before = await sessionsOf('cafe');
        const { status, body } = await put('cafe', { ...plan, ...change });
        assert.equal(status, 422);
        assert.equal(body.errors![0]!.pointer, pointer);
        assert.match(body.errors![0]!.detail, why);
        assert.deepEqual(await sessionsOf('cafe'), before);
      });
    }

    it('takes no name that sessions already have, and listens to the team only', async () => {
      const { status, body } = await put('madac', {
        ...plan,
        rule: 'FREQ=WEEKLY;COUNT=1',
        start: '2027-01-19T12:30:00',
        end: '2027-01-19T13:15:00',
      });
      assert.equal(status, 422);
      assert.match(body.errors![0]!.detail, /madac-2027-01-19/);
      const stranger = await s.request('/v1/staff/series/cafe', {
        method: 'PUT',
        body: JSON.stringify(plan),
        headers: { 'Content-Type': 'application/json' },
      });
      assert.equal(stranger.status, 401);
    });

    it('asked for twice at once is planned once', async () => {
      const both = await Promise.all([put('deux', plan), put('deux', plan)]);
      assert.deepEqual(
        both.map(({ status }) => status),
        [200, 200],
      );
      assert.equal(both.flatMap(({ body }) => body.added).length, 6);
      assert.equal((await sessionsOf('deux')).length, 6);
    });

    it(
      'is the right instant in each zone over two years, for who reads the file by its own rules (K08, K09)',
      long,
      async () => {
        for (const [i, zone] of zones.entries()) {
          const id = `zone-${i}`;
          // 00:15 and 02:30 are where clocks change; two of them on the very days.
          for (const [j, time] of ['12:30', '00:15', '02:30'].entries()) {
            const name = `${id}-${j}`;
            const start = `2026-12-06T${time}:00`;
            const { status } = await put(name, {
              ...plan,
              rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=110',
              start,
              end: start.replace(time, '23:45'),
              timezone: zone,
            });
            assert.equal(status, 200);
            const right = Array.from(
              { length: 110 },
              (_, week) =>
                Temporal.PlainDateTime.from(start)
                  .add({ weeks: week })
                  .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds,
            );
            assert.deepEqual(
              (await sessionsOf(name)).map(({ start }) => Date.parse(start)),
              right,
              zone,
            );
            const file = await fileOf(name);
            assert.deepEqual(
              readAgain(file).map(({ start }) => start),
              right,
              `${zone} ${time}`,
            );
            // The rule alone, by the file's own account of the zone. An hour that is skipped or comes twice is left out:
            // readers differ about it, and each session says its own time in UTC.
            const whole = readAgain(`${file.split('END:VEVENT')[0]!}END:VEVENT\r\nEND:VCALENDAR\r\n`).map(
              ({ start }) => start,
            );
            assert.equal(whole.length, 110);
            const isPlain = (_: unknown, week: number) => {
              const wall = Temporal.PlainDateTime.from(start).add({ weeks: week });
              const [a, b] = ['earlier', 'later'] as const;
              return wall
                .toZonedDateTime(zone, { disambiguation: a })
                .equals(wall.toZonedDateTime(zone, { disambiguation: b }));
            };
            assert.deepEqual(whole.filter(isPlain), right.filter(isPlain), `${zone} ${time}`);
            const changes = file.match(/^RRULE:FREQ=YEARLY/gm)?.length ?? 0;
            assert.equal(
              changes,
              new Set(
                right.map((at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offset),
              ).size === 2
                ? 2
                : 0,
            );
          }
        }
      },
    );
  });
}
