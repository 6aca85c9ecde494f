import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Session } from '../../src/contract/index.js';
import { addMember, carriedIn, type DeskBrowser, enterAs, type Fields, fieldsIn } from '../support/desk.js';
import {
  changeRows,
  confirmLast,
  createTestApp,
  goodRegistration,
  rowsOf,
  type TestApp,
  testEngines,
  copyRow,
} from '../support/server.js';

const engines = await testEngines();
const HOUR = 3_600_000;

for (const engine of engines) {
  describe(`moving and publishing later, ${engine}`, () => {
    let s: TestApp;
    let desk: DeskBrowser;
    before(async () => {
      s = await createTestApp(engine);
      await addMember(s, 'equipe-test@f3e.example', [{ role: 'team', scope: '' }]);
      await addMember(s, 'animation@f3e.example', [{ role: 'animator', scope: 'community:genre' }]);
      desk = await enterAs(s, 'equipe-test@f3e.example');
      const planned = await s.staff('/series/cafe', {
        method: 'PUT',
        body: {
          community: 'genre',
          title: 'Café genre',
          kind: 'webinar',
          rule: 'FREQ=WEEKLY;COUNT=4',
          start: '2027-04-06T12:30:00',
          end: '2027-04-06T13:30:00',
          timezone: 'Europe/Paris',
          mode: 'online',
          language: 'fr',
          audience: 'all',
        },
      });
      assert.equal(planned.status, 200);
    });
    after(() => s.close());

    const read = async (id: string) => {
      s.later(3_000);
      return (await (await s.request(`/v1/sessions/${id}`)).json()) as Session;
    };
    const page = async (path: string, browser = desk) => (await browser.get(path)).text();
    const send = async (path: string, fields: Fields, browser = desk) => {
      const response = await browser.post(path, fields);
      return { status: response.status, text: await response.text() };
    };
    const mailsTo = async (email: string) =>
      (await s.mails()).filter(({ message }) => message.to === email).map(({ message }) => message);
    async function register(id: string, email: string): Promise<void> {
      await s.post(await goodRegistration(s, id, { email }), {}, '/v1/registrations');
      await confirmLast(s, email);
    }
    const wanted = (jour: string, portee: string, debut = '14:00') => ({ jour, debut, portee });

    it('W2: this session and those after it move by as much; each is told old and new, and all of it is taken back', async () => {
      const ids = ['06', '13', '20', '27'].map((day) => `cafe-2027-04-${day}`);
      for (const [i, id] of ids.entries()) await register(id, `cafe-${i}@example.org`);
      const before = await Promise.all(ids.map(read));
      const path = `/bureau/seances/${ids[1]!}/deplacer`;
      const form = await page(path);
      assert.match(form, /mardi 13 avril 2027/);
      assert.match(form, /Celle-ci et les suivantes \(3 séances\)/);
      assert.match(form, /Toutes celles à venir \(4 séances\)/);
      const recap = await send(path, wanted('2027-04-15', 'following'));
      assert.match(recap.text, /3 séances se déplacent/);
      assert.match(recap.text, /3 personnes reçoivent un message/);
      assert.match(
        recap.text,
        /jeudi 15 avril 2027[\s\S]*14:00 – 15:00[\s\S]*jeudi 22 avril[\s\S]*jeudi 29 avril/,
      );
      assert.match(
        recap.text,
        /Nouvelle date\s*: jeudi 15 avril[\s\S]*New date: Thursday/,
        'the mail, in both',
      );
      const fields = carriedIn(recap.text, `${path}/envoyer`);
      const said = await send(`${path}/envoyer`, fields);
      assert.match(said.text, /3 messages partent à/);
      const moved = await Promise.all(ids.map(read));
      assert.deepEqual(
        moved.map(({ start }) => start.slice(0, 16)),
        ['2027-04-06T12:30', '2027-04-15T14:00', '2027-04-22T14:00', '2027-04-29T14:00'],
      );
      for (const [i, { end, start, series, registered }] of moved.entries()) {
        assert.equal(Date.parse(end) - Date.parse(start), HOUR, 'it lasts as long');
        assert.equal(series!.index, i + 1, 'the numbers stay');
        assert.equal(registered, before[i]!.registered, 'everybody keeps their seat');
      }
      const undo = /action="(\/bureau\/seances\/envois\/\w+\/annuler)"/.exec(said.text)![1]!;
      await desk.post(undo);
      assert.deepEqual(
        (await Promise.all(ids.map(read))).map(({ start }) => start),
        before.map(({ start }) => start),
      );
      assert.equal((await rowsOf(s.db, `select id from outbox where press is not null`)).length, 0);
      // Again, and this time it goes.
      const again = await send(path, wanted('2027-04-15', 'following'));
      await send(`${path}/envoyer`, carriedIn(again.text, `${path}/envoyer`));
      const mail = (await mailsTo('cafe-2@example.org')).at(-1)!;
      assert.match(
        mail.text.replaceAll(/\s/g, ' '),
        /devait avoir lieu mardi 20 avril 2027, 12:30 – 13:30 \(heure de Paris, UTC\+2\)/,
      );
      assert.match(mail.text.replaceAll(/\s/g, ' '), /Nouvelle date : jeudi 22 avril 2027, 14:00 – 15:00/);
      assert.match(mail.attachments![0]!.content, /UID:cafe-2027-04-20/);
    });

    it('what changed since the last look is not moved over: 409, and a second look', async () => {
      const id = 'cafe-2027-04-06';
      const path = `/bureau/seances/${id}/deplacer`;
      const recap = await send(path, wanted('2027-04-07', 'this'));
      const other = await enterAs(s, 'animation@f3e.example');
      desk = await enterAs(s, 'equipe-test@f3e.example');
      const theirs = await send(path, wanted('2027-04-08', 'this'), other);
      await send(`${path}/envoyer`, carriedIn(theirs.text, `${path}/envoyer`), other);
      const mine = await send(`${path}/envoyer`, carriedIn(recap.text, `${path}/envoyer`));
      assert.equal(mine.status, 409);
      assert.match(mine.text, /une de ces séances a changé/);
      assert.match((await read(id)).start, /^2027-04-08/);
      await send(`${path}/envoyer`, carriedIn(mine.text, `${path}/envoyer`));
      assert.match((await read(id)).start, /^2027-04-07/);
    });

    it('a second click moves nothing further', async () => {
      const id = 'cafe-2027-04-06';
      const path = `/bureau/seances/${id}/deplacer`;
      const recap = await send(path, wanted('2027-04-09', 'this'));
      const fields = carriedIn(recap.text, `${path}/envoyer`);
      const count = (await mailsTo('cafe-0@example.org')).length;
      for (const said of await Promise.all([1, 2].map(() => send(`${path}/envoyer`, fields))))
        assert.match(said.text, /1 message part à/);
      assert.match((await read(id)).start, /^2027-04-09/);
      assert.equal((await mailsTo('cafe-0@example.org')).length, count + 1);
    });

    it('says what is wrong with the new time, and what is no change', async () => {
      const path = '/bureau/seances/cafe-2027-04-06/deplacer';
      const bad = await send(path, wanted('2027-13-45x', 'this', ''));
      assert.equal(bad.status, 422);
      assert.match(bad.text, /Écrivez une date complète[\s\S]*Écrivez une heure complète/);
      const same = await send(path, wanted('2027-04-09', 'this', '14:00'));
      assert.equal(same.status, 422);
      assert.match(same.text, /où elle a déjà lieu/);
      assert.equal((await send(path, wanted('2027-02-30', 'this'))).status, 422, 'a day that is none');
    });

    it('tells 200 people of a move', async () => {
      const id = 'cafe-2027-04-27';
      const at = new Date(s.now()).toISOString();
      const [row] = await rowsOf(s.db, `select * from registrations where session = $1 limit 1`, [id]);
      for (let i = 0; i < 199; i++)
        await copyRow(s.db, 'registrations', { ...row!, email_key: `key-${i}`, received_at: at });
      const path = `/bureau/seances/${id}/deplacer`;
      const recap = await send(path, wanted('2027-05-04', 'this'));
      assert.match(recap.text, /200 personnes reçoivent/);
      const began = performance.now();
      const said = await send(`${path}/envoyer`, carriedIn(recap.text, `${path}/envoyer`));
      console.log(`W2: 200 people moved in ${Math.round(performance.now() - began)} ms (${engine})`);
      assert.match(said.text, /200 messages partent à/);
    });

    it('what somebody drafts of a session stays when it moves, and follows what they had not changed; so does its undo', async () => {
      const id = 'genre-2027-02-11';
      const form = fieldsIn(await page(`/bureau/seances/${id}`), '/bureau/seances/relire');
      const kept = await send('/bureau/seances/brouillon', { ...form, titre: 'Titre qui attend' });
      assert.equal(kept.status, 200, kept.text.slice(0, 2000));
      assert.match(kept.text, /Le brouillon est gardé/);
      const was = await read(id);
      const path = `/bureau/seances/${id}/deplacer`;
      const recap = await send(path, wanted('2027-02-25', 'this', was.start.slice(11, 16)));
      const said = await send(`${path}/envoyer`, carriedIn(recap.text, `${path}/envoyer`));
      const waiting = async () => {
        const draft = fieldsIn(await page(`/bureau/seances/${id}`), '/bureau/seances/relire');
        return [draft['titre'], draft['jour']];
      };
      assert.deepEqual(await waiting(), ['Titre qui attend', '2027-02-25']);
      assert.equal((await read(id)).title, was.title);
      const undo = /action="(\/bureau\/seances\/envois\/\w+\/annuler)"/.exec(said.text)![1]!;
      await desk.post(undo);
      assert.deepEqual(await waiting(), ['Titre qui attend', '2027-02-11']);
      assert.equal((await read(id)).start, was.start);
      await desk.post(`/bureau/seances/${id}/inscriptions`, { acte: 'fermer' });
      assert.equal((await waiting())[0], 'Titre qui attend');
      await desk.post(`/bureau/seances/${id}/inscriptions`, { acte: 'ouvrir' });
      await desk.post(`/bureau/seances/${id}/abandonner`);
    });

    it('an undo keeps the mails of what cannot go back', async () => {
      // What was held before has gone.
      s.later(121_000);
      const path = '/bureau/seances/cafe-2027-04-06/deplacer';
      const recap = await send(path, wanted('2027-04-12', 'all', '14:00'));
      const said = await send(`${path}/envoyer`, carriedIn(recap.text, `${path}/envoyer`));
      const held = async () =>
        (
          await rowsOf(
            s.db,
            `select subject_id from outbox where press is not null and state = 'queued' and next_attempt_at > $1`,
            [new Date(s.now()).toISOString()],
          )
        ).length;
      const all = await held();
      // A colleague closes one of them meanwhile.
      const stays = 'cafe-2027-04-06';
      await desk.post(`/bureau/seances/${stays}/inscriptions`, { acte: 'fermer' });
      const undo = /action="(\/bureau\/seances\/envois\/\w+\/annuler)"/.exec(said.text)![1]!;
      assert.match(await (await desk.post(undo)).text(), /reste comme elle est, et ses messages partent/);
      assert.match((await read(stays)).start, /^2027-04-12/);
      assert.ok(all > 1);
      const left = await held();
      assert.equal(left, 1, 'whoever registered for the one that stays is told');
      await desk.post(`/bureau/seances/${stays}/inscriptions`, { acte: 'ouvrir' });
    });

    it('a session that has begun or is cancelled does not move, and nothing is promised', async () => {
      const id = 'cafe-2027-04-06';
      await desk.post(`/bureau/seances/${id}/annuler`, { raison: 'Essai' });
      const path = `/bureau/seances/${id}/deplacer`;
      for (const way of [path, `${path}/envoyer`]) {
        const refused = await send(way, wanted('2027-04-20', 'this'));
        assert.equal(refused.status, 422);
        assert.match(refused.text, /elle ne se déplace plus/);
      }
      await desk.post(`/bureau/seances/${id}/retablir`, {});
    });

    it('nobody is reminded of a time that can still be taken back', async () => {
      const id = 'cafe-2027-04-06';
      const ahead = Date.parse((await read(id)).start) - s.now() - 20 * HOUR;
      s.later(ahead);
      desk = await enterAs(s, 'equipe-test@f3e.example');
      await s.runScheduledJobs();
      const count = async () =>
        (await mailsTo('cafe-0@example.org')).filter(({ subject }) => /^Rappel/.test(subject)).length;
      const before = await count();
      const path = `/bureau/seances/${id}/deplacer`;
      const day = (await read(id)).start.slice(0, 10);
      const recap = await send(path, wanted(day, 'this', '16:00'));
      const said = await send(`${path}/envoyer`, carriedIn(recap.text, `${path}/envoyer`));
      await s.runScheduledJobs();
      assert.equal(await count(), before, 'not while it is held');
      const undo = /action="(\/bureau\/seances\/envois\/\w+\/annuler)"/.exec(said.text)![1]!;
      await desk.post(undo);
      s.later(-ahead);
      desk = await enterAs(s, 'equipe-test@f3e.example');
    });

    it('another time zone is another time: the recap shows it, and people are told', async () => {
      const id = 'cafe-2027-04-20';
      const form = fieldsIn(await page(`/bureau/seances/${id}`), '/bureau/seances/relire');
      const recap = await send('/bureau/seances/relire', { ...form, fuseau: 'America/Cayenne' });
      assert.match(recap.text, /heure de Cayenne/);
      assert.match(recap.text, /Une personne inscrite recevra un message/);
    });

    it('an animator moves no session of another community', async () => {
      const animator = await enterAs(s, 'animation@f3e.example');
      const path = '/bureau/seances/ecsi-2026-12-17/deplacer';
      assert.equal((await animator.get(path)).status, 404);
      assert.equal((await send(path, wanted('2027-01-07', 'this'), animator)).status, 404);
      assert.equal((await send(`${path}/envoyer`, wanted('2027-01-07', 'this'), animator)).status, 404);
    });

    describe('publishing later', () => {
      const draft = async (title: string) => {
        const fields = {
          ...fieldsIn(await page('/bureau/seances/nouvelle')),
          titre: title,
          jour: '2027-06-03',
        };
        return fieldsIn((await send('/bureau/seances/relire', fields)).text);
      };
      const schedule = async (title: string, hours: number) => {
        const at = new Date(s.now() + hours * HOUR + 60_000);
        const clock = new Intl.DateTimeFormat('sv', {
          dateStyle: 'short',
          timeStyle: 'short',
          timeZone: 'Europe/Paris',
        }).format(at);
        const [day, time] = clock.split(' ') as [string, string];
        const later = { 'parution-jour': day, 'parution-heure': time };
        const said = await send('/bureau/seances/programmer', { ...(await draft(title)), ...later });
        return { ...said, id: /\/bureau\/seances\/([\w-]+)\?/.exec(desk.path)?.[1] ?? '' };
      };

      it('a session appears at its time by itself, and not before', async () => {
        desk = await enterAs(s, 'equipe-test@f3e.example');
        const { text, id } = await schedule('Paraît demain', 5);
        assert.match(text, /La parution est programmée/);
        assert.match(text, /Paraîtra le/);
        assert.equal((await s.runScheduledJobs()).published, 0);
        assert.equal((await s.request(`/v1/sessions/${id}`)).status, 404);
        s.later(5 * HOUR + 120_000);
        assert.deepEqual(
          (await Promise.all([s.runScheduledJobs(), s.runScheduledJobs()]))
            .map(({ published }) => published)
            .sort(),
          [0, 1],
          'once, whatever runs at the same time',
        );
        assert.equal((await read(id)).title, 'Paraît demain');
        const lines = await rowsOf(
          s.db,
          `select actor, action from journal where subject_id = $1 order by at`,
          [id],
        );
        assert.deepEqual(
          lines.map(({ action }) => action),
          ['schedule', 'publish'],
        );
        assert.match(String(lines[1]!['actor']), /^member:/);
      });

      it('can be stopped, and is a draft again', async () => {
        desk = await enterAs(s, 'equipe-test@f3e.example');
        const { id } = await schedule('Ne paraît pas', 2);
        assert.match((await send(`/bureau/seances/${id}/deprogrammer`, {})).text, /n’est plus programmée/);
        s.later(3 * HOUR);
        assert.equal((await s.runScheduledJobs()).published, 0);
        desk = await enterAs(s, 'equipe-test@f3e.example');
        assert.match(await page('/bureau/seances'), /Ne paraît pas/);
      });

      it('does not appear once whoever scheduled it may not publish any more', async () => {
        desk = await enterAs(s, 'animation@f3e.example');
        const { id } = await schedule('Droits retirés', 2);
        await changeRows(s.db, `update team_roles set role = 'reader' where role = 'animator'`);
        s.later(3 * HOUR);
        assert.equal((await s.runScheduledJobs()).published, 0);
        assert.equal((await s.request(`/v1/sessions/${id}`)).status, 404);
        const [line] = await rowsOf(
          s.db,
          `select actor from journal where subject_id = $1 and action = 'unschedule'`,
          [id],
        );
        assert.equal(line!['actor'], 'server');
      });

      it('takes a time to come alone', async () => {
        desk = await enterAs(s, 'equipe-test@f3e.example');
        for (const later of [
          { 'parution-jour': '2026-01-05', 'parution-heure': '10:00' },
          { 'parution-jour': '', 'parution-heure': '' },
        ]) {
          const said = await send('/bureau/seances/programmer', { ...(await draft('Trop tôt')), ...later });
          assert.equal(said.status, 422);
          assert.match(said.text, /Choisissez un moment à venir/);
          assert.match(said.text, /value="Trop tôt"/, 'nothing is lost');
        }
      });
    });
  });
}
