import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export const STAFF = 'K7vXq2mB9rTzL4wYp8sNc3dF';

export interface Running {
  url: string;
  /** The process; this one for a server that runs in it. */
  pid: number;
  stop(): Promise<void>;
}

/** The built server, as `npm start` runs it, from the folder where it was built or from a copy. */
export async function serve(
  environment: Record<string, string>,
  folder = resolve('dist/server'),
): Promise<Running> {
  const child = spawn(process.execPath, ['--max-semi-space-size=2', 'server/main.js'], {
    cwd: folder,
    env: {
      ...process.env,
      DEMO: 'on',
      PORT: '0',
      LIMIT_PER_IP: '1000000',
      LIMIT_PER_RECIPIENT: '1000',
      LIMIT_PER_COMMUNITY: '1000000',
      LIMIT_PER_DOMAIN: '1000000',
      LIMIT_OF_FIRST_MAILS: '1000000',
      RECIPIENT_PAUSE: '0',
      STAFF_TOKEN: STAFF,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((ready, failed) => {
    const read = (data: Buffer) => {
      output += String(data);
      const found = /(http:\/\/localhost:\d+)\/demo\//.exec(output);
      if (found && output.includes('Ctrl-C')) ready(found[1]!);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => failed(new Error(`exit ${code}: ${output}`)));
    setTimeout(() => failed(new Error(`no address: ${output}`)), 60_000).unref();
  });
  return { url, pid: child.pid!, stop: () => ended(child) };
}

const ended = (child: ChildProcess) =>
  new Promise<void>((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });

export interface Postbox {
  url: string;
  mails: ParsedMail[];
  /** The next mail to somebody, once it is there. */
  to(address: string, nth?: number): Promise<ParsedMail>;
  stop(): Promise<void>;
}

/** A real SMTP server that keeps what it receives. */
export async function postbox(): Promise<Postbox> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          done();
        },
        () => done(new Error('cut short')),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const addressOf = (mail: ParsedMail) =>
    [mail.to].flat().flatMap((one) => one?.value.map(({ address }) => address) ?? []);
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`,
    mails,
    async to(address, nth = 0) {
      for (let tries = 0; tries < 100; tries++) {
        const found = mails.filter((mail) => addressOf(mail).includes(address))[nth];
        if (found) return found;
        await new Promise((go) => setTimeout(go, 100));
      }
      throw new Error(`no mail number ${nth} to ${address}`);
    },
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/** A site of somebody else: pages by path, with their headers. */
export async function site(
  pages: Record<string, { html: string | Uint8Array; headers?: Record<string, string> }>,
  /** That of a site that a server lists; any when 0. */
  port = 0,
): Promise<Running> {
  const server = createServer((request, response) => {
    const page = pages[(request.url ?? '/').split('?')[0]!];
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', () => ready()));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    pid: process.pid,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A port that nothing listens on: a server lists the site of a test before that is there. */
export async function freePort(): Promise<number> {
  const probe = await site({});
  await probe.stop();
  return Number(new URL(probe.url).port);
}

/** Version of the form that a community's requests name. */
export const joinFormVersion = async (url: string, community: string): Promise<string> =>
  ((await (await fetch(`${url}/v1/forms/join:${community}`)).json()) as { version: string }).version;

/** Sends a request to join to a server; the address is also its key. */
export const sendJoinRequest = (
  url: string,
  { community, formVersion, email }: { community: string; formVersion: string; email: string },
): Promise<Response> =>
  fetch(`${url}/v1/join-requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': email },
    body: JSON.stringify({ community, formVersion, language: 'fr', answers: { email }, consents: [] }),
  });
