import type { Context } from 'hono';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { pictureTypes } from '../shared/picture-types.js';
import { encodingFor, isKnown } from './response-cache.js';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  ...pictureTypes,
};
/** Types of files whose bytes are compressed already. */
const packed = /^image\/(?:png|jpeg|webp|avif)$/;

export interface Held {
  type: string;
  hash: string;
  bytes: { identity: Uint8Array<ArrayBuffer> } & Partial<Record<'br' | 'gzip', Uint8Array<ArrayBuffer>>>;
}
/** Files by their path below the folder, with `/` between names. */
export type Files = ReadonlyMap<string, Held>;

/**
 * Reads a small folder once and holds it, compressed but for pictures: no path from a request ever touches the disk. The build compresses
 * as hard as it can beside each file (`.br`, `.gz`); a file without these is compressed here.
 */
export async function holdFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, Held>();
  for (const entry of entries) {
    const type = entry.isFile() && types[extname(entry.name).toLowerCase()];
    if (!type) continue;
    const path = join(entry.parentPath, entry.name);
    const built = (end: string) => readFile(`${path}.${end}`).catch(() => undefined);
    const bytes = { br: await built('br'), gzip: await built('gz') };
    files.set(relative(folder, path).split(sep).join('/'), await hold(type, await readFile(path), bytes));
  }
  return files;
}

/** Holds a file; what the build has not compressed is compressed here. */
export async function hold(
  type: string,
  plain: Buffer,
  { br, gzip: zipped }: { br?: Buffer | undefined; gzip?: Buffer | undefined } = {},
): Promise<Held> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const identity = new Uint8Array(plain);
  if (packed.test(type)) return { type, hash, bytes: { identity } };
  return {
    type,
    hash,
    bytes: {
      identity,
      br: new Uint8Array(br ?? (await promisify(brotliCompress)(plain, { params }))),
      gzip: new Uint8Array(zipped ?? (await promisify(gzip)(plain))),
    },
  };
}

export function sendFile(c: Context, file: Held, cacheControl: string): Response {
  const asked = encodingFor(c);
  const encoding = file.bytes[asked] ? asked : 'identity';
  const etag = `"${file.hash}-${encoding}"`;
  c.header('ETag', etag);
  c.header('Vary', 'Accept-Encoding', { append: true });
  c.header('Cache-Control', cacheControl);
  if (isKnown(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
  c.header('Content-Type', file.type);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  return c.body(file.bytes[encoding]!);
}
