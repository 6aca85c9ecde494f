import type { Selectable } from 'kysely';
import { utc } from '../../../src/contract/time-zone.js';
import type { Sql } from '../../db/database.js';
import type { Tables } from '../../db/schema.js';
import { newId, newSecret, sha256 } from '../../shared/secrets.js';
import { type Action, actions, type Actor } from '../team/rights.js';

/** A machine's way in: named, for some actions, until a date. */
export interface ApiToken {
  id: string;
  name: string;
  scopes: readonly Action[];
  madeBy: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

/** What a token begins with, so that scanners of leaked secrets know it. */
const MARK = 'f3e_';
const DAY = 86_400_000;

const tokenIn = (row: Selectable<Tables['api_tokens']>): ApiToken => ({
  id: row.id,
  name: row.name,
  scopes: actions.filter((one) => row.scopes.split(' ').includes(one)),
  madeBy: row.made_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
});

/** Makes a token; only its hash is stored. */
export async function addApiToken(
  { query }: Sql,
  token: { name: string; scopes: readonly Action[]; madeBy: string; at: string; days: number },
): Promise<{ id: string; secret: string }> {
  const secret = MARK + newSecret();
  const id = newId();
  await query
    .insertInto('api_tokens')
    .values({
      id,
      hash: sha256(secret),
      name: token.name,
      scopes: token.scopes.join(' '),
      made_by: token.madeBy,
      created_at: token.at,
      expires_at: utc(Date.parse(token.at) + token.days * DAY),
    })
    .execute();
  return { id, secret };
}

export async function allApiTokens({ query }: Sql): Promise<ApiToken[]> {
  return (await query.selectFrom('api_tokens').selectAll().orderBy('created_at').execute()).map(tokenIn);
}

/** The token of a secret, unless it has expired; notes the day it was used. */
export async function findApiToken(
  { query }: Sql,
  secret: string,
  at: string,
): Promise<ApiToken | undefined> {
  if (!secret.startsWith(MARK)) return undefined;
  const row = await query
    .selectFrom('api_tokens')
    .selectAll()
    .where('hash', '=', sha256(secret))
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (row && row.used_at?.slice(0, 10) !== at.slice(0, 10))
    await query.updateTable('api_tokens').set({ used_at: at }).where('id', '=', row.id).execute();
  return row && tokenIn(row);
}

/** A machine with a token: it may do what the token names, and the journal knows it by its name. */
export const tokenActor = ({ name, scopes }: ApiToken): Actor => ({
  id: `token:${name}`,
  grants: [],
  scopes,
});

/** The newest token of a name, unless it has expired. */
export async function apiTokenNamed({ query }: Sql, name: string, at: string): Promise<ApiToken | undefined> {
  const row = await query
    .selectFrom('api_tokens')
    .selectAll()
    .where('name', '=', name)
    .where('expires_at', '>', at)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row && tokenIn(row);
}

export async function endApiToken({ query }: Sql, id: string): Promise<ApiToken | undefined> {
  const row = await query.deleteFrom('api_tokens').where('id', '=', id).returningAll().executeTakeFirst();
  return row && tokenIn(row);
}
