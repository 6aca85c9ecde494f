import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { purge } from '../../server/privacy/retention.js';
import { Form, RegistrationPage, Session, SessionPage } from '../../src/contract/index.js';
import { long } from '../support/long.js';
import {
  goodRegistration,
  linkIn,
  MEMBER_SITE,
  newKey,
  OWN,
  pathOf,
  STAFF_TOKEN,
  createTestApp,
  type TestApp,
  rowsOf,
  changeRows,
  testEngines,
} from '../support/server.js';

const kinds = await testEngines();
const CONFIRM = { method: 'POST', body: 'action=confirm' };

for (const kind of kinds) {
  describe(`sessions on ${kind}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(kind, { LIMIT_PER_RECIPIENT: '1000' });
    });
    after(() => s.close());

    const json = async (path: string) => (await s.request(path)).json() as Promise<never>;
    const register = async (session: string, answers: Record<string, unknown> = {}) => {
      s.later(1);
      return s.post(await goodRegistration(s, session, answers), {}, '/v1/registrations');
    };
    const lastMailTo = async (to: string) =>
      (await s.mails()).filter(({ message }) => message.to === to).at(-1)!.message;
    const confirm = async (to: string) => {
      s.later(1);
      const response = await s.request(pathOf(linkIn(await lastMailTo(to))), CONFIRM);
      assert.equal(response.status, 303);
      return response.headers.get('Location')!;
    };
    const staff = async (query = '') =>
      RegistrationPage.parse(
        await (
          await s.request(`/v1/staff/registrations${query}`, {
            headers: { Authorization: `Bearer ${STAFF_TOKEN}` },
          })
        ).json(),
      ).items;

    it('counts what each further filter would leave, and the nearest sessions outside the range', async () => {
      const december = 'from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z';
      const page = SessionPage.parse(await json(`/v1/sessions?${december}&mode=online`));
      assert.equal(page.total, page.items.length);
      const all = SessionPage.parse(await json(`/v1/sessions?${december}`));
      const count = (mode: string) => all.items.filter((one) => one.mode === mode).length;
      assert.deepEqual(
        page.facets.mode.map(({ value, count: n }) => [value, n]),
        [
          ['online', count('online')],
          ['in-person', count('in-person')],
        ],
        'its own facet is left aside',
      );
      assert.deepEqual(
        page.facets.language.find(({ value }) => value === 'es'),
        { value: 'es', count: 1 },
      );
      assert.deepEqual(
        page.communities.map(({ slug, identity }) => [slug, identity?.shape]),
        [
          ['aoc', 'triangle'],
          ['madac', 'square'],
          ['ecsi', 'hexagon'],
          ['genre', 'circle'],
          ['groupes-de-pairs', 'diamond'],
        ],
        'all of them: where one has nothing, a reader may still choose it',
      );
      const two = SessionPage.parse(await json(`/v1/sessions?${december}&community=genre,aoc,nothing`));
      assert.equal(two.communities.length, 5, 'whatever is asked for: a reader may choose another one');
      assert.equal(page.around.before, '2026-11-26T10:00:00+01:00');
      assert.equal(page.around.after, '2027-01-12T12:30:00+01:00');
      assert.deepEqual(
        [page.around.next?.start, page.around.next?.community],
        ['2027-01-12T12:30:00+01:00', 'aoc'],
      );
      const empty = SessionPage.parse(
        await json('/v1/sessions?from=2026-08-01T00:00:00Z&to=2026-09-01T00:00:00Z'),
      );
      assert.deepEqual([empty.total, empty.around.after], [0, '2026-09-08T12:30:00+02:00']);
    });

    it('finds by audience, language, series and what has places', async () => {
      const ids = async (query: string) =>
        SessionPage.parse(await json(`/v1/sessions?limit=200&${query}`)).items.map(({ id }) => id);
      assert.deepEqual(await ids('language=es,ar'), ['genre-2026-12-15', 'genre-2027-02-11']);
      assert.equal((await ids('series=pause-aoc')).length, 16);
      for (const one of SessionPage.parse(await json('/v1/sessions?limit=200&audience=members')).items)
        assert.equal(one.audience, 'members');
      const available = SessionPage.parse(await json('/v1/sessions?limit=200&available=true')).items;
      const expected = SessionPage.parse(await json('/v1/sessions?limit=200')).items.filter(
        (one) => one.registration.state === 'open' && one.audience !== 'participants',
      );
      assert.deepEqual(
        available.map(({ id }) => id),
        expected.map(({ id }) => id),
      );
      assert.ok(available.length > 3);
      assert.equal((await s.request('/v1/sessions?available=yes')).status, 400);
    });

    it('gives the resources of a held session by their identifiers', async () => {
      const page = SessionPage.parse(await json('/v1/sessions?limit=200'));
      const held = page.items.find(({ resources }) => resources.length)!;
      const found = (await json(`/v1/resources?id=${held.resources.join(',')}`)) as {
        items: { id: string }[];
      };
      assert.deepEqual(found.items.map(({ id }) => id).sort(), [...held.resources].sort());
    });

    it('serves feeds of all, of a community and of a filter, and one session, with conditional requests', async () => {
      const events = (text: string) =>
        new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
      const feed = await s.request('/v1/communities/genre/sessions.ics');
      assert.equal(feed.headers.get('Content-Type'), 'text/calendar; charset=utf-8');
      const text = await feed.text();
      const etag = feed.headers.get('ETag')!;
      assert.equal(
        (await s.request('/v1/communities/genre/sessions.ics', { headers: { 'If-None-Match': etag } }))
          .status,
        304,
      );
      const { items } = SessionPage.parse(await json('/v1/sessions?community=genre&limit=200'));
      const days = items.reduce((sum, one) => sum + Math.max(1, one.days.length), 0);
      assert.ok(days > items.length);
      assert.equal(events(text).length, days, 'several days are several events');
      assert.equal((await s.request('/v1/communities/none/sessions.ics')).status, 404);
      assert.equal(events(await (await s.request('/v1/sessions.ics?language=es')).text()).length, 1);
      const one = await s.request('/v1/sessions/madac-2027-01-19.ics');
      assert.match(one.headers.get('Content-Disposition')!, /madac-2027-01-19\.ics/);
      const [event] = events(await one.text());
      assert.equal(event!.getFirstPropertyValue('status'), 'CANCELLED');
      assert.equal(event!.getFirstPropertyValue('uid'), 'madac-2027-01-19@communautes.example.org');
      assert.equal((event!.getFirstPropertyValue('dtstart') as ICAL.Time).toString(), '2027-01-19T08:30:00Z');
      const series = events(await (await s.request('/v1/sessions/groupes-de-pairs-2027-03-23.ics')).text());
      assert.equal(series.length, 4);
      assert.equal((await s.request('/v1/sessions/none.ics')).status, 404);
    });

    it('serves feeds and files in English too', async () => {
      const text = async (path: string) => (await s.request(path)).text();
      for (const path of [
        '/v1/sessions.ics',
        '/v1/communities/genre/sessions.ics',
        '/v1/sessions/genre-2026-11-26.ics',
      ]) {
        const [french, english] = [await text(path), await text(`${path}?lang=en`)];
        assert.notEqual(french, english, path);
        const uids = (file: string) => file.match(/^UID:.*$/gm);
        assert.deepEqual(uids(french), uids(english), 'the same sessions');
      }
    });

    it('registers: seat at the confirmation, calendar file in the mail, cancelled by link (S05)', async () => {
      const id = 'genre-2026-11-26';
      const before = Session.parse(await json(`/v1/sessions/${id}`));
      const response = await register(id, { email: 'awa@example.org' });
      assert.equal(response.status, 202);
      const first = await lastMailTo('awa@example.org');
      assert.equal(first.attachments, undefined);
      s.later(3_000);
      assert.equal(Session.parse(await json(`/v1/sessions/${id}`)).registered, before.registered, 'not yet');

      const page = await s.request(pathOf(linkIn(first)));
      assert.match(await page.text(), /Confirmer mon inscription/);
      const manage = await confirm('awa@example.org');
      s.later(3_000);
      assert.equal(Session.parse(await json(`/v1/sessions/${id}`)).registered, before.registered + 1);
      const second = await lastMailTo('awa@example.org');
      assert.equal(second.subject, 'Votre place est réservée');
      assert.match(second.attachments![0]!.content, /^BEGIN:VCALENDAR\r\n/);
      assert.equal(
        (await s.request(pathOf(linkIn(first)), CONFIRM)).headers.get('Location'),
        pathOf(linkIn(first)),
        'once',
      );
      assert.match(await (await s.request(manage)).text(), /Votre place est réservée/);
      assert.deepEqual(
        (await staff(`?session=${id}`)).map((one) => [one.state, one.answers['email']]),
        [['confirmed', 'awa@example.org']],
      );
      assert.equal((await s.request(manage, { method: 'POST', body: 'action=cancel' })).status, 303);
      s.later(3_000);
      assert.equal(Session.parse(await json(`/v1/sessions/${id}`)).registered, before.registered);
    });

    it('puts on the waiting list when it is full, and keeps a freed seat for the first who waits, who accepts it', async () => {
      const id = 'genre-2026-11-26'; // 3 seats left
      const manage: string[] = [];
      for (const n of [1, 2, 3, 4, 5]) {
        await register(id, { email: `file${n}@example.org` });
        manage.push(await confirm(`file${n}@example.org`));
      }
      const state = async (path: string) =>
        /class="notice"[^>]*>([^]*?)<\/p>/
          .exec(await (await s.request(path)).text())![1]!
          .replace(/\s+/g, ' ')
          .trim();
      assert.match(await state(manage[2]!), /réservée/);
      assert.match(await state(manage[3]!), /liste d’attente.*position.: 1\./);
      assert.match(await state(manage[4]!), /position.: 2\./);
      s.later(3_000);
      assert.equal(Session.parse(await json(`/v1/sessions/${id}`)).registration.state, 'waiting-list');
      assert.equal(
        Form.parse(await json(`/v1/forms/register:${id}`)).submitLabel,
        'M’inscrire sur la liste d’attente',
      );

      await s.request(manage[0]!, { method: 'POST', body: 'action=cancel' });
      assert.match(await state(manage[3]!), /gardée pour vous.*avant le lundi 23 novembre à 10:00/);
      assert.match(await state(manage[4]!), /position.: 1\./);
      const offer = await lastMailTo('file4@example.org');
      assert.equal(offer.subject.replace(/\s/g, ' '), 'Une place s’est libérée : la voulez-vous ?');
      assert.match(offer.text, /jusqu’au lundi 23 novembre à 10:00/);
      const accept = () => s.request(manage[3]!, { method: 'POST', body: 'action=accept' });
      s.later(1);
      await s.request(manage[4]!, { method: 'POST', body: 'action=accept' });
      assert.match(await state(manage[4]!), /position.: 1\./, 'nothing was offered to this one');
      assert.equal((await accept()).status, 303);
      assert.match(await state(manage[3]!), /Votre place est réservée/);
      const mine = await lastMailTo('file4@example.org');
      assert.match(mine.attachments![0]!.content, /BEGIN:VEVENT/);
      await accept();
      assert.equal((await lastMailTo('file4@example.org')).text, mine.text, 'accepted once');
      await s.request(manage[0]!, { method: 'POST', body: 'action=cancel' });
      assert.match(await state(manage[4]!), /position.: 1\./, 'cancelling twice frees one seat');
    });

    it('keeps one seat for who registers twice', async () => {
      const id = 'aoc-2026-12-08';
      const before = Session.parse(await json(`/v1/sessions/${id}`)).registered;
      for (const address of ['deux.fois@example.org', 'Deux.Fois@example.org']) {
        await register(id, { email: address });
        await confirm(address);
      }
      s.later(3_000);
      assert.equal(Session.parse(await json(`/v1/sessions/${id}`)).registered, before + 1);
    });

    it('gives each freed seat once, whoever cancels, twice or at once (S18)', async () => {
      const id = 'genre-2027-03-16';
      await changeRows(
        s.db,
        `update sessions set seats = 4, taken = 0, waiting = 0, opens_at = null where id = $1`,
        [id],
      );
      const [row] = await rowsOf(s.db, `select doc from sessions where id = $1`, [id]);
      const open = { ...(JSON.parse(String(row!['doc'])) as { registration: object }) };
      open.registration = { state: 'open', opensAt: null, closesAt: null };
      await changeRows(s.db, `update sessions set doc = $1, registration = 'open' where id = $2`, [
        JSON.stringify(open),
        id,
      ]);
      const manage: string[] = [];
      for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) {
        await register(id, { email: `rend${n}@example.org` });
        manage.push(await confirm(`rend${n}@example.org`));
      }
      const cancel = { method: 'POST', body: 'action=cancel' };
      await Promise.all([0, 0, 0, 1, 1, 4].map((n) => s.request(manage[n]!, cancel)));
      const states = (await staff(`?session=${id}&limit=500`)).map(({ state }) => state).sort();
      assert.deepEqual(states, [
        ...['cancelled', 'cancelled', 'cancelled'],
        ...['confirmed', 'confirmed'],
        ...['offered', 'offered'],
        'waiting-list',
      ]);
      const [seats] = await rowsOf(s.db, `select taken, waiting from sessions where id = $1`, [id]);
      assert.deepEqual([seats!['taken'], seats!['waiting']], [4, 1]);
    });

    it('keeps the place on the waiting list for who registers twice, and reads it back with consents', async () => {
      const id = 'genre-2027-03-16';
      await register(id, { email: 'derniere@example.org' });
      await confirm('derniere@example.org');
      await register(id, { email: 'rend8@example.org' });
      await confirm('rend8@example.org');
      const waiting = await staff(`?session=${id}&state=waiting-list`);
      assert.deepEqual(waiting.map((one) => [one.answers['email'], one.position, one.consents]).sort(), [
        ['derniere@example.org', 2, []],
        ['rend8@example.org', 1, []],
      ]);
    });

    it('is closed when its publisher says so, whatever the dates', async () => {
      const id = 'ecsi-2027-04-15';
      const [row] = await rowsOf(s.db, `select doc from sessions where id = $1`, [id]);
      const doc = {
        ...(JSON.parse(String(row!['doc'])) as object),
        registration: { state: 'closed', opensAt: null, closesAt: null },
      };
      await changeRows(s.db, `update sessions set doc = $1, registration = 'closed' where id = $2`, [
        JSON.stringify(doc),
        id,
      ]);
      s.later(3_000);
      assert.equal(Session.parse(await json(`/v1/sessions/${id}`)).registration.state, 'closed');
    });

    it(
      'takes 10 of 200 who confirm at once for 10 seats, 190 wait, none is lost (S18, F55)',
      long,
      async () => {
        const id = 'aoc-2026-12-08';
        await changeRows(s.db, `update sessions set seats = 10, taken = 0, waiting = 0 where id = $1`, [id]);
        const body = await goodRegistration(s, id);
        for (let n = 0; n < 200; n++) {
          const answers = { email: `foule${n}@example.org` };
          assert.equal((await s.post({ ...body, answers }, {}, '/v1/registrations')).status, 202);
        }
        const links = (await s.mails())
          .filter(({ message }) => message.to.startsWith('foule'))
          .map(({ message }) => pathOf(linkIn(message)));
        assert.equal(links.length, 200);
        const pool = [...links];
        await Promise.all(
          Array.from({ length: kind === 'postgres' ? 20 : 200 }, async () => {
            for (let link = pool.pop(); link; link = pool.pop()) {
              let status = 503;
              for (let tries = 0; status === 503 && tries < 20; tries++)
                status = (await s.request(link, CONFIRM)).status;
              assert.equal(status, 303);
            }
          }),
        );
        const all: string[] = [];
        for (const state of ['confirmed', 'waiting-list'] as const) {
          const found = (await staff(`?session=${id}&state=${state}&limit=500`)).filter(({ answers }) =>
            String(answers['email']).startsWith('foule'),
          );
          all.push(`${state} ${found.length}`);
        }
        assert.deepEqual(all, ['confirmed 10', 'waiting-list 190']);
        const [row] = await rowsOf(s.db, `select taken, waiting from sessions where id = $1`, [id]);
        assert.deepEqual([row!['taken'], row!['waiting']], [10, 190]);
      },
    );

    it('refuses what cannot be registered for: cancelled, held, not yet open (F51)', async () => {
      for (const id of ['madac-2027-01-19', 'aoc-2026-01-13', 'aoc-2027-06-08']) {
        const response = await register(id, { email: 'tard@example.org' });
        assert.equal(response.status, 422, id);
        const { errors } = (await response.json()) as { errors: { pointer: string; code: string }[] };
        assert.deepEqual([errors[0]!.pointer, errors[0]!.code], ['/session', 'closed']);
        assert.equal((await s.request(`/seances/${id}/inscription`)).status, 303);
      }
      assert.equal((await register('none')).status, 422);
    });

    it('tells plainly when a session was cancelled between registering and confirming (F51)', async () => {
      const id = 'genre-2027-01-21';
      await register(id, { email: 'entre@example.org', attendance: 'online' });
      const [row] = await rowsOf(s.db, `select doc from sessions where id = $1`, [id]);
      const doc = { ...(JSON.parse(String(row!['doc'])) as object), status: 'cancelled' };
      await changeRows(s.db, `update sessions set doc = $1, status = 'cancelled' where id = $2`, [
        JSON.stringify(doc),
        id,
      ]);
      const manage = await confirm('entre@example.org');
      assert.match(await (await s.request(manage)).text(), /La séance est annulée/);
      const mail = await lastMailTo('entre@example.org');
      assert.match(mail.text, /nous n’avons pas pu vous inscrire/);
      assert.equal(mail.attachments, undefined);
      await changeRows(s.db, `update sessions set doc = $1, status = 'scheduled' where id = $2`, [
        String(row!['doc']),
        id,
      ]);
    });

    it('asks what a hybrid session and one for members need', async () => {
      const refused = await register('ecsi-2027-01-28');
      assert.match(JSON.stringify(await refused.json()), /\/answers\/attendance/);
      assert.equal((await register('ecsi-2027-01-28', { attendance: 'in-person' })).status, 202);
      const form = Form.parse(await json('/v1/forms/register:madac-2027-03-11'));
      assert.equal(form.fields.find(({ name }) => name === 'organisation')?.required, true);
    });

    it('does the whole of it without scripts', async () => {
      const id = 'ecsi-2026-12-17';
      const list = await (await s.request('/seances')).text();
      assert.match(list, /href="https:\/\/communautes\.example\.org\/seances\/ecsi-2026-12-17"/);
      const page = await (await s.request(`/seances/${id}`)).text();
      assert.match(page, /Séance reportée/);
      const data = JSON.parse(
        /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)![1]!,
      ) as Record<string, unknown>;
      assert.equal(data['@type'], 'Event');
      assert.equal(data['eventStatus'], 'https://schema.org/EventRescheduled');
      const form = await (await s.request(`/seances/${id}/inscription`)).text();
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)![1]!;
      const send = (email: string) =>
        s.request(`/seances/${id}/inscription`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: OWN },
          body: new URLSearchParams({
            'f3e-version': hidden('f3e-version'),
            'f3e-key': hidden('f3e-key'),
            'f3e-lang': 'fr',
            email,
            givenName: 'A',
          }).toString(),
        });
      const faulty = await send('pas une adresse');
      assert.equal(faulty.status, 422);
      assert.match(await faulty.text(), /value="pas une adresse"/);
      const sent = await send('papier@example.org');
      assert.equal(sent.headers.get('Location'), `/seances/${id}/inscription/merci?lang=fr`);
      assert.match(await (await s.request(sent.headers.get('Location')!)).text(), /bien arrivée/);
      assert.match(
        await (await s.request(await confirm('papier@example.org'))).text(),
        /Votre place est réservée/,
      );
    });

    it('has no meeting link and no address of a person in any public answer (S05, F70)', async () => {
      await changeRows(
        s.db,
        `update sessions set doc = replace(doc, '"demo":true', '"onlineUrl":"https://visio.example.org/secret-42","demo":true')`,
      );
      await register('aoc-2026-12-03', { email: 'secrete@example.org' });
      await confirm('secrete@example.org');
      s.later(3_000);
      for (const path of [
        '/v1/communities',
        '/v1/sessions?limit=200',
        '/v1/sessions/aoc-2026-12-03',
        '/v1/sessions.ics',
        '/v1/communities/aoc/sessions.ics',
        '/v1/sessions/aoc-2026-12-03.ics',
        '/v1/series/pause-aoc.ics',
        '/v1/resources?size=100',
        '/v1/organisations',
        '/v1/forms/register:aoc-2026-12-03',
        '/seances',
        '/seances/aoc-2026-12-03',
        '/communautes/aoc',
      ]) {
        const response = await s.request(path);
        assert.equal(response.status, 200, path);
        const text = await response.text();
        assert.ok(!/visio\.example|secret-42|secrete@/.test(text), path);
      }
      assert.ok(!/visio\.example|secrete@/.test(JSON.stringify(s.log)));
    });

    it('takes the same key once, from listed sites only (L01, S01)', async () => {
      const body = await goodRegistration(s, 'aoc-2026-12-03', { email: 'cle@example.org' });
      const key = newKey();
      const send = () => s.post(body, { 'Idempotency-Key': key }, '/v1/registrations');
      const answers = await Promise.all([send(), send(), send()]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [202, 202, 202],
      );
      assert.equal(
        (await staff('?limit=500')).filter((one) => one.answers['email'] === 'cle@example.org').length,
        1,
      );
      assert.equal((await s.post(body, { Origin: 'https://evil.example' }, '/v1/registrations')).status, 403);
      assert.equal((await s.post(body, { Origin: MEMBER_SITE }, '/v1/registrations')).status, 202);
    });

    it('erases unconfirmed registrations after a week, and all a year after the session (P06, P08)', async () => {
      await register('aoc-2026-12-03', { email: 'oubli@example.org' });
      const has = async (email: string) =>
        (await staff('?limit=500')).some(({ answers }) => answers['email'] === email);
      const done = (days: number) => purge(s.db, () => undefined, s.now() + days * 86_400_000);
      await done(6);
      assert.equal(await has('oubli@example.org'), true);
      await done(8);
      assert.equal(await has('oubli@example.org'), false);
      assert.equal(await has('secrete@example.org'), true);
      await done(366);
      assert.equal(await has('secrete@example.org'), true);
      assert.ok((await done(378)).registrations > 0);
      assert.equal(await has('secrete@example.org'), false);
    });
  });
}
