import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { simpleParser } from 'mailparser';
import SqliteDatabase from 'better-sqlite3';
import { SMTPServer } from 'smtp-server';
import { wholeWeeks, moved, loadDemoData } from '../../server/demo-data/load.js';
import { purge } from '../../server/privacy/retention.js';
import { waitAfter } from '../../server/mail/worker.js';
import { readConfig } from '../../server/config.js';
import { migrate } from '../../server/db/migrate.js';
import type { StoredSession } from '../../server/sessions/repository.js';
import { instantOf, withOffset } from '../../src/contract/time-zone.js';
import { long } from '../support/long.js';
import {
  freshDatabase,
  freshPostgres,
  goodRequest,
  hasPostgres,
  STAFF_TOKEN,
  createTestApp,
  rowsOf,
  changeRows,
} from '../support/server.js';
import { joinFormVersion, sendJoinRequest } from '../support/process.js';

const withPostgres = await hasPostgres();

describe('settings', () => {
  it('says in a sentence what is wrong, and starts with nothing set in demonstration mode', () => {
    assert.equal(readConfig({ DEMO: 'on' }).port, 8080);
    const wrong: [Record<string, string>, RegExp][] = [
      [{}, /SMTP_URL is missing/],
      [{ SMTP_URL: 'smtp://localhost' }, /PRIVACY_CONTACT is missing/],
      [{ SMTP_URL: 'smtp://localhost', PRIVACY_CONTACT: 'a@example.org' }, /PUBLIC_URL is missing/],
      [{ DEMO: 'on', PORT: '80x' }, /PORT must be a whole number/],
      [{ DEMO: 'on', PORT: '70000' }, /PORT must be a whole number/],
      [{ DEMO: 'maybe' }, /DEMO must be/],
      [{ DEMO: 'on', ALLOWED_ORIGINS: 'https://a.org/' }, /not an origin/],
      [{ DEMO: 'on', STAFF_TOKEN: 'secret' }, /24 characters/],
      [{ DEMO: 'on', STAFF_TOKEN: 'a'.repeat(40) }, /too simple/],
      [{ DEMO: 'on', MAIL_FROM: 'F3E <a@example.org>' }, /MAIL_FROM/],
      [{ DEMO: 'on', DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin/],
      [{ DEMO: 'on', PUBLIC_URL: 'ftp://x' }, /PUBLIC_URL must be/],
    ];
    for (const [environment, sentence] of wrong) assert.throws(() => readConfig(environment), sentence);
  });
});

describe('time', () => {
  it('keeps the hour on the wall over each clock change', () => {
    assert.equal(withOffset('2026-10-24T14:00:00', 'Europe/Paris'), '2026-10-24T14:00:00+02:00');
    assert.equal(withOffset('2026-10-25T16:00:00', 'Europe/Paris'), '2026-10-25T16:00:00+01:00');
    assert.equal(
      withOffset('2027-03-28T02:30:00', 'Europe/Paris'),
      '2027-03-28T03:30:00+02:00',
      'an hour that is skipped',
    );
    assert.equal(
      withOffset('2026-10-25T02:30:00', 'Europe/Paris'),
      '2026-10-25T02:30:00+02:00',
      'an hour that comes twice: the first',
    );
    assert.equal(withOffset('2026-12-03T12:30:00', 'Africa/Dakar'), '2026-12-03T12:30:00+00:00');
    assert.equal(withOffset('2026-12-03T12:30:00', 'Pacific/Noumea'), '2026-12-03T12:30:00+11:00');
    assert.equal(withOffset('2027-04-04T01:45:00', 'Australia/Lord_Howe'), '2027-04-04T01:45:00+11:00');
    assert.equal(instantOf('2026-12-03T12:30:00', 'America/New_York'), Date.parse('2026-12-03T17:30:00Z'));
    assert.throws(() => instantOf('soon', 'Europe/Paris'), RangeError);
  });
});

describe('demonstration data', () => {
  it('moves by whole weeks, on the wall clock, and never back', () => {
    assert.equal(wholeWeeks('2026-11-22', new Date('2026-11-28T23:00:00Z')), 0);
    assert.equal(wholeWeeks('2026-11-22', new Date('2027-03-29T09:00:00Z')), 18);
    assert.equal(wholeWeeks('2026-11-22', new Date('2020-01-01T00:00:00Z')), 0);
    const { sessions } = JSON.parse(readFileSync('server/demo-data/sessions.json', 'utf8')) as {
      sessions: StoredSession[];
    };
    const one = moved(
      sessions.find(({ id }) => id === 'genre-2027-05-25')!,
      3,
    );
    assert.deepEqual(
      [one.start, one.days[2]?.end, one.registration.opensAt],
      ['2027-06-15T14:00:00', '2027-06-17T15:30:00', '2027-02-01T09:00:00'],
    );
  });

  it('fills an empty database only', async () => {
    const db = await freshDatabase('sqlite');
    await migrate(db);
    const options = { folder: 'server/demo-data', today: new Date() };
    assert.equal(await loadDemoData(db, options), 'loaded');
    await changeRows(db, `delete from sessions`);
    assert.equal(await loadDemoData(db, options), 'already filled');
    assert.equal((await rowsOf(db, `select id from sessions`)).length, 0);
    await db.close();
  });
});

describe('answers to reads', () => {
  it('have a strong ETag for each encoding, and 304 for those who know it', async () => {
    const s = await createTestApp();
    const tags = new Set<string>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const first = await s.request('/v1/communities', { headers: { 'Accept-Encoding': encoding } });
      const tag = first.headers.get('ETag')!;
      assert.match(tag, /^"[\w-]+"$/);
      assert.equal(first.headers.get('Content-Encoding') ?? 'identity', encoding);
      assert.match(first.headers.get('Vary') ?? '', /Accept-Encoding/);
      assert.equal(
        first.headers.get('Cache-Control'),
        'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
      );
      tags.add(tag);
      const again = await s.request('/v1/communities', {
        headers: { 'Accept-Encoding': encoding, 'If-None-Match': `W/"x", ${tag}` },
      });
      assert.deepEqual([again.status, await again.text()], [304, '']);
    }
    assert.equal(tags.size, 3);
    const refused = await s.request('/v1/communities', { headers: { 'Accept-Encoding': 'br;q=0, *' } });
    assert.equal(refused.headers.get('Content-Encoding'), 'gzip');
    await s.close();
  });

  it('are kept for two seconds, and never longer', async () => {
    const s = await createTestApp();
    const names = async () =>
      ((await (await s.request('/v1/organisations')).json()) as { items: unknown[] }).items.length;
    const before = await names();
    await changeRows(s.db, `delete from organisations where id = 'org-rivages-en-commun'`);
    assert.equal(await names(), before);
    s.later(2_001);
    assert.equal(await names(), before - 1);
    await s.close();
  });
});

