import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Problem, Session } from '../../src/contract/index.js';
import {
  confirmLast,
  createTestApp,
  goodRegistration,
  type TestApp,
  testEngines,
} from '../support/server.js';

const engines = await testEngines();
const SESSION = 'ecsi-2026-12-17';
const OF_FOUR = 'groupes-de-pairs-2027-03-23';
const OF_THREE = 'genre-2027-05-25';
const CANCELLED = 'madac-2027-01-19';

for (const engine of engines) {
  describe(`a change of a session, ${engine}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(engine);
    });
    after(() => s.close());
    const patch = (id: string, body: object) => s.staff(`/sessions/${id}`, { method: 'PATCH', body });
    const read = async (id: string) => {
      // Longer than answers are kept.
      s.later(3_000);
      return (await (await s.request(`/v1/sessions/${id}`)).json()) as Session;
    };
    const calendarOf = async (id: string) => {
      s.later(3_000);
      return (await s.request(`/v1/sessions/${id}.ics`)).text();
    };
    const uidsOf = (calendar: string) => [...calendar.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid!);
    const faultOf = async (answer: Response) => {
      assert.equal(answer.status, 422);
      return ((await answer.json()) as Problem).errors![0]!;
    };
    const stays =
      (id: string, session: Session, ...members: (keyof Session)[]) =>
      async () => {
        const now = await read(id);
        for (const member of members) assert.deepEqual(now[member], session[member], member);
      };

    it('moves the registration window by as much as the start: postponed, it stays open until then (T01)', async () => {
      const session = await read(SESSION);
      const move = { start: '2027-01-03T09:30:00', end: '2027-01-03T12:30:00' };
      assert.equal((await patch(SESSION, move)).status, 200);
      const moved = await read(SESSION);
      assert.equal(moved.registration.closesAt, '2026-12-31T18:00:00+01:00');
      assert.equal(moved.registration.opensAt, session.registration.opensAt, 'an opening that is past stays');
      assert.equal(moved.registration.state, 'open');
      await stays(SESSION, session, 'title', 'capacity', 'place', 'days', 'resources')();
    });

    it('closes registration earlier with a session that is brought forward, and opens it earlier (T01)', async () => {
      const days = [
        { start: '2027-05-11T14:00:00', end: '2027-05-11T15:30:00' },
        { start: '2027-05-12T14:00:00', end: '2027-05-12T15:30:00' },
        { start: '2027-05-13T14:00:00', end: '2027-05-13T15:30:00' },
      ];
      assert.equal((await patch(OF_THREE, { days })).status, 200);
      const { start, end, registration } = await read(OF_THREE);
      assert.deepEqual([start, end], ['2027-05-11T14:00:00+02:00', '2027-05-13T15:30:00+02:00']);
      assert.equal(registration.closesAt, '2027-05-08T18:00:00+02:00');
      assert.equal(registration.opensAt, '2026-12-28T09:00:00+01:00');
    });

    it('takes the window that the team sends', async () => {
      const registration = { closesAt: '2027-01-02T08:00:00' };
      assert.equal((await patch(SESSION, { registration })).status, 200);
      assert.equal((await read(SESSION)).registration.closesAt, '2027-01-02T08:00:00+01:00');
    });

    it('asks for the parts of a session of several days, and keeps the identity of each in calendars (T03)', async () => {
      const uids = uidsOf(await calendarOf(OF_FOUR));
      assert.equal(uids.length, 4);
      const fault = await faultOf(await patch(OF_FOUR, { start: '2027-03-24T14:00:00' }));
      assert.deepEqual([fault.pointer, fault.code], ['/days', 'required']);
      assert.match(fault.detail, /4 parts/);
      assert.equal((await read(OF_FOUR)).days.length, 4, 'nothing changed');
      const days = ['03-24', '03-25', '03-31', '04-02'].map((day) => ({
        start: `2027-${day}T14:00:00`,
        end: `2027-${day}T15:30:00`,
      }));
      for (const [wrong, pointer] of [
        [[days[1], days[0]], '/days/1/start'],
        [[days[0]], '/days'],
        [[{ ...days[0], end: '2027-03-24T13:00:00' }, days[1]], '/days/0/end'],
      ] as const)
        assert.equal((await faultOf(await patch(OF_FOUR, { days: wrong }))).pointer, pointer);
      assert.equal((await patch(OF_FOUR, { days })).status, 200);
      assert.deepEqual(uidsOf(await calendarOf(OF_FOUR)), uids);
      assert.equal((await read(OF_FOUR)).end, '2027-04-02T15:30:00+02:00');
    });

    it('leaves a cancelled session cancelled, and writes to nobody, when its end is corrected (T02)', async () => {
      const before = (await s.mails()).length;
      assert.equal((await patch(CANCELLED, { end: '2027-01-19T17:00:00' })).status, 200);
      const { status, cancellationReason } = await read(CANCELLED);
      assert.deepEqual([status, cancellationReason], ['cancelled', 'Salle accessible indisponible']);
      assert.equal((await s.mails()).length, before);
    });

    it('forgets the reason with the cancellation, in calendars too (T02)', async () => {
      assert.match(await calendarOf(CANCELLED), /Salle accessible indisponible/);
      assert.equal((await patch(CANCELLED, { status: 'scheduled' })).status, 200);
      const { status, cancellationReason } = await read(CANCELLED);
      assert.deepEqual([status, cancellationReason], ['scheduled', null]);
      const calendar = await calendarOf(CANCELLED);
      assert.doesNotMatch(calendar, /Salle accessible/);
      assert.match(calendar, /STATUS:CONFIRMED/);
    });

    it('changes title, summary and capacity without a mail, and keeps the people who registered', async () => {
      const id = 'aoc-2026-12-08';
      await s.post(await goodRegistration(s, id, { email: 'place@example.org' }), {}, '/v1/registrations');
      await confirmLast(s, 'place@example.org');
      const session = await read(id);
      const before = (await s.mails()).length;
      const change = { title: 'Un autre titre', summary: 'Autre chose.', capacity: 77 };
      assert.deepEqual(await (await patch(id, change)).json(), { told: 0 });
      const now = await read(id);
      assert.deepEqual([now.title, now.summary, now.capacity], Object.values(change));
      assert.deepEqual(
        [now.registered, now.start, now.status, now.rescheduledFrom],
        [session.registered, session.start, session.status, session.rescheduledFrom],
      );
      assert.equal((await s.mails()).length, before);
    });

    it('has no METHOD in files and feeds, which would need an organiser (RFC 5546, section 3.2.1)', async () => {
      for (const path of [
        `/v1/sessions/${SESSION}.ics`,
        '/v1/sessions.ics',
        '/v1/communities/aoc/sessions.ics',
      ])
        assert.doesNotMatch(await (await s.request(path)).text(), /^METHOD/m, path);
      for (const { message } of await s.mails())
        for (const { content, contentType } of message.attachments ?? [])
          assert.doesNotMatch(`${content}\n${contentType}`, /method/i);
    });
  });
}
