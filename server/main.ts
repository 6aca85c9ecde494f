import { type Config, ConfigError, readConfig } from './config.js';
import { VaultError } from './db/vault.js';
import { jsonLog, type Log } from './shared/log.js';
import { type RunningServer, startServer } from './start-server.js';

/** Starts the server from the environment, says where everything is, and stops cleanly on Ctrl-C. */
async function main(): Promise<void> {
  // What the server writes is for its own account: database, ledger, secret, mails of the demonstration.
  process.umask(0o077);
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }

  // On the demonstration's console, people read: only what went wrong is logged.
  const log: Log = config.demo
    ? (level, message, facts) => level !== 'info' && jsonLog(level, message, facts)
    : jsonLog;
  process.on('warning', (warning: Error & { code?: string }) => {
    if (warning.code === 'F3E_UNREADABLE') log('warn', warning.message);
  });
  let service: RunningServer;
  try {
    service = await startServer(config, log);
  } catch (error) {
    process.stderr.write(`${sentenceFor(error, config)}\n`);
    // Whatever was opened before would keep the process.
    process.exit(1);
  }
  if (config.demo) process.stdout.write(welcome(service));
  else
    log('info', 'listening', {
      url: service.url,
      publicUrl: service.publicUrl,
      database: service.facts.database,
    });

  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    if (config.demo) process.stdout.write(`\nStopping (${signal})…\n`);
    else log('info', 'stopping', { signal });
    void service.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function sentenceFor(error: unknown, config: Config): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${config.port} is taken: stop what uses it, or set another PORT.`;
  if (code === 'EACCES')
    return `Port ${config.port} or the folder ${config.dataDir} may not be used by this account.`;
  if (path) return `The server cannot start: ${path} cannot be used (${code}).`;
  if (config.databaseUrl && !(error instanceof VaultError))
    return `The database of DATABASE_URL cannot be opened (${code ?? (error as Error).message}).`;
  return `The server cannot start: ${(error as Error).message}`;
}

function welcome({ publicUrl, facts }: RunningServer): string {
  const moved =
    facts.port === facts.wantedPort
      ? ''
      : `Port ${facts.wantedPort} is taken, so this is port ${facts.port}.\n`;
  const data =
    facts.demoData === 'loaded' ? 'demonstration data was loaded into it' : 'it holds what it held before';
  return `
${moved}F3E community widgets are running. Open:

  ${publicUrl}/demo/              all the demonstration pages
  ${publicUrl}/demo/membre.html   the site of a member organisation, with the widgets as guests
  ${publicUrl}/demo/f3e.html      F3E's own page of its five communities
  ${publicUrl}/demo/agenda.html   F3E's agenda of sessions
  ${publicUrl}/demo/colonne.html  the sessions of one community in a side column
  ${publicUrl}/demo/annuaire.html the directory that helps to choose a community
  ${publicUrl}/demo/ressources.html  the library of resources
  ${publicUrl}/demo/proposer.html the form to propose a community
  ${publicUrl}/communautes        the hosted pages, which work without scripts
  ${publicUrl}/integrer           the builder of what a site pastes
  ${publicUrl}/bureau            the desk, where F3E's team publishes and answers
  ${publicUrl}/dev/mail           the mails (${facts.mail})
  ${publicUrl}/v1/f3e.js          the script to put in a page
  ${publicUrl}/v1/openapi.json    the API

Database: ${facts.database} (${data}). Ctrl-C stops.
`;
}

await main();
