/** The parameters of a challenge, as far as solving it goes; binary values are hexadecimal. */
export interface Task {
  nonce: string;
  salt: string;
  cost: number;
  keyLength: number;
  keyPrefix: string;
}

interface Solution {
  counter: number;
  derivedKey: string;
}

/** More tries than any honest challenge takes. */
const MAX_TRIES = 10_000;

/**
 * Finds the counter for which PBKDF2 (SHA-256) of nonce and counter begins as asked. The browser derives each key off the
 * main thread. Nothing where the page is not https: there is no cryptography there.
 */
export async function solve({
  nonce,
  salt,
  cost,
  keyLength,
  keyPrefix,
}: Task): Promise<Solution | undefined> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const start = bytesOf(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  const view = new DataView(password.buffer);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost };
  for (let counter = 0; counter < MAX_TRIES; counter++) {
    view.setUint32(start.length, counter);
    const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const derivedKey = hexOf(new Uint8Array(await subtle.deriveBits(how, key, keyLength * 8)));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
  return undefined;
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (let i = 0; i < bytes.length; i++) hex += bytes[i]!.toString(16).padStart(2, '0');
  return hex;
}
