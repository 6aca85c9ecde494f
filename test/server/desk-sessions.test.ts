import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Session } from '../../src/contract/index.js';
import { sameRankNextMonth } from '../../server/bureau/sessions/draft.js';
import { holidayOn } from '../../server/bureau/sessions/warnings.js';
import { addMember, type DeskBrowser, enterAs, fieldsIn } from '../support/desk.js';
import {
  confirmLast,
  createTestApp,
  goodRegistration,
  rowsOf,
  type TestApp,
  testEngines,
} from '../support/server.js';

const engines = await testEngines();
const SESSION = 'ecsi-2026-12-17';

describe('dates of the desk', () => {
  it('a copy stands on the same rank of its weekday, in the next month that is free', () => {
    const at = (start: string, taken: string[] = []) =>
      sameRankNextMonth(`${start}T10:00:00`, new Set(taken));
    assert.equal(at('2026-11-19'), '2026-12-17T10:00:00', 'the third Thursday');
    assert.equal(at('2026-11-19', ['2026-12']), '2027-01-21T10:00:00');
    assert.equal(at('2026-12-10'), '2027-01-14T10:00:00', 'over the year');
    assert.equal(at('2027-01-29'), '2027-02-26T10:00:00', 'the last one where there is no fifth');
  });
  it('knows the eleven public holidays of France, and eves', () => {
    for (const [day, name] of [
      ['2026-01-01', 'new-year'],
      ['2026-04-06', 'easter-monday'],
      ['2027-03-29', 'easter-monday'],
      ['2026-05-14', 'ascension'],
      ['2026-05-25', 'whit-monday'],
      ['2026-07-14', 'bastille'],
      ['2026-12-24', 'christmas-eve'],
    ] as const)
      assert.equal(holidayOn(day), name, day);
    assert.equal(holidayOn('2026-12-17'), undefined);
  });
});

