import { getRequestListener } from '@hono/node-server';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDemoTeam, ensureFirstAdministrator } from './bureau/team/service.js';
import type { Config } from './config.js';
import { keptSecret } from './kept-secret.js';
import type { Database } from './db/database.js';
import { migrate } from './db/migrate.js';
import { openDatabase } from './db/open.js';
import { createVault } from './db/vault.js';
import { loadDemoData } from './demo-data/load.js';
import { createApp } from './http/app.js';
import { holdFiles } from './http/static-files.js';
import { folderTransport, smtpTransport } from './mail/transport.js';
import { MailWorker } from './mail/worker.js';
import { type ErasureLedger, fileLedger } from './privacy/erasure-ledger.js';
import { purge } from './privacy/retention.js';
import { scrub } from './privacy/scrub.js';
import { sealPlainRows } from './privacy/seal-rows.js';
import { keepReleases } from './http/releases.js';
import { refreshSearchIndex } from './search-index.js';
import { addresses } from './shared/addresses.js';
import { describe, type Log } from './shared/log.js';

const PURGE_EVERY_MS = 86_400_000;
/** Interval of the jobs that pass on seats and send reminders. */
const JOBS_EVERY_MS = 60_000;

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  url: string;
  publicUrl: string;
  /** Facts about the start, for the console. */
  facts: {
    database: string;
    demoData: 'loaded' | 'already filled' | 'not asked';
    mail: string;
    wantedPort: number;
    port: number;
  };
  /** Ends requests under way, then the mail under way, then the database. */
  stop(): Promise<void>;
}

/** Starts all there is: database, app, mail worker, scheduled jobs. */
export async function startServer(given: Config, log: Log): Promise<RunningServer> {
  const config = { ...given, secret: given.secret ?? (await keptSecret(given.dataDir)) };
  const folders = servedFolders();
  const ledger = fileLedger(config.erasureLedger);
  const db = await prepareDatabase(config, ledger, log);
  const demoData = config.demo
    ? await loadDemoData(db, { folder: folders.demoData, today: new Date() })
    : 'not asked';
  const mailFolder = config.smtpUrl ? null : join(config.dataDir, 'mail');
  const transport = config.smtpUrl
    ? smtpTransport(config.smtpUrl, {
        from: config.mailFrom,
        replyTo: config.mailReplyTo,
        tls: config.smtpTls,
      })
    : folderTransport(mailFolder!);
  const worker = new MailWorker({ db, transport, log, now: Date.now, pace: config });

  const http = createServer({ maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 1_000 });
  http.headersTimeout = 10_000;
  http.requestTimeout = 15_000;
  http.keepAliveTimeout = 5_000;
  // Who asks while the app is made waits for it.
  let isMade: (listener: RequestListener) => void = () => undefined;
  const made = new Promise<RequestListener>((done) => (isMade = done));
  http.on('request', (incoming, outgoing) => void made.then((listener) => listener(incoming, outgoing)));
  const port = await listen(http, config);
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  const publicUrl = (config.publicUrl ?? url.replace('127.0.0.1', 'localhost')).replace(/\/$/, '');
  await openDesk(db, config, publicUrl, log);
  const app = createApp({
    db,
    now: Date.now,
    log,
    config: config.demo ? withOwnNames(config, port) : config,
    publicUrl,
    ...(await filesOf(folders, config, publicUrl)),
    mailFolder,
    ledger,
    onMail: () => worker.wake(),
    onErased: (mails) => transport.forget(mails),
  });
  const listener = getRequestListener(app.fetch);
  isMade((incoming, outgoing) => void listener(incoming, outgoing));
  worker.start();
  const jobs = [
    repeat(PURGE_EVERY_MS, 'purge failed', log, () => purge(db, log, Date.now())),
    repeat(JOBS_EVERY_MS, 'scheduled jobs failed', log, () => app.runScheduledJobs()),
  ];

  return {
    url,
    publicUrl,
    facts: {
      database: db.engine === 'postgres' ? 'PostgreSQL' : join(config.dataDir, 'f3e.sqlite'),
      demoData,
      mail: mailFolder ?? 'SMTP',
      wantedPort: config.port,
      port,
    },
    async stop() {
      for (const job of jobs) clearInterval(job);
      await closed(http);
      await worker.stop();
      await db.close();
    },
  };
}

