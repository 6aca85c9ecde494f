import type { Sql } from '../db/database.js';
import { newSecret, sha256 } from '../shared/secrets.js';

export type TokenPurpose = 'confirm' | 'manage';

/** Makes a secret link's token; only its hash is stored (P06). */
export async function addToken(
  { query }: Sql,
  token: { purpose: TokenPurpose; subjectId: string; createdAt: string; expiresAt: string | null },
): Promise<string> {
  const secret = newSecret();
  await query
    .insertInto('access_tokens')
    .values({
      hash: sha256(secret),
      purpose: token.purpose,
      subject_id: token.subjectId,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      used_at: null,
    })
    .execute();
  return secret;
}

export interface AccessToken {
  hash: string;
  subjectId: string;
  expired: boolean;
  used: boolean;
}

/** State of a one-time link: `waiting`, `done` or `expired`. */
export const linkState = ({ used, expired }: AccessToken): 'waiting' | 'done' | 'expired' =>
  used ? 'done' : expired ? 'expired' : 'waiting';

/** Finds an unforged token of this purpose. */
export async function findToken(
  { query }: Sql,
  secret: string,
  purpose: TokenPurpose,
  now: string,
): Promise<AccessToken | undefined> {
  if (secret.length !== 43) return undefined;
  const row = await query
    .selectFrom('access_tokens')
    .selectAll()
    .where('hash', '=', sha256(secret))
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return (
    row && {
      hash: row.hash,
      subjectId: row.subject_id,
      expired: row.expires_at !== null && row.expires_at <= now,
      used: row.used_at !== null,
    }
  );
}

/** Consumes a token; false when another request did it first. */
export async function consumeToken({ query }: Sql, hash: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('access_tokens')
    .set({ used_at: at })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Moves the end of the link that confirms a submission, unless it was used. */
export async function extendConfirmation(
  { query }: Sql,
  subjectId: string,
  expiresAt: string,
): Promise<void> {
  await query
    .updateTable('access_tokens')
    .set({ expires_at: expiresAt })
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', 'confirm')
    .where('used_at', 'is', null)
    .execute();
}
