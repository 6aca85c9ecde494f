import { z } from 'zod';
import { Id } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import { HttpError } from './errors.js';

export const writeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Decodes a cursor; refuses any text that this server did not write. */
export function readPlace(cursor: string): [string, string] {
  try {
    const [at, id] = z
      .tuple([z.iso.datetime(), Id])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return [utc(Date.parse(at)), id];
  } catch {
    throw new HttpError('malformed', {
      errors: [{ pointer: '/cursor', code: 'unknown', detail: 'This cursor was not given by this server.' }],
    });
  }
}