describe('mails', () => {
  it('wait while the mail server is down, and go once (L02)', async () => {
    const s = await createTestApp('sqlite', { LIMIT_PER_RECIPIENT: '100' });
    const sent: string[] = [];
    let isDown = true;
    const worker = s.mailWorker({
      deliver: async ({ id }) => {
        if (isDown) throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
        sent.push(id);
      },
      forget: async () => undefined,
      close: () => undefined,
    });
    for (let i = 0; i < 12; i++) await s.post(await goodRequest(s, {}, { email: `wait-${i}@example.org` }));
    /** Tries what is due, once. */
    const tryAll = async () => {
      worker.wake();
      const due = async () =>
        rowsOf(s.db, `select id from outbox where message is not null and next_attempt_at <= $1`, [
          new Date(s.now()).toISOString().slice(0, 19),
        ]);
      while ((await due()).length > 0) await new Promise((go) => setImmediate(go));
    };
    for (let minute = 0; minute < 60; minute += 10) {
      await tryAll();
      s.later(600_000);
    }
    assert.equal(sent.length, 0);
    isDown = false;
    await tryAll();
    await tryAll();
    assert.equal(sent.length, 12);
    assert.equal(new Set(sent).size, 12);
    assert.equal((await s.mails()).length, 0, 'their words are forgotten');
    assert.equal(waitAfter(1), 5_000);
    assert.equal(waitAfter(30), 3_600_000);
    await worker.stop();
    await s.close();
  });

  it('are given up after three days, and counted where the team looks', async () => {
    const s = await createTestApp();
    await s.post(await goodRequest(s));
    const worker = s.mailWorker({
      deliver: async () => Promise.reject(new Error('no')),
      forget: async () => undefined,
      close: () => undefined,
    });
    s.later(4 * 86_400_000);
    worker.wake();
    await worker.stop();
    const ready = (await (await s.request('/readyz')).json()) as unknown;
    assert.deepEqual(
      ready,
      { status: 'ready', database: 'sqlite' },
      'counts tell whether an address was used',
    );
    const { queued, dead } = (await (await s.staff('/mails')).json()) as { queued: number; dead: number };
    assert.deepEqual({ queued, dead }, { queued: 0, dead: 1 });
    await s.close();
  });
});

