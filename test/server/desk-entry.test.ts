import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ensureFirstAdministrator, inviteByCommand } from '../../server/bureau/team/service.js';
import { purge } from '../../server/privacy/retention.js';
import { addresses } from '../../server/shared/addresses.js';
import { addMember, askFor, carriedIn, DeskBrowser, enterAs, posting, unescaped } from '../support/desk.js';
import {
  changeRows,
  createTestApp,
  OWN,
  pathOf,
  recordStatements,
  rowsOf,
  type TestApp,
  testEngines,
} from '../support/server.js';

const engines = await testEngines();
const ADMIN = 'administration@f3e.example';
const MINUTE = 60_000;
const administrator = [{ role: 'administrator', scope: '' }] as const;

for (const engine of engines) {
  describe(`entering the desk, ${engine}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(engine, { DEMO: 'on' });
      await addMember(s, ADMIN, administrator);
    });
    after(() => s.close());

    it('leads whoever has not entered to the page that asks for an address, and back', async () => {
      const browser = new DeskBrowser(s);
      const response = await browser.get('/bureau/journal?avant=2026-11-22T09:00:00.000Z');
      assert.equal(response.status, 200);
      assert.match(browser.path, /^\/bureau\/entrer\?vers=/);
      const vers = new URL(browser.path, OWN).searchParams.get('vers')!;
      const { code } = await askFor(s, browser, ADMIN, { 'entrer-vers': '/bureau/journal' });
      await browser.post('/bureau/entrer/code', { 'entrer-code': code, 'entrer-vers': '/bureau/journal' });
      assert.equal(browser.path, '/bureau/journal');
      assert.equal(vers, '/bureau/journal?avant=2026-11-22T09:00:00.000Z');
      for (const elsewhere of [
        'https://evil.example',
        '//evil.example',
        '/bureau/../x',
        '/v1/x',
        '/bureau//x',
      ])
        assert.match(
          await (await browser.get(`/bureau/entrer?vers=${encodeURIComponent(elsewhere)}`)).text(),
          /name="entrer-vers" value="\/bureau(?:\/..\/x)?"/,
        );
    });

    it('goes on with a form without fields once somebody has proved who they are', async () => {
      const browser = await enterAs(s, ADMIN);
      s.later(16 * MINUTE);
      const asked = await (await browser.post('/bureau/moi/prouver')).text();
      assert.match(asked, /prouver de nouveau/);
      const carried = carriedIn(asked);
      const { code } = await askFor(s, browser, ADMIN, carried);
      const done = await browser.post('/bureau/entrer/code', { ...carried, 'entrer-code': code });
      assert.equal(done.status, 200);
      assert.match(browser.path, /^\/bureau\/moi/);
    });

    it('keeps the session in a cookie that scripts and other sites do not have', async () => {
      const browser = new DeskBrowser(s);
      const { code } = await askFor(s, browser, ADMIN);
      const response = await browser.send('/bureau/entrer/code', posting({ 'entrer-code': code }));
      const cookie = response.headers.getSetCookie().find((line) => line.startsWith('__Host-f3e-desk='))!;
      assert.match(cookie, /; Path=\/;/);
      assert.match(cookie, /; HttpOnly; Secure; SameSite=Lax$/);
      const [row] = await rowsOf(s.db, `select hash from team_sessions order by created_at desc limit 1`);
      assert.ok(!String(row!['hash']).includes(browser.cookie('__Host-f3e-desk')!), 'only its hash is kept');
    });

    it('lets a link or a press from another browser in nowhere: mail scanners get nothing', async () => {
      const browser = new DeskBrowser(s);
      const { link, code } = await askFor(s, browser, ADMIN);
      const scanner = new DeskBrowser(s);
      assert.match(
        await (await scanner.get(pathOf(link))).text(),
        /dans le navigateur où vous l’avez demandé/,
      );
      assert.match(await (await scanner.post(pathOf(link))).text(), /tapez le code/);
      assert.equal(scanner.cookie('__Host-f3e-desk'), undefined);
      assert.match(
        await (await scanner.post('/bureau/entrer/code', { 'entrer-code': code })).text(),
        /ne sert plus/,
      );
      // A reading changes nothing; the button of the browser that asked enters, once.
      await browser.get(pathOf(link));
      await browser.post(pathOf(link));
      assert.equal(browser.path, '/bureau');
      const again = new DeskBrowser(s);
      again.setCookie('__Host-f3e-entry', 'x'.repeat(43));
      assert.equal((await again.post(pathOf(link))).status, 410);
    });

    it('ends a code after five wrong ones, after a quarter of an hour, and once used', async () => {
      const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
      const guesser = new DeskBrowser(s);
      const first = await askFor(s, guesser, ADMIN);
      for (let i = 0; i < 5; i++)
        assert.equal(
          (await guesser.post('/bureau/entrer/code', { 'entrer-code': wrong(first.code) })).status,
          422,
        );
      const right = await guesser.post('/bureau/entrer/code', { 'entrer-code': first.code });
      assert.match(await right.text(), /ne sert plus/);

      s.later(61 * MINUTE);
      const late = new DeskBrowser(s);
      const second = await askFor(s, late, ADMIN);
      s.later(16 * MINUTE);
      assert.match(
        await (await late.post('/bureau/entrer/code', { 'entrer-code': second.code })).text(),
        /ne sert plus/,
      );
    });

    it('says the same of an unknown address, asks the database the same, and writes to nobody', async () => {
      const ask = async (address: string) => {
        const recorded = recordStatements(s.db);
        const response = await new DeskBrowser(s).send(
          '/bureau/entrer',
          posting({ 'entrer-adresse': address }),
        );
        const statements = recorded.stop();
        return {
          text: (await response.text()).replaceAll(address, '…'),
          status: response.status,
          statements,
        };
      };
      s.later(61 * MINUTE);
      const [known, unknown] = [await ask(ADMIN), await ask('personne@f3e.example')];
      assert.equal(unknown.text, known.text);
      assert.equal(unknown.status, known.status);
      // Those of the mail come after the answer.
      const ofAnswer = (all: readonly string[]) =>
        all.filter((one) => !/team_members|team_roles|outbox/.test(one));
      assert.deepEqual(ofAnswer(unknown.statements), ofAnswer(known.statements));
      await new Promise((done) => setTimeout(done, 50));
      assert.ok(!(await s.mails()).some(({ message }) => message.to === 'personne@f3e.example'));
    });

    it('sends five mails an hour to one address, and says the same of the sixth', async () => {
      s.later(61 * MINUTE);
      const before = (await s.mails()).length;
      for (let i = 0; i < 7; i++)
        assert.equal(
          (await new DeskBrowser(s).post('/bureau/entrer', { 'entrer-adresse': ADMIN })).status,
          200,
        );
      await new Promise((done) => setTimeout(done, 100));
      assert.equal((await s.mails()).length - before, 5);
    });

    it('refuses forms of other sites, of none and of a hidden one', async () => {
      s.later(61 * MINUTE);
      const browser = await enterAs(s, ADMIN);
      const sent = { nom: 'intrus', langue: 'fr' };
      for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
        { Origin: OWN.replace('https', 'http') },
      ] as Record<string, string>[])
        assert.equal((await browser.post('/bureau/moi', sent, headers)).status, 403, JSON.stringify(headers));
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      assert.equal(
        (await browser.send('/bureau/moi', { ...posting(sent), headers })).status,
        403,
        'no origin',
      );
      assert.ok(!(await (await browser.get('/bureau/moi')).text()).includes('intrus'));
    });

    it('accepts no cookie on the routes of machines, and no token on the pages', async () => {
      const browser = await enterAs(s, ADMIN);
      assert.equal((await browser.send('/v1/staff/join-requests')).status, 401);
      const { status, headers } = await s.request('/bureau', {
        headers: { Authorization: 'Bearer K7vXq2mB9rTzL4wYp8sNc3dF' },
      });
      assert.deepEqual([status, headers.get('Location')], [302, '/bureau/entrer']);
    });

    it('ends a device: its cookie opens nothing, whoever has it', async () => {
      const [one, other] = [await enterAs(s, ADMIN), await enterAs(s, ADMIN)];
      const page = await (await one.get('/bureau/moi')).text();
      const devices = [...page.matchAll(/appareils\/(\w+)/g)].map(([, hash]) => hash!);
      assert.ok(devices.length >= 1);
      for (const hash of devices) await one.post(`/bureau/moi/appareils/${hash}`);
      await other.get('/bureau');
      assert.equal(other.path, '/bureau/entrer');
      assert.equal((await one.get('/bureau')).status, 200);
      assert.equal(one.path, '/bureau');
    });

    it('W10: what was written when the session had ended comes back, and is sent once it is proved who it was', async () => {
      s.later(61 * MINUTE);
      const browser = await enterAs(s, ADMIN);
      s.later(13 * 60 * MINUTE);
      const name = `Équipe “d’ici” & d’ailleurs <1> ${'é'.repeat(60)}`.slice(0, 100);
      const refused = await browser.post('/bureau/moi', { nom: name, langue: 'fr' });
      assert.equal(refused.status, 401);
      const page = await refused.text();
      assert.match(page, /ce que vous avez écrit est gardé/);
      assert.match(page, new RegExp(`value="${ADMIN}"`), 'the address is there already');
      const carried = carriedIn(page);
      assert.equal(carried['nom'], name, '0 characters lost');
      const { code, page: asked } = await askFor(s, browser, ADMIN, carried);
      const wrong = await browser.post('/bureau/entrer/code', {
        ...carriedIn(asked),
        'entrer-code': '000000',
      });
      const done = await browser.post('/bureau/entrer/code', {
        ...carriedIn(await wrong.text()),
        'entrer-code': code,
      });
      assert.equal(done.status, 200);
      assert.equal(browser.path, '/bureau/moi?fait=1');
      assert.equal(unescaped(/name="nom"[^>]*value="([^"]*)"/.exec(await done.text())![1]!), name);
    });

    it('asks for a new proof before it changes who enters, and goes on with what was filled in', async () => {
      s.later(61 * MINUTE);
      const browser = await enterAs(s, ADMIN);
      s.later(16 * MINUTE);
      const sent = { nom: 'une collègue', adresse: 'collegue@f3e.example', role: 'team' };
      const asked = await browser.post('/bureau/equipe', sent);
      assert.equal(asked.status, 401);
      const { code, page } = await askFor(s, browser, ADMIN, carriedIn(await asked.text()));
      const done = await browser.post('/bureau/entrer/code', {
        ...carriedIn(page),
        'entrer-code': code,
      });
      assert.match(await done.text(), /une collègue peut entrer/);
      const mail = (await s.mails()).find(({ message }) => message.to === 'collegue@f3e.example')!.message;
      assert.match(mail.text, /équipe du F3E/);
      assert.equal(mail.unsubscribe, undefined);
      assert.ok(!/lien\//.test(mail.text), 'no secret goes out');
      await enterAs(s, 'collegue@f3e.example');
    });

    it('keeps at least one administrator', async () => {
      s.later(61 * MINUTE);
      await changeRows(
        s.db,
        `delete from team_roles where role = 'administrator' and member_id not in
        (select member_id from team_sessions)`,
      );
      const browser = await enterAs(s, ADMIN);
      const [{ id } = { id: '' }] = (await rowsOf(
        s.db,
        `select member_id as id from team_roles where role = 'administrator'`,
      )) as { id: string }[];
      const response = await browser.post(`/bureau/equipe/${id}`, { role: 'reader' });
      assert.equal(response.status, 422);
      assert.match(await response.text(), /au moins une personne/);
    });

    it('forgets ways in that ended, after a week', async () => {
      s.later(40 * 24 * 60 * MINUTE);
      await purge(s.db, () => undefined, s.now());
      for (const table of ['team_links', 'team_sessions'])
        assert.deepEqual(await rowsOf(s.db, `select hash from ${table}`), [], table);
    });
  });

  describe(`the first administrator, ${engine}`, () => {
    it('W9: one mail goes out while nobody administers the desk, whatever starts together; a stranger gets nothing', async () => {
      const s = await createTestApp(engine);
      try {
        const stranger = new DeskBrowser(s);
        assert.match(await (await stranger.get('/bureau')).text(), /npm run invite/);
        assert.equal(
          (await stranger.post('/bureau/entrer', { 'entrer-adresse': 'moi@example.org' })).status,
          200,
        );
        const first = { email: ADMIN, links: addresses(OWN), now: s.now() };
        assert.deepEqual(
          await Promise.all([ensureFirstAdministrator(s.db, first), ensureFirstAdministrator(s.db, first)]),
          [true, true],
        );
        assert.equal((await s.mails()).filter(({ message }) => message.to === ADMIN).length, 1);
        const browser = await enterAs(s, ADMIN);
        assert.match(await (await browser.get('/bureau/equipe')).text(), /administration/);
        assert.equal(await ensureFirstAdministrator(s.db, { ...first, email: 'autre@f3e.example' }), true);
        assert.ok(!(await s.mails()).some(({ message }) => message.to === 'autre@f3e.example'));
      } finally {
        await s.close();
      }
    });

    it('a command makes a link that lets its reader in once, within an hour', async () => {
      const s = await createTestApp(engine);
      try {
        const command = { links: addresses(OWN), now: s.now() };
        const link = pathOf(await inviteByCommand(s.db, 'perdue@f3e.example', command));
        const browser = new DeskBrowser(s);
        await browser.get(link);
        await browser.post(link);
        assert.equal(browser.path, '/bureau');
        assert.equal((await new DeskBrowser(s).post(link)).status, 410);
        const late = pathOf(await inviteByCommand(s.db, 'perdue@f3e.example', command));
        s.later(61 * MINUTE);
        assert.equal((await new DeskBrowser(s).post(late)).status, 410);
      } finally {
        await s.close();
      }
    });
  });
}
