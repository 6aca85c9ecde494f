import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { takeBack } from '../../server/bureau/presses/service.js';
import { answerMany } from '../../server/bureau/requests/service.js';
import { addMember, carriedIn, type DeskBrowser, enterAs, type Fields } from '../support/desk.js';
import {
  changeRows,
  confirmLast,
  createTestApp,
  goodRegistration,
  goodRequest,
  press,
  rowsOf,
  type TestApp,
  testEngines,
  copyRow,
} from '../support/server.js';

const engines = await testEngines();
const TEAM = 'equipe-test@f3e.example';

for (const engine of engines) {
  describe(`answering requests, ${engine}`, () => {
    let s: TestApp;
    let desk: DeskBrowser;
    let nth = 0;
    before(async () => {
      s = await createTestApp(engine);
      await addMember(s, TEAM, [{ role: 'team', scope: '' }]);
      desk = await enterAs(s, TEAM);
    });
    after(() => s.close());

    /** Somebody asks to join a community whose team answers, and confirms; gives their address and the id of the request. */
    async function asks(community = 'madac'): Promise<{ email: string; id: string; own: string }> {
      const email = `personne-${++nth}@example.org`;
      await s.post(
        await goodRequest(s, { community }, { email, givenName: 'Personne', familyName: `N° ${nth}` }),
      );
      const own = await confirmLast(s, email);
      const rows = await rowsOf(s.db, `select id, answers from join_requests`);
      const found = rows.find(({ answers }) => String(answers).includes(`"${email}"`))!;
      return { email, id: String(found['id']), own };
    }
    const stateOf = async (id: string) =>
      (await rowsOf(s.db, `select status from join_requests where id = $1`, [id]))[0]!['status'];
    const due = async () =>
      (
        await rowsOf(
          s.db,
          `select id from outbox where state = 'queued' and press is not null and next_attempt_at <= $1`,
          [new Date(s.now()).toISOString()],
        )
      ).length;
    const held = async () => (await rowsOf(s.db, `select id from outbox where press is not null`)).length;
    const radios = (people: readonly { id: string }[], answer: string): Fields =>
      Object.fromEntries(people.map(({ id }) => [`join-request:${id}`, answer]));

    it('W6: twelve answers in three requests of a page of 12 kB; their mails wait for two minutes', async () => {
      const people = [];
      for (let i = 0; i < 12; i++) people.push(await asks());
      const page = await (await desk.get('/bureau/demandes?communaute=madac')).text();
      const bytes = brotliCompressSync(page).length;
      assert.ok(bytes <= 12_000, `${bytes} bytes`);
      assert.ok(!/checked/.test(page), 'nothing is preselected');
      const chosen = radios(people, 'accept');
      const recap = await (await desk.post('/bureau/demandes/relire', chosen)).text();
      assert.match(recap, /12 personnes recevront un message/);
      const said = await (await desk.post('/bureau/demandes/envoyer', chosen)).text();
      assert.match(said, /12 réponses partent à/);
      for (const { id } of people) assert.equal(await stateOf(id), 'accepted');
      assert.deepEqual([await held(), await due()], [12, 0]);
      s.later(121_000);
      assert.equal(await due(), 12);
      assert.match(await (await desk.get(desk.path)).text(), /12 réponses sont parties/);
      console.log(`W6: page of 12 requests ${bytes} bytes brotli, 3 requests to answer`);
    });

    it('takes a mixed batch back whole: no mail, every state as before; a second time is too late', async () => {
      const [one, two, three] = [await asks(), await asks(), await asks()];
      const mails = await held();
      const sent: Fields = {
        ...radios([one], 'accept'),
        ...radios([two], 'decline'),
        [`mot:join-request:${two.id}`]: 'Nous ouvrons un autre groupe en mars.',
        ...radios([three], 'ask'),
        [`mot:join-request:${three.id}`]: 'Avec quelle organisation travaillez-vous ?',
      };
      const said = await (await desk.post('/bureau/demandes/envoyer', sent)).text();
      const texts = (await s.mails()).map(({ message }) => message);
      assert.ok(
        texts.some(
          ({ to, text }) => to === two.email && text.includes('Nous ouvrons un autre groupe en mars.'),
        ),
      );
      assert.ok(
        texts.some(({ to, text }) => to === three.email && text.includes('Avec quelle organisation')),
      );
      assert.deepEqual(await Promise.all([one, two, three].map(({ id }) => stateOf(id))), [
        'accepted',
        'declined',
        'received',
      ]);
      const undo = /action="(\/bureau\/demandes\/envois\/\w+\/annuler)"/.exec(said)![1]!;
      assert.match(await (await desk.post(undo)).text(), /Repris\u00a0: les 3 réponses ne sont pas parties/);
      assert.equal(await held(), mails, 'no mail of it is left');
      for (const { id } of [one, two, three]) assert.equal(await stateOf(id), 'received');
      assert.deepEqual(await rowsOf(s.db, `select id from notes`), [], 'nor the question');
      assert.match(await (await desk.post(undo)).text(), /trop tard/);
    });

    it('asks for the question before anything is sent, and keeps what was chosen and written', async () => {
      const [one, two] = [await asks(), await asks()];
      const sent = {
        ...radios([one], 'ask'),
        ...radios([two], 'accept'),
        [`mot:join-request:${two.id}`]: 'À bientôt',
      };
      const response = await desk.post('/bureau/demandes/envoyer', sent);
      assert.equal(response.status, 422);
      const page = await response.text();
      assert.match(page, /Écrivez votre question/);
      assert.match(page, /À bientôt<\/textarea>/);
      assert.equal(await stateOf(two.id), 'received');
      const back = await (await desk.post('/bureau/demandes', sent)).text();
      assert.match(back, new RegExp(`name="join-request:${two.id}" value="accept" checked`));
      assert.match(
        await (await desk.post('/bureau/demandes/relire', {})).text(),
        /Choisissez au moins une réponse/,
      );
    });

    it('adds a word to the answer to a registration', async () => {
      const id = 'ecsi-2026-12-17';
      await s.staff(`/sessions/${id}`, { method: 'PATCH', body: { requiresApproval: true, capacity: null } });
      const email = 'approuver@example.org';
      await s.post(await goodRegistration(s, id, { email }), {}, '/v1/registrations');
      await confirmLast(s, email);
      const [row] = await rowsOf(s.db, `select id from registrations where state = 'pending-approval'`);
      const name = `registration:${String(row!['id'])}`;
      const recap = await (await desk.post('/bureau/demandes/relire', { [name]: 'accept' })).text();
      assert.match(recap, new RegExp(`name="mot:${name}"`));
      await desk.post('/bureau/demandes/envoyer', {
        [name]: 'accept',
        [`mot:${name}`]: 'Nous vous attendons à l’accueil.',
      });
      const texts = (await s.mails())
        .filter(({ message }) => message.to === email)
        .map(({ message }) => message.text);
      assert.ok(
        texts.some((text) => /Votre place est réservée[\s\S]*Nous vous attendons à l’accueil\./.test(text)),
      );
    });

    it('shows the oldest hundred, says so, and loses no answer to one beyond', async () => {
      const last = await asks();
      const [row] = await rowsOf(s.db, `select * from join_requests where id = $1`, [last.id]);
      for (let i = 0; i < 101; i++)
        await copyRow(s.db, 'join_requests', {
          ...row!,
          email_key: `key-${i}`,
          received_at: `2020-01-01T00:00:00.${100 + i}Z`,
        });
      const page = await (await desk.get('/bureau/demandes?communaute=madac')).text();
      assert.match(page, /Voici les 100 plus anciennes/);
      assert.ok(!page.includes(last.id));
      const recap = await (await desk.post('/bureau/demandes/relire', radios([last], 'accept'))).text();
      assert.match(recap, /Une personne recevra un message/);
      await changeRows(s.db, `delete from join_requests where email_key like 'key-%'`);
    });

    it('names and skips who withdrew meanwhile', async () => {
      const [stays, leaves] = [await asks(), await asks()];
      await press(s, leaves.own, 'action=cancel');
      const said = await (
        await desk.post('/bureau/demandes/envoyer', radios([stays, leaves], 'accept'))
      ).text();
      assert.match(said, /1 réponse part à/);
      assert.match(said, /Sans réponse, car leur demande avait changé entre-temps\u00a0: Personne N° \d+/);
      assert.equal(await stateOf(leaves.id), 'withdrawn');
    });

    it('answers each request once when two press at the same time', async () => {
      const people = [await asks(), await asks(), await asks()];
      await addMember(s, 'autre@f3e.example', [{ role: 'team', scope: '' }]);
      const other = await enterAs(s, 'autre@f3e.example');
      const before = await held();
      await Promise.all([
        desk.post('/bureau/demandes/envoyer', radios(people, 'accept')),
        other.post('/bureau/demandes/envoyer', radios(people, 'decline')),
      ]);
      assert.equal((await held()) - before, 3, 'one mail each');
    });

    it('a second click sends nothing more, and leads to what the first did, with its way back', async () => {
      const people = [await asks(), await asks()];
      const recap = await (await desk.post('/bureau/demandes/relire', radios(people, 'accept'))).text();
      const sent = { ...radios(people, 'accept'), cle: /name="cle" value="(\w{32})"/.exec(recap)![1]! };
      const before = await held();
      const [one, two] = await Promise.all([
        desk.post('/bureau/demandes/envoyer', sent),
        desk.post('/bureau/demandes/envoyer', sent),
      ]);
      for (const response of [one, two]) {
        const said = await response.text();
        assert.match(said, /2 réponses partent à/);
        assert.match(said, /Tout annuler/);
      }
      assert.equal((await held()) - before, 2);
    });

    it('what was taken back can be pressed again', async () => {
      const { id } = await asks();
      const page = await (await desk.get('/bureau/demandes')).text();
      const recap = await (await desk.post('/bureau/demandes/relire', radios([{ id }], 'accept'))).text();
      const fields = carriedIn(recap, '/bureau/demandes/envoyer');
      assert.ok(page.includes(id));
      const press = async () => (await desk.post('/bureau/demandes/envoyer', fields)).text();
      const undo = /action="(\/bureau\/demandes\/envois\/\w+\/annuler)"/.exec(await press())![1]!;
      await desk.post(undo);
      assert.equal(await stateOf(id), 'received');
      assert.match(await press(), /1 réponse part à/);
      assert.equal(await stateOf(id), 'accepted');
    });

    it('an animator sees and answers those of their communities; another’s press is not theirs to take back', async () => {
      const theirs = await asks('madac');
      await addMember(s, 'animation@f3e.example', [{ role: 'animator', scope: 'community:madac' }]);
      await addMember(s, 'ailleurs@f3e.example', [{ role: 'animator', scope: 'community:genre' }]);
      const animator = await enterAs(s, 'animation@f3e.example');
      const stranger = await enterAs(s, 'ailleurs@f3e.example');
      assert.ok(!(await (await stranger.get('/bureau/demandes')).text()).includes(theirs.email));
      await stranger.post('/bureau/demandes/envoyer', radios([theirs], 'decline'));
      assert.equal(await stateOf(theirs.id), 'received');
      assert.ok((await (await animator.get('/bureau/demandes')).text()).includes(theirs.email));
      const said = await (await animator.post('/bureau/demandes/envoyer', radios([theirs], 'accept'))).text();
      const undo = /action="(\/bureau\/demandes\/envois\/\w+\/annuler)"/.exec(said)![1]!;
      assert.equal((await stranger.post(undo)).status, 404);
      assert.equal((await animator.post(undo)).status, 200);
      assert.equal(await stateOf(theirs.id), 'received');
    });

    it('leaves as it is what moved on after the press', async () => {
      const person = await asks();
      const actor = { id: 'member:test', grants: [{ role: 'team' as const, scope: '' }] };
      const parts = s.parts;
      const done = await answerMany(parts, actor, [
        { kind: 'join-request', id: person.id, answer: 'accept', word: '' },
      ]);
      await press(s, person.own, 'action=cancel');
      assert.deepEqual(await takeBack(parts, actor, done.press), { restored: 0, left: 1 });
      assert.equal(await stateOf(person.id), 'withdrawn');
    });

    it('a machine answers many at once and takes it back, by the same functions', async () => {
      const people = [await asks(), await asks()];
      const answers = people.map(({ id }) => ({ kind: 'join-request', id, answer: 'accept' }));
      const response = await s.staff('/answers', { method: 'POST', body: answers });
      const {
        press: id,
        done,
        skipped,
      } = (await response.json()) as Record<'press' | 'done' | 'skipped', unknown>;
      assert.deepEqual([(done as unknown[]).length, skipped], [2, []]);
      const undone = await s.staff(`/presses/${String(id)}/undo`, { method: 'POST' });
      assert.deepEqual(await undone.json(), { restored: 2, left: 0 });
      for (const one of people) assert.equal(await stateOf(one.id), 'received');
      const empty = [{ kind: 'join-request', id: people[0]!.id, answer: 'ask' }];
      assert.equal((await s.staff('/answers', { method: 'POST', body: empty })).status, 422);
    });

    it('what was asked stands on the page of the person, and goes with them', async () => {
      const person = await asks();
      await desk.post('/bureau/demandes/envoyer', {
        ...radios([person], 'ask'),
        [`mot:join-request:${person.id}`]: 'Une question secrète-42',
      });
      assert.equal((await rowsOf(s.db, `select id from notes`)).length, 1);
      await press(s, person.own, 'action=erase');
      assert.deepEqual(await rowsOf(s.db, `select id from notes`), []);
    });
  });
}