describe('a mail server that falls silent', () => {
  it('delays no other mail, and is left after a quarter of an hour', { timeout: 60_000 }, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const s = await createTestApp('sqlite', { LIMIT_PER_RECIPIENT: '100' });
    for (let i = 0; i < 3; i++) await s.post(await goodRequest(s, {}, { email: `silent-${i}@example.org` }));
    const tried: string[] = [];
    const worker = s.mailWorker({
      deliver: ({ id }) => {
        tried.push(id);
        return tried.length === 1 ? new Promise(() => undefined) : Promise.resolve();
      },
      forget: async () => undefined,
      close: () => undefined,
    });
    worker.wake();
    const turn = () => new Promise<void>((go) => setImmediate(go));
    while ((await s.mails()).length > 1) await turn();
    assert.equal(tried.length, 3, 'the others went meanwhile');
    t.mock.timers.tick(600_000);
    for (let i = 0; i < 20; i++) await turn();
    assert.equal((await rowsOf(s.db, `select id from outbox where last_error is not null`)).length, 0);
    t.mock.timers.tick(300_000);
    await worker.stop();
    s.later(6_000);
    assert.equal((await s.mails()).length, 1, 'it is still there, to be tried again');
    const again = s.mailWorker({
      deliver: async ({ id }) => void tried.push(id),
      forget: async () => undefined,
      close: () => undefined,
    });
    again.wake();
    while ((await s.mails()).length > 0) await turn();
    assert.equal(new Set(tried).size, 3);
    await again.stop();
    await s.close();
  });
});

describe('the daily purge', () => {
  it('erases what nobody confirmed in seven days, without a trace of the person (P06)', async () => {
    const s = await createTestApp();
    await s.post(await goodRequest(s, {}, { email: 'forgotten@example.org' }));
    s.later(6 * 86_400_000);
    await purge(s.db, () => undefined, s.now());
    assert.equal((await s.mails()).length, 1);
    s.later(2 * 86_400_000);
    const { unconfirmed, ...others } = await purge(s.db, () => undefined, s.now());
    assert.deepEqual([unconfirmed, Object.values(others)], [1, [0, 0, 0, 0]]);
    for (const table of ['join_requests', 'access_tokens', 'outbox', 'consent_events', 'idempotency_keys']) {
      assert.deepEqual(await rowsOf(s.db, `select * from ${table}`), [], table);
    }
    await s.close();
  });
});

/** Those of a case that failed are ended as well: the run would wait for them. */
const running = new Set<ChildProcess>();

/** `npm test` has built the server: what runs elsewhere is what is killed here, and it starts in a third of the time. */
const BUILT = process.env['LONG'] === 'on' && existsSync('dist/server/server/main.js');

