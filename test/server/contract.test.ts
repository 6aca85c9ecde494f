import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  Community,
  CommunityList,
  Form,
  JoinRequestPage,
  OrganisationList,
  Problem,
  ResourcePage,
  Session,
  SessionPage,
} from '../../src/contract/index.js';
import { sha256 } from '../../server/shared/secrets.js';
import {
  goodRequest,
  linkIn,
  MEMBER_SITE,
  newKey,
  pathOf,
  STAFF_TOKEN,
  createTestApp,
  type TestApp,
  rowsOf,
  testEngines,
} from '../support/server.js';

const kinds = await testEngines();

for (const kind of kinds) {
  describe(`the API on ${kind}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(kind);
    });
    after(() => s.close());

    const json = async (path: string) => (await s.request(path)).json() as Promise<never>;
    const staff = async (query = '') =>
      (await (
        await s.request(`/v1/staff/join-requests${query}`, {
          headers: { Authorization: `Bearer ${STAFF_TOKEN}` },
        })
      ).json()) as { items: Record<string, unknown>[]; next: string | null };

    it('lists the five communities with their next session and counts', async () => {
      const { items, themes } = CommunityList.parse(await json('/v1/communities'));
      assert.deepEqual(
        items.map((one) => one.slug),
        ['aoc', 'madac', 'ecsi', 'genre', 'groupes-de-pairs'],
      );
      assert.equal(themes.length, 18);
      assert.deepEqual(
        items.map((one) => [one.nextSession?.id, one.nextSession?.registrationState]),
        [
          ['aoc-2026-12-03', 'open'],
          ['madac-2026-12-10', 'waiting-list'],
          ['ecsi-2026-12-17', 'open'],
          ['genre-2026-11-26', 'open'],
          ['groupes-de-pairs-2026-11-24', 'full'],
        ],
      );
      const aoc = Community.parse(await json('/v1/communities/aoc'));
      assert.deepEqual(aoc.counts, {
        upcomingSessions: 10,
        heldSessions: 13,
        resources: 42,
        organisations: 8,
      });
      assert.equal(aoc.nextSession?.seatsLeft, null);
      assert.equal(items[3]?.nextSession?.seatsLeft, 3);
      assert.equal(aoc.links.join, 'https://communautes.example.org/communautes/aoc/rejoindre');
    });

    it('speaks of times with the offset of their zone, in winter and in summer', async () => {
      const winter = Session.parse(await json('/v1/sessions/aoc-2026-12-03'));
      assert.deepEqual([winter.start, winter.timezone], ['2026-12-03T15:00:00+01:00', 'Europe/Paris']);
      const series = Session.parse(await json('/v1/sessions/groupes-de-pairs-2027-03-23'));
      assert.deepEqual(
        series.days.map((day) => day.start.slice(-6)),
        ['+01:00', '+01:00', '+02:00', '+02:00'],
      );
    });

    it('gives sessions by range, filter and page, without losing or repeating one', async () => {
      const all = SessionPage.parse(await json('/v1/sessions?limit=200'));
      assert.equal(all.items.length, 63);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page: SessionPage = SessionPage.parse(
          await json(`/v1/sessions?limit=10${cursor ? `&cursor=${cursor}` : ''}`),
        );
        paged.push(...page.items.map((one) => one.id));
        cursor = page.next;
      } while (cursor);
      assert.deepEqual(
        paged,
        all.items.map((one) => one.id),
      );
      const range = SessionPage.parse(
        await json(
          '/v1/sessions?community=genre,aoc&from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z&mode=online',
        ),
      );
      assert.deepEqual(
        range.items.map((one) => one.id),
        ['aoc-2026-12-03', 'aoc-2026-12-08', 'genre-2026-12-15'],
      );
      const words = SessionPage.parse(await json('/v1/sessions?q=recolte%20ANNEE'));
      assert.deepEqual(
        words.items.map((one) => one.id),
        ['aoc-2026-12-08'],
      );
      const themed = SessionPage.parse(await json('/v1/sessions?theme=jeunesses&limit=200'));
      assert.ok(themed.items.length > 5 && themed.items.every((one) => one.community === 'ecsi'));
    });

    it('finds resources by words and counts facets', async () => {
      const all = ResourcePage.parse(await json('/v1/resources?size=100'));
      assert.equal(all.total, 88);
      assert.equal(
        all.facets.access.reduce((sum, one) => sum + one.count, 0),
        88,
      );
      const genre = ResourcePage.parse(await json('/v1/resources?community=genre&kind=guide,study'));
      assert.ok(genre.total > 0);
      assert.ok(
        genre.items.every(
          (one) => one.communities.includes('genre') && ['guide', 'study'].includes(one.kind),
        ),
      );
      assert.ok(
        genre.facets.kind.some((one) => !['guide', 'study'].includes(one.value)),
        'other kinds can still be added',
      );
      const beyond = ResourcePage.parse(await json('/v1/resources?page=9000'));
      assert.deepEqual([beyond.items.length, beyond.total], [0, 88]);
    });

    it('finds organisations by part of their name', async () => {
      const { items } = OrganisationList.parse(await json('/v1/organisations?q=ecolier'));
      assert.deepEqual(
        items.map((one) => one.name),
        ['Les Écolier·ère·s des deux rives'],
      );
    });

    it('takes search characters literally (S14, F68)', async () => {
      for (const q of [
        '%',
        '_',
        "'",
        '"; drop table communities; --',
        '\\',
        '*',
        '(',
        'a'.repeat(200),
        '\u0000',
      ]) {
        const response = await s.request(`/v1/resources?q=${encodeURIComponent(q)}`);
        assert.equal(response.status, 200, q);
      }
      assert.equal((await s.request(`/v1/resources?q=${'x'.repeat(50_000)}`)).status, 400);
      assert.equal(
        ResourcePage.parse(await json('/v1/resources?q=%25')).total,
        88,
        'a lone sign holds no word',
      );
    });

    it('answers problems with the field at fault', async () => {
      const response = await s.request('/v1/sessions?limit=0');
      assert.equal(response.status, 400);
      assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
      const problem = Problem.parse(await response.json());
      assert.deepEqual([problem.code, problem.errors?.[0]?.pointer], ['malformed', '/limit']);
      assert.equal((await s.request('/v1/communities/none')).status, 404);
      assert.equal((await s.request('/v1/communities/%00')).status, 400);
      assert.equal((await s.request('/v1/sessions?cursor=zzz')).status, 400);
      assert.equal((await s.request('/v1/nothing')).status, 404);
    });

    it('gives a form with a whole notice and no ticked consent (P01, P02, P03)', async () => {
      const form = Form.parse(await json('/v1/forms/join:genre?lang=en'));
      assert.equal(form.language, 'en');
      assert.deepEqual(
        form.fields.filter((field) => field.required).map((field) => field.name),
        ['email'],
      );
      assert.ok(form.consents.every((one) => one.textSha256 === sha256(one.text) && !('default' in one)));
      assert.notEqual(form.version, Form.parse(await json('/v1/forms/join:genre')).version);
      assert.equal(Form.parse(await json('/v1/forms/join:genre?lang=ar')).language, 'fr');
    });

    it('takes a request from its arrival to its confirmation, once', async () => {
      const form = Form.parse(await json('/v1/forms/join:madac'));
      const consent = form.consents[0]!;
      const body = await goodRequest(
        s,
        {
          community: 'madac',
          consents: [{ purpose: consent.purpose, textSha256: consent.textSha256 }],
          sourceSite: MEMBER_SITE,
        },
        { email: 'Thread@example.org', givenName: '  Deux\nmots ', motivation: 'Une ligne.\r\nUne autre.' },
      );
      const key = newKey();
      const first = await s.post(body, { 'Idempotency-Key': key });
      assert.equal(first.status, 202);
      const said = await first.text();
      assert.equal(await (await s.post(body, { 'Idempotency-Key': key })).text(), said, 'the same answer');

      const [mail, ...others] = (await s.mails()).filter((one) => one.message.to === 'Thread@example.org');
      assert.equal(others.length, 0, 'one mail');
      assert.ok(!/Deux|Une ligne/.test(mail!.message.text + mail!.message.html), 'nothing that was typed');
      const path = pathOf(linkIn(mail!.message));

      for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET']) {
        const page = await s.request(path, { method });
        assert.equal(page.status, 200);
        assert.equal(page.headers.get('Cache-Control'), 'no-store');
      }
      let [mine] = (await staff('?community=madac')).items;
      assert.equal(mine?.['status'], 'unconfirmed', 'reading the link does nothing (D10, F67)');

      const act = (action: string, at = path) =>
        s.request(at, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: `action=${action}`,
        });
      const confirmed = await act('confirm');
      assert.equal(confirmed.status, 303);
      [mine] = (await staff('?community=madac')).items;
      assert.equal(mine?.['status'], 'received', 'madac is on request');
      assert.deepEqual(mine?.['answers'], {
        email: 'Thread@example.org',
        givenName: 'Deux mots',
        motivation: 'Une ligne.\nUne autre.',
      });
      assert.deepEqual(mine?.['consents'], ['newsletter']);

      const again = await act('confirm');
      assert.equal(again.headers.get('Location'), path, 'a spent token opens a page that says so');
      assert.match(await (await s.request(path)).text(), /déjà confirmé/);
      const manage = confirmed.headers.get('Location')!;
      assert.match(await (await s.request(manage)).text(), /Deux mots/);

      const events = await rowsOf(
        s.db,
        `select event, text_sha256, widget_version from consent_events where subject_id = $1 order by place`,
        [String(mine?.['id'])],
      );
      assert.deepEqual(
        events.map((row) => [row['event'], row['text_sha256']]),
        [
          ['given', consent.textSha256],
          ['confirmed', consent.textSha256],
        ],
      );
      assert.equal((await act('cancel', manage)).status, 303);
      [mine] = (await staff('?community=madac')).items;
      assert.deepEqual([mine?.['status'], mine?.['consents']], ['withdrawn', []]);
    });

    it('erases at once what somebody else asked for with this address', async () => {
      await s.post(await goodRequest(s, { community: 'aoc' }, { email: 'not-me@example.org' }));
      const mail = (await s.mails()).find((one) => one.message.to === 'not-me@example.org')!;
      const path = pathOf(linkIn(mail.message));
      const response = await s.request(path, { method: 'POST', body: 'action=refuse' });
      assert.match(await response.text(), /effacée?s?/);
      assert.equal((await staff('?community=aoc')).items.length, 0);
      assert.equal((await s.request(path, { method: 'POST', body: 'action=confirm' })).status, 200);
      assert.equal((await staff('?community=aoc')).items.length, 0, 'nothing comes back');
    });

    it('stores tokens hashed only, and forgets the mail once it is sent (P06)', async () => {
      await s.post(await goodRequest(s, {}, { email: 'hash@example.org' }));
      const mail = (await s.mails()).find((one) => one.message.to === 'hash@example.org')!;
      const token = linkIn(mail.message).split('/').at(-1)!;
      assert.ok(Buffer.from(token, 'base64url').length >= 16);
      const rows = await rowsOf(s.db, `select * from access_tokens`);
      assert.ok(!JSON.stringify(rows).includes(token));
      assert.ok(JSON.stringify(rows).includes(sha256(token)));
    });

    it('makes ten parallel tries under one key one request (F54)', async () => {
      const body = await goodRequest(s, {}, { email: 'parallel@example.org' });
      const key = newKey();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => s.post(body, { 'Idempotency-Key': key })),
      );
      assert.deepEqual(
        answers.map((one) => one.status),
        Array(10).fill(202),
      );
      assert.equal((await s.mails()).filter((one) => one.message.to === 'parallel@example.org').length, 1);
      const other = await s.post({ ...body, language: 'en' }, { 'Idempotency-Key': key });
      assert.equal(other.status, 422);
      assert.equal(Problem.parse(await other.json()).code, 'key-reused');
    });

    it('gives staff pages and a CSV in which no cell is a formula (S13)', async () => {
      await s.post(
        await goodRequest(
          s,
          {},
          { email: 'csv@example.org', motivation: '=cmd|" /C calc"!A0', familyName: 'A "B", C' },
        ),
      );
      const response = await s.request('/v1/staff/join-requests.csv', {
        headers: { Authorization: `Bearer ${STAFF_TOKEN}` },
      });
      const text = await response.text();
      assert.match(text, /"'=cmd\|"" \/C calc""!A0"/);
      assert.match(text, /"A ""B"", C"/);
      const all = await staff('?limit=500');
      const paged: unknown[] = [];
      let next: string | null = null;
      do {
        const page: { items: Record<string, unknown>[]; next: string | null } = JoinRequestPage.parse(
          await staff(`?limit=2${next ? `&cursor=${next}` : ''}`),
        );
        paged.push(...page.items.map((one) => one['id']));
        next = page.next;
      } while (next);
      assert.deepEqual(
        paged,
        all.items.map((one) => one['id']),
      );
      for (const Authorization of ['', 'Bearer nope', `Basic ${STAFF_TOKEN}`]) {
        const refused = await s.request('/v1/staff/join-requests', { headers: { Authorization } });
        assert.equal(refused.status, 401);
      }
    });
  });
}
