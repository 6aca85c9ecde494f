import type { Context } from 'hono';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { encodingFor, isKnown } from './response-cache.js';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface Held {
  type: string;
  hash: string;
  bytes: Record<'br' | 'gzip' | 'identity', Uint8Array<ArrayBuffer>>;
}
/** Files by their path below the folder, with `/` between names. */
export type Files = ReadonlyMap<string, Held>;

/**
 * Reads a small folder once and holds it, compressed: no path from a request ever touches the disk. The build compresses
 * as hard as it can beside each file (`.br`, `.gz`); a file without these is compressed here, fast.
 */
export async function holdFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const held = new Map<string, Held>();
  for (const entry of entries) {
    const type = entry.isFile() && types[extname(entry.name)];
    if (!type) continue;
    const path = join(entry.parentPath, entry.name);
    const plain = new Uint8Array(await readFile(path));
    held.set(relative(folder, path).split(sep).join('/'), {
      type,
      hash: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
      bytes: {
        identity: plain,
        br: new Uint8Array(await readFile(`${path}.br`).catch(() => compress.br(plain))),
        gzip: new Uint8Array(await readFile(`${path}.gz`).catch(() => compress.gzip(plain))),
      },
    });
  }
  return held;
}

/** A file that is made here. */
export function held(type: string, text: string): Held {
  const plain = new Uint8Array(Buffer.from(text));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return {
    type,
    hash: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    bytes: {
      identity: plain,
      br: new Uint8Array(brotliCompressSync(plain, { params })),
      gzip: new Uint8Array(gzipSync(plain)),
    },
  };
}

const compress = {
  br: (plain: Uint8Array) =>
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (plain: Uint8Array) => promisify(gzip)(plain),
};

export function sendFile(c: Context, file: Held, cacheControl: string): Response {
  const encoding = encodingFor(c);
  const etag = `"${file.hash}-${encoding}"`;
  c.header('ETag', etag);
  c.header('Vary', 'Accept-Encoding', { append: true });
  c.header('Cache-Control', cacheControl);
  if (isKnown(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
  c.header('Content-Type', file.type);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  return c.body(file.bytes[encoding]);
}
