import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** 128 random bits: an identifier that cannot be guessed. */
export const newId = (): string => randomBytes(16).toString('hex');

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
