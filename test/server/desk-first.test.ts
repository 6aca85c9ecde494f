import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CommunityList } from '../../src/contract/index.js';
import { addMember, type DeskBrowser, enterAs, fieldsIn } from '../support/desk.js';
import { changeRows, createTestApp, rowsOf, type TestApp, testEngines } from '../support/server.js';

const engines = await testEngines();

for (const engine of engines) {
  describe(`W9: first steps on an empty desk, ${engine}`, () => {
    let s: TestApp;
    let desk: DeskBrowser;
    before(async () => {
      s = await createTestApp(engine);
      for (const table of ['session_resources', 'resources', 'sessions', 'communities'])
        await changeRows(s.db, `delete from ${table}`);
      await addMember(s, 'premiere@f3e.example', [{ role: 'administrator', scope: '' }]);
      await addMember(s, 'lecture@f3e.example', [{ role: 'reader', scope: '' }]);
      desk = await enterAs(s, 'premiere@f3e.example');
    });
    after(() => s.close());
    const page = async (path: string) => (await desk.get(path)).text();

    it('says what is missing, and sends a trial message to whoever asks', async () => {
      const first = await page('/bureau');
      assert.match(first, /Premiers pas[\s\S]*Faire la première communauté/);
      assert.ok(!first.includes('Faire une séance'), 'a session needs a community');
      const said = await (await desk.post('/bureau/essai')).text();
      assert.match(said, /Un message est parti à premiere@f3e\.example/);
      const mails = (await s.mails()).filter(({ message }) => message.to === 'premiere@f3e.example');
      assert.ok(mails.some(({ message }) => message.subject === 'Message d’essai du bureau du F3E'));
    });

    it('keeps all that was written of a community until nothing is wrong, then publishes it once', async () => {
      const bad = await desk.post('/bureau/communautes/nouvelle', { phrase: 'Apprendre ensemble.' });
      assert.equal(bad.status, 422);
      const form = await bad.text();
      assert.match(form, /Écrivez le nom de la communauté[\s\S]*value="Apprendre ensemble\."/);
      const written = {
        nom: 'Communauté de l’évaluation',
        sigle: 'CP Éval',
        phrase: 'Apprendre ensemble.',
        presentation: 'Des pairs qui évaluent.',
        'nee-de': 'Cycle « Évaluer ensemble »',
        networking: '3',
        acces: 'open',
      };
      await desk.post('/bureau/communautes/nouvelle', written);
      const again = await desk.post('/bureau/communautes/nouvelle', written);
      assert.equal(again.status, 422);
      assert.match(await again.text(), /a déjà ce nom court/);
      s.later(3_000);
      const { items } = (await (await s.request('/v1/communities')).json()) as CommunityList;
      assert.deepEqual(
        items.map(({ slug, name, status, functions }) => ({
          slug,
          name,
          status,
          heart: functions[2]!.weight,
        })),
        [{ slug: 'cp-eval', name: 'Communauté de l’évaluation', status: 'open', heart: 3 }],
      );
      assert.match(await (await s.request('/communautes/cp-eval')).text(), /Évaluer ensemble/);
      // One that came otherwise, and says nothing of where it was born.
      const [{ doc } = { doc: '' }] = (await rowsOf(s.db, `select doc from communities`)) as {
        doc: string;
      }[];
      await changeRows(s.db, `update communities set doc = $1`, [
        JSON.stringify({ ...(JSON.parse(doc) as object), origin: { kind: 'training', label: '' } }),
      ]);
      assert.ok(!(await (await s.request('/communautes/cp-eval')).text()).includes('D’où elle vient'));
      const join = await (await s.request('/communautes/cp-eval/rejoindre')).text();
      assert.ok(!join.includes('Avez-vous suivi'));
    });

    it('publishes the first session of it, and the steps are gone', async () => {
      assert.match(
        await page('/bureau'),
        /Faire une séance[\s\S]*f3e-community-card community=&quot;cp-eval&quot;/,
      );
      const fields = {
        ...fieldsIn(await page('/bureau/seances/nouvelle')),
        titre: 'La première',
        jour: '2027-01-14',
      };
      const recap = await (await desk.post('/bureau/seances/relire', fields)).text();
      assert.match(await (await desk.post('/bureau/seances/publier', fieldsIn(recap))).text(), /est publiée/);
      s.later(3_000);
      assert.match(await (await s.request('/v1/sessions')).text(), /La première/);
      assert.ok(!(await page('/bureau')).includes('Premiers pas'));
      const acts = await rowsOf(
        s.db,
        `select action, kind from journal where action = 'publish' order by at`,
      );
      assert.deepEqual(
        acts.map(({ kind }) => kind),
        ['community', 'session'],
      );
    });

    it('what is not there is said on a page of the desk, in its language and with its menu', async () => {
      const missing = await desk.get('/bureau/nulle-part');
      assert.equal(missing.status, 404);
      assert.match(await missing.text(), /Cette page n’existe pas[\s\S]*Quitter le bureau/);
    });

    it('a reader is asked for nothing', async () => {
      await changeRows(s.db, `delete from sessions`);
      const reader = await enterAs(s, 'lecture@f3e.example');
      assert.ok(!(await (await reader.get('/bureau')).text()).includes('Premiers pas'));
    });
  });
}
