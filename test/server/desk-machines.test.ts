import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Session } from '../../src/contract/index.js';
import {
  confirmLast,
  createTestApp,
  goodRegistration,
  rowsOf,
  type TestApp,
  testEngines,
} from '../support/server.js';

const engines = await testEngines();

interface Saved {
  id: string;
  revision: number;
  press: string;
}

const draft = {
  community: 'genre',
  strand: null,
  title: 'Écrite par une machine',
  summary: '',
  kind: 'webinar',
  mode: 'online',
  language: 'fr',
  timezone: 'Europe/Paris',
  start: '2027-09-09T10:00:00',
  end: '2027-09-09T11:30:00',
  place: null,
  facilitation: '',
  audience: 'all',
  requiresApproval: false,
  accessibility: [],
  capacity: 20,
  opensAt: null,
  closesAt: null,
};

for (const engine of engines) {
  describe(`sessions for machines, ${engine}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(engine);
    });
    after(() => s.close());

    const send = async (
      method: string,
      path: string,
      body: object = {},
      headers: Record<string, string> = {},
    ) => {
      const response = await s.staff(path, { method, ...(method !== 'GET' && { body }), headers });
      const text = await response.text();
      return {
        status: response.status,
        answer: (text ? JSON.parse(text) : {}) as Saved & { detail?: string },
      };
    };
    const read = async (id: string) => {
      s.later(3_000);
      return (await (await s.request(`/v1/sessions/${id}`)).json()) as Session;
    };

    it('a draft is written, looked at by nobody, published, and is the session that was written', async () => {
      const begun = await send('POST', '/sessions', draft);
      assert.equal(begun.status, 201);
      assert.deepEqual([begun.answer.id, begun.answer.revision], ['genre-2027-09-09', 1]);
      const { id } = begun.answer;
      assert.equal((await s.request(`/v1/sessions/${id}`)).status, 404);
      const again = await send(
        'PUT',
        `/sessions/${id}`,
        { ...draft, title: 'Un autre titre' },
        { 'If-Match': '"1"' },
      );
      assert.equal(again.answer.revision, 2);
      const published = await send('POST', `/sessions/${id}/publish`, {}, { 'If-Match': '"2"' });
      assert.equal(published.status, 200);
      const session = await read(id);
      assert.deepEqual(
        [session.title, session.capacity, session.registration.state],
        ['Un autre titre', 20, 'open'],
      );
      assert.equal((await send('POST', `/sessions/${id}/publish`)).status, 404, 'no draft is left');
    });

    it('the version of another is never overwritten: 409 with the newest', async () => {
      const id = 'genre-2027-09-09';
      const old = await send('PUT', `/sessions/${id}`, { ...draft, title: 'Vieux' }, { 'If-Match': '"1"' });
      assert.equal(old.status, 409);
      assert.match(old.answer.detail!, /newest version is 3/);
      assert.equal((await read(id)).title, 'Un autre titre');
    });

    it('a copy stands on the same rank of the next free month, without people', async () => {
      const copied = await send('POST', '/sessions/ecsi-2026-12-17/copy');
      assert.equal(copied.status, 201);
      assert.match(copied.answer.id, /^ecsi-2027-/);
      await send('POST', `/sessions/${copied.answer.id}/publish`);
      const session = await read(copied.answer.id);
      assert.equal(session.registered, 0);
      assert.equal((await send('POST', '/sessions/nulle-part/copy')).status, 404);
    });

    it('a move tells people old and new, and is taken back by its press', async () => {
      const id = 'genre-2027-09-09';
      const email = 'machine@example.org';
      await s.post(await goodRegistration(s, id, { email }), {}, '/v1/registrations');
      await confirmLast(s, email);
      const moved = await send('POST', `/sessions/${id}/move`, { start: '2027-09-16T10:00:00' });
      assert.equal(moved.status, 200);
      assert.equal((moved.answer as unknown as { told: number }).told, 1);
      assert.match((await read(id)).end, /^2027-09-16T11:30/);
      for (const start of ['2027-09-16T10:00:00', '2028-03-26T02:30:00'])
        assert.equal((await send('POST', `/sessions/${id}/move`, { start })).status, 422, start);
      const undone = await send('POST', `/presses/${moved.answer.press}/undo`);
      assert.equal(undone.status, 200);
      assert.match((await read(id)).start, /^2027-09-09/);
    });

    it('versions are listed without what they say, and one of them is published again', async () => {
      const id = 'genre-2027-09-09';
      await send('PATCH', `/sessions/${id}`, {
        title: 'Changé en place',
        capacity: 5,
        start: '2027-09-10T10:00:00',
      });
      const changed = await read(id);
      assert.deepEqual([changed.title, changed.capacity], ['Changé en place', 5]);
      assert.match(changed.end, /^2027-09-10T11:30/, 'it lasts as long');
      const { answer } = await send('GET', `/sessions/${id}/revisions`);
      const { items } = answer as unknown as { items: { number: number; state: string; author: string }[] };
      assert.equal(items[0]!.state, 'published');
      assert.equal(items[0]!.author, 'setting:STAFF_TOKEN');
      assert.deepEqual(Object.keys(items[0]!).sort(), ['at', 'author', 'number', 'publishAt', 'state']);
      const back = await send('POST', `/sessions/${id}/revert`, { number: 3 });
      assert.equal(back.status, 200);
      assert.equal((await read(id)).title, 'Un autre titre');
      assert.equal((await send('POST', `/sessions/${id}/revert`, { number: 99 })).status, 422);
    });

    it('is scheduled, given up, and refused with the pointer of what is wrong', async () => {
      const { answer } = await send('POST', '/sessions', {
        ...draft,
        start: '2027-10-07T10:00:00',
        end: '2027-10-07T11:00:00',
      });
      const at = new Date(s.now() + 3_600_000).toISOString();
      assert.equal((await send('POST', `/sessions/${answer.id}/publish`, { at })).status, 200);
      const [row] = await rowsOf(s.db, `select publish_at from revisions where state = 'scheduled'`);
      assert.equal(row!['publish_at'], at);
      s.later(2 * 3_600_000);
      assert.equal(
        (await s.runScheduledJobs()).published,
        1,
        'at its time, for the machine that scheduled it',
      );
      assert.equal((await read(answer.id)).title, 'Écrite par une machine');
      s.later(-2 * 3_600_000);
      await send('PUT', `/sessions/${answer.id}`, {
        ...draft,
        start: '2027-10-07T10:00:00',
        end: '2027-10-07T12:00:00',
      });
      assert.equal(
        (await send('POST', `/sessions/${answer.id}/publish`, { at: '2020-01-01T00:00:00Z' })).status,
        422,
      );
      assert.equal((await send('POST', `/sessions/${answer.id}/discard`)).status, 204);
      assert.equal((await send('POST', `/sessions/${answer.id}/discard`)).status, 404);
      for (const [wrong, pointer] of [
        [{ community: 'nulle-part' }, '/community'],
        [{ timezone: 'Europe/Nulle' }, '/timezone'],
        [{ end: draft.start }, '/end'],
        [{ mode: 'in-person' }, '/place'],
        [{ inconnu: 1 }, ''],
      ] as const) {
        const refused = await send('POST', '/sessions', { ...draft, ...wrong });
        assert.equal(refused.status, 422, JSON.stringify(wrong));
        const { errors } = refused.answer as unknown as { errors: { pointer: string }[] };
        assert.ok(
          errors.some((one) => one.pointer.startsWith(pointer)),
          JSON.stringify(errors),
        );
      }
    });

    it('changes of a public session are checked as those of a draft are', async () => {
      const id = 'genre-2027-09-09';
      const refused = await send('PATCH', `/sessions/${id}`, { mode: 'in-person' });
      assert.equal(refused.status, 422);
      const closed = await send('PATCH', `/sessions/${id}`, { registration: { state: 'closed' } });
      assert.equal(closed.status, 200);
      assert.equal((await read(id)).registration.state, 'closed');
    });
  });
}
