import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { addressKey } from '../../server/submissions/forms/email.js';
import { fileLedger } from '../../server/privacy/erasure-ledger.js';
import { purge } from '../../server/privacy/retention.js';
import { sha256 } from '../../server/shared/secrets.js';
import { startServer } from '../../server/start-server.js';
import { readConfig } from '../../server/config.js';
import { Form, type JoinRequest, type Problem, type Registration } from '../../src/contract/index.js';
import { long } from '../support/long.js';
import {
  confirmLast,
  goodRegistration,
  goodRequest,
  hasPostgres,
  linkIn,
  MEMBER_SITE,
  pathOf,
  press,
  createTestApp,
  type TestApp,
  rowsOf,
  changeRows,
  testVault,
} from '../support/server.js';

const databases = ['sqlite', ...((await hasPostgres()) ? ['postgres' as const] : [])] as const;
const DAY = 86_400_000;

for (const kind of databases) {
  describe(`what people can do about their data, on ${kind}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(kind);
    });
    after(() => s.close());

    const read = async (path: string) => (await s.request(path)).text();
    const askedFor = async (email: string) => {
      const { items } = (await (await s.staff('/join-requests?limit=500')).json()) as {
        items: JoinRequest[];
      };
      return items.filter((one) => one.answers['email'] === email);
    };
    /** A confirmed request with a consent; gives the path of its page. */
    const joined = async (email: string, answers: Record<string, unknown> = {}) => {
      const form = Form.parse(await (await s.request('/v1/forms/join:genre')).json());
      const { purpose, textSha256 } = form.consents[0]!;
      s.later(1);
      const body = await goodRequest(
        s,
        { consents: [{ purpose, textSha256 }], sourceSite: MEMBER_SITE, widgetVersion: '0.1.0' },
        { email, ...answers },
      );
      assert.equal((await s.post(body)).status, 202);
      s.later(1);
      return confirmLast(s, email);
    };

    it('P04 proves each consent: who, when, what text, what language, which form and widget, and its end', async () => {
      const own = await joined('preuve@example.org');
      const [request] = await askedFor('preuve@example.org');
      await press(s, own, 'action=withdraw&purpose=newsletter');
      const events = await rowsOf(s.db, `select * from consent_events where subject_id = $1 order by place`, [
        request!.id,
      ]);
      assert.deepEqual(
        events.map(({ event }) => event),
        ['given', 'confirmed', 'withdrawn'],
      );
      for (const one of events) {
        assert.equal(one['text_sha256'], sha256(String(one['text'])));
        assert.equal(one['form_version'], request!.formVersion);
        assert.deepEqual(
          [one['purpose'], one['language'], one['widget_version'], one['source_site']],
          ['newsletter', 'fr', '0.1.0', MEMBER_SITE],
        );
        assert.match(String(one['at']), /^2026-11-2\dT.*Z$/);
      }
    });

    it('P05 withdraws a consent in two actions, or in one press of the mail program, and nothing else', async () => {
      const own = await joined('accord@example.org');
      assert.match(await read(own), /Retirer cet accord/);
      for (const method of ['GET', 'HEAD']) await s.request(own, { method });
      assert.deepEqual((await askedFor('accord@example.org'))[0]!.consents, ['newsletter']);
      await press(s, own, 'action=withdraw&purpose=newsletter');
      let [mine] = await askedFor('accord@example.org');
      assert.deepEqual([mine!.status, mine!.consents], ['accepted', []]);
      assert.match(await read(own), /Retiré le/);

      await joined('pression@example.org');
      const mail = (await s.mails()).filter(({ message }) => message.to === 'pression@example.org').at(-1)!;
      const header = mail.message.unsubscribe!;
      const boundary = 'x'.repeat(20);
      await s.request(pathOf(header), {
        method: 'POST',
        headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
        body: `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`,
      });
      [mine] = await askedFor('pression@example.org');
      assert.deepEqual([mine!.status, mine!.consents], ['accepted', []]);
    });

    it('P05 one press on a first mail refuses what somebody else asked for', async () => {
      await s.post(await goodRequest(s, {}, { email: 'pas-moi@example.org' }));
      const mail = (await s.mails()).find(({ message }) => message.to === 'pas-moi@example.org')!;
      await press(s, pathOf(mail.message.unsubscribe!), 'List-Unsubscribe=One-Click');
      assert.deepEqual(await askedFor('pas-moi@example.org'), []);
    });

    it('J09 lets the person correct: judged as the form is, with their own address kept', async () => {
      const own = await joined('corrige@example.org', { givenName: 'Avant', motivation: 'Une raison.' });
      const form = await read(`${own}/corriger`);
      assert.match(form, /value="Avant"/);
      assert.doesNotMatch(form, /name="email"/);
      const faulty = await press(s, `${own}/corriger`, `givenName=${'x'.repeat(101)}&motivation=Gardée`);
      assert.equal(faulty.status, 422);
      assert.match(await faulty.text(), /Gardée/, 'nothing that was typed is lost');
      const saved = await press(
        s,
        `${own}/corriger`,
        'givenName=Apr%C3%A8s&email=voleuse@example.org&role=employee',
      );
      assert.equal(saved.status, 303);
      assert.match(await read(saved.headers.get('Location')!), /C’est enregistré/);
      assert.deepEqual((await askedFor('corrige@example.org'))[0]!.answers, {
        email: 'corrige@example.org',
        givenName: 'Après',
        role: 'employee',
      });
    });

    it('P07 gives all that is kept as JSON and CSV, to the link only', async () => {
      const own = await joined('copie@example.org', { givenName: '=1+1', motivation: 'Deux\nlignes' });
      const json = await s.request(`${own}/export.json`);
      assert.equal(json.headers.get('Cache-Control'), 'no-store');
      const all = (await json.json()) as { answers: { answer: string }[]; consents: { event: string }[] };
      assert.deepEqual(
        all.answers.map(({ answer }) => answer),
        ['=1+1', 'copie@example.org', 'Deux\nlignes'],
      );
      assert.equal(all.consents.length, 2);
      const csv = await read(`${own}/export.csv`);
      assert.match(csv, /,'=1\+1/);
      assert.equal((await s.request(`/demande/${'A'.repeat(43)}/export.json`)).status, 404);
    });

    it('P07 erases at once: nothing of the person is left in any table or log, and the link is dead', async () => {
      const own = await joined('efface@example.org', {
        givenName: 'Inoubliable',
        accessNeeds: 'Boucle magnétique',
      });
      for (const method of ['GET', 'HEAD', 'GET']) await s.request(own, { method });
      assert.equal((await askedFor('efface@example.org')).length, 1, 'reading erases nothing');
      const [{ id }] = (await askedFor('efface@example.org')) as [JoinRequest];
      const done = await press(s, own, 'action=erase');
      assert.match(await done.text(), /Tout est effacé/);
      const tables = await rowsOf(
        s.db,
        kind === 'sqlite'
          ? `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
          : `select table_name as name from information_schema.tables where table_schema = 'public'`,
      );
      for (const { name } of tables) {
        const rows = JSON.stringify(await rowsOf(s.db, `select * from ${String(name)}`));
        assert.doesNotMatch(rows, new RegExp(`efface@|Inoubliable|Boucle magn|${id}`), String(name));
      }
      assert.doesNotMatch(JSON.stringify(s.log), /efface@|Inoubliable/);
      assert.deepEqual(s.erased.at(-1), { kind: 'join-request', id });
      assert.match(await read(own), /n’ouvre rien/);
      assert.equal((await s.request(`${own}/export.json`)).status, 404);
    });

    it('P07 erases what a request replaced too, and a consent withdrawn is withdrawn in all of them', async () => {
      await joined('deux.fois@example.org', { givenName: 'Premiere' });
      const own = await joined('Deux.fois@example.org', { givenName: 'Seconde' });
      await press(s, own, 'action=withdraw&purpose=newsletter');
      await press(s, own, 'action=withdraw&purpose=newsletter');
      const events = await rowsOf(
        s.db,
        `select event from consent_events where event = 'withdrawn' and subject_id in
           (select id from join_requests where email_key = '${addressKey(testVault, 'deux.fois@example.org')}')`,
      );
      assert.equal(events.length, 2, 'once for each');
      await press(s, own, 'action=erase');
      assert.deepEqual(
        await rowsOf(
          s.db,
          `select id from join_requests where email_key = '${addressKey(testVault, 'deux.fois@example.org')}'`,
        ),
        [],
      );
    });

    it('S06 answers the same to a link that never was, is of another kind, or was cut short', async () => {
      const own = await joined('lien@example.org');
      const token = own.split('/').at(-1)!;
      assert.ok(Buffer.from(token, 'base64url').length * 8 >= 128);
      const never = await read(`/demande/${'B'.repeat(43)}`);
      for (const path of [
        `/inscription/${token}`,
        `/proposition/${token}`,
        `/demande/${token.slice(0, -1)}`,
        `/demande/${token}x`,
      ])
        assert.equal(await read(path), never, path);
      for (const path of [`/inscription/${token}`, `/demande/${token.slice(0, -1)}`]) {
        await press(s, path, 'action=erase');
        await press(s, path, 'action=cancel');
      }
      assert.equal((await askedFor('lien@example.org'))[0]!.status, 'accepted');
    });

    it('P09 makes nothing but the address mandatory, and keeps what is sensitive for less long', async () => {
      for (const id of ['join:genre', 'join:madac', 'register:genre-2026-11-26']) {
        const form = Form.parse(await (await s.request(`/v1/forms/${id}`)).json());
        const required = form.fields.filter((field) => field.required).map(({ name }) => name);
        assert.deepEqual(required, ['email'], id);
        const access = form.fields.find(({ name }) => name === 'accessNeeds')!;
        assert.match(access.sensitive!.note, /santé/);
        const free = form.fields.filter(({ kind: what, sensitive }) => what === 'long-text' && !sensitive);
        for (const { hint, name } of free) assert.match(hint ?? '', /Ne mentionnez pas/, name);
      }
      const body = await goodRegistration(s, 'genre-2026-11-26', {
        email: 'besoin@example.org',
        accessNeeds: 'Interprète',
        givenName: 'Reste',
      });
      assert.equal((await s.post(body, {}, '/v1/registrations')).status, 202);
      await confirmLast(s, 'besoin@example.org');
      const answers = async () => {
        const { items } = (await (await s.staff('/registrations?limit=500')).json()) as {
          items: Registration[];
        };
        return items.find((one) => one.answers['email'] === 'besoin@example.org')?.answers;
      };
      const end = Date.parse('2026-11-26T11:00:00Z');
      await purge(s.db, () => undefined, end + 29 * DAY);
      assert.equal((await answers())?.['accessNeeds'], 'Interprète');
      assert.equal((await purge(s.db, () => undefined, end + 31 * DAY)).sensitive, 1);
      assert.deepEqual(await answers(), { email: 'besoin@example.org', givenName: 'Reste' });
    });

    it('J02 names each personal field as browsers fill it in', async () => {
      const tokens = {
        givenName: 'given-name',
        familyName: 'family-name',
        email: 'email',
        organisation: 'organization',
        language: 'language',
      };
      for (const id of ['join:genre', 'register:genre-2026-11-26', 'proposal']) {
        const { fields } = Form.parse(await (await s.request(`/v1/forms/${id}`)).json());
        for (const [name, token] of Object.entries(tokens))
          assert.equal(fields.find((field) => field.name === name)?.autocomplete, token, `${id} ${name}`);
      }
    });

    it('F72 keeps each table for its time, a year ahead and three, and leaves a trace of the purge (P08)', async () => {
      const left = await joined('partie@example.org');
      await press(s, left, 'action=cancel');
      await joined('reste@example.org');
      await changeRows(
        s.db,
        `update join_requests set status = 'waiting' where email_key = '${addressKey(testVault, 'reste@example.org')}'`,
      );
      const has = async (email: string) => (await askedFor(email)).length;
      const traces: string[] = [];
      const at = async (days: number) =>
        purge(
          s.db,
          (_, message, facts) => traces.push(`${message} ${JSON.stringify(facts)}`),
          s.now() + days * DAY,
        );
      // The days are those that docs/privacy.md promises: one year, and three.
      await at(365 - 1);
      assert.deepEqual([await has('partie@example.org'), await has('reste@example.org')], [1, 1]);
      assert.ok((await at(365 + 1)).requests >= 1);
      assert.deepEqual([await has('partie@example.org'), await has('reste@example.org')], [0, 1]);
      await at(3 * 365 - 1);
      assert.equal(await has('reste@example.org'), 1);
      await at(3 * 365 + 1);
      assert.equal(await has('reste@example.org'), 0);
      assert.equal(traces.length, 4);
      assert.ok(traces.every((line) => /^purge done \{.*"requests":\d+/.test(line) && !line.includes('@')));
    });

    it('P13 mails have a text part, no image, no link but the person’s own, and a way out in their header', async () => {
      await joined('lettre@example.org');
      const mails = (await s.mails()).filter(({ message }) => message.to === 'lettre@example.org');
      assert.equal(mails.length, 2);
      for (const { message } of mails) {
        assert.doesNotMatch(message.html, /<img|<script|style=|url\(/i);
        const links = [...message.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
        assert.deepEqual(links, [linkIn(message)]);
        assert.ok(message.text.includes(linkIn(message)));
        assert.equal(message.unsubscribe, linkIn(message));
      }
    });

    it('takes away the seat of who erases, and gives it to the next', async () => {
      const id = 'genre-2026-11-26';
      await changeRows(s.db, `update sessions set seats = 1, taken = 0, waiting = 0 where id = $1`, [id]);
      await changeRows(s.db, `delete from registrations where session = $1`, [id]);
      const pages: string[] = [];
      for (const email of ['une@example.org', 'deux@example.org']) {
        s.later(1);
        await s.post(await goodRegistration(s, id, { email }), {}, '/v1/registrations');
        pages.push(await confirmLast(s, email));
      }
      await press(s, pages[0]!, 'action=erase');
      assert.match(await read(pages[1]!), /Accepter la place/);
    });
  });
}

