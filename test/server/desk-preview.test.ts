import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SessionPage } from '../../src/contract/index.js';
import { addMember, type DeskBrowser, enterAs, fieldsIn } from '../support/desk.js';
import { createTestApp, rowsOf, type TestApp, testEngines } from '../support/server.js';

const engines = await testEngines();
const SESSION = 'ecsi-2026-12-17';
const DAY = '2027-02-05';

for (const engine of engines) {
  describe(`the preview of a session, ${engine}`, () => {
    let s: TestApp;
    let desk: DeskBrowser;
    let secret: string;
    before(async () => {
      s = await createTestApp(engine);
      await addMember(s, 'equipe-test@f3e.example', [{ role: 'team', scope: '' }]);
      desk = await enterAs(s, 'equipe-test@f3e.example');
      const form = await (await desk.get(`/bureau/seances/${SESSION}`)).text();
      const fields = { ...fieldsIn(form, '/bureau/seances/relire'), titre: 'Titre d’essai', jour: DAY };
      const recap = await (await desk.post('/bureau/seances/relire', fields)).text();
      secret = /src="\/apercu\/([\w-]{43})\?/.exec(recap)![1]!;
    });
    after(() => s.close());

    const list = async (root = '') =>
      (await (await s.request(`${root}/v1/sessions?community=ecsi&limit=100`)).json()) as SessionPage;
    const titleIn = async (root = '') => (await list(root)).items.find(({ id }) => id === SESSION)?.title;

    it('shows the session as it would be, in what the widgets ask for and on its page, and changes nothing', async () => {
      const was = await titleIn();
      const stored = await rowsOf(s.db, `select * from sessions order by id`);
      assert.equal(await titleIn(`/apercu/${secret}`), 'Titre d’essai');
      const one = await s.request(`/apercu/${secret}/v1/sessions/${SESSION}`);
      assert.match(((await one.json()) as { start: string }).start, new RegExp(`^${DAY}`));
      assert.equal(one.headers.get('Cache-Control'), 'no-store');
      assert.equal(one.headers.get('Access-Control-Allow-Origin'), '*', 'a frame without origin reads it');
      const page = await (await s.request(`/apercu/${secret}/seances/${SESSION}`)).text();
      assert.match(page, /Titre d’essai/);
      s.later(3_000);
      assert.equal(await titleIn(), was);
      assert.deepEqual(await rowsOf(s.db, `select * from sessions order by id`), stored);
    });

    it('asks nothing of the database itself: forms are not there, and the server goes on', async () => {
      for (const form of [`register:${SESSION}`, 'join:genre', 'proposal'])
        assert.equal((await s.request(`/apercu/${secret}/v1/forms/${form}`)).status, 404, form);
      const missing = await s.request(`/apercu/${secret}/v1/sessions/nulle-part`);
      assert.equal(missing.status, 404);
      assert.match(await missing.text(), /not-found/);
      assert.equal((await s.request('/v1/forms/join:genre')).status, 200);
      const page = await s.request(`/apercu/${secret}/seances/${SESSION}`);
      assert.match(page.headers.get('Content-Security-Policy')!, /^sandbox; .*frame-ancestors 'self'$/);
      if (engine === 'sqlite')
        await assert.rejects(
          s.db.transaction(async () => s.db.execute('select 1')),
          /inside a transaction/,
        );
    });

    it('stands in a frame that reaches nothing of the desk', async () => {
      const response = await s.request(`/apercu/${secret}?langue=en&couleurs=sombre&allure=f3e`);
      const policy = response.headers.get('Content-Security-Policy')!;
      assert.match(policy, /^sandbox allow-scripts; default-src 'none'/);
      assert.ok(!policy.includes('allow-same-origin') && !policy.includes('unsafe'));
      const html = await response.text();
      assert.match(html, /<html lang="en" class="sombre">/);
      assert.match(html, new RegExp(`endpoint="/apercu/${secret}" community="ecsi" theme="f3e"`));
    });

    it('is of use to whoever has the secret, for an hour', async () => {
      for (const path of ['x'.repeat(43), secret.slice(1), `${secret}/v1/staff/journal`, `${secret}/bureau`])
        assert.equal((await s.request(`/apercu/${path}`)).status, 404, path);
      assert.equal((await s.request(`/apercu/${secret}/v1/join-requests`, { method: 'POST' })).status, 404);
      const stored = await rowsOf(s.db, `select hash from previews`);
      assert.ok(!JSON.stringify(stored).includes(secret));
      s.later(3_601_000);
      assert.equal((await s.request(`/apercu/${secret}`)).status, 404);
      await s.runScheduledJobs();
      assert.deepEqual(await rowsOf(s.db, `select hash from previews`), []);
    });
  });
}
