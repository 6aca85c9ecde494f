/**
 * Mails through a server that refuses, dawdles and hangs up after it has everything, while the processes that send are
 * killed: how many of the accepted requests were mailed, and how many mails came twice.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { joinFormVersion, sendJoinRequest } from '../test/support/process.js';
import { freshPostgres, hasPostgres } from '../test/support/server.js';

const REQUESTS = 300;
const KILLS = 20;
const STAFF = 'a-token-of-this-bench-0123456789';

export async function benchMail(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-mail-'));
  const postgres = (await hasPostgres()) ? await freshPostgres() : null;
  const processes = postgres ? 3 : 1;
  const received = new Map<string, string[]>();
  const faults = { refused: 0, slow: 0, dropped: 0 };
  let turn = 0;
  let isFlapping = true;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_, __, done) => {
      if (isFlapping && ++turn % 5 === 0) {
        faults.refused++;
        done(Object.assign(new Error('busy'), { responseCode: 451 }));
      } else done();
    },
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        (one) => {
          const to = session.envelope.rcptTo[0]!.address;
          received.set(to, [...(received.get(to) ?? []), one.messageId ?? '']);
          const kind = isFlapping ? turn % 7 : -1;
          if (kind === 1) {
            faults.slow++;
            setTimeout(done, 1_500);
          } else if (kind === 3) {
            // It has the mail and does not say so: the sender must try again.
            faults.dropped++;
            (session as unknown as { socket?: { destroy(): void } }).socket?.destroy();
            done(new Error('gone'));
          } else done();
        },
        () => done(new Error('cut short')),
      );
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', () => ready()));
  const environment = {
    ...process.env,
    DEMO: 'on',
    PORT: '0',
    DATA_DIR: folder,
    SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as { port: number }).port}`,
    PROOF_OF_WORK: '0',
    LIMIT_PER_IP: '1000000',
    LIMIT_PER_COMMUNITY: '1000000',
    STAFF_TOKEN: STAFF,
    LIMIT_PER_DOMAIN: '1000000',
    LIMIT_OF_FIRST_MAILS: '1000000',
    SECRET: 'one-secret-for-all-the-processes-of-this-bench-0123',
    ...(postgres && { DATABASE_URL: postgres.url }),
  };
  const start = () =>
    new Promise<{ child: ChildProcess; url: string }>((ready, failed) => {
      const child = spawn(process.execPath, ['dist/server/server/main.js'], {
        env: environment,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (data: Buffer) => {
        output += String(data);
        const found = /(http:\/\/localhost:\d+)\/demo\//.exec(output);
        if (found && output.includes('Ctrl-C')) ready({ child, url: found[1]! });
      });
      child.on('exit', () => failed(new Error(output)));
    });
  const running = await Promise.all(Array.from({ length: processes }, start));
  const accepted: string[] = [];
  try {
    const killing = (async () => {
      for (let i = 0; i < KILLS; i++) {
        await new Promise((go) => setTimeout(go, 400));
        const victim = i % running.length;
        const gone = new Promise((done) => running[victim]!.child.once('exit', done));
        running[victim]!.child.kill('SIGKILL');
        await gone;
        running[victim] = await start();
      }
    })();
    for (let i = 0; i < REQUESTS;) {
      const { url } = running[i % running.length]!;
      const email = `faute-${i}@example.org`;
      try {
        const formVersion = await joinFormVersion(url, 'aoc');
        const answer = await sendJoinRequest(url, { community: 'aoc', formVersion, email });
        if (answer.status === 202) {
          accepted.push(email);
          i++;
        }
      } catch {
        // Killed under our feet: the same request goes again, under the same key.
        await new Promise((go) => setTimeout(go, 50));
      }
    }
    await killing;
    isFlapping = false;
    const left = async () =>
      (
        (await (
          await fetch(`${running[0]!.url}/v1/staff/mails`, { headers: { Authorization: `Bearer ${STAFF}` } })
        ).json()) as { queued: number }
      ).queued;
    const until = Date.now() + 180_000;
    while ((await left()) > 0 && Date.now() < until) await new Promise((go) => setTimeout(go, 500));
  } finally {
    await Promise.all(
      running.map(({ child }) => new Promise((done) => (child.once('exit', done), child.kill('SIGTERM')))),
    );
    await new Promise<void>((done) => smtp.close(() => done()));
    await postgres?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
  const lost = accepted.filter((email) => !received.has(email));
  const doubles = [...received.values()].filter((ids) => ids.length > 1);
  const strangers = doubles.filter((ids) => new Set(ids).size > 1);
  console.log(`
Mails under faults (${postgres ? 'PostgreSQL, 3 processes' : 'SQLite, 1 process'}, ${KILLS} kills)
  accepted            ${accepted.length}
  refused, slow, cut  ${faults.refused}, ${faults.slow}, ${faults.dropped}
  lost                ${lost.length}
  seen twice          ${doubles.length}, of which under another Message-ID: ${strangers.length}`);
}
