import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { addressKey } from '../../server/submissions/forms/email.js';
import { smtpTransport } from '../../server/mail/transport.js';
import { long } from '../support/long.js';
import { createTestApp, goodRequest, rowsOf, type TestApp, testVault } from '../support/server.js';

/** What the server does with a recipient, by the part of the address before the @. */
type Manners = Record<string, 'refuses' | 'is busy' | 'hangs up' | 'answers late' | 'takes'>;

async function relay(manners: Manners, lateMs = 0) {
  const received: string[] = [];
  const tried: string[] = [];
  const mannerOf = (address: string) => manners[address.split('@')[0]!] ?? 'takes';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      tried.push(address);
      const responseCode = { refuses: 550, 'is busy': 450 }[mannerOf(address) as string];
      if (responseCode) done(Object.assign(new Error('no'), { responseCode }));
      else done();
    },
    onData: (stream, session, done) => {
      const { address } = session.envelope.rcptTo[0]!;
      stream.resume().on('end', () => {
        received.push(address);
        if (mannerOf(address) === 'hangs up') server.connections.forEach((one) => one.close());
        else setTimeout(done, mannerOf(address) === 'answers late' ? lateMs : 0);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    tried,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

describe('a mail', () => {
  let s: TestApp;
  before(async () => {
    s = await createTestApp('sqlite', { LIMIT_PER_RECIPIENT: '100' });
  });
  after(() => s.close());

  /** Sends to these people through a relay, and waits until each mail was tried. */
  async function send(people: string[], manners: Manners, lateMs = 0) {
    const to = await relay(manners, lateMs);
    for (const one of people) await s.post(await goodRequest(s, {}, { email: `${one}@example.org` }));
    const worker = s.mailWorker(
      smtpTransport(to.url, { from: 'communautes@example.org', replyTo: null, tls: 'required' }),
    );
    worker.wake();
    const open = () => rowsOf(s.db, `select id from outbox where state = 'queued' and last_error is null`);
    while ((await open()).length) await new Promise((go) => setTimeout(go, 20));
    return { ...to, worker };
  }
  const failures = async () => {
    const answer = await s.staff('/mails');
    return (
      (await answer.json()) as { items: { state: string; error: string; nextAttemptAt: string | null }[] }
    ).items;
  };

  it('that is refused for good is tried once, and the team sees why (M02, M03)', async () => {
    const { worker, tried, stop } = await send(['refused'], { refused: 'refuses' });
    s.later(3_600_000);
    worker.wake();
    await worker.stop();
    await stop();
    assert.deepEqual(tried, ['refused@example.org']);
    const [failure] = await failures();
    assert.deepEqual([failure!.state, failure!.nextAttemptAt], ['dead', null]);
    assert.match(failure!.error, /^EENVELOPE.*550$/);
    assert.ok(!JSON.stringify(await failures()).includes('@'), 'no address');
  });

  it('that finds the server busy is tried again after seconds, one that may have arrived after a minute (M02)', async () => {
    const { worker, stop } = await send(['busy', 'gone'], { busy: 'is busy', gone: 'hangs up' });
    await worker.stop();
    await stop();
    const waits = (await failures())
      .filter(({ state }) => state === 'queued')
      .map(({ nextAttemptAt }) => Date.parse(nextAttemptAt!) - s.now())
      .sort((a, b) => a - b);
    assert.deepEqual(waits, [5_000, 60_000]);
  });

  it('to a slow server delays no other (M03)', async () => {
    const isSent = async (address: string) =>
      (
        await rowsOf(
          s.db,
          `select state from outbox where state = 'sent' and subject_id in (select id from join_requests where email_key = $1)`,
          [addressKey(testVault, address)],
        )
      ).length > 0;
    const people = ['slow', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const sending = send(people, { slow: 'answers late' }, 1_500);
    for (const one of people.slice(1))
      while (!(await isSent(`${one}@example.org`))) await new Promise((go) => setTimeout(go, 20));
    assert.equal(await isSent('slow@example.org'), false, 'the others went meanwhile');
    const { worker, received, stop } = await sending;
    await worker.stop();
    await stop();
    assert.equal(await isSent('slow@example.org'), true);
    assert.equal(received.length, people.length);
  });

  it('goes once to a relay that answers 25 s late (M01)', long, async () => {
    const { worker, received, stop } = await send(['late'], { late: 'answers late' }, 25_000);
    await worker.stop();
    await stop();
    assert.deepEqual(received, ['late@example.org']);
  });
});
