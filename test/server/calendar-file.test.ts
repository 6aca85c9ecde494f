import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { typeset } from '../../src/contract/typeset.js';
import { icalendar, type CalendarEvent } from '../../server/sessions/calendar/ics.js';
import { createTestApp, goodRegistration } from '../support/server.js';

/** What people have put into calendars to break them (F63, S12). */
const nasty = [
  'Comité; bureau, salle \\ étage',
  'Ligne\r\nATTENDEE:mailto:victime@example.org',
  'Fin\nEND:VEVENT\nBEGIN:VEVENT',
  'séparateurs\u2028et\u2029 et\u0085',
  '\u0000NUL\u0007BEL\u001B[31m',
  '👩🏽‍🤝‍👩🏿 famille '.repeat(20),
  'لقاء مفتوح \u202Eembrouille',
  'x'.repeat(500),
  '"guillemets" : deux points',
  'lone \uD800 surrogate',
  '  espaces  ',
  '=1+1',
];

const anyText = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc.tuple(fc.constantFrom(...nasty), fc.constantFrom(...nasty)).map(([a, b]) => a + b),
);

const anyEvent: fc.Arbitrary<CalendarEvent> = fc.record({
  uid: fc.uuid().map((id) => `${id}@example.org`),
  sequence: fc.nat(2_000_000),
  changedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => ms - (ms % 1000)),
  start: fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => ms - (ms % 1000)),
  end: fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => ms - (ms % 1000)),
  summary: anyText,
  description: anyText,
  location: anyText,
  url: fc.constantFrom('https://communautes.example.org/seances/a', 'https://e.example/\r\nX-EVIL:1'),
  language: fc.constantFrom('fr', 'ar', 'pt-BR', 'fr:evil', ''),
  categories: fc.array(anyText, { maxLength: 3 }),
  isCancelled: fc.boolean(),
});

/** The text that a reader must find again: what no line may hold is gone, line ends are line feeds. */
const kept = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, '');

describe('a calendar file', () => {
  it('is read again without a loss, 300 hostile events and nothing smuggled in (K09, S12, F63)', () => {
    const events = fc.sample(anyEvent, { numRuns: 300, seed: 20261122 });
    const file = icalendar('Séances', events);
    const calendar = new ICAL.Component(ICAL.parse(file) as never);
    const read = calendar.getAllSubcomponents('vevent');
    assert.equal(read.length, events.length);
    assert.equal(calendar.getFirstPropertyValue('name'), 'Séances');
    const allowed =
      /^(uid|sequence|dtstamp|last-modified|dtstart|dtend|summary|description|location|url|categories|status|transp)$/;
    for (const [i, event] of events.entries()) {
      const one = read[i]!;
      const value = (name: string) => one.getFirstPropertyValue(name);
      assert.equal(value('uid'), event.uid);
      assert.equal(value('sequence'), event.sequence);
      assert.equal(value('summary'), kept(event.summary));
      assert.equal(value('description') ?? '', kept(event.description));
      assert.equal(value('location') ?? '', kept(event.location));
      assert.equal((value('dtstart') as ICAL.Time).toUnixTime() * 1000, event.start);
      if (event.end > event.start) assert.equal((value('dtend') as ICAL.Time).toUnixTime() * 1000, event.end);
      assert.equal(value('status'), event.isCancelled ? 'CANCELLED' : 'CONFIRMED');
      assert.deepEqual(one.getFirstProperty('categories')?.getValues() ?? [], event.categories.map(kept));
      for (const property of one.getAllProperties()) assert.match(property.name, allowed);
    }
  });

  it('has lines of 75 octets at most, cut between characters, each ended by CRLF (RFC 5545, 3.1)', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 5 }), (events) => {
        const file = icalendar('Agenda', events);
        assert.ok(file.endsWith('\r\n'));
        for (const line of file.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          assert.ok(!/[\r\n]/.test(line));
          assert.equal(line.isWellFormed(), true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('and the mails are set as French is: no-break spaces before : ; ! ? and inside quotation marks', async () => {
    const app = await createTestApp();
    try {
      const file = await (await app.request('/v1/sessions.ics')).text();
      const titles = new ICAL.Component(ICAL.parse(file) as never)
        .getAllSubcomponents('vevent')
        .filter((event) => event.getFirstProperty('summary')?.getParameter('language') === 'fr')
        .map((event) => String(event.getFirstPropertyValue('summary')));
      assert.ok(
        titles.some((title) => /\u00a0: «\u202f/.test(title)),
        titles.join('\n'),
      );
      assert.deepEqual(
        titles.filter((title) => / [:;!?»]|« /.test(title)),
        [],
      );
      const { items } = (await (await app.request('/v1/sessions?available=true&limit=50')).json()) as {
        items: { id: string; title: string; language: string }[];
      };
      const { id, title } = items.find((one) => one.language === 'fr' && one.title.includes(' : '))!;
      const answer = await app.post(await goodRegistration(app, id), {}, '/v1/registrations');
      assert.equal(answer.status, 202, await answer.text());
      const [mail] = await app.mails();
      assert.ok(mail!.message.text.includes(typeset(title, 'fr')), mail!.message.text);
    } finally {
      await app.close();
    }
  });
});
