import type { Sql } from '../../db/database.js';
import { sha256 } from '../../shared/secrets.js';

export interface SignInLink {
  hash: string;
  purpose: 'enter' | 'invite';
  emailKey: string;
  browserHash: string;
  codeHash: string;
  next: string;
  tries: number;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

export async function addLink({ query }: Sql, link: Omit<SignInLink, 'tries' | 'usedAt'>): Promise<void> {
  await query
    .insertInto('team_links')
    .values({
      hash: link.hash,
      purpose: link.purpose,
      email_key: link.emailKey,
      browser_hash: link.browserHash,
      code_hash: link.codeHash,
      next: link.next,
      tries: 0,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** How many links were asked for an address since then. */
export async function countLinks({ query }: Sql, emailKey: string, since: string): Promise<number> {
  const { count } = await query
    .selectFrom('team_links')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('email_key', '=', emailKey)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

type Where = { hash: string } | { browser: string };

/** The link of this secret, or the last one that this browser asked for. */
export async function findLink({ query }: Sql, where: Where): Promise<SignInLink | undefined> {
  const links = query.selectFrom('team_links').selectAll();
  const row = await (
    'hash' in where
      ? links.where('hash', '=', where.hash)
      : links.where('browser_hash', '=', sha256(where.browser)).orderBy('created_at', 'desc').limit(1)
  ).executeTakeFirst();
  return (
    row && {
      hash: row.hash,
      purpose: row.purpose as SignInLink['purpose'],
      emailKey: row.email_key,
      browserHash: row.browser_hash,
      codeHash: row.code_hash,
      next: row.next,
      tries: row.tries,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }
  );
}

/** Counts one more try of a code; false when there were too many, or it was used. */
export async function countTry({ query }: Sql, hash: string, most: number): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('team_links')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('hash', '=', hash)
    .where('tries', '<', most)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Uses a link up; false when another request did it first. */
export async function useLink({ query }: Sql, hash: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('team_links')
    .set({ used_at: at })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type SignInWay = 'mail' | 'demo' | 'passkey';

export interface DeskSession {
  hash: string;
  memberId: string;
  way: SignInWay;
  device: string;
  createdAt: string;
  /** When the member last proved who they are. */
  provedAt: string;
  seenAt: string;
  expiresAt: string;
}

export async function addSession({ query }: Sql, session: DeskSession): Promise<void> {
  await query
    .insertInto('team_sessions')
    .values({
      hash: session.hash,
      member_id: session.memberId,
      way: session.way,
      device: session.device,
      created_at: session.createdAt,
      proved_at: session.provedAt,
      seen_at: session.seenAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** Sessions of a browser's secret or of a member, those that ended lately included; the newest first. */
export async function findSessions(
  { query }: Sql,
  where: { secret: string } | { memberId: string },
): Promise<DeskSession[]> {
  const sessions = query.selectFrom('team_sessions').selectAll();
  const rows = await (
    'secret' in where
      ? sessions.where('hash', '=', sha256(where.secret))
      : sessions.where('member_id', '=', where.memberId)
  )
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    hash: row.hash,
    memberId: row.member_id,
    way: row.way as SignInWay,
    device: row.device,
    createdAt: row.created_at,
    provedAt: row.proved_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  }));
}

/** Writes down that a session is in use, and until when it lasts then. */
export async function touchSession(
  { query }: Sql,
  hash: string,
  { seenAt, expiresAt }: Pick<DeskSession, 'seenAt' | 'expiresAt'>,
): Promise<void> {
  await query
    .updateTable('team_sessions')
    .set({ seen_at: seenAt, expires_at: expiresAt })
    .where('hash', '=', hash)
    .execute();
}

export async function endSession({ query }: Sql, memberId: string, hash: string): Promise<void> {
  await query
    .deleteFrom('team_sessions')
    .where('member_id', '=', memberId)
    .where('hash', '=', hash)
    .execute();
}

/** Ends the sessions of a member that a passkey opened, but for the one they are in. */
export async function endPasskeySessions({ query }: Sql, memberId: string, but: string): Promise<void> {
  await query
    .deleteFrom('team_sessions')
    .where('member_id', '=', memberId)
    .where('way', '=', 'passkey')
    .where('hash', '<>', but)
    .execute();
}

/** Forgets links and sessions that ended before then. */
export async function forgetEntriesBefore({ query }: Sql, before: string): Promise<number> {
  let count = 0;
  for (const table of ['team_links', 'team_sessions'] as const)
    count += Number(
      (await query.deleteFrom(table).where('expires_at', '<', before).executeTakeFirst()).numDeletedRows,
    );
  return count;
}
