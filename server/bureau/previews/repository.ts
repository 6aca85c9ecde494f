import type { Sql } from '../../db/database.js';
import type { StoredSession } from '../../sessions/repository.js';
import { newSecret, sha256 } from '../../shared/secrets.js';

/** Keeps a session as it would be, for whoever knows the secret; returns it. */
export async function addPreview(
  { query }: Sql,
  { session, madeBy, expiresAt }: { session: StoredSession; madeBy: string; expiresAt: string },
): Promise<string> {
  const secret = newSecret();
  await query
    .insertInto('previews')
    .values({
      hash: sha256(secret),
      session_id: session.id,
      doc: JSON.stringify(session),
      made_by: madeBy,
      expires_at: expiresAt,
    })
    .execute();
  return secret;
}

/** The session that a secret shows, until its time is up. */
export async function findPreview(
  { query }: Sql,
  secret: string,
  now: string,
): Promise<StoredSession | undefined> {
  const row = await query
    .selectFrom('previews')
    .select('doc')
    .where('hash', '=', sha256(secret))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && (JSON.parse(row.doc) as StoredSession);
}

export async function forgetPreviewsBefore({ query }: Sql, before: string): Promise<void> {
  await query.deleteFrom('previews').where('expires_at', '<', before).execute();
}