/** Lets the first administrator in, and in a demonstration its team. */
async function openDesk(db: Database, config: Config, publicUrl: string, log: Log): Promise<void> {
  if (config.demo) await ensureDemoTeam(db, Date.now());
  const first = { email: config.adminEmail, links: addresses(publicUrl), now: Date.now() };
  if (!(await ensureFirstAdministrator(db, first)))
    log('warn', 'nobody can enter the desk: set ADMIN_EMAIL, or run “npm run invite -- <address>”');
}

/** Opens the database, brings it up to date, and erases again what a restored backup brought back (P07). */
async function prepareDatabase(
  config: Config & { secret: string },
  ledger: ErasureLedger,
  log: Log,
): Promise<Database> {
  const db = await openDatabase(config, createVault(config.secret));
  await migrate(db);
  const sealed = await sealPlainRows(db);
  if (sealed) {
    log('info', 'what an older version kept in plain text was sealed', { count: sealed });
    await scrub(db, log);
  }
  if (await refreshSearchIndex(db)) log('info', 'the search index was written anew');
  const { erased, unreadable } = await ledger.replay(db);
  if (erased) {
    log('warn', 'erased again what a restored backup had brought back', { count: erased });
    await scrub(db, log);
  }
  if (unreadable) log('error', 'lines of the erasure ledger cannot be read', { count: unreadable });
  return db;
}

/** The files that the app serves, and the version under which it serves the embed. */
async function filesOf(folders: ReturnType<typeof servedFolders>, config: Config, publicUrl: string) {
  const { version } = JSON.parse(await readFile(folders.manifest, 'utf8')) as { version: string };
  const [releases, assetFiles, demoFiles, own, ofDemo] = await Promise.all([
    keepReleases({ embed: folders.embed, dataDir: config.dataDir, version, publicUrl }),
    holdFiles(folders.assets),
    config.demo ? holdFiles(folders.demo) : new Map(),
    holdFiles(join(config.dataDir, 'pictures')),
    config.demo ? holdFiles(join(folders.demoData, 'pictures')) : new Map(),
  ]);
  return { version, releases, assetFiles, demoFiles, pictureFiles: new Map([...ofDemo, ...own]) };
}

/** Admits both names of this machine: a person who tries the demonstration may type either. */
function withOwnNames(config: Config, port: number): Config {
  const own = ['localhost', '127.0.0.1'].map((name) => ({
    community: null,
    origin: `http://${name}:${port}`,
  }));
  return { ...config, allowedOrigins: [...config.allowedOrigins, ...own] };
}

/** Runs a job now and at an interval; a failure is logged, and the next run comes. */
function repeat(ms: number, failure: string, log: Log, work: () => Promise<unknown>): NodeJS.Timeout {
  const run = () => void work().catch((error: unknown) => log('error', failure, describe(error)));
  run();
  return setInterval(run, ms);
}

/** Ends when the requests under way have ended, or after ten seconds. */
const closed = (http: Server): Promise<void> =>
  new Promise((done) => {
    http.close(() => done());
    http.closeIdleConnections();
    setTimeout(() => http.closeAllConnections(), 10_000).unref();
  });

/** Listens on the configured port. When that is the default and taken, tries the next ones. */
async function listen(http: Server, config: Config): Promise<number> {
  for (let port = config.port; ; port++) {
    try {
      await new Promise<void>((done, failed) => {
        http.once('error', failed);
        http.listen(port, config.host, () => {
          http.off('error', failed);
          done();
        });
      });
      return (http.address() as { port: number }).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || config.portIsChosen || port >= config.port + 50) throw error;
    }
  }
}

/** Folders that the server serves or loads from, in the repository and in the built folder. */
function servedFolders() {
  const here = dirname(fileURLToPath(import.meta.url));
  const parent = dirname(here);
  const built = join(parent, 'cdn');
  return {
    embed: existsSync(built) ? built : join(parent, 'dist/cdn'),
    assets: join(here, 'assets'),
    demo: join(parent, 'demo'),
    demoData: join(here, 'demo-data'),
    manifest: [here, parent].map((folder) => join(folder, 'package.json')).find(existsSync)!,
  };
}
