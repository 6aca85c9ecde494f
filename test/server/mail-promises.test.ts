import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { JoinRequest, Registration } from '../../src/contract/index.js';
import { smtpTransport } from '../../server/mail/transport.js';
import {
  confirmLast,
  createTestApp,
  goodRegistration,
  goodRequest,
  linkIn,
  pathOf,
  press,
  rowsOf,
  type TestApp,
} from '../support/server.js';

const HOUR = 3_600_000;

/** A relay that keeps what it receives, and a worker that sends there. */
async function sendingFrom(s: TestApp, replyTo: string | null = null) {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) =>
      void simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }),
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.server.address() as { port: number };
  const worker = s.mailWorker(
    smtpTransport(`smtp://127.0.0.1:${port}`, {
      from: 'communautes@example.org',
      replyTo,
      tls: 'required',
    }),
  );
  return {
    received,
    /** Sends what is due now. */
    async due() {
      worker.wake();
      await worker.whenIdle();
      return received.splice(0);
    },
    async stop() {
      await worker.stop();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

const limits = { LIMIT_PER_RECIPIENT: '3', RECIPIENT_PAUSE: '10' };
const confirmAt = ({ request }: Pick<TestApp, 'request'>, path: string) =>
  press({ request }, path, 'action=confirm');
const listed = async <T>(s: TestApp, kind: string) =>
  ((await (await s.staff(`/${kind}?limit=200`)).json()) as { items: T[] }).items;
const linksIn = (mail: ParsedMail) =>
  [...mail.text!.matchAll(/https?:\/\/\S+\/(?:demande|inscription|proposition)\/\S+/g)].map(([url]) => url);

describe('first mails (M04)', () => {
  it('requests that wait for their turn are one mail, with a link for each', async () => {
    const s = await createTestApp('sqlite', limits);
    const mail = await sendingFrom(s);
    const email = 'awa@example.org';
    for (const community of ['genre', 'aoc', 'ecsi'])
      await s.post(await goodRequest(s, { community }, { email }));
    await s.post(await goodRegistration(s, 'genre-2026-11-26', { email }), {}, '/v1/registrations');
    const [first, ...others] = await mail.due();
    assert.equal(others.length, 0);
    assert.match(first!.text!, /Genre/);
    assert.deepEqual(await mail.due(), []);
    s.later(10 * 60_000);
    const [batch, ...more] = await mail.due();
    assert.equal(more.length, 0, 'one for all that waited');
    assert.equal(batch!.subject, 'Confirmez vos demandes au F3E');
    assert.match(batch!.text!, /AOC|orientées changement/i);
    const links = linksIn(batch!);
    assert.equal(links.length, 3);
    for (const link of links) assert.equal((await confirmAt(s, pathOf(link))).status, 303);
    s.later(10 * 60_000);
    assert.equal((await mail.due()).length, 3, 'what comes next, about each');
    await mail.stop();
    await s.close();
  });

  it('one that was erased meanwhile is not in it', async () => {
    const s = await createTestApp('sqlite', limits);
    const mail = await sendingFrom(s);
    const email = 'awa@example.org';
    await s.post(await goodRequest(s, {}, { email }));
    const [first] = await mail.due();
    for (const community of ['aoc', 'ecsi']) await s.post(await goodRequest(s, { community }, { email }));
    await rowsOf(
      s.db,
      `delete from outbox where subject_id = (select id from join_requests where community = 'aoc')`,
    );
    s.later(10 * 60_000);
    const [only] = await mail.due();
    assert.equal(linksIn(only!).length, 1);
    assert.ok(first && !only!.text!.includes('orientées changement'));
    await mail.stop();
    await s.close();
  });

  it('whoever confirmed today needs no brake', async () => {
    const s = await createTestApp('sqlite', limits);
    const mail = await sendingFrom(s);
    const email = 'awa@example.org';
    await s.post(await goodRequest(s, {}, { email }));
    await confirmAt(s, pathOf(linksIn((await mail.due())[0]!)[0]!));
    await mail.due();
    for (let i = 0; i < 5; i++) {
      await s.post(await goodRequest(s, { community: 'aoc' }, { email }));
      assert.equal((await mail.due()).length, 1, `request ${i}`);
    }
    s.later(25 * HOUR);
    for (let i = 0; i < 3; i++) await s.post(await goodRequest(s, { community: 'ecsi' }, { email }));
    assert.equal((await mail.due()).length, 1, 'only that day');
    await mail.stop();
    await s.close();
  });

  it('60 spellings of one mailbox get three mails in a day at most', async () => {
    const s = await createTestApp('sqlite', { ...limits, TRUSTED_PROXIES: '1', LIMIT_PER_IP: '5' });
    const mail = await sendingFrom(s);
    let count = 0;
    for (let i = 0; i < 60; i++) {
      const answer = await s.post(await goodRequest(s, {}, { email: `victim+${i}@example.org` }), {
        'X-Forwarded-For': `198.51.100.${i}`,
      });
      assert.equal(answer.status, 202);
      count += (await mail.due()).length;
      s.later(11 * 60_000);
    }
    // 60 requests in 11 hours.
    assert.ok(count >= 1 && count <= 3, `${count} mails`);
    await mail.stop();
    await s.close();
  });

  it('go to one domain, and in all, at a rate; what is beyond goes in the next hours', async () => {
    for (const [environment, emails] of [
      [{ LIMIT_PER_DOMAIN: '3' }, Array.from({ length: 7 }, (_, i) => `p${i}@victim.example`)],
      [{ LIMIT_OF_FIRST_MAILS: '3' }, Array.from({ length: 7 }, (_, i) => `p@victim${i}.example`)],
    ] as const) {
      const s = await createTestApp('sqlite', environment);
      const mail = await sendingFrom(s);
      for (const email of emails) await s.post(await goodRequest(s, {}, { email }));
      const sent: number[] = [];
      for (let i = 0; i < 3; i++) {
        sent.push((await mail.due()).length);
        s.later(HOUR);
      }
      assert.deepEqual(sent, [3, 3, 1]);
      await mail.stop();
      await s.close();
    }
  });

  it('wait a day at most for an hour that has room, and a try that failed takes no place', async () => {
    const s = await createTestApp('sqlite', { LIMIT_PER_DOMAIN: '1' });
    for (let i = 0; i < 30; i++) await s.post(await goodRequest(s, {}, { email: `p${i}@victim.example` }));
    let isDown = true;
    const sent: string[] = [];
    const worker = s.mailWorker({
      deliver: async ({ message }) => {
        if (isDown) throw new Error('down');
        sent.push(message.to);
      },
      forget: async () => undefined,
      close: () => undefined,
    });
    const hourly: number[] = [];
    for (let i = 0; i < 25; i++) {
      worker.wake();
      await worker.whenIdle();
      if (isDown) {
        isDown = false;
        s.later(5_000);
        worker.wake();
        await worker.whenIdle();
      }
      hourly.push(sent.splice(0).length);
      s.later(HOUR);
    }
    assert.deepEqual(hourly, [...Array.from({ length: 24 }, () => 1), 6]);
    await worker.stop();
    await s.close();
  });

  it('what is asked for while a mail waits for an hour with room joins it', async () => {
    const s = await createTestApp('sqlite', { ...limits, LIMIT_PER_DOMAIN: '1' });
    const mail = await sendingFrom(s);
    await s.post(await goodRequest(s, {}, { email: 'first@victim.example' }));
    s.later(1_000);
    await s.post(await goodRequest(s, {}, { email: 'second@victim.example' }));
    assert.deepEqual(
      (await mail.due()).map(({ to }) => (to as { text: string }).text),
      ['first@victim.example'],
    );
    s.later(20 * 60_000);
    await s.post(await goodRequest(s, { community: 'aoc' }, { email: 'second@victim.example' }));
    assert.deepEqual(await mail.due(), [], 'it has a turn already');
    s.later(HOUR);
    const [both, ...others] = await mail.due();
    assert.equal(others.length, 0);
    assert.equal(linksIn(both!).length, 2);
    await mail.stop();
    await s.close();
  });

  it('a first mail that was delayed by 50 hours has the date of its day and a link that works for 48 hours', async () => {
    const s = await createTestApp();
    const mail = await sendingFrom(s, 'bonjour@example.org');
    await s.post(await goodRequest(s, {}, { email: 'awa@example.org' }));
    s.later(50 * HOUR);
    const [late] = await mail.due();
    assert.equal(late!.date!.getTime(), s.now());
    assert.equal(late!.replyTo!.text, 'bonjour@example.org', 'mails invite answers');
    s.later(47 * HOUR);
    const [link] = linksIn(late!);
    assert.match((await confirmAt(s, pathOf(link!))).headers.get('Location')!, /^\/demande\/[\w-]{43}$/);
    await mail.stop();
    await s.close();
  });

  it('no page promises minutes without saying when it may be later', async () => {
    const s = await createTestApp();
    for (const path of [
      '/communautes/genre/rejoindre/merci',
      '/seances/genre-2026-11-26/inscription/merci',
      '/proposer/merci',
    ])
      for (const lang of ['fr', 'en']) {
        const text = await (await s.request(`${path}?lang=${lang}`)).text();
        assert.match(
          text,
          lang === 'fr'
            ? /d’ordinaire dans les minutes.*le lendemain au plus tard/s
            : /usually within minutes.*the next day at the latest/s,
          path,
        );
      }
    await s.close();
  });
});

describe('the latest wish stands (M05)', () => {
  const secondLink = async (s: TestApp, body: Record<string, unknown>, path = '/v1/join-requests') => {
    await s.post(body, {}, path);
    const mails = await s.mails();
    return pathOf(linkIn(mails.at(-1)!.message));
  };

  it('an older link of a join request that is opened later changes nothing, and leads to the newer one', async () => {
    const s = await createTestApp();
    const email = 'awa@example.org';
    const older = await secondLink(s, await goodRequest(s, {}, { email, givenName: 'Avant' }));
    s.later(60_000);
    const newer = await secondLink(s, await goodRequest(s, {}, { email, givenName: 'Après' }));
    await confirmAt(s, newer);
    s.later(60_000);
    const { headers } = await confirmAt(s, older);
    assert.match(await (await s.request(headers.get('Location')!)).text(), /Après/);
    const all = await listed<JoinRequest>(s, 'join-requests');
    const of = (name: string) => all.find(({ answers }) => answers['givenName'] === name)!.status;
    assert.deepEqual([of('Avant'), of('Après')], ['withdrawn', 'accepted']);
    await s.close();
  });

  it('the same of a registration: the newer one keeps the seat', async () => {
    const s = await createTestApp();
    const email = 'awa@example.org';
    const path = '/v1/registrations';
    const older = await secondLink(
      s,
      await goodRegistration(s, 'genre-2026-11-26', { email, givenName: 'Avant' }),
      path,
    );
    s.later(60_000);
    const newer = await secondLink(
      s,
      await goodRegistration(s, 'genre-2026-11-26', { email, givenName: 'Après' }),
      path,
    );
    await confirmAt(s, newer);
    await confirmAt(s, older);
    const all = await listed<Registration>(s, 'registrations');
    const of = (name: string) => all.find(({ answers }) => answers['givenName'] === name)!.state;
    assert.deepEqual([of('Avant'), of('Après')], ['cancelled', 'confirmed']);
    await s.close();
  });

  it('what was granted is kept when somebody asks again, and the mail says what the confirmation would change', async () => {
    const s = await createTestApp();
    const email = 'awa@example.org';
    const body = await goodRequest(s, { community: 'groupes-de-pairs' }, { email });
    await s.post(body);
    await confirmLast(s, email);
    const [request] = await listed<JoinRequest>(s, 'join-requests');
    await s.staff(`/join-requests/${request!.id}/decision`, { method: 'POST', body: { decision: 'accept' } });
    s.later(60_000);
    // Without a proof, as somebody else could send it.
    await s.post({ ...body, website: 'http://spam.example' });
    const asked = (await s.mails()).at(-1)!.message;
    assert.match(asked.text, /Vous avez déjà une demande pour cette communauté/);
    await confirmLast(s, email);
    const all = await listed<JoinRequest>(s, 'join-requests');
    const inForce = all.filter(({ status }) => status !== 'withdrawn').map(({ status }) => status);
    assert.deepEqual(inForce, ['accepted'], 'nobody is put back to the team by asking again');
    await s.close();
  });

  it('to cancel withdraws no consent: each is withdrawn by its own act', async () => {
    const s = await createTestApp();
    const email = 'awa@example.org';
    const form = (await (await s.request('/v1/forms/register:genre-2026-11-26')).json()) as {
      consents: { purpose: string; textSha256: string }[];
    };
    const consents = form.consents.map(({ purpose, textSha256 }) => ({ purpose, textSha256 }));
    await s.post(
      { ...(await goodRegistration(s, 'genre-2026-11-26', { email })), consents },
      {},
      '/v1/registrations',
    );
    const own = await confirmLast(s, email);
    assert.match(await (await s.request(own)).text(), /Vos accords restent/);
    await press(s, own, 'action=cancel');
    const events = await rowsOf(s.db, `select event from consent_events order by place`);
    assert.deepEqual(
      events.map(({ event }) => event),
      ['given', 'confirmed'],
    );
    await s.close();
  });
});

describe('mails say what is true (M06)', () => {
  it('in the language asked for where we have it, else in that of the form', async () => {
    const s = await createTestApp();
    for (const [formLanguage, wanted, language] of [
      ['en', 'es', 'en'],
      ['fr', 'es', 'fr'],
      ['fr', 'en', 'en'],
    ] as const) {
      const { version } = (await (await s.request(`/v1/forms/join:genre?lang=${formLanguage}`)).json()) as {
        version: string;
      };
      await s.post({
        ...(await goodRequest(
          s,
          { language: formLanguage },
          { email: `${formLanguage}${wanted}@example.org`, language: wanted },
        )),
        formVersion: version,
      });
      s.later(1_000);
      assert.equal((await s.mails()).at(-1)!.message.language, language, `${formLanguage}, ${wanted}`);
    }
    await s.close();
  });

  it('of a session that was cancelled', async () => {
    const s = await createTestApp();
    const email = 'awa@example.org';
    await s.post(await goodRegistration(s, 'genre-2026-11-26', { email }), {}, '/v1/registrations');
    await confirmLast(s, email);
    await s.post(
      await goodRegistration(s, 'genre-2026-11-26', { email: 'tard@example.org' }),
      {},
      '/v1/registrations',
    );
    s.later(1_000);
    await s.staff('/sessions/genre-2026-11-26', { method: 'PATCH', body: { status: 'cancelled' } });
    const cancelled = (await s.mails()).filter(({ message }) => message.to === email).at(-1)!.message;
    assert.match(cancelled.text, /L’annulation est jointe à ce message/);
    assert.doesNotMatch(cancelled.text, /pour votre agenda\./);
    s.later(1_000);
    await confirmLast(s, 'tard@example.org');
    const refused = (await s.mails())
      .filter(({ message }) => message.to === 'tard@example.org')
      .at(-1)!.message;
    assert.equal(refused.subject, 'Nous n’avons pas pu vous inscrire');
    await s.close();
  });

  it('to a domain with letters outside ASCII, which some browsers send as it was typed', async () => {
    const s = await createTestApp();
    assert.equal((await s.post(await goodRequest(s, {}, { email: 'awa@société.example' }))).status, 202);
    assert.equal((await s.mails()).at(-1)!.message.to, 'awa@xn--socit-esab.example');
    await s.close();
  });
});
