/**
 * `npm run bench server`: reads and registrations per second, time to the first answer and memory of the built server,
 * beside a bare `node:http` that sends the same bytes. SERVER_FOLDER names another build to measure instead.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshPostgres, hasPostgres } from '../test/support/databases.js';
import { serve, type Running } from '../test/support/process.js';

const AT_ONCE = 16;
const SECONDS = 3;
const folder = resolve(process.env['SERVER_FOLDER'] ?? 'dist/server');

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const send = (url: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
  new Promise<{ status: number; body: string }>((done, failed) => {
    const { method = 'GET', headers = {}, body } = init;
    const sent = request(url, { method, headers, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });

/** How many a second, from several at once for some seconds; every answer must have the status. */
async function perSecond(
  status: number,
  ask: (n: number) => Promise<{ status: number; body: string }>,
): Promise<number> {
  const end = performance.now() + SECONDS * 1_000;
  let n = 0;
  const worker = async () => {
    while (performance.now() < end) {
      const answer = await ask(n++);
      if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.body}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return n / SECONDS;
}

/** Megabytes that a process holds in memory. */
const memoryOf = ({ pid }: Running): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

/** A server that sends the same bytes and does nothing else. */
async function bareServer(body: string): Promise<{ url: string; stop: () => void }> {
  const bytes = Buffer.from(body);
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
    answer.end(bytes);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

async function registrations(server: Running, name: string): Promise<number> {
  const { items } = JSON.parse((await send(`${server.url}/v1/sessions?available=true&limit=50`)).body) as {
    items: { id: string; mode: string; audience: string }[];
  };
  const { id } = items.find(({ mode, audience }) => mode === 'online' && audience === 'all')!;
  const form = JSON.parse((await send(`${server.url}/v1/forms/register:${id}`)).body) as { version: string };
  return perSecond(202, (n) =>
    send(`${server.url}/v1/registrations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `${name}-${n}` },
      body: JSON.stringify({
        session: id,
        formVersion: form.version,
        language: 'fr',
        answers: { email: `${name}-${n}@example.org`, givenName: 'Prénom' },
        consents: [],
      }),
    }),
  );
}

export async function benchServer(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'f3e-bench-'));
  const environment = { DATA_DIR: data, PROOF_OF_WORK: '0', SMTP_URL: 'smtp://127.0.0.1:9' };
  await (await serve(environment, folder)).stop();
  const started = performance.now();
  const server = await serve(environment, folder);
  const startMs = performance.now() - started;
  const show = (name: string, value: string, more = '') =>
    console.log(`  ${name.padEnd(36)}${value.padStart(10)}  ${more}`);
  console.log(`\nServer, ${AT_ONCE} at once for ${SECONDS} s each: ${folder}`);

  const path = `${server.url}/v1/communities`;
  const bare = await bareServer((await send(path)).body);
  const bareReads = await perSecond(200, () => send(bare.url));
  bare.stop();
  const cached = await perSecond(200, () => send(path));
  const uncached = await perSecond(200, (n) =>
    send(
      `${server.url}/v1/sessions?q=genre&limit=${1 + (n % 100)}&from=2026-01-01T00:00:${String(n % 60).padStart(2, '0')}.${n}Z`,
    ),
  );
  const pages = await perSecond(200, () => send(`${server.url}/communautes/genre`));
  const memory = memoryOf(server);
  const perSqlite = await registrations(server, 'sqlite');
  await server.stop();

  show('bare node:http, same bytes', `${bareReads.toFixed(0)} /s`, '1.00×');
  const ratio = (value: number) => `${(value / bareReads).toFixed(2)}×`;
  show('cached read', `${cached.toFixed(0)} /s`, ratio(cached));
  show('read that is not cached', `${uncached.toFixed(0)} /s`, ratio(uncached));
  show('hosted page', `${pages.toFixed(0)} /s`, ratio(pages));
  show('registrations, SQLite', `${perSqlite.toFixed(0)} /s`, ratio(perSqlite));
  if (await hasPostgres()) {
    const { url, drop } = await freshPostgres();
    const onPostgres = await serve({ ...environment, DATABASE_URL: url }, folder);
    const perPostgres = await registrations(onPostgres, 'postgres');
    await onPostgres.stop();
    await drop();
    show('registrations, PostgreSQL', `${perPostgres.toFixed(0)} /s`, ratio(perPostgres));
  }
  show('start, on a filled database', `${startMs.toFixed(0)} ms`);
  show('memory after the reads', `${memory.toFixed(0)} MB`);
  agent.destroy();
  rmSync(data, { recursive: true, force: true });
}
