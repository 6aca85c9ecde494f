import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Form, JoinRequest, Registration } from '../../src/contract/index.js';
import { openPostgres } from '../../server/db/postgres.js';
import { postbox, serve, STAFF, type Running } from '../support/process.js';
import { long } from '../support/long.js';
import { freshPostgres, hasPostgres, rowsOf, changeRows } from '../support/server.js';
import { testVault } from '../support/databases.js';

const withPostgres = await hasPostgres();
const json = { 'Content-Type': 'application/json' };

async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T, i: number) => Promise<void>) {
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) await work(items[i]!, i);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function staffList<T>(server: Running, path: string): Promise<T[]> {
  const all: T[] = [];
  for (let cursor = ''; ;) {
    const answer = await fetch(`${server.url}/v1/staff/${path}limit=500${cursor && `&cursor=${cursor}`}`, {
      headers: { Authorization: `Bearer ${STAFF}` },
    });
    const { items, next } = (await answer.json()) as { items: T[]; next: string | null };
    all.push(...items);
    if (!next) return all;
    cursor = encodeURIComponent(next);
  }
}

describe('a running server', long, () => {
  it(
    'takes 10,000 submissions, good, broken and hostile: no 5xx, none lost, none twice',
    { timeout: 300_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'f3e-load-'));
      const server = await serve({ DATA_DIR: folder, PROOF_OF_WORK: '0' });
      try {
        const form = (await (await fetch(`${server.url}/v1/forms/join:genre`)).json()) as Form;
        const hostile = fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.constantFrom(
            '<script>alert(1)</script>',
            "'; drop table join_requests; --",
            '=cmd|calc!A1',
            'a\r\nBcc: b@example.org',
            '\u0000\u202e\ud800',
            'a'.repeat(1_200),
            '{{7*7}}${7*7}',
          ),
        );
        const good = fc.record({
          givenName: fc.oneof(fc.constant('Une'), hostile),
          role: fc.constantFrom('employee', 'student', 'volunteer'),
        });
        const broken = fc.oneof(
          fc.record({ email: hostile }),
          fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue(), { maxKeys: 8 }),
          fc.jsonValue({ maxDepth: 4 }),
        );
        const samples = fc.sample(
          fc.oneof(
            { weight: 5, arbitrary: fc.record({ kind: fc.constant('good' as const), answers: good }) },
            { weight: 4, arbitrary: fc.record({ kind: fc.constant('broken' as const), answers: broken }) },
            { weight: 1, arbitrary: fc.record({ kind: fc.constant('raw' as const), answers: hostile }) },
          ),
          { numRuns: 10_000, seed: 20_261_122 },
        );
        const statuses = new Map<number, number>();
        const acknowledged = new Set<string>();
        await inTurns(samples, 24, async ({ kind, answers }, i) => {
          const email = `charge-${i}@example.org`;
          const body =
            kind === 'raw'
              ? answers
              : JSON.stringify({
                  community: 'genre',
                  formVersion: form.version,
                  language: 'fr',
                  answers: kind === 'good' ? { ...(answers as object), email } : answers,
                  consents: [],
                });
          const send = async () => {
            const answer = await fetch(`${server.url}/v1/join-requests`, {
              method: 'POST',
              headers: { ...json, 'Idempotency-Key': `load-${i}` },
              body,
            });
            await answer.arrayBuffer();
            return answer.status;
          };
          // One in ten goes twice, at the same time: as when an answer is lost.
          for (const status of await Promise.all(i % 10 ? [send()] : [send(), send()])) {
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            if (status === 202 && kind === 'good') acknowledged.add(email);
          }
        });
        console.log(`10,000 submissions by status: ${JSON.stringify(Object.fromEntries(statuses))}`);
        for (const status of statuses.keys()) assert.ok([202, 400, 422].includes(status), String(status));
        assert.ok(acknowledged.size > 1_000);
        const kept = await staffList<JoinRequest>(server, 'join-requests?');
        const found = kept
          .map(({ answers }) => String(answers['email']))
          .filter((one) => one.startsWith('charge-'));
        assert.equal(new Set(found).size, found.length, 'none twice');
        assert.deepEqual(
          found.sort(),
          [...acknowledged].sort(),
          'all that was acknowledged, and nothing else',
        );
        assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
      } finally {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it(
    'F55 gives 10 seats to 200 who confirm at once on four processes: 10 in, 190 waiting in order (S18)',
    { skip: !withPostgres && 'PostgreSQL does not answer', timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'f3e-four-'));
      const { url, drop } = await freshPostgres();
      const box = await postbox();
      const servers: Running[] = [];
      try {
        for (let i = 0; i < 4; i++)
          servers.push(
            await serve({
              DATA_DIR: folder,
              DATABASE_URL: url,
              SMTP_URL: box.url,
              PROOF_OF_WORK: '0',
              SECRET: 'the-same-secret-for-all-four-processes-0123456789',
            }),
          );
        const id = 'genre-2026-11-26';
        const db = openPostgres(url, testVault);
        const doc = String((await rowsOf(db, `select doc from sessions where id = $1`, [id]))[0]!['doc']);
        const parsed = JSON.parse(doc) as { registration: object };
        // Whatever the day is, registrations are open.
        const registration = { ...parsed.registration, closesAt: null };
        const open = { ...parsed, registration, capacity: 1_000, registered: 0, waitingList: 0 };
        await changeRows(
          db,
          `update sessions set seats = 10, taken = 0, waiting = 0, closes_at = null, starts_at = '2999-01-01', ends_at = '2999-01-02', doc = $1 where id = $2`,
          [JSON.stringify({ ...open, start: '2999-01-01T10:00:00', end: '2999-01-01T12:00:00' }), id],
        );
        await db.close();
        const people = Array.from({ length: 200 }, (_, i) => `place-${i}@example.org`);
        const { version } = (await (
          await fetch(`${servers[0]!.url}/v1/forms/register:${id}`)
        ).json()) as Form;
        await inTurns(people, 40, async (email, i) => {
          const answer = await fetch(`${servers[i % 4]!.url}/v1/registrations`, {
            method: 'POST',
            headers: { ...json, 'Idempotency-Key': `seat-${i}` },
            body: JSON.stringify({
              session: id,
              formVersion: version,
              language: 'fr',
              answers: { email },
              consents: [],
            }),
          });
          assert.equal(answer.status, 202, await answer.text());
        });
        for (let tries = 0; box.mails.length < people.length && tries < 400; tries++)
          await new Promise((go) => setTimeout(go, 100));
        assert.equal(box.mails.length, people.length);
        const links = box.mails.map(
          ({ text }) => new URL(/http\S+\/inscription\/confirmer\/\S+/.exec(text ?? '')![0]).pathname,
        );
        const statuses = await Promise.all(
          links.map(async (path, i) => {
            for (;;) {
              const { status } = await fetch(`${servers[i % 4]!.url}${path}`, {
                method: 'POST',
                redirect: 'manual',
                headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
                body: 'action=confirm',
              });
              if (status !== 503) return status;
            }
          }),
        );
        assert.deepEqual([...new Set(statuses)], [303]);
        const all = await staffList<Registration>(servers[3]!, `registrations?session=${id}&`);
        const states = (state: string) => all.filter((one) => one.state === state);
        assert.equal(states('confirmed').length, 10);
        const waiting = states('waiting-list')
          .map(({ position }) => position)
          .sort((a, b) => a! - b!);
        assert.deepEqual(
          waiting,
          Array.from({ length: 190 }, (_, i) => i + 1),
        );
        console.log(
          `four processes: ${states('confirmed').length} confirmed, ${waiting.length} waiting, of ${people.length} at once`,
        );
      } finally {
        await Promise.all(servers.map((one) => one.stop()));
        await box.stop();
        await drop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
