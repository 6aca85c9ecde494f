import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a sealed text begins with. */
const MARK = 'sealed1.';
const SALT = 16;
const NONCE = 12;
const TAG = 16;

/**
 * Keeps what people write unreadable in the files of a database, its log of writes and its backups: each text has a key
 * of its own, made of the secret and of a salt that stands in the row and goes with it (P15).
 */
export interface Vault {
  seal(text: string): string;
  /** The text that was sealed; a text that never was stays as it is. */
  open(text: string): string;
  /** A name under which something is found again, and which tells nothing of it. */
  keyed(name: string): string;
}

/** The secret is not the one under which a text was sealed. */
export class VaultError extends Error {
  override name = 'VaultError';
}

/** A pattern of sealed texts, for `like`. */
export const SEALED = `${MARK}%`;

export const isSealed = (text: string): boolean => text.startsWith(MARK);

export function createVault(secret: string): Vault {
  const keyFor = (salt: Buffer) => Buffer.from(hkdfSync('sha256', secret, salt, 'f3e sealed text', 32));
  return {
    seal(text) {
      const salt = randomBytes(SALT);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyFor(salt), nonce);
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return MARK + Buffer.concat([salt, nonce, cipher.getAuthTag(), content]).toString('base64url');
    },
    open(text) {
      if (!isSealed(text)) return text;
      const bytes = Buffer.from(text.slice(MARK.length), 'base64url');
      const part = (from: number, length: number) => bytes.subarray(from, from + length);
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyFor(part(0, SALT)), part(SALT, NONCE));
        decipher.setAuthTag(part(SALT + NONCE, TAG));
        return Buffer.concat([
          decipher.update(bytes.subarray(SALT + NONCE + TAG)),
          decipher.final(),
        ]).toString('utf8');
      } catch {
        throw new VaultError('SECRET is not the one under which this database keeps what people wrote.');
      }
    },
    keyed: (name) => createHmac('sha256', secret).update(name).digest('base64url'),
  };
}

/** For commands that read nothing personal. */
export const noVault: Vault = {
  seal: refuse,
  open: refuse,
  keyed: refuse,
};

function refuse(): never {
  throw new VaultError('This command has no SECRET: it reads and writes nothing personal.');
}
