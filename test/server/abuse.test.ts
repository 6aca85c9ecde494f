import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addressKey } from '../../server/submissions/forms/email.js';
import type { Parcel } from '../../server/mail/transport.js';
import type { JoinRequest, Problem } from '../../src/contract/index.js';
import {
  confirmLast,
  goodRequest,
  hasPostgres,
  newKey,
  OWN,
  proofFor,
  createTestApp,
  type TestApp,
  rowsOf,
  changeRows,
  testVault,
} from '../support/server.js';
import { long } from '../support/long.js';

const databases = ['sqlite', ...((await hasPostgres()) ? ['postgres' as const] : [])] as const;
const HOUR = 3_600_000;

for (const kind of databases) {
  describe(`what keeps abuse out, on ${kind}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(kind, { PROOF_OF_WORK: '4' });
    });
    const others: TestApp[] = [];
    /** An application of its own, closed in the end whatever happens. */
    const apart = async (environment: Record<string, string>) => {
      const t = await createTestApp(kind, environment);
      others.push(t);
      return t;
    };
    after(() => Promise.all([s, ...others].map((one) => one.close())));

    const count = async () =>
      Number((await rowsOf(s.db, `select count(*) as n from join_requests`))[0]?.['n']);
    const mine = async (email: string) => {
      const { items } = (await (await s.staff('/join-requests?limit=500')).json()) as {
        items: JoinRequest[];
      };
      return items.find((one) => one.answers['email'] === email)!;
    };
    const withProof = async (email: string, more: Record<string, unknown> = {}) => {
      const proof = await proofFor(s, 'join:genre');
      s.later(5_000);
      return goodRequest(s, { proof, ...more }, { email });
    };

    it('F65 takes a proof of work once, for its form, while it is fresh, and as it was signed (S09)', async () => {
      const good = await withProof('preuve@example.org');
      assert.equal((await s.post(good)).status, 202);
      const before = await count();
      const refused = async (body: object, code: string) => {
        const answer = await s.post(body);
        const { errors } = (await answer.json()) as Problem;
        assert.deepEqual([answer.status, errors![0]!.pointer, errors![0]!.code], [422, '/proof', code]);
        assert.equal(await count(), before, 'nothing was recorded');
      };
      await refused(good, 'spent');
      await refused(
        await goodRequest(s, { proof: await proofFor(s, 'join:madac') }, { email: 'autre@example.org' }),
        'other-form',
      );
      const late = await withProof('tard@example.org');
      s.later(600_001);
      await refused(late, 'expired');
      const payload = JSON.parse(Buffer.from(await proofFor(s, 'join:genre'), 'base64').toString()) as {
        challenge: { parameters: Record<string, unknown>; signature: string };
        solution: object;
      };
      const text = (change: object) => Buffer.from(JSON.stringify(change)).toString('base64');
      for (const forged of [
        { ...payload, challenge: { ...payload.challenge, signature: 'ab'.repeat(32) } },
        {
          ...payload,
          challenge: { ...payload.challenge, parameters: { ...payload.challenge.parameters, cost: 1 } },
        },
        { ...payload, solution: { counter: 1, derivedKey: '00'.repeat(32) } },
        { ...payload, solution: { counter: -1, derivedKey: '' } },
        { challenge: null },
        'x',
      ])
        await refused(await goodRequest(s, { proof: text(forged as object) }), 'forged');
      await refused(await goodRequest(s, { proof: 'AAAA' }), 'forged');
    });

    it('spends a proof once when it is sent ten times at once', async () => {
      const good = await withProof('dix@example.org');
      const answers = await Promise.all(Array.from({ length: 10 }, () => s.post(good)));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [202, ...Array<number>(9).fill(422)]);
    });

    it('gives the first answer again to a repeated key, whatever has become of its proof (L01)', async () => {
      const good = await withProof('repete@example.org');
      const key = newKey();
      const first = await s.post(good, { 'Idempotency-Key': key });
      s.later(700_000);
      const again = await s.post(good, { 'Idempotency-Key': key });
      assert.deepEqual([again.status, await again.text()], [202, await first.text()]);
      const other = await s.post(
        { ...good, proof: await proofFor(s, 'join:genre') },
        { 'Idempotency-Key': key },
      );
      assert.equal(other.status, 202, 'a new proof is no other body');
    });

    it('F66 sends to review what a robot may have sent, and loses none of it (J10)', async () => {
      const cases: [string, object, string[]][] = [
        [
          'piege@example.org',
          await withProof('piege@example.org', { website: 'https://spam.example' }),
          ['trap'],
        ],
        ['sans@example.org', await goodRequest(s, {}, { email: 'sans@example.org' }), ['no-proof']],
        [
          'vite@example.org',
          await goodRequest(s, { proof: await proofFor(s, 'join:genre') }, { email: 'vite@example.org' }),
          ['too-fast'],
        ],
      ];
      for (const [email, body, review] of cases) {
        assert.equal((await s.post(body)).status, 202, email);
        const own = await confirmLast(s, email);
        assert.match(await (await s.request(own)).text(), /la lit et vous répond/);
        const { status, review: why } = await mine(email);
        assert.deepEqual([status, why], ['received', review], email);
      }
    });

    it('F66 takes a form that was open for a day, under the version that was read (J06)', async () => {
      const read = await goodRequest(s, {}, { email: 'lente@example.org' });
      await changeRows(s.db, `update communities set doc = $1 where slug = 'genre'`, [
        String((await rowsOf(s.db, `select doc from communities where slug = 'genre'`))[0]!['doc']).replace(
          '"Genre"',
          '"Le genre"',
        ),
      ]);
      s.later(24 * HOUR);
      const proof = await proofFor(s, 'join:genre');
      s.later(5_000);
      const now = await goodRequest(s);
      assert.notEqual(now['formVersion'], read['formVersion'], 'the form has changed meanwhile');
      assert.equal((await s.post({ ...read, proof })).status, 202);
      await confirmLast(s, 'lente@example.org');
      const { status, review } = await mine('lente@example.org');
      assert.deepEqual([status, review], ['accepted', []]);
    });

    it('reviews a hosted page that comes back faster than it can be read, and no other', async () => {
      const sendPage = async (email: string, ms: number, trap = '') => {
        const page = await (await s.request('/communautes/genre/rejoindre')).text();
        const hidden = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
        s.later(ms);
        const answer = await s.request('/communautes/genre/rejoindre', {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: OWN },
          body: new URLSearchParams([
            ...hidden.map(([, name, value]) => [name!, value!]),
            ['email', email],
            ['website', trap],
          ]).toString(),
        });
        assert.equal(answer.status, 303);
        await confirmLast(s, email);
        return (await mine(email)).review;
      };
      assert.deepEqual(await sendPage('page-vite@example.org', 200), ['too-fast']);
      assert.deepEqual(await sendPage('page-lente@example.org', 24 * HOUR), []);
      assert.deepEqual(await sendPage('page-piege@example.org', 10_000, 'x'), ['trap']);
      const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const bare = { method: 'POST', headers: form, body: 'email=sans-page@example.org' };
      assert.equal((await s.request('/communautes/genre/rejoindre', bare)).status, 303);
      await confirmLast(s, 'sans-page@example.org');
      assert.deepEqual((await mine('sans-page@example.org')).review, ['no-proof'], 'no browser sent it');
    });

    it('reviews what comes without the stamp of its own page, or with one that was used: no seat, no link by itself (S09)', async () => {
      const stampOf = async (path: string) =>
        /name="f3e-opened" value="([^"]+)"/.exec(await (await s.request(path)).text())![1]!;
      const send = async (
        email: string,
        stamp: string | undefined,
        path = '/communautes/genre/rejoindre',
      ) => {
        const answer = await s.request(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: OWN },
          body: new URLSearchParams({
            email,
            ...(stamp !== undefined && { 'f3e-opened': stamp }),
          }).toString(),
        });
        assert.equal(answer.status, 303);
        await confirmLast(s, email);
        return (await mine(email)).review;
      };
      const own = await stampOf('/communautes/genre/rejoindre');
      const other = await stampOf('/communautes/aoc/rejoindre');
      const old = await stampOf('/communautes/genre/rejoindre');
      s.later(5_000);
      assert.deepEqual(await send('sans-marque@example.org', undefined), ['no-proof']);
      assert.deepEqual(await send('marque-inventee@example.org', `${s.now() - 9_000}.abc`), ['no-proof']);
      assert.deepEqual(await send('marque-ailleurs@example.org', other), ['no-proof']);
      assert.deepEqual(await send('marque@example.org', own), []);
      assert.deepEqual(await send('marque-encore@example.org', own), ['no-proof'], 'once');
      s.later(73 * HOUR);
      assert.deepEqual(await send('marque-vieille@example.org', old), ['no-proof']);

      const session = '/seances/ecsi-2026-12-17/inscription';
      await send('sans-place@example.org', undefined, session).catch(() => undefined);
      const [row] = await rowsOf(s.db, `select state from registrations where email_key = $1`, [
        addressKey(testVault, 'sans-place@example.org'),
      ]);
      assert.equal(row?.['state'], 'pending-approval');
    });

    it('F64 writes three times to one victim of 100 addresses and 100 posts (S07)', long, async () => {
      const t = await apart({
        LIMIT_PER_RECIPIENT: '3',
        RECIPIENT_PAUSE: '10',
        LIMIT_PER_IP: '10',
        TRUSTED_PROXIES: '1',
      });
      const sent: number[] = [];
      const worker = t.mailWorker({
        deliver: async ({ message }: Parcel) => {
          assert.equal(message.to.toLowerCase(), 'victime@example.org');
          sent.push(t.now());
        },
        forget: async () => undefined,
        close: () => undefined,
      });
      const body = await goodRequest(t, {}, { email: 'victime@example.org' });
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, i) =>
          t.post(
            { ...body, answers: { email: i % 2 ? 'Victime@example.org' : 'victime@example.org' } },
            {
              'X-Forwarded-For': `198.51.100.${i}`,
            },
          ),
        ),
      );
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [202]);
      assert.equal(new Set(await Promise.all(answers.map((one) => one.text()))).size, 1, 'same words (S08)');
      // Short of the day after which the next one may go.
      for (let minutes = 0; minutes < 24 * 60 - 10; minutes += 5) {
        worker.wake();
        // The clock may not run on while a mail is leased.
        await worker.whenIdle();
        t.later(5 * 60_000);
      }
      await worker.stop();
      assert.ok(sent.length <= 3 && sent.length >= 1, `${sent.length} mails in a day`);
      // Those that wait for the same turn are one mail.
      const due = (
        await rowsOf(t.db, `select distinct next_attempt_at as at from outbox order by next_attempt_at`)
      ).map(({ at }) => Date.parse(String(at)));
      assert.ok(due.length > 1);
      for (let i = 1; i < due.length; i++) assert.ok(due[i]! - due[i - 1]! >= 600_000, 'ten minutes apart');
    });

    it('pauses a community that receives too much, tells the team once, and keeps what came before (S07)', async () => {
      const t = await apart({ LIMIT_PER_COMMUNITY: '5', ALERT_TO: 'equipe@example.org' });
      const answers: number[] = [];
      for (let i = 0; i < 8; i++)
        answers.push((await t.post(await goodRequest(t, {}, { email: `p${i}@example.org` }))).status);
      assert.deepEqual(answers, [202, 202, 202, 202, 202, 429, 429, 429]);
      const other = await t.post(await goodRequest(t, { community: 'aoc' }, { email: 'autre@example.org' }));
      assert.equal(other.status, 202, 'another community goes on');
      const alerts = (await t.mails()).filter(({ message }) => message.to === 'equipe@example.org');
      assert.equal(alerts.length, 1);
      assert.match(alerts[0]!.message.text, /«\sgenre\s»/);
      assert.equal(
        t.log.filter(({ level, facts }) => level === 'error' && facts['community'] === 'genre').length,
        1,
      );
      t.later(HOUR);
      assert.equal((await t.post(await goodRequest(t, {}, { email: 'p9@example.org' }))).status, 202);
      assert.equal(
        Number(
          (await rowsOf(t.db, `select count(*) as n from join_requests where community = 'genre'`))[0]!['n'],
        ),
        6,
      );
    });

    it('counts what comes with a stamp that was used, since the team has to read it (S07)', async () => {
      const t = await apart({ LIMIT_PER_COMMUNITY: '3', PROOF_OF_WORK: '4' });
      const page = await (await t.request('/communautes/genre/rejoindre')).text();
      const stamp = /name="f3e-opened" value="([^"]+)"/.exec(page)![1]!;
      t.later(5_000);
      const answers: number[] = [];
      for (let i = 0; i < 5; i++) {
        const answer = await t.request('/communautes/genre/rejoindre', {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: OWN },
          body: new URLSearchParams({ email: `marque${i}@example.org`, 'f3e-opened': stamp }).toString(),
        });
        answers.push(answer.status);
      }
      // The first stamp counts apart from those that were used (S10).
      assert.deepEqual(answers, [303, 303, 303, 303, 429]);
    });

    it('lets neither junk nor repeated tries close a community to others', async () => {
      const t = await apart({ LIMIT_PER_COMMUNITY: '3' });
      for (let i = 0; i < 6; i++)
        assert.equal((await t.post(await goodRequest(t, {}, { email: 'pas une adresse' }))).status, 422);
      const body = await goodRequest(t, {}, { email: 'encore@example.org' });
      for (let i = 0; i < 6; i++)
        assert.equal((await t.post(body, { 'Idempotency-Key': 'meme-cle' })).status, 202);
      for (const n of [1, 2])
        assert.equal(
          (await t.post(await goodRequest(t, {}, { email: `vraie${n}@example.org` }))).status,
          202,
        );
      assert.equal((await t.post(await goodRequest(t, {}, { email: 'quatre@example.org' }))).status, 429);
    });

    it('counts for all processes together, and keeps no address in clear (S10, P12)', async () => {
      const secret = 'a-secret-of-thirty-two-characters-or-more-0123456789';
      const t = await apart({ LIMIT_PER_IP: '3', SECRET: secret });
      const second = await t.another({ LIMIT_PER_IP: '3', SECRET: secret });
      const body = await goodRequest(t);
      const sent: number[] = [];
      for (const process of [t, second, t, second, t]) sent.push((await process.post(body)).status);
      assert.deepEqual(sent, [202, 202, 202, 429, 429]);
      for (const table of ['counters', 'recipients'])
        assert.doesNotMatch(
          JSON.stringify(await rowsOf(t.db, `select * from ${table}`)),
          /192\.0\.2|visiteuse/,
        );
      t.later(3 * 24 * HOUR);
      await t.runScheduledJobs();
      for (const table of ['counters', 'recipients', 'spent_proofs'])
        assert.deepEqual(await rowsOf(t.db, `select name from ${table}`), [], `${table} is forgotten`);
    });
  });
}