for (const engine of engines) {
  describe(`sessions at the desk, ${engine}`, () => {
    let s: TestApp;
    let desk: DeskBrowser;
    before(async () => {
      s = await createTestApp(engine);
      await addMember(s, 'equipe-test@f3e.example', [{ role: 'team', scope: '' }]);
      await addMember(s, 'autre-test@f3e.example', [{ role: 'team', scope: '' }]);
      await addMember(s, 'animation@f3e.example', [{ role: 'animator', scope: 'community:genre' }]);
      desk = await enterAs(s, 'equipe-test@f3e.example');
    });
    after(() => s.close());

    const read = async (id: string) => {
      // Longer than answers are kept.
      s.later(3_000);
      return (await (await s.request(`/v1/sessions/${id}`)).json()) as Session;
    };
    const page = async (path: string, browser = desk) => (await browser.get(path)).text();
    const held = async () => (await rowsOf(s.db, `select id from outbox where press is not null`)).length;
    async function register(id: string, count: number): Promise<void> {
      for (let i = 0; i < count; i++) {
        const email = `inscrite-${id}-${i}@example.org`;
        await s.post(await goodRegistration(s, id, { email }), {}, '/v1/registrations');
        await confirmLast(s, email);
      }
    }

    it('W1: a session is announced from last month’s in four presses and one field', async () => {
      let requests = 0;
      let bytes = 0;
      const count = (text: string) => {
        requests++;
        bytes += brotliCompressSync(text).length;
        return text;
      };
      const list = count(await page('/bureau/seances?passees=1'));
      const copy = /href="(\/bureau\/seances\/copie\/genre-[\w-]+)"/.exec(list)![1]!;
      const fields = fieldsIn(count(await page(copy)));
      assert.equal(fields['seance'], '');
      fields['titre'] = 'Échange de pratiques de janvier';
      const recap = count(await (await desk.post('/bureau/seances/relire', fields)).text());
      assert.match(recap, /Personne ne reçoit de message/);
      assert.match(
        recap,
        /(?:lundi|mardi|mercredi|jeudi|vendredi) \d+\S* \p{L}+ 20\d\d/u,
        'the date in words',
      );
      const mails = (await s.mails()).length;
      const said = count(await (await desk.post('/bureau/seances/publier', fieldsIn(recap))).text());
      requests++; // the redirect
      assert.match(said, /La séance est publiée/);
      const [row] = await rowsOf(s.db, `select subject_id, number, state from revisions order by at desc`);
      const session = await read(String(row!['subject_id']));
      assert.equal(session.title, 'Échange de pratiques de janvier');
      assert.equal(session.registered, 0, 'people are not copied');
      assert.deepEqual(session.resources, []);
      assert.deepEqual([row!['number'], row!['state']], [1, 'published']);
      assert.equal((await s.mails()).length, mails, '0 mails');
      assert.ok(requests <= 6, `${requests} requests`);
      assert.ok(bytes <= 60_000, `${bytes} bytes`);
      const journal = await rowsOf(s.db, `select action from journal where subject_id = $1`, [session.id]);
      assert.deepEqual(
        journal.map((one) => one['action']),
        ['publish'],
      );
      const [link] = await rowsOf(s.db, `select online_link from sessions where id = $1`, [session.id]);
      assert.equal(link!['online_link'], null);
      console.log(`W1: 4 presses, 1 field, ${requests} requests, ${bytes} bytes brotli`);
    });

    it('W2: a move is told to all, old and new, is held for two minutes, and taken back whole', async () => {
      await register(SESSION, 5);
      const was = await read(SESSION);
      const fields = fieldsIn(await page(`/bureau/seances/${SESSION}`), '/bureau/seances/relire');
      fields['jour'] = '2027-01-07';
      const recap = await (await desk.post('/bureau/seances/relire', fields)).text();
      assert.match(recap, /5 personnes inscrites recevront un message/);
      assert.match(recap, /jeudi 17 décembre 2026/, 'old');
      assert.match(recap, /jeudi 7 janvier 2027/, 'new');
      const said = await (await desk.post('/bureau/seances/publier', fieldsIn(recap))).text();
      assert.match(said, /5 messages partent à/);
      const moved = await read(SESSION);
      assert.equal(moved.start.slice(0, 10), '2027-01-07');
      assert.equal(
        Date.parse(moved.end) - Date.parse(moved.start),
        Date.parse(was.end) - Date.parse(was.start),
      );
      assert.equal(moved.status, 'rescheduled');
      assert.equal(await held(), 5);
      const undo = /action="(\/bureau\/seances\/envois\/\w+\/annuler)"/.exec(said)![1]!;
      assert.match(await (await desk.post(undo)).text(), /la séance est comme avant/);
      assert.equal(await held(), 0, '0 mails');
      const back = await read(SESSION);
      assert.deepEqual(
        [back.start, back.status, back.registration],
        [was.start, was.status, was.registration],
      );
      assert.equal(back.registered, moved.registered, 'everybody keeps their seat');
      assert.match(await (await desk.post(undo)).text(), /trop tard/);
    });

    it('does not hold what people must hear at once: a session within three hours', async () => {
      const ahead = Date.parse((await read(SESSION)).start) - s.now() - 2 * 3_600_000;
      s.later(ahead);
      desk = await enterAs(s, 'equipe-test@f3e.example');
      const said = await (
        await desk.post(`/bureau/seances/${SESSION}/annuler`, { raison: 'Salle inondée' })
      ).text();
      assert.match(said, /La séance est annulée/);
      assert.ok(!said.includes('Tout annuler'));
      const [row] = await rowsOf(
        s.db,
        `select count(*) as n from outbox where press is not null and next_attempt_at <= $1`,
        [new Date(s.now()).toISOString()],
      );
      assert.equal(Number(row!['n']), 5);
      s.later(-ahead);
      desk = await enterAs(s, 'equipe-test@f3e.example');
    });

    it('W3: registrations close in two presses; a form opened before is refused in words, the waiting list stays', async () => {
      const id = 'genre-2027-02-11';
      const form = await goodRegistration(s, id, { email: 'tard@example.org' });
      const before = await read(id);
      const said = await (await desk.post(`/bureau/seances/${id}/inscriptions`, { acte: 'fermer' })).text();
      assert.match(said, /Les inscriptions sont fermées/);
      assert.equal((await read(id)).registration.state, 'closed');
      const refused = await s.post(form, {}, '/v1/registrations');
      assert.equal(refused.status, 422);
      assert.match(await refused.text(), /closed/);
      assert.equal((await read(id)).waitingList, before.waitingList);
      await desk.post(`/bureau/seances/${id}/inscriptions`, { acte: 'ouvrir' });
      assert.equal((await read(id)).registration.state, before.registration.state);
    });

    it('two who edit at once never overwrite one another: the second sees both, and decides', async () => {
      const id = 'genre-2027-02-11';
      const other = await enterAs(s, 'autre-test@f3e.example');
      const [mine, theirs] = [
        fieldsIn(await page(`/bureau/seances/${id}`), '/bureau/seances/relire'),
        fieldsIn(await page(`/bureau/seances/${id}`, other), '/bureau/seances/relire'),
      ];
      await other.post('/bureau/seances/publier', { ...theirs, titre: 'Leur titre' });
      const refused = await desk.post('/bureau/seances/publier', { ...mine, titre: 'Mon titre' });
      assert.equal(refused.status, 409);
      const conflict = await refused.text();
      assert.match(conflict, /Leur titre[\s\S]*Mon titre/);
      assert.equal((await read(id)).title, 'Leur titre');
      await desk.post('/bureau/seances/publier', fieldsIn(conflict));
      assert.equal((await read(id)).title, 'Mon titre');
    });

    it('goes back to a version before, as a version of its own', async () => {
      const id = 'genre-2027-02-11';
      const history = await page(`/bureau/seances/${id}`);
      const theirs = (
        await rowsOf(s.db, `select number, doc from revisions where subject_id = $1`, [id])
      ).find(({ doc }) => String(doc).includes('"Leur titre"'))!;
      assert.match(history, new RegExp(`Revenir à la version ${String(theirs['number'])}`));
      await desk.post(`/bureau/seances/${id}/revenir`, { numero: String(theirs['number']) });
      assert.equal((await read(id)).title, 'Leur titre');
    });

    it('a second click publishes nothing more: one new session, one move told once', async () => {
      const count = async (table: string) => (await rowsOf(s.db, `select * from ${table}`)).length;
      const fresh = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: 'Deux clics',
        jour: '2027-03-04',
      };
      const recap = fieldsIn(await (await desk.post('/bureau/seances/relire', fresh)).text());
      const sessions = await count('sessions');
      const twice = async (fields: Record<string, string>) =>
        Promise.all([1, 2].map(async () => (await desk.post('/bureau/seances/publier', fields)).text()));
      for (const said of await twice(recap)) assert.match(said, /La séance est publiée/);
      assert.equal((await count('sessions')) - sessions, 1);
      const id = 'genre-2027-03-16';
      await register(id, 2);
      const moved = {
        ...fieldsIn(await page(`/bureau/seances/${id}`), '/bureau/seances/relire'),
        jour: '2027-03-18',
      };
      const before = await held();
      for (const said of await twice(moved)) assert.match(said, /2 messages partent à[\s\S]*Tout annuler/);
      assert.equal((await held()) - before, 2);
      const drafted = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: 'Un seul brouillon',
        jour: '2027-04-01',
      };
      await Promise.all([1, 2].map(() => desk.post('/bureau/seances/brouillon', drafted)));
      const drafts = (await rowsOf(s.db, `select doc from revisions where state = 'draft'`)).filter(
        ({ doc }) => String(doc).includes('Un seul brouillon'),
      );
      assert.equal(drafts.length, 1);
    });

    it('keeps drafts where the public does not look, and goes on with them', async () => {
      const fields = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: 'Un brouillon',
        jour: '2027-02-04',
      };
      const saved = await (await desk.post('/bureau/seances/brouillon', fields)).text();
      assert.match(saved, /n’est visible qu’au bureau/);
      const id = /\/bureau\/seances\/([\w-]+)\?/.exec(desk.path)![1]!;
      assert.equal((await s.request(`/v1/sessions/${id}`)).status, 404);
      assert.match(await page('/bureau/seances'), /Un brouillon/);
      const again = fieldsIn(await page(`/bureau/seances/${id}`), '/bureau/seances/relire');
      assert.equal(again['titre'], 'Un brouillon');
      await desk.post('/bureau/seances/publier', again);
      assert.equal((await read(id)).title, 'Un brouillon');
      const more = fieldsIn(await page(`/bureau/seances/${id}`), '/bureau/seances/relire');
      await desk.post('/bureau/seances/brouillon', { ...more, titre: 'Autre titre' });
      assert.equal((await read(id)).title, 'Un brouillon', 'a draft changes nothing that is public');
      await desk.post(`/bureau/seances/${id}/abandonner`);
      assert.ok(!(await page(`/bureau/seances/${id}`)).includes('Autre titre'));
    });

    it('says what is wrong with each field, and keeps all that was written', async () => {
      const fields = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: '',
        jour: '2027-02-04',
        debut: '14:00',
        fin: '12:00',
        ou: 'in-person',
        places: 'beaucoup',
        fuseau: 'Europe/Nulle-Part',
        resume: 'Ce que j’ai écrit',
      };
      const response = await desk.post('/bureau/seances/relire', fields);
      assert.equal(response.status, 422);
      const text = await response.text();
      for (const sentence of [
        'Écrivez un titre.',
        'La fin doit venir après le début.',
        'Écrivez le lieu et la ville.',
        'Écrivez un nombre de places, ou rien.',
        'Ce fuseau n’est pas connu',
        'Ce que j’ai écrit</textarea>',
      ])
        assert.ok(text.includes(sentence), sentence);
    });

    it('warns of what deserves a second look, and lets it be published', async () => {
      const fields = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: 'GRANDE RÉUNION',
        resume: 'Voir https://example.org',
        jour: '2026-12-24',
        communaute: 'genre',
      };
      const recap = await (await desk.post('/bureau/seances/relire', fields)).text();
      for (const sentence of ['la veille de Noël', 'en majuscules', 'une adresse web'])
        assert.ok(recap.includes(sentence), sentence);
    });

    it('an animator changes sessions of their communities alone, and makes none elsewhere', async () => {
      const animator = await enterAs(s, 'animation@f3e.example');
      assert.equal((await animator.get(`/bureau/seances/${SESSION}`)).status, 404);
      assert.equal((await animator.get(`/bureau/seances/copie/${SESSION}`)).status, 404);
      const own = fieldsIn(
        await page('/bureau/seances/genre-2027-02-11', animator),
        '/bureau/seances/relire',
      );
      assert.equal((await animator.post('/bureau/seances/publier', own)).status, 200);
      const elsewhere = { ...own, seance: '', version: '0', communaute: 'aoc' };
      assert.equal((await animator.post('/bureau/seances/publier', elsewhere)).status, 404);
      assert.equal((await animator.post('/bureau/seances/publier', { ...own, seance: SESSION })).status, 404);
    });

    it('lists past sessions by pages, the latest first, each of them once', async () => {
      const seen: string[] = [];
      let path: string | undefined = '/bureau/seances?passees=1';
      while (path) {
        const text = await page(path);
        seen.push(...[...text.matchAll(/href="\/bureau\/seances\/copie\/([^"]+)"/g)].map(([, id]) => id!));
        path = /href="(\/bureau\/seances\?passees=1&amp;page=\d+)"/.exec(text)?.[1]?.replace('&amp;', '&');
      }
      const rows = await rowsOf(
        s.db,
        `select id from sessions where ends_at < $1 order by ends_at desc, id`,
        [new Date(s.now()).toISOString()],
      );
      assert.deepEqual(
        seen,
        rows.map(({ id }) => id),
      );
    });

    it('a second click of an act leads to what the first did; one that makes no sense does nothing', async () => {
      const id = 'genre-2027-03-16';
      await desk.get(`/bureau/seances/${id}`);
      const act = async (way: string, fields: Record<string, string>) =>
        (await desk.post(`/bureau/seances/${id}/${way}`, fields)).text();
      const versions = async () =>
        (await rowsOf(s.db, `select number from revisions where subject_id = $1`, [id])).length;
      const twice = async (way: string, fields: Record<string, string>, said: RegExp) => {
        const all = {
          ...fields,
          cle: (await page(`/bureau/seances/${id}`)).match(/name="cle" value="(\w+)"/)![1]!,
        };
        for (let i = 0; i < 2; i++) assert.match(await act(way, all), said);
      };
      await twice('annuler', { raison: 'Deux clics' }, /La séance est annulée/);
      const count = await versions();
      assert.ok(!(await act('annuler', { raison: 'Encore' })).includes('La séance est annulée.'));
      assert.equal((await read(id)).cancellationReason, 'Deux clics');
      await twice('retablir', {}, /La séance est rétablie/);
      assert.ok(!(await act('retablir', {})).includes('La séance est rétablie.'));
      assert.equal(await versions(), count + 1, 'one version for each act');
      assert.equal((await desk.post(`/bureau/seances/${id}/inscriptions`, { acte: 'zzz' })).status, 404);
    });

    it('keeps what people write: flags, joined signs and lines; not what nobody sees', async () => {
      const flag = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
      const family = '👩\u200d👧';
      const fields = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: `Titre\u0000 ${flag} ${family}\u202e`,
        resume: 'Un\r\nDeux',
        jour: '2027-09-30',
      };
      const recap = fieldsIn(await (await desk.post('/bureau/seances/relire', fields)).text());
      assert.equal(recap['titre'], `Titre ${flag} ${family}`);
      assert.equal(recap['resume'], 'Un\nDeux');
    });

    it('an animator takes no draft of another community', async () => {
      const fields = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        communaute: 'aoc',
        titre: 'Brouillon AOC',
        jour: '2027-09-09',
      };
      await desk.post('/bureau/seances/brouillon', fields);
      const id = /\/bureau\/seances\/([\w-]+)\?/.exec(desk.path)![1]!;
      const animator = await enterAs(s, 'animation@f3e.example');
      const theirs = { ...fields, seance: id, version: '1', communaute: 'genre', titre: 'Pris' };
      for (const way of ['relire', 'brouillon', 'publier', 'programmer'])
        assert.equal((await animator.post(`/bureau/seances/${way}`, theirs)).status, 404, way);
      assert.match(await page(`/bureau/seances/${id}`), /Brouillon AOC/);
      for (const none of ['a/b', 'nulle-part', 'x'.repeat(500)])
        assert.equal((await desk.post('/bureau/seances/brouillon', { ...fields, seance: none })).status, 404);
    });

    it('a page that one came back to and changed is another press; one that was taken back can be pressed again', async () => {
      const fields = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: 'Une fois',
        jour: '2027-09-16',
      };
      await desk.post('/bureau/seances/brouillon', fields);
      await desk.post('/bureau/seances/brouillon', { ...fields, titre: 'Deux fois' });
      const docs = (await rowsOf(s.db, `select doc from revisions`)).map(({ doc }) => String(doc));
      assert.ok(
        docs.some((doc) => doc.includes('Une fois')) && docs.some((doc) => doc.includes('Deux fois')),
      );
      const fresh = { ...fields, titre: 'Reprise', jour: '2027-09-23' };
      const said = await (await desk.post('/bureau/seances/publier', fresh)).text();
      const undo = /action="(\/bureau\/seances\/envois\/\w+\/annuler)"/.exec(said)![1]!;
      await desk.post(undo);
      assert.ok(
        !(await (await s.request('/v1/sessions?limit=100&from=2027-09-01T00:00:00Z')).text()).includes(
          'Reprise',
        ),
      );
      assert.match(await page('/bureau/seances'), /Reprise/, 'it is a draft again');
    });

    it('says where the fault is, of dates and hours that are none', async () => {
      const fields = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: 'Dates',
        jour: '2027-03-28',
      };
      const faults = async (changed: Record<string, string>) => {
        const response = await desk.post('/bureau/seances/relire', { ...fields, ...changed });
        const text = await response.text();
        return [
          response.status,
          [...text.matchAll(/<a href="#champ-([\w-]+)">([^<]*)/g)].map(([, name]) => name),
        ];
      };
      assert.deepEqual(await faults({ jour: '0027-05-11' }), [422, ['jour']]);
      assert.deepEqual(await faults({ jour: '2027-02-30' }), [422, ['jour']]);
      assert.deepEqual(await faults({ debut: '25:99' }), [422, ['debut']]);
      assert.deepEqual(await faults({ 'dernier-jour': '2027-02-30' }), [422, ['dernier-jour']]);
      assert.deepEqual(
        await faults({ debut: '02:30', fin: '04:00' }),
        [422, ['jour']],
        'the clock goes over it',
      );
      assert.deepEqual(await faults({ titre: '\u200b' }), [422, ['titre']]);
      assert.deepEqual(await faults({ communaute: 'inconnue' }), [422, ['communaute']]);
      assert.deepEqual(await faults({ groupe: 'zzz' }), [422, ['groupe']]);
    });

    it('a session of several parts moves whole by its day, and ends when its last part does', async () => {
      const [row] = await rowsOf(
        s.db,
        `select id, doc from sessions where doc like '%"days":[{%' and starts_at > $1 order by starts_at`,
        [new Date(s.now()).toISOString()],
      );
      const id = String(row!['id']);
      const form = fieldsIn(await page(`/bureau/seances/${id}`), '/bureau/seances/relire');
      const later = await (await desk.post('/bureau/seances/relire', { ...form, fin: '20:00' })).text();
      assert.match(later, /20:00/);
      const day = new Date(Date.parse(form['jour']!) + 7 * 86_400_000).toISOString().slice(0, 10);
      assert.equal((await desk.post('/bureau/seances/relire', { ...form, jour: day })).status, 200);
    });

    it('sets the link that those with a seat get, and refuses what is none', async () => {
      const id = 'genre-2027-02-11';
      const bad = await desk.post(`/bureau/seances/${id}/lien`, { lien: 'http://insecure.example' });
      assert.equal(bad.status, 422);
      assert.match(await bad.text(), /commence par https/);
      await desk.post(`/bureau/seances/${id}/lien`, { lien: 'https://visio.example/salle-42' });
      assert.ok(!JSON.stringify(await read(id)).includes('salle-42'));
      const docs = await rowsOf(s.db, `select doc from revisions`);
      assert.ok(!JSON.stringify(docs).includes('salle-42'), 'it is in no version');
    });
  });
}