/** A server process on a port of its own. */
async function startProcess(environment: Record<string, string>) {
  const child = spawn(process.execPath, BUILT ? ['server/main.js'] : ['--import', 'tsx', 'server/main.ts'], {
    ...(BUILT && { cwd: 'dist/server' }),
    env: {
      ...process.env,
      DEMO: 'on',
      PORT: '0',
      LIMIT_PER_IP: '1000000',
      LIMIT_PER_COMMUNITY: '1000000',
      LIMIT_PER_DOMAIN: '1000000',
      LIMIT_OF_FIRST_MAILS: '1000000',
      PROOF_OF_WORK: '0',
      STAFF_TOKEN,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  const url = await new Promise<string>((ready, failed) => {
    const read = (data: Buffer) => {
      output += String(data);
      const found = /(http:\/\/localhost:\d+)\/demo\//.exec(output);
      if (found && output.includes('Ctrl-C')) ready(found[1]!.replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => failed(new Error(`exit ${code}: ${output}`)));
    setTimeout(() => failed(new Error(`no address in 60 s: ${output}`)), 60_000).unref();
  });
  return { child, url };
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => child.once('exit', (code) => done(code)));

describe('the process', long, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'f3e-process-'));
  });
  after(async () => {
    const gone = [...running].map(ended);
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(gone);
    rmSync(folder, { recursive: true, force: true });
  });

  it('stops cleanly on Ctrl-C, and starts again with all it had', async () => {
    const first = await startProcess({ DATA_DIR: join(folder, 'again') });
    const formVersion = await joinFormVersion(first.url, 'aoc');
    const sent = await sendJoinRequest(first.url, { community: 'aoc', formVersion, email: 'a@example.org' });
    assert.equal(sent.status, 202);
    first.child.kill('SIGINT');
    assert.equal(await ended(first.child), 0);
    const second = await startProcess({ DATA_DIR: join(folder, 'again') });
    const list = (await (
      await fetch(`${second.url}/v1/staff/join-requests`, {
        headers: { Authorization: `Bearer ${STAFF_TOKEN}` },
      })
    ).json()) as { items: unknown[] };
    assert.equal(list.items.length, 1);
    assert.ok(readdirSync(join(folder, 'again/mail')).length >= 1);
    second.child.kill('SIGTERM');
    assert.equal(await ended(second.child), 0);
  });

  it('says in a sentence that the port is taken, when it was chosen', async () => {
    const first = await startProcess({ DATA_DIR: join(folder, 'port') });
    const { port } = new URL(first.url);
    await assert.rejects(startProcess({ DATA_DIR: join(folder, 'port2'), PORT: port }), /Port \d+ is taken/);
    first.child.kill('SIGTERM');
    await ended(first.child);
  });

  it('F71 says that it failed when the disk is full, keeps what it had, and takes the same request after', async () => {
    const s = await createTestApp();
    try {
      const body = await goodRequest(s, {}, { email: 'plein@example.org', motivation: 'x'.repeat(900) });
      const [{ page_count }] = (await rowsOf(s.db, 'pragma page_count')) as [{ page_count: number }];
      await rowsOf(s.db, `pragma max_page_count = ${page_count}`);
      const send = (i: number) => s.post(body, { 'Idempotency-Key': `disk-${i}` });
      let taken = 0;
      let status = 202;
      for (; status === 202 && taken < 500; taken++) status = (await send(taken)).status;
      assert.equal(status, 500);
      assert.equal((await s.request('/v1/communities/aoc')).status, 200, 'what it has is still read');
      const count = async () =>
        Number((await rowsOf(s.db, `select count(*) as n from join_requests`))[0]!['n']);
      assert.equal(await count(), taken - 1, 'nothing half written');
      await rowsOf(s.db, 'pragma max_page_count = 1000000');
      assert.equal((await send(taken - 1)).status, 202);
      assert.equal(await count(), taken);
    } finally {
      await s.close();
    }
  });

  it(
    'F71 says that it is busy while the database is locked, lives on, and takes the same request after, once',
    { timeout: 60_000 },
    async () => {
      const data = join(folder, 'faults');
      const { child, url } = await startProcess({ DATA_DIR: data });
      const formVersion = await joinFormVersion(url, 'aoc');
      const send = async (email: string) => {
        const answer = await sendJoinRequest(url, { community: 'aoc', formVersion, email });
        return [
          answer.status,
          ((await answer.json()) as { code?: string }).code,
          answer.headers.get('Retry-After'),
        ];
      };
      const other = new SqliteDatabase(join(data, 'f3e.sqlite'));
      other.exec('begin immediate');
      const locked = send('verrou@example.org');
      const read = await fetch(`${url}/v1/openapi.json`);
      assert.ok([200, 503].includes(read.status));
      assert.deepEqual(await locked, [503, 'busy', '2']);
      other.exec('rollback');
      assert.deepEqual((await send('verrou@example.org'))[0], 202);
      assert.deepEqual((await send('verrou@example.org'))[0], 202);
      const [{ n }] = other.prepare(`select count(*) as n from join_requests`).all() as [{ n: number }];
      assert.equal(n, 1);
      other.close();
      child.kill('SIGTERM');
      await ended(child);
    },
  );

  it(
    'loses no acknowledged request and no mail when killed at random, thirty times (L12, F71)',
    { timeout: 300_000 },
    async () => {
      const received = new Map<string, number>();
      const smtp = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onData: (stream, session, done) => {
          simpleParser(stream).then(
            (mail) => {
              const to = session.envelope.rcptTo[0]!.address;
              received.set(`${to} ${mail.messageId}`, (received.get(`${to} ${mail.messageId}`) ?? 0) + 1);
              done();
            },
            // The sender was killed before its last word: it will send this one again.
            () => done(new Error('cut short')),
          );
        },
      });
      smtp.on('error', () => undefined); // a connection that was cut
      await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', () => ready()));
      const SMTP_URL = `smtp://127.0.0.1:${(smtp.server.address() as { port: number }).port}`;
      const environment = { DATA_DIR: join(folder, 'kill'), SMTP_URL, LIMIT_PER_RECIPIENT: '10' };
      const acknowledged: string[] = [];
      let number = 0;
      for (let round = 0; round < 30; round++) {
        const { child, url } = await startProcess(environment);
        const formVersion = await joinFormVersion(url, 'aoc');
        const gone = ended(child);
        setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 180);
        let isUp = true;
        void gone.then(() => (isUp = false));
        while (isUp) {
          const email = `kill-${number++}@example.org`;
          try {
            const response = await sendJoinRequest(url, { community: 'aoc', formVersion, email });
            if (response.status === 202) acknowledged.push(email);
          } catch {
            break;
          }
        }
        await gone;
      }
      const { child, url } = await startProcess(environment);
      const ready = async () =>
        (
          (await (
            await fetch(`${url}/v1/staff/mails`, { headers: { Authorization: `Bearer ${STAFF_TOKEN}` } })
          ).json()) as { queued: number }
        ).queued;
      const until = Date.now() + 120_000;
      while ((await ready()) > 0 && Date.now() < until) await new Promise((go) => setTimeout(go, 500));
      assert.equal(await ready(), 0, 'every mail went within two minutes');
      const stored = new Set<string>();
      let next: string | null = '';
      while (next !== null) {
        const page = (await (
          await fetch(`${url}/v1/staff/join-requests?limit=500${next ? `&cursor=${next}` : ''}`, {
            headers: { Authorization: `Bearer ${STAFF_TOKEN}` },
          })
        ).json()) as { items: { answers: { email: string } }[]; next: string | null };
        for (const item of page.items) {
          assert.ok(!stored.has(item.answers.email), 'no double');
          stored.add(item.answers.email);
        }
        next = page.next;
      }
      child.kill('SIGTERM');
      await ended(child);
      await new Promise<void>((done) => smtp.close(() => done()));
      const mailed = new Set([...received.keys()].map((key) => key.split(' ')[0]));
      console.log(
        `30 kills: ${acknowledged.length} acknowledged, ${stored.size} stored, ${mailed.size} mailed, ${[...received.values()].filter((n) => n > 1).length} mails seen twice`,
      );
      assert.ok(acknowledged.length > 30, 'enough was sent');
      assert.deepEqual(
        acknowledged.filter((email) => !stored.has(email)),
        [],
      );
      assert.deepEqual(
        acknowledged.filter((email) => !mailed.has(email)),
        [],
      );
    },
  );

  it('lets one of several processes migrate and load', { skip: !withPostgres, timeout: 60_000 }, async () => {
    const { url: DATABASE_URL, drop } = await freshPostgres();
    const all = await Promise.all(
      [1, 2, 3, 4].map((i) => startProcess({ DATABASE_URL, DATA_DIR: join(folder, `pg${i}`) })),
    );
    const counts = await Promise.all(
      all.map(
        async ({ url }) =>
          ((await (await fetch(`${url}/v1/communities`)).json()) as { items: unknown[] }).items.length,
      ),
    );
    assert.deepEqual(counts, [5, 5, 5, 5]);
    for (const { child } of all) {
      child.kill('SIGTERM');
      await ended(child);
    }
    await drop();
  });
});
