import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addressKey } from '../../server/submissions/forms/email.js';
import {
  Form,
  type CommunityProposal,
  type JoinRequest,
  type Registration,
} from '../../src/contract/index.js';
import {
  confirmLast,
  goodRegistration,
  goodRequest,
  hasPostgres,
  linkIn,
  newKey,
  OWN,
  press,
  createTestApp,
  type TestApp,
  rowsOf,
  changeRows,
  testVault,
} from '../support/server.js';

const databases = ['sqlite', ...((await hasPostgres()) ? ['postgres' as const] : [])] as const;
const HOUR = 3_600_000;
const LINK = 'https://visio.example.org/salle-secrete-42';

for (const kind of databases) {
  describe(`what follows a request, on ${kind}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(kind);
    });
    after(() => s.close());

    const text = async (path: string) => (await s.request(path)).text();
    const lastMailTo = async (to: string) =>
      (await s.mails()).filter(({ message }) => message.to === to).at(-1)!.message;
    const plain = (words: string) => words.replace(/\s/g, ' ');
    const registered = async (session: string, email: string, answers: object = {}) => {
      s.later(1);
      const body = await goodRegistration(s, session, { email, ...answers });
      const answer = await s.post(body, {}, '/v1/registrations');
      assert.equal(answer.status, 202, await answer.clone().text());
      s.later(1);
      return confirmLast(s, email);
    };
    const registrationOf = async (email: string) => {
      const { items } = (await (await s.staff('/registrations?limit=500')).json()) as {
        items: Registration[];
      };
      return items.find((one) => one.answers['email'] === email)!;
    };
    const decide = (what: string, id: string, decision: string) => {
      s.later(1);
      return s.staff(`/${what}/${id}/decision`, { method: 'POST', body: { decision } });
    };
    const onlySeats = (id: string, seats: number) =>
      changeRows(s.db, `update sessions set seats = $1, taken = 0, waiting = 0 where id = $2`, [seats, id]);

    it('tells the answer of the team to a request that was to be read, once', async () => {
      s.later(1);
      await s.post(await goodRequest(s, { community: 'madac' }, { email: 'madac@example.org' }));
      const own = await confirmLast(s, 'madac@example.org');
      const { items } = (await (await s.staff('/join-requests?community=madac')).json()) as {
        items: JoinRequest[];
      };
      const { id } = items[0]!;
      assert.equal((await decide('join-requests', id, 'study')).status, 422);
      assert.equal((await decide('join-requests', 'f'.repeat(32), 'accept')).status, 404);
      for (let times = 0; times < 2; times++)
        assert.deepEqual(await (await decide('join-requests', id, 'accept')).json(), { state: 'accepted' });
      const mails = (await s.mails()).filter(({ message }) => message.to === 'madac@example.org');
      assert.equal(mails.length, 3, 'to confirm, confirmed, accepted');
      assert.match(await text(own), /vous faites partie de la communauté/);
      assert.equal((await decide('join-requests', id, 'decline')).status, 200);
      assert.match((await lastMailTo('madac@example.org')).text, /ne peut pas y répondre favorablement/);
    });

    it('tells who asked for it that a closed community has reopened, once, with the way in', async () => {
      const patch = (slug: string, status: string) => {
        s.later(1);
        return s.staff(`/communities/${slug}`, { method: 'PATCH', body: { status } });
      };
      assert.deepEqual(await (await patch('ecsi', 'closed')).json(), { told: 0 });
      s.later(3_000);
      await s.post(await goodRequest(s, { community: 'ecsi' }, { email: 'reouverture@example.org' }));
      const own = await confirmLast(s, 'reouverture@example.org');
      assert.match(await text(own), /nous vous écrirons à la réouverture/);
      assert.deepEqual(await (await patch('ecsi', 'on-request')).json(), { told: 1 });
      const mail = await lastMailTo('reouverture@example.org');
      assert.match(mail.text, /accueille de nouveau[^]*\/communautes\/ecsi\/rejoindre/);
      assert.match(await text(own), /prévenu·e de la réouverture/);
      assert.deepEqual(await (await patch('ecsi', 'open')).json(), { told: 0 });
      assert.equal((await patch('none', 'open')).status, 404);
      assert.equal((await patch('ecsi', 'ajar')).status, 422);
    });

    it('checks who a session for participants admits: at once, or by the team', async () => {
      const id = 'groupes-de-pairs-2027-01-14';
      s.later(1);
      await s.post(await goodRequest(s, { community: 'groupes-de-pairs' }, { email: 'Pair@example.org' }));
      await confirmLast(s, 'Pair@example.org');
      await changeRows(
        s.db,
        `update join_requests set status = 'accepted' where email_key = '${addressKey(testVault, 'pair@example.org')}'`,
      );
      const form = Form.parse(await (await s.request(`/v1/forms/register:${id}`)).json());
      assert.match(plain(form.intro), /réservée aux personnes qui participent déjà/);
      const given = form.fields.find(({ name }) => name === 'attendance') ? { attendance: 'online' } : {};
      await registered(id, 'pair@example.org', given);
      assert.equal((await registrationOf('pair@example.org')).state, 'confirmed');
      const own = await registered(id, 'inconnue@example.org', given);
      const waiting = await registrationOf('inconnue@example.org');
      assert.equal(waiting.state, 'pending-approval');
      assert.deepEqual(await (await decide('registrations', waiting.id, 'accept')).json(), {
        state: 'confirmed',
      });
      assert.match(await text(own), /Votre place est réservée/);
      assert.match((await lastMailTo('inconnue@example.org')).attachments![0]!.content, /BEGIN:VEVENT/);
    });

    it('passes a seat on when it is not accepted in time, and puts the person at the end of the list', async () => {
      const id = 'aoc-2026-12-08';
      await onlySeats(id, 1);
      const pages: string[] = [];
      for (const n of [1, 2, 3]) pages.push(await registered(id, `offre${n}@example.org`));
      await press(s, pages[0]!, 'action=cancel');
      assert.match(await text(pages[1]!), /Accepter la place/);
      s.later(23 * HOUR);
      assert.equal((await s.runScheduledJobs()).passedOn, 0);
      s.later(2 * HOUR);
      assert.equal((await s.runScheduledJobs()).passedOn, 1);
      assert.match(await text(pages[2]!), /Accepter la place/);
      assert.match(plain(await text(pages[1]!)), /liste d’attente.*Votre position : 1\./);
      assert.match((await lastMailTo('offre2@example.org')).subject, /allée à la personne suivante/);
      await press(s, pages[1]!, 'action=accept');
      assert.equal((await registrationOf('offre2@example.org')).state, 'waiting-list', 'too late to accept');
      s.later(25 * HOUR);
      await s.runScheduledJobs();
      assert.match(await text(pages[1]!), /Accepter la place/, 'it comes round');
      s.later(30 * HOUR);
      await press(s, pages[2]!, 'action=cancel');
      assert.equal((await s.runScheduledJobs()).passedOn, 0, 'nobody else waits: the offer stands');
      await press(s, pages[1]!, 'action=accept');
      assert.equal((await registrationOf('offre2@example.org')).state, 'confirmed');
      const [seats] = await rowsOf(s.db, `select taken, waiting from sessions where id = $1`, [id]);
      assert.deepEqual([seats!['taken'], seats!['waiting']], [1, 0]);
    });

    it('loses no seat to an erasure while a session is cancelled: it goes to who waits once it is restored', async () => {
      const id = 'aoc-2026-12-03';
      await onlySeats(id, 1);
      const change = (body: object) => {
        s.later(1);
        return s.staff(`/sessions/${id}`, { method: 'PATCH', body });
      };
      const [row] = await rowsOf(s.db, `select starts_at from sessions where id = $1`, [id]);
      if (Date.parse(String(row!['starts_at'])) < s.now() + 30 * HOUR)
        assert.equal(
          (await change({ start: '2026-12-28T10:00:00', end: '2026-12-28T12:00:00' })).status,
          200,
        );
      const seat = await registered(id, 'fantome1@example.org');
      const waits = await registered(id, 'fantome2@example.org');
      await change({ status: 'cancelled', cancellationReason: 'Salle fermée.' });
      await press(s, seat, 'action=erase');
      assert.equal((await s.runScheduledJobs()).passedOn, 0, 'nothing to offer meanwhile');
      await change({ status: 'scheduled', cancellationReason: null });
      await changeRows(s.db, `update sessions set seats = 1 where id = $1`, [id]);
      assert.equal((await s.runScheduledJobs()).passedOn, 1);
      assert.match(await text(waits), /Accepter la place/);
      await press(s, waits, 'action=accept');
      const [seats] = await rowsOf(s.db, `select taken, waiting from sessions where id = $1`, [id]);
      assert.deepEqual([seats!['taken'], seats!['waiting']], [1, 0]);
      assert.equal((await s.runScheduledJobs()).passedOn, 0);
    });

    it('offers no seat that the publisher withholds', async () => {
      const [row] = await rowsOf(
        s.db,
        `select id, doc from sessions where status <> 'cancelled' and audience = 'all'
        and mode = 'online' and starts_at > $1 order by starts_at desc limit 1`,
        [new Date(s.now()).toISOString()],
      );
      const session = String(row!['id']);
      const doc = JSON.parse(String(row!['doc'])) as { registration: object };
      doc.registration = { state: 'waiting-list', opensAt: null, closesAt: null };
      await changeRows(
        s.db,
        `update sessions set seats = 10, taken = 0, waiting = 0, registration = 'waiting-list', opens_at = null, doc = $1 where id = $2`,
        [JSON.stringify({ ...doc, requiresApproval: false }), session],
      );
      const own = await registered(session, 'retenue@example.org');
      await s.runScheduledJobs();
      assert.equal((await registrationOf('retenue@example.org')).state, 'waiting-list');
      assert.match(await text(own), /liste d’attente/);
    });

    it('tells nothing of a reopening to who left meanwhile', async () => {
      const patch = (status: string) => {
        s.later(3_000);
        return s.staff('/communities/aoc', { method: 'PATCH', body: { status } });
      };
      await patch('closed');
      s.later(3_000);
      await s.post(await goodRequest(s, { community: 'aoc' }, { email: 'partie-avant@example.org' }));
      const own = await confirmLast(s, 'partie-avant@example.org');
      await press(s, own, 'action=cancel');
      assert.deepEqual(await (await patch('open')).json(), { told: 0 });
      assert.match(await text(own), /Annulée/);
    });

    it('reminds who has a seat a day before, with the online link, which stands nowhere else (S05)', async () => {
      const id = 'ecsi-2027-01-28';
      await onlySeats(id, 1);
      const own = await registered(id, 'rappel@example.org', { attendance: 'online' });
      const waiting = await registered(id, 'attend@example.org', { attendance: 'online' });
      const set = await s.staff(`/sessions/${id}`, { method: 'PATCH', body: { onlineLink: LINK } });
      assert.deepEqual([set.status, await set.json()], [200, { told: 0 }]);
      const [row] = await rowsOf(s.db, `select starts_at from sessions where id = $1`, [id]);
      s.later(Date.parse(String(row!['starts_at'])) - s.now() - 25 * HOUR);
      await s.runScheduledJobs();
      assert.ok(!(await lastMailTo('rappel@example.org')).text.includes(LINK), 'not two days before');
      s.later(2 * HOUR);
      assert.ok((await s.runScheduledJobs()).reminded >= 1);
      const mail = await lastMailTo('rappel@example.org');
      assert.match(mail.subject, /^Rappel/);
      assert.ok(mail.text.includes(LINK));
      assert.ok(!mail.attachments!.some(({ content }) => content.includes('salle-secrete')));
      assert.ok(!(await lastMailTo('attend@example.org')).text.includes(LINK), 'who waits gets none');
      assert.equal((await s.runScheduledJobs()).reminded, 0, 'once');
      assert.ok((await text(own)).includes(LINK));
      assert.ok(!(await text(waiting)).includes(LINK));
      for (const path of [
        `/v1/sessions/${id}`,
        `/v1/sessions/${id}.ics`,
        `/seances/${id}`,
        '/v1/sessions.ics',
        '/seances',
      ])
        assert.ok(!(await text(path)).includes('salle-secrete'), path);
      s.later(1);
      await s.staff(`/sessions/${id}`, { method: 'PATCH', body: { onlineLink: `${LINK}-bis` } });
      await s.runScheduledJobs();
      assert.ok(
        (await lastMailTo('rappel@example.org')).text.includes(`${LINK}-bis`),
        'a new link is sent again',
      );
      await press(s, own, 'action=cancel');
      assert.ok(!(await text(own)).includes(LINK), 'gone with the seat');
      assert.ok(!JSON.stringify(s.log).includes('salle-secrete'));
    });

    it('tells all who registered that a session has moved, then that it is cancelled, once each', async () => {
      const id = 'genre-2027-03-16';
      await onlySeats(id, 1);
      await changeRows(s.db, `update sessions set opens_at = null where id = $1`, [id]);
      const doc = JSON.parse(
        String((await rowsOf(s.db, `select doc from sessions where id = $1`, [id]))[0]!['doc']),
      ) as {
        registration: object;
        start: string;
      };
      doc.registration = { state: 'open', opensAt: null, closesAt: null };
      await changeRows(s.db, `update sessions set doc = $1, registration = 'open' where id = $2`, [
        JSON.stringify(doc),
        id,
      ]);
      const seat = await registered(id, 'change1@example.org');
      await registered(id, 'change2@example.org');
      const left = await registered(id, 'change3@example.org');
      await press(s, left, 'action=cancel');
      const change = (body: object) => {
        s.later(1);
        return s.staff(`/sessions/${id}`, { method: 'PATCH', body });
      };
      assert.equal((await change({ end: '2020-01-01T00:00:00' })).status, 422);
      assert.equal((await change({ start: 'demain' })).status, 422);
      assert.equal((await change({ start: '2027-02-30T10:00:00' })).status, 422);
      const moved = await change({ start: '2027-03-18T10:00:00', end: '2027-03-18T12:00:00' });
      assert.deepEqual(await moved.json(), { told: 2 });
      const mail = await lastMailTo('change1@example.org');
      assert.match(plain(mail.text), /jeudi 18 mars 2027/);
      const sequence = (content: string) => Number(/SEQUENCE:(\d+)/.exec(content)![1]);
      const first = sequence(mail.attachments![0]!.content);
      assert.equal((await lastMailTo('change2@example.org')).attachments, undefined, 'no file for who waits');
      assert.match(await text(`/seances/${id}`), /Séance reportée/);
      s.later(5 * 60_000);
      const cancelled = await change({
        status: 'cancelled',
        cancellationReason: 'L’intervenante est malade.',
      });
      assert.deepEqual(await cancelled.json(), { told: 2 });
      const end = await lastMailTo('change1@example.org');
      assert.match(plain(end.text), /est annulée\. L’intervenante est malade\./);
      assert.match(end.attachments![0]!.content, /STATUS:CANCELLED/);
      assert.ok(sequence(end.attachments![0]!.content) > first, 'calendars take it for newer');
      assert.deepEqual(await (await change({ status: 'cancelled' })).json(), { told: 0 });
      assert.match(await text(seat), /La séance est annulée/);
      assert.doesNotMatch((await lastMailTo('change3@example.org')).text, /annulée\. L’inter/);
    });

    it('takes a proposal of a community from the hosted form to the answer, without scripts', async () => {
      const page = await text('/proposer');
      const hidden = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      s.later(10_000);
      const send = (more: [string, string][]) =>
        s.request('/proposer', {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: OWN },
          body: new URLSearchParams([
            ...hidden.map(([, name, value]): [string, string] => [name!, value!]),
            ...more,
          ]).toString(),
        });
      const faulty = await send([
        ['title', 'Évaluer avec les jeunes'],
        ['email', 'propose@example.org'],
      ]);
      assert.equal(faulty.status, 422);
      assert.match(await faulty.text(), /value="Évaluer avec les jeunes"/);
      const sent = await send([
        ['title', 'Évaluer avec les jeunes'],
        ['whyNow', 'Plusieurs organisations le demandent.'],
        ['functions', 'learning'],
        ['functions', 'networking'],
        ['email', 'propose@example.org'],
      ]);
      assert.equal(sent.headers.get('Location'), '/proposer/merci?lang=fr');
      assert.match(await text('/proposer/merci'), /bien arrivée/);
      const first = await lastMailTo('propose@example.org');
      assert.doesNotMatch(first.text + first.html, /jeunes|Plusieurs/, 'nothing that was typed (S07)');
      assert.match(linkIn(first), /\/proposition\/confirmer\//);
      const own = await confirmLast(s, 'propose@example.org');
      assert.match(await text(own), /va l’étudier/);
      const { items } = (await (await s.staff('/proposals')).json()) as { items: CommunityProposal[] };
      const { id, status, answers, review } = items[0]!;
      assert.deepEqual([status, answers['functions'], review], ['submitted', ['learning', 'networking'], []]);
      assert.match(await (await s.staff('/proposals.csv')).text(), /Évaluer avec les jeunes/);
      for (const [decision, state] of [
        ['study', 'under-study'],
        ['accept', 'accepted'],
      ])
        assert.deepEqual(await (await decide('proposals', id, decision!)).json(), { state });
      assert.match((await lastMailTo('propose@example.org')).subject, /retenue/);
      await press(s, own, 'action=cancel');
      assert.match(await text(own), /Retirée/);
    });

    it('takes a proposal by the API, once for each key, from sites listed for all communities', async () => {
      const form = (await (await s.request('/v1/forms/proposal')).json()) as { version: string };
      const body = {
        formVersion: form.version,
        language: 'fr',
        answers: { title: 'Un sujet', whyNow: 'Un besoin.', email: 'api@example.org' },
        consents: [],
      };
      const key = newKey();
      const send = (headers: Record<string, string> = {}) =>
        s.post(body, { 'Idempotency-Key': key, ...headers }, '/v1/proposals');
      assert.deepEqual([(await send()).status, (await send()).status], [202, 202]);
      assert.equal((await s.mails()).filter(({ message }) => message.to === 'api@example.org').length, 1);
      assert.equal((await send({ Origin: 'https://genre.example.org' })).status, 403);
    });
  });
}
