import { getRequestListener } from '@hono/node-server';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.js';
import type { Database } from './db/database.js';
import { migrate } from './db/migrate.js';
import { openPostgres } from './db/postgres.js';
import { openSqlite } from './db/sqlite.js';
import { loadDemoData } from './demo-data/load.js';
import { createApp } from './http/app.js';
import { holdFiles } from './http/static-files.js';
import { folderTransport, smtpTransport } from './mail/transport.js';
import { createMailWorker } from './mail/worker.js';
import { fileLedger } from './privacy/erasure-ledger.js';
import { purge } from './privacy/retention.js';
import { scrub } from './privacy/scrub.js';
import { refreshSearchIndex } from './search-index.js';
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

/** Starts all there is: database, app, mail worker, daily purge. */
export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  const folders = servedFolders();
  const db = await openDatabase(config);
  await migrate(db);
  if (await refreshSearchIndex(db)) log('info', 'the search index was written anew');
  const ledger = fileLedger(config.erasureLedger);
  const { erased, unreadable } = await ledger.replay(db);
  if (erased) {
    log('warn', 'erased again what a restored backup had brought back', { count: erased });
    await scrub(db, log);
  }
  if (unreadable) log('error', 'lines of the erasure ledger cannot be read', { count: unreadable });
  const demoData = config.demo
    ? await loadDemoData(db, { folder: folders.demoData, today: new Date() })
    : 'not asked';

  const mailFolder = config.smtpUrl ? null : join(config.dataDir, 'mail');
  const transport = config.smtpUrl
    ? smtpTransport(config.smtpUrl, config.mailFrom)
    : folderTransport(mailFolder!);
  const worker = createMailWorker({ db, transport, log, now: Date.now });

  const { version } = JSON.parse(await readFile(folders.manifest, 'utf8')) as { version: string };
  const [embedFiles, assetFiles, demoFiles] = await Promise.all([
    holdFiles(folders.embed),
    holdFiles(folders.assets),
    config.demo ? holdFiles(folders.demo) : new Map(),
  ]);

  const http = createServer({ maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 1_000 });
  http.headersTimeout = 10_000;
  http.requestTimeout = 15_000;
  http.keepAliveTimeout = 5_000;
  const port = await listen(http, config);
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  const publicUrl = (config.publicUrl ?? url.replace('127.0.0.1', 'localhost')).replace(/\/$/, '');

  // Whoever tries the demonstration may type either name of this machine.
  const ownNames = config.demo
    ? [`http://localhost:${port}`, `http://127.0.0.1:${port}`].map((origin) => ({ community: null, origin }))
    : [];
  const app = createApp({
    db,
    now: Date.now,
    log,
    config: { ...config, allowedOrigins: [...config.allowedOrigins, ...ownNames] },
    publicUrl,
    version,
    embedFiles,
    assetFiles,
    demoFiles,
    mailFolder,
    ledger,
    onMail: () => worker.wake(),
    onErased: (mails) => transport.forget(mails),
  });
  const listener = getRequestListener(app.fetch);
  http.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  worker.start();
  const tidy = () =>
    void purge(db, log, Date.now()).catch((error: unknown) => log('error', 'purge failed', describe(error)));
  tidy();
  const purging = setInterval(tidy, PURGE_EVERY_MS);
  const runJobs = () =>
    void app
      .runScheduledJobs()
      .catch((error: unknown) => log('error', 'scheduled jobs failed', describe(error)));
  runJobs();
  const jobs = setInterval(runJobs, JOBS_EVERY_MS);

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
      clearInterval(purging);
      clearInterval(jobs);
      await new Promise<void>((done) => {
        http.close(() => done());
        http.closeIdleConnections();
        setTimeout(() => http.closeAllConnections(), 10_000).unref();
      });
      await worker.stop();
      await db.close();
    },
  };
}

async function openDatabase(config: Config): Promise<Database> {
  await mkdir(config.dataDir, { recursive: true });
  return config.databaseUrl
    ? openPostgres(config.databaseUrl)
    : openSqlite(join(config.dataDir, 'f3e.sqlite'));
}

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
