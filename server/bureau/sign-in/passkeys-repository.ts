import type { Selectable } from 'kysely';
import type { Sql } from '../../db/database.js';
import type { Tables } from '../../db/schema.js';
import { newSecret, sha256 } from '../../shared/secrets.js';

export interface Passkey {
  id: string;
  memberId: string;
  /** In base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  /** The device on which it was made. */
  name: string;
  createdAt: string;
  usedAt: string | null;
}

const passkeyIn = (row: Selectable<Tables['team_passkeys']>): Passkey => ({
  id: row.id,
  memberId: row.member_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports.split(' ').filter(Boolean),
  name: row.name,
  createdAt: row.created_at,
  usedAt: row.used_at,
});

/** Adds a passkey; false when it is known. */
export async function addPasskey({ query }: Sql, passkey: Omit<Passkey, 'usedAt'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('team_passkeys')
    .values({
      id: passkey.id,
      member_id: passkey.memberId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports.join(' '),
      name: passkey.name,
      created_at: passkey.createdAt,
    })
    .onConflict((known) => known.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findPasskey({ query }: Sql, id: string): Promise<Passkey | undefined> {
  const row = await query.selectFrom('team_passkeys').selectAll().where('id', '=', id).executeTakeFirst();
  return row && passkeyIn(row);
}

export async function passkeysOf({ query }: Sql, memberId: string): Promise<Passkey[]> {
  const rows = await query
    .selectFrom('team_passkeys')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('created_at')
    .execute();
  return rows.map(passkeyIn);
}

/** Writes down that a passkey was used. */
export async function usePasskey(
  { query }: Sql,
  id: string,
  { counter, at }: { counter: number; at: string },
): Promise<void> {
  await query.updateTable('team_passkeys').set({ counter, used_at: at }).where('id', '=', id).execute();
}

/** Removes a passkey of a member; false when it is none of theirs. */
export async function removePasskey({ query }: Sql, memberId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await query
    .deleteFrom('team_passkeys')
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Keeps what a passkey is to sign; returns the secret that the browser keeps. */
export async function addChallenge(
  { query }: Sql,
  { challenge, expiresAt }: { challenge: string; expiresAt: string },
): Promise<string> {
  const secret = newSecret();
  await query
    .insertInto('team_challenges')
    .values({ hash: sha256(secret), challenge, expires_at: expiresAt })
    .execute();
  return secret;
}

/** Forgets what nobody signed in time. */
export async function forgetChallengesBefore({ query }: Sql, before: string): Promise<void> {
  await query.deleteFrom('team_challenges').where('expires_at', '<', before).execute();
}

/** Takes what a passkey was to sign: once, and until its time is up. */
export async function takeChallenge(
  { query }: Sql,
  secret: string,
  now: string,
): Promise<string | undefined> {
  const row = await query
    .deleteFrom('team_challenges')
    .where('hash', '=', sha256(secret))
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst();
  return row && row.expires_at > now ? row.challenge : undefined;
}
