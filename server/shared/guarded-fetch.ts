import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Readable } from 'node:stream';

/**
 * Reads pages of other servers on behalf of people: never an address of this machine or of its network, whatever name or
 * notation leads there, and never for long or without end.
 */
export interface GuardedFetchOptions {
  /** Headers of a conditional request, say. */
  headers?: Readonly<Record<string, string>>;
  /** Most milliseconds in all; 5,000 when absent. */
  timeout?: number;
  /** Most bytes of the body, uncompressed; 512 kB when absent. */
  most?: number;
}
export interface FetchedPage {
  status: number;
  /** The address that answered, after redirects. */
  url: string;
  headers: Readonly<Record<string, string>>;
  text: string;
  bytes: Buffer;
}
export type GuardedFetch = (address: string, options?: GuardedFetchOptions) => Promise<FetchedPage>;

/** Why an address was not read. */
export type RefusedBecause = 'address' | 'private' | 'timeout' | 'too-large' | 'redirects' | 'unreachable';
export class FetchRefused extends Error {
  override name = 'FetchRefused';
  constructor(
    readonly reason: RefusedBecause,
    detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}

const REDIRECTS = 3;
const TIMEOUT = 5_000;
const MOST = 512 * 1024;

/** Addresses that are no public host (IANA special-purpose registries, RFC 6890). */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, prefix, 'ipv4');
/** Of IPv6 only global unicast is public, less what stands for other networks in it. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

/** Whether an address is one that anybody may reach; an IPv4 address written as IPv6 is judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPublicAddress(mapped);
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  return isIP(address) === 6 && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** The address of a request, judged before anything is looked up: Node looks up no literal address. */
function readAddress(text: string, isLocalAllowed: boolean, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw new FetchRefused('address');
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw new FetchRefused('address');
  if (isLocalAllowed) return url;
  if (url.port) throw new FetchRefused('address', 'port');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isPublicAddress(host)) throw new FetchRefused('private');
  return url;
}

/** Looks a name up once, and refuses it when any of its addresses is not public: the answer is the one connected to. */
const publicLookup = (
  host: string,
  options: object,
  done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
): void => {
  systemLookup(host, { ...options, all: true }, (error, found) => {
    const isRefused = !error && !found.every(({ address }) => isPublicAddress(address));
    if (error ?? isRefused) done(error ?? new FetchRefused('private', host), '');
    else if ((options as { all?: boolean }).all) done(null, found);
    else done(null, found[0]!.address, found[0]!.family);
  });
};

/** `isLocalAllowed` is for a server that is itself on this machine alone: in development and tests. */
export function createGuardedFetch(isLocalAllowed: boolean, userAgent: string): GuardedFetch {
  return async (address, { headers = {}, timeout = TIMEOUT, most = MOST } = {}) => {
    const signal = AbortSignal.timeout(timeout);
    let url = readAddress(address, isLocalAllowed);
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const response = await open(url, {
        headers: { 'User-Agent': userAgent, ...headers },
        signal,
        isLocalAllowed,
      });
      const { statusCode: status = 0, headers: received } = response;
      if ([301, 302, 303, 307, 308].includes(status) && received.location) {
        response.destroy();
        url = readAddress(received.location, isLocalAllowed, url);
        continue;
      }
      const bytes = await readBody(response, most, signal);
      return {
        status,
        url: url.href,
        headers: flat(received),
        bytes,
        text: decode(bytes, received['content-type']),
      };
    }
    throw new FetchRefused('redirects');
  };
}

const flat = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));

interface Opened {
  headers: Record<string, string>;
  signal: AbortSignal;
  isLocalAllowed: boolean;
}

const open = (url: URL, { headers, signal, isLocalAllowed }: Opened): Promise<IncomingMessage> =>
  new Promise((done, failed) => {
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(
      url,
      {
        signal,
        headers: { 'Accept-Encoding': 'gzip, deflate, br', ...headers },
        // A name that leads to several addresses is refused as a whole: no second question is asked.
        ...(!isLocalAllowed && { lookup: publicLookup }),
      },
      done,
    );
    request.on('error', (error) => {
      failed(toRefusal(error));
    });
    // An answer that is none, as one that changes the protocol, ends here.
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      failed(new FetchRefused('unreachable', 'protocol'));
    });
    request.on('close', () => {
      failed(new FetchRefused('unreachable', 'closed'));
    });
    request.end();
  });

const toRefusal = (error: unknown): FetchRefused => {
  if (error instanceof FetchRefused) return error;
  const { name = '', code = '' } = error as { name?: string; code?: string };
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR')
    return new FetchRefused('timeout');
  return new FetchRefused('unreachable', code);
};

const decoders = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

async function readBody(response: IncomingMessage, most: number, signal: AbortSignal): Promise<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = decoders.get(encoding)?.();
  if (!decoder && encoding !== 'identity') {
    response.destroy();
    throw new FetchRefused('unreachable', 'encoding');
  }
  const stream: Readable = decoder ? response.pipe(decoder) : response;
  response.on('error', (error) => decoder?.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) throw new FetchRefused('too-large');
      if (signal.aborted) throw new FetchRefused('timeout');
      chunks.push(chunk);
    }
  } catch (error) {
    throw signal.aborted ? new FetchRefused('timeout') : toRefusal(error);
  } finally {
    response.destroy();
    decoder?.destroy();
  }
  return Buffer.concat(chunks);
}

/** As its header says, else as its beginning does; UTF-8 where nothing is said that is known. */
function decode(bytes: Buffer, type = ''): string {
  const beginning = bytes.subarray(0, 1_024).toString('latin1');
  const said =
    /charset="?([\w-]+)/i.exec(type) ??
    /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)/i.exec(beginning) ??
    /<meta[^>]*\bcharset=["']?([\w-]+)/i.exec(beginning);
  const charset = said?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
