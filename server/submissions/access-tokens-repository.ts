import { newSecret, sha256 } from '../shared/secrets.js';
import type { Sql } from '../db/database.js';

export type TokenPurpose = 'confirm' | 'manage';

/** Makes a secret link's token; only its hash is stored (P06). */
export async function addToken(
  sql: Sql,
  token: { purpose: TokenPurpose; subjectId: string; createdAt: string; expiresAt: string | null },
): Promise<string> {
  const secret = newSecret();
  await sql.run(
    `insert into access_tokens (hash, purpose, subject_id, created_at, expires_at, used_at)
     values ($1, $2, $3, $4, $5, null)`,
    [sha256(secret), token.purpose, token.subjectId, token.createdAt, token.expiresAt],
  );
  return secret;
}

export interface AccessToken {
  hash: string;
  subjectId: string;
  expired: boolean;
  used: boolean;
}

/** What a link can still do: `waiting` for its one use, `done`, or `expired`. */
export const linkState = ({ used, expired }: AccessToken): 'waiting' | 'done' | 'expired' =>
  used ? 'done' : expired ? 'expired' : 'waiting';

/** What a token opens; nothing for a token of another purpose or one that never was. */
export async function findToken(
  sql: Sql,
  secret: string,
  purpose: TokenPurpose,
  now: string,
): Promise<AccessToken | undefined> {
  if (secret.length !== 43) return undefined;
  const [row] = await sql.all(`select * from access_tokens where hash = $1 and purpose = $2`, [
    sha256(secret),
    purpose,
  ]);
  return (
    row && {
      hash: String(row['hash']),
      subjectId: String(row['subject_id']),
      expired: row['expires_at'] != null && String(row['expires_at']) <= now,
      used: row['used_at'] != null,
    }
  );
}

/** Spends a token; false when another request did it first. */
export async function consumeToken(sql: Sql, hash: string, at: string): Promise<boolean> {
  return (
    (await sql.run(`update access_tokens set used_at = $1 where hash = $2 and used_at is null`, [
      at,
      hash,
    ])) === 1
  );
}
