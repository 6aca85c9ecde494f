import type { Challenge } from '../../src/contract/index.js';
import { solve } from '../../src/forms/lazy/solve-challenge.js';
import { createApp } from '../../server/http/app.js';
import type { AppParts } from '../../server/http/app-parts.js';
import { readConfig } from '../../server/config.js';
import { holdFiles } from '../../server/http/static-files.js';
import type { ErasureLedger } from '../../server/privacy/erasure-ledger.js';
import type { SubmissionKind } from '../../server/submissions/consents-repository.js';
import type { Database } from '../../server/db/database.js';
import type { Message } from '../../server/mail/outbox.js';
import type { Transport } from '../../server/mail/transport.js';
import { MailWorker } from '../../server/mail/worker.js';
import { filledDatabase, TODAY, type DatabaseName, rowsOf } from './databases.js';

export * from './databases.js';

export const OWN = 'https://communautes.example.org';
export const MEMBER_SITE = 'https://membre.example.org';
export const GENRE_ONLY = 'https://genre.example.org';
export const STAFF_TOKEN = 'K7vXq2mB9rTzL4wYp8sNc3dF';

export interface TestApp {
  db: Database;
  /** Sends a request, as a page at the member's site does unless told otherwise. */
  request(path: string, init?: RequestInit): Promise<Response>;
  post(body: unknown, headers?: Record<string, string>, path?: string): Promise<Response>;
  /** Moves the clock forward, in milliseconds. */
  later(ms: number): void;
  now(): number;
  /** Another process on the same database, with settings of its own. */
  another(environment?: Record<string, string>): Promise<TestApp>;
  /** A worker that sends what waits, when told to. */
  mailWorker(transport: Transport): MailWorker;
  mails(): Promise<{ id: string; message: Message }[]>;
  log: { level: string; message: string; facts: Record<string, unknown> }[];
  /** What was erased on demand, as the ledger keeps it. */
  erased: { kind: SubmissionKind; id: string }[];
  /** What time brings: offers that end, reminders. */
  runScheduledJobs(): Promise<{ published: number; passedOn: number; reminded: number }>;
  /** What the routes are built of. */
  parts: AppParts;
  /** Method and pattern of every route. */
  routes: readonly string[];
  /** Asks as the team does. */
  staff(
    path: string,
    init?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  close(): Promise<void>;
}

const pictureFiles = await holdFiles('server/demo-data/pictures');

/** The app on a database of its own, filled with the demonstration data, on the reference day. */
export async function createTestApp(
  kind: DatabaseName = 'sqlite',
  environment: Record<string, string> = {},
): Promise<TestApp> {
  const db = await filledDatabase(kind);
  try {
    return testAppOn(db, { now: TODAY }, environment);
  } catch (error) {
    // An open pool would keep the process of the tests alive.
    await db.close();
    throw error;
  }
}

/** One process on a database and a clock that others may share. */
function testAppOn(db: Database, clock: { now: number }, environment: Record<string, string>): TestApp {
  const log: TestApp['log'] = [];
  const erased: TestApp['erased'] = [];
  const ledger: ErasureLedger = {
    add: async (kind, id) => void erased.push({ kind, id }),
    replay: async () => ({ erased: 0, unreadable: 0 }),
  };
  const config = readConfig({
    DEMO: 'on',
    ALLOWED_ORIGINS: `${MEMBER_SITE}, genre=${GENRE_ONLY}`,
    STAFF_TOKEN,
    LIMIT_PER_IP: '1000000',
    LIMIT_PER_RECIPIENT: '1000000',
    LIMIT_PER_COMMUNITY: '1000000',
    LIMIT_PER_DOMAIN: '1000000',
    LIMIT_OF_FIRST_MAILS: '1000000',
    RECIPIENT_PAUSE: '0',
    PROOF_OF_WORK: '0',
    ...environment,
  });
  const app = createApp({
    db,
    now: () => clock.now,
    log: (level, message, facts = {}) => log.push({ level, message, facts }),
    config,
    publicUrl: OWN,
    version: '0.0.0-test',
    releases: new Map(),
    assetFiles: new Map(),
    pictureFiles,
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
    parts: app.parts,
    routes: [
      ...new Set(
        app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
      ),
    ],
    erased,
    runScheduledJobs: () => app.runScheduledJobs(),
    staff: (path, { method = 'GET', body, headers } = {}) =>
      request(`/v1/staff${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${STAFF_TOKEN}`,
          'Content-Type': 'application/json',
          ...headers,
        },
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
    another: async (more) => testAppOn(db, clock, { ...environment, ...more }),
    mailWorker: (transport) =>
      new MailWorker({ db, now: () => clock.now, log: () => undefined, transport, pace: config }),
    mails: async () =>
      (
        await rowsOf(db, `select id, message from outbox where message is not null order by created_at, id`)
      ).map((row) => ({
        id: String(row['id']),
        message: JSON.parse(String(row['message'])) as Message,
      })),
    close: () => db.close(),
  };
}

let keys = 0;
export const newKey = (): string => `key-${process.pid}-${++keys}`;

/** A request that is accepted, changed as asked. */
export async function goodRequest(
  { request }: Pick<TestApp, 'request'>,
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
  { request }: Pick<TestApp, 'request'>,
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
export async function proofFor({ request }: Pick<TestApp, 'request'>, form: string): Promise<string> {
  const challenge = (await (await request(`/v1/challenge?form=${form}`)).json()) as Challenge;
  const solution = await solve(challenge.parameters);
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

/** A mail to somebody, whose link is opened and its button pressed; gives the path of the person's own page. */
export async function confirmLast(app: TestApp, to: string): Promise<string> {
  const mail = (await app.mails()).filter(({ message }) => message.to === to).at(-1)!;
  const response = await app.request(pathOf(linkIn(mail.message)), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'action=confirm',
  });
  return response.headers.get('Location')!;
}

/** Presses a button of a person's own page. */
export const press = ({ request }: Pick<TestApp, 'request'>, path: string, body: string) =>
  request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  });

/** The secret link in a mail. */
export const linkIn = (message: Message): string =>
  /https?:\/\/[^\s"]+\/(?:demande|inscription|proposition)\/[^\s"]+/.exec(message.text)![0];
export const pathOf = (link: string): string => new URL(link).pathname;
