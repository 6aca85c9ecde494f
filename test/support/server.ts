import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Challenge } from '../../src/contract/index.js';
import { solve } from '../../src/forms/lazy/solve-challenge.js';
import { createApp } from '../../server/app.js';
import { loadDemoData } from '../../server/demo-data/load.js';
import { projectRoot } from '../../server/service.js';
import { readSettings } from '../../server/settings.js';
import { migrate } from '../../server/store/migrations.js';
import { openPostgres } from '../../server/store/postgres.js';
import type { ErasureLedger } from '../../server/erasure-ledger.js';
import type { SubjectKind } from '../../server/store/consents.js';
import type { Database } from '../../server/store/sql.js';
import { openSqlite } from '../../server/store/sqlite.js';
import type { Message } from '../../server/store/outbox.js';

/** The day for which the demonstration data is true, at ten in Paris. */
export const TODAY = Date.parse('2026-11-22T09:00:00Z');
export const OWN = 'https://communautes.example.org';
export const MEMBER_SITE = 'https://membre.example.org';
export const GENRE_ONLY = 'https://genre.example.org';
export const STAFF_TOKEN = 'K7vXq2mB9rTzL4wYp8sNc3dF';

export interface Stage {
  db: Database;
  /** Sends a request, as a page at the member's site does unless told otherwise. */
  request(path: string, init?: RequestInit): Promise<Response>;
  post(body: unknown, headers?: Record<string, string>, path?: string): Promise<Response>;
  /** Moves the clock forward, in milliseconds. */
  later(ms: number): void;
  now(): number;
  /** Another process on the same database, with settings of its own. */
  another(environment?: Record<string, string>): Promise<Stage>;
  mails(): Promise<{ id: string; message: Message }[]>;
  log: { level: string; message: string; facts: Record<string, unknown> }[];
  /** What was erased on demand, as the ledger keeps it. */
  erased: { kind: SubjectKind; id: string }[];
  /** What time brings: offers that end, reminders. */
  keepTime(): Promise<{ passedOn: number; reminded: number }>;
  /** Asks as the team does. */
  staff(path: string, init?: { method?: string; body?: unknown }): Promise<Response>;
  close(): Promise<void>;
}

export type DatabaseName = 'sqlite' | 'postgres';

