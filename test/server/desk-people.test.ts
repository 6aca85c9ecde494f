import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addMember, type DeskBrowser, enterAs } from '../support/desk.js';
import {
  changeRows,
  confirmLast,
  createTestApp,
  goodRegistration,
  goodRequest,
  rowsOf,
  type TestApp,
  testEngines,
} from '../support/server.js';

const engines = await testEngines();
const WHO = 'quelquun@example.org';
const SESSION = 'ecsi-2026-12-17';

for (const engine of engines) {
  describe(`one person at the desk, ${engine}`, () => {
    let s: TestApp;
    let team: DeskBrowser;
    let animator: DeskBrowser;
    let request: string;
    let registration: string;
    before(async () => {
      s = await createTestApp(engine);
      await addMember(s, 'equipe-test@f3e.example', [{ role: 'team', scope: '' }]);
      await addMember(s, 'animation@f3e.example', [{ role: 'animator', scope: 'community:ecsi' }]);
      await s.post(
        await goodRequest(
          s,
          { community: 'madac' },
          {
            email: WHO,
            givenName: 'Quelqu’un',
            organisation: 'Rivages',
            motivation: 'Apprendre <b>vraiment</b>',
          },
        ),
      );
      await confirmLast(s, WHO);
      await s.post(
        await goodRegistration(s, SESSION, { email: WHO, accessNeeds: 'boucle magnétique' }),
        {},
        '/v1/registrations',
      );
      await confirmLast(s, WHO);
      request = String((await rowsOf(s.db, `select id from join_requests`))[0]!['id']);
      registration = String((await rowsOf(s.db, `select id from registrations`))[0]!['id']);
      team = await enterAs(s, 'equipe-test@f3e.example');
      animator = await enterAs(s, 'animation@f3e.example');
    });
    after(() => s.close());
    const pageOf = async (browser: DeskBrowser, path: string) => (await browser.get(path)).text();
    const own = () => `/bureau/personnes/join-request/${request}`;

    it('shows all that an address sent: requests, registrations, consents, mails', async () => {
      const page = await pageOf(team, own());
      for (const text of [
        'Quelqu’un',
        WHO,
        'Rivages',
        'Demande à rejoindre',
        'Inscription',
        'Accords',
        'boucle magnétique',
      ])
        assert.ok(page.includes(text), text);
      assert.ok(page.includes('Apprendre &lt;b&gt;vraiment&lt;/b&gt;'), 'what people write is text');
      assert.match(page, /en attente/, 'mails that wait');
    });

    it('shows an animator what belongs to their communities, and sensitive answers from 14 days before', async () => {
      assert.equal((await animator.get(own())).status, 404);
      const path = `/bureau/personnes/registration/${registration}`;
      const early = await pageOf(animator, path);
      assert.ok(!early.includes('Rivages') && !early.includes('Demande à rejoindre'));
      assert.ok(!early.includes('boucle magnétique'));
      assert.match(early, /à partir de 14 jours avant/);
      s.later(12 * 86_400_000);
      animator = await enterAs(s, 'animation@f3e.example');
      team = await enterAs(s, 'equipe-test@f3e.example');
      assert.ok((await pageOf(animator, path)).includes('boucle magnétique'));
    });

    it('keeps notes sealed, beside what they are about', async () => {
      const empty = await team.post(`${own()}/notes`, { note: '  ' });
      assert.equal(empty.status, 422);
      assert.match(
        await (await team.post(`${own()}/notes`, { note: 'Appelée mardi' })).text(),
        /Appelée mardi/,
      );
      const raw =
        engine === 'sqlite'
          ? `select hex(note) as note from notes`
          : `select encode(note::bytea, 'hex') as note from notes`;
      const [row] = await rowsOf(s.db, raw);
      assert.ok(!Buffer.from(String(row!['note']), 'hex').toString().includes('Appelée'));
    });

    it('writes down every look at a person', async () => {
      const [row] = await rowsOf(
        s.db,
        `select count(*) as n from journal where action = 'read' and kind = 'person'`,
      );
      assert.ok(Number(row!['n']) >= 4);
    });

    it('exports all of it, for a person who asks', async () => {
      const response = await team.post(`${own()}/export`);
      const all = (await response.json()) as {
        sent: { answers: Record<string, unknown>; notes: unknown[] }[];
      };
      assert.equal(all.sent.length, 2);
      assert.equal(all.sent[0]!.answers['email'], WHO);
      assert.equal(all.sent[0]!.notes.length, 1);
      assert.ok(!JSON.stringify(all).includes('emailKey'));
      assert.equal(
        (await animator.post(`/bureau/personnes/registration/${registration}/export`)).status,
        404,
      );
    });

    it('erases all of it after a tick, through the ledger; no row of the person is left', async () => {
      assert.equal((await team.post(`${own()}/effacer`)).status, 422);
      assert.match(await (await team.post(`${own()}/effacer`, { oui: '1' })).text(), /2 envois sont effacés/);
      assert.deepEqual(s.erased.map(({ id }) => id).sort(), [request, registration].sort());
      assert.equal((await team.get(own())).status, 404);
      for (const [table, column] of [
        ['join_requests', 'id'],
        ['registrations', 'id'],
        ['notes', 'subject_id'],
        ['outbox', 'subject_id'],
        ['consent_events', 'subject_id'],
        ['access_tokens', 'subject_id'],
      ] as const)
        assert.deepEqual(
          await rowsOf(s.db, `select ${column} from ${table} where ${column} in ($1, $2)`, [
            request,
            registration,
          ]),
          [],
          table,
        );
      const journal = JSON.stringify(await rowsOf(s.db, `select * from journal`));
      assert.ok(!journal.includes(WHO) && !journal.includes('Quelqu'), 'the journal names nobody');
    });

    it('tries a mail that failed again, on a press', async () => {
      await s.post(await goodRequest(s, { community: 'madac' }, { email: 'autre@example.org' }));
      await changeRows(
        s.db,
        `update outbox set state = 'dead', last_error = 'EENVELOPE 550' where state = 'queued'`,
      );
      assert.match(await pageOf(team, '/bureau'), /n’est pas arrivé|ne sont pas arrivés/);
      const page = await pageOf(team, '/bureau/messages');
      assert.match(page, /EENVELOPE 550/);
      const path = /action="(\/bureau\/messages\/\w+)"/.exec(page)![1]!;
      assert.match(await (await team.post(path)).text(), /repart maintenant/);
      const [row] = await rowsOf(s.db, `select count(*) as n from outbox where state = 'queued'`);
      assert.equal(Number(row!['n']), 1);
    });
  });
}