describe('files of the embedded database', long, () => {
  it(
    'F72 an erasure leaves no byte in them, and a restored backup forgets again (P07)',
    { timeout: 60_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'f3e-erase-'));
      const settings = readConfig({
        DEMO: 'on',
        PORT: '0',
        DATA_DIR: folder,
        PROOF_OF_WORK: '0',
        LIMIT_PER_IP: '1000',
      });
      const log: string[] = [];
      const start = () => startServer({ ...settings, port: 0 }, (...line) => log.push(JSON.stringify(line)));
      const bytes = () =>
        (
          readdirSync(folder, { recursive: true, withFileTypes: true }) as {
            isFile(): boolean;
            parentPath: string;
            name: string;
          }[]
        )
          .filter((one) => one.isFile())
          .map((one) => ({
            name: one.name,
            text: readFileSync(join(one.parentPath, one.name)).toString('latin1'),
          }));
      const holding = (word: string) =>
        bytes()
          .filter(({ text }) => text.includes(word))
          .map(({ name }) => name);
      let service = await start();
      try {
        const ask = (path: string, init?: RequestInit) =>
          fetch(`${service.url}${path}`, { redirect: 'manual', ...init });
        const form = (await (await ask('/v1/forms/join:genre')).json()) as { version: string };
        const sent = await ask('/v1/join-requests', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k1' },
          body: JSON.stringify({
            community: 'genre',
            formVersion: form.version,
            language: 'fr',
            answers: { email: 'octet@example.org', motivation: 'Phrase-tres-reconnaissable' },
            consents: [],
          }),
        });
        assert.equal(sent.status, 202);
        const link = async (nth: number) => {
          for (let tries = 0; tries < 50; tries++) {
            const mails = bytes()
              .filter(({ name, text }) => name.endsWith('.json') && text.includes('octet@'))
              .map(({ text }) => JSON.parse(text) as { createdAt: string; message: { text: string } })
              .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
            if (mails[nth])
              return new URL(/http:\S+\/demande\/\S+/.exec(mails[nth].message.text)![0]).pathname;
            await new Promise((go) => setTimeout(go, 100));
          }
          throw new Error('no mail');
        };
        const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' };
        await ask(await link(0), { method: 'POST', headers: urlencoded, body: 'action=confirm' });
        const own = await link(1);
        // The answers are sealed; the search of bytes finds what is not, such as the mail on its way.
        assert.deepEqual(holding('Phrase-tres-reconnaissable'), []);
        assert.ok(holding('octet@example.org').length > 0, 'the search finds bytes');
        await service.stop();
        const backup = join(tmpdir(), `f3e-backup-${process.pid}.sqlite`);
        copyFileSync(join(folder, 'f3e.sqlite'), backup);
        service = await start();
        assert.match(
          await (await ask(own, { method: 'POST', headers: urlencoded, body: 'action=erase' })).text(),
          /Tout est effacé/,
        );
        for (const word of ['Phrase-tres-reconnaissable', 'octet@example.org'])
          assert.deepEqual(holding(word), [], word);
        assert.doesNotMatch(log.join('\n'), /octet@|Phrase-tres/);

        await service.stop();
        for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `f3e.sqlite${end}`), { force: true });
        copyFileSync(backup, join(folder, 'f3e.sqlite'));
        rmSync(backup);
        const ledger = readFileSync(join(folder, 'erasures.jsonl'), 'utf8').trim().split('\n');
        const { id } = JSON.parse(ledger[0]!) as { id: string };
        assert.ok(holding(id).includes('f3e.sqlite'), 'the backup has the row');
        service = await start();
        assert.deepEqual(
          holding(id).filter((name) => name.startsWith('f3e.sqlite')),
          [],
        );
        assert.ok(log.some((line) => line.includes('erased again')));
      } finally {
        await service.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('reads past lines of the ledger that a power cut left unfinished, and tells of them', async () => {
    const t = await createTestApp();
    const folder = mkdtempSync(join(tmpdir(), 'f3e-ledger-'));
    const file = join(folder, 'deep/erasures.jsonl');
    const ledger = fileLedger(file);
    try {
      assert.deepEqual(await ledger.replay(t.db), { erased: 0, unreadable: 0 }, 'there is none yet');
      await t.post(await goodRequest(t));
      const [{ id }] = (await rowsOf(t.db, `select id from join_requests`)) as [{ id: string }];
      await ledger.add('join-request', 'a'.repeat(32), '2026-11-22T09:00:00.000Z');
      appendFileSync(file, '{"at":"2026-11-22T09:00:00.000Z","ki');
      await ledger.add('join-request', id, '2026-11-22T09:00:00.000Z');
      assert.deepEqual(await ledger.replay(t.db), { erased: 1, unreadable: 1 });
      assert.deepEqual(await rowsOf(t.db, `select id from join_requests`), []);
    } finally {
      await t.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('questions of a community’s own', () => {
  let s: TestApp;
  before(async () => {
    s = await createTestApp();
  });
  after(() => s.close());

  const question = {
    name: 'meal',
    kind: 'choice',
    label: { fr: 'Votre repas', en: 'Your meal' },
    hint: { fr: 'Le midi, sur place.' },
    options: [
      { value: 'yes', label: { fr: 'Oui', en: 'Yes' } },
      { value: 'no', label: { fr: 'Non', en: 'No' } },
    ],
    condition: { field: 'attendance', equals: ['in-person'] },
  };
  const diet = {
    name: 'dietaryNeeds',
    kind: 'long-text',
    label: { fr: 'Régime alimentaire' },
    condition: { field: 'meal', equals: ['yes'] },
    sensitive: { note: { fr: 'Facultatif.' }, retention: { fr: 'Effacé 7 jours après.' }, days: 7 },
  };
  const session = 'ecsi-2027-01-28'; // hybrid
  const form = async (lang = 'fr') =>
    Form.parse(await (await s.request(`/v1/forms/register:${session}?lang=${lang}`)).json());

  it('stand right after the question that calls for them, in each language, under a new version (J05)', async () => {
    const before = await form();
    const put = await s.staff(`/forms/register:${session}`, {
      method: 'PUT',
      body: { fields: [question, diet], pairs: true },
    });
    assert.equal(put.status, 200, await put.clone().text());
    s.later(3_000);
    const now = await form();
    assert.notEqual(now.version, before.version);
    const names = now.fields.map(({ name }) => name);
    assert.deepEqual(names.slice(names.indexOf('attendance'), names.indexOf('attendance') + 3), [
      'attendance',
      'meal',
      'dietaryNeeds',
    ]);
    assert.ok(names.includes('pairWith'));
    assert.equal(
      now.fields.find(({ name }) => name === 'organisation')!.required,
      true,
      'pairs come from one',
    );
    assert.deepEqual(
      (await form('en')).fields.find(({ name }) => name === 'meal')!.options.map(({ label }) => label),
      ['Yes', 'No'],
    );
    const send = (version: string, answers: object) =>
      s.post(
        { session, formVersion: version, language: 'fr', answers, consents: [] },
        {},
        '/v1/registrations',
      );
    const old = await send(before.version, { email: 'ancienne@example.org', attendance: 'online' });
    assert.equal(old.status, 202, 'judged by the version that was read');
    const base = { email: 'neuve@example.org', organisation: 'Rivages en commun', pairWith: 'Une amie' };
    assert.equal(
      (await send(now.version, { ...base, attendance: 'in-person', meal: 'yes', dietaryNeeds: 'Sans porc' }))
        .status,
      202,
    );
    const misled = await send(now.version, { ...base, attendance: 'in-person', meal: 'maybe' });
    assert.equal(((await misled.json()) as Problem).errors![0]!.pointer, '/answers/meal');
    await send(now.version, {
      ...base,
      email: 'loin@example.org',
      attendance: 'online',
      meal: 'yes',
      dietaryNeeds: 'x',
    });
    const { items } = (await (await s.staff(`/registrations?session=${session}`)).json()) as {
      items: Registration[];
    };
    assert.deepEqual(
      items.find(({ answers }) => answers['email'] === 'loin@example.org')!.answers,
      {
        email: 'loin@example.org',
        organisation: 'Rivages en commun',
        pairWith: 'Une amie',
        attendance: 'online',
      },
      'what was not asked is not kept',
    );
  });

  it('J14: on the hosted form a condition is said in words, and blocks nobody whom it does not concern', async () => {
    const fields = [question, { ...diet, required: true, sensitive: null }];
    assert.equal(
      (await s.staff(`/forms/register:${session}`, { method: 'PUT', body: { fields } })).status,
      200,
    );
    const html = await (await s.request(`/seances/${session}/inscription`)).text();
    const control = (name: string) =>
      new RegExp(`<(?:select|input|textarea)[^>]*name="${name}"[^>]*>`).exec(html)![0];
    assert.match(control('attendance'), / required=""/);
    assert.doesNotMatch(control(diet.name), / required/);
    assert.match(html, /À remplir si vous avez répondu « [^»]+ » à « [^»]+ »\./);
    await s.staff(`/forms/register:${session}`, { method: 'PUT', body: { fields: [] } });
  });

  it('are refused by name when they cannot be used', async () => {
    const faults = async (fields: object[]) => {
      const answer = await s.staff(`/forms/register:${session}`, { method: 'PUT', body: { fields } });
      return [answer.status, ((await answer.json()) as Problem).errors?.map(({ pointer }) => pointer)];
    };
    assert.deepEqual(await faults([{ ...question, name: 'email' }]), [422, ['/fields/0/name']]);
    assert.deepEqual(await faults([question, question]), [422, ['/fields/1/name']]);
    assert.deepEqual(await faults([{ ...question, options: [] }]), [422, ['/fields/0/options']]);
    assert.deepEqual(await faults([{ ...question, condition: { field: 'later', equals: ['x'] } }]), [
      422,
      ['/fields/0/condition'],
    ]);
    assert.deepEqual(await faults([{ ...diet, condition: null, required: true }]), [
      422,
      ['/fields/0/required'],
    ]);
    assert.equal((await faults([{ ...question, label: {} }]))[0], 422);
    assert.equal((await s.staff('/forms/join:none', { method: 'PUT', body: { fields: [] } })).status, 404);
    const { headers } = await s.request(`/v1/staff/forms/register:${session}`);
    assert.equal(headers.get('WWW-Authenticate'), 'Bearer');
  });
});