const POSTGRES = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Whether a PostgreSQL server answers here; says so when it does not. */
export async function hasPostgres(): Promise<boolean> {
  const sql = postgres(POSTGRES, { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    console.log(
      'PostgreSQL does not answer at 127.0.0.1:5432 (or TEST_DATABASE_URL): its tests are skipped.',
    );
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A database of its own on the PostgreSQL server. */
export async function freshPostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `f3e_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = postgres(POSTGRES, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(POSTGRES);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

export async function freshDatabase(kind: DatabaseName): Promise<Database> {
  if (kind === 'postgres') {
    const { url, drop } = await freshPostgres();
    const db = openPostgres(url);
    const close = db.close;
    return Object.assign(db, {
      close: async () => {
        await close();
        await drop();
      },
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'f3e-'));
  const db = openSqlite(join(folder, 'f3e.sqlite'));
  const close = db.close;
  return Object.assign(db, {
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** The app on a database of its own, filled with the demonstration data, on the reference day. */
export async function stage(
  kind: DatabaseName = 'sqlite',
  environment: Record<string, string> = {},
): Promise<Stage> {
  const db = await freshDatabase(kind);
  await migrate(db);
  await loadDemoData(db, { folder: join(projectRoot(), 'server/demo-data'), today: new Date(TODAY) });
  return stageOn(db, { now: TODAY }, environment);
}

/** One process on a database and a clock that others may share. */
function stageOn(db: Database, clock: { now: number }, environment: Record<string, string>): Stage {
  const log: Stage['log'] = [];
  const erased: Stage['erased'] = [];
  const ledger: ErasureLedger = {
    add: async (kind, id) => void erased.push({ kind, id }),
    replay: async () => ({ erased: 0, unreadable: 0 }),
  };
  const settings = readSettings({
    DEMO: 'on',
    ALLOWED_ORIGINS: `${MEMBER_SITE}, genre=${GENRE_ONLY}`,
    STAFF_TOKEN,
    LIMIT_PER_IP: '1000000',
    LIMIT_PER_RECIPIENT: '1000000',
    LIMIT_PER_COMMUNITY: '1000000',
    RECIPIENT_PAUSE: '0',
    PROOF_OF_WORK: '0',
    ...environment,
  });
  const app = createApp({
    db,
    now: () => clock.now,
    log: (level, message, facts = {}) => log.push({ level, message, facts }),
    settings,
    publicUrl: OWN,
    version: '0.0.0-test',
    embedFiles: new Map(),
    pageFiles: new Map(),
    demoFiles: new Map(),
    mailFolder: null,
    ledger,
    onMail: () => undefined,
    onErased: async () => undefined,
  });
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(`${OWN}${path}`, init, { incoming: { socket: { remoteAddress: '192.0.2.7' } } });
  return {
    db,
    log,
    erased,
    keepTime: () => app.keepTime(),
    staff: (path, { method = 'GET', body } = {}) =>
      request(`/v1/staff${path}`, {
        method,
        headers: { Authorization: `Bearer ${STAFF_TOKEN}`, 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    request,
    post: (body, headers = {}, path = '/v1/join-requests') =>
      request(path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Origin: MEMBER_SITE,
          'Idempotency-Key': newKey(),
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    later: (ms) => {
      clock.now += ms;
    },
    now: () => clock.now,
    another: async (more) => stageOn(db, clock, { ...environment, ...more }),
    mails: async () =>
      (await db.all(`select id, message from outbox where message is not null order by created_at, id`)).map(
        (row) => ({
          id: String(row['id']),
          message: JSON.parse(String(row['message'])) as Message,
        }),
      ),
    close: () => db.close(),
  };
}

let keys = 0;
export const newKey = (): string => `key-${process.pid}-${++keys}`;

/** A request that is accepted, changed as asked. */
export async function goodRequest(
  { request }: Pick<Stage, 'request'>,
  change: Record<string, unknown> = {},
  answers: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const community = (change['community'] as string | undefined) ?? 'genre';
  const form = (await (await request(`/v1/forms/join:${community}`)).json()) as { version: string };
  return {
    community,
    formVersion: form.version,
    language: 'fr',
    answers: { email: 'visiteuse@example.org', ...answers },
    consents: [],
    ...change,
  };
}

/** A registration that is accepted, changed as asked. */
export async function goodRegistration(
  { request }: Pick<Stage, 'request'>,
  session: string,
  answers: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const form = (await (await request(`/v1/forms/register:${session}`)).json()) as { version: string };
  return {
    session,
    formVersion: form.version,
    language: 'fr',
    answers: { email: 'visiteuse@example.org', ...answers },
    consents: [],
  };
}

/** The proof of work for a form, done as a browser does it, in the form in which it is sent. */
export async function proofFor({ request }: Pick<Stage, 'request'>, form: string): Promise<string> {
  const challenge = (await (await request(`/v1/challenge?form=${form}`)).json()) as Challenge;
  const solution = await solve(challenge.parameters);
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

/** A mail to somebody, whose link is opened and its button pressed; gives the path of the person's own page. */
export async function confirmLast(stage: Stage, to: string): Promise<string> {
  const mail = (await stage.mails()).filter(({ message }) => message.to === to).at(-1)!;
  const response = await stage.request(pathOf(linkIn(mail.message)), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'action=confirm',
  });
  return response.headers.get('Location')!;
}

/** Presses a button of a person's own page. */
export const press = ({ request }: Pick<Stage, 'request'>, path: string, body: string) =>
  request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  });

/** The secret link in a mail. */
export const linkIn = (message: Message): string =>
  /https?:\/\/[^\s"]+\/(?:demande|inscription|proposition)\/[^\s"]+/.exec(message.text)![0];
export const pathOf = (link: string): string => new URL(link).pathname;
