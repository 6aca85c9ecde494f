import type { Sql } from '../db/database.js';

export interface KeptAnswer {
  status: number;
  answer: string;
}

/**
 * Takes a key, with the answer to it, inside the transaction that does the work. Returns the answer already given for the same key and body,
 * `reused` for another body, or nothing when the key is new and now taken. A process that is handling the same key makes
 * this one wait until it ends.
 */
export async function takeKey(
  { query }: Sql,
  {
    scope,
    key,
    bodySha256,
    at,
    ...kept
  }: KeptAnswer & { scope: string; key: string; bodySha256: string; at: string },
): Promise<KeptAnswer | 'reused' | undefined> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('idempotency_keys')
    .values({ scope, key, body_sha256: bodySha256, ...kept, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) return undefined;
  const row = await query
    .selectFrom('idempotency_keys')
    .select(['body_sha256', 'status', 'answer'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  if (row?.body_sha256 !== bodySha256) return 'reused';
  return { status: row.status, answer: row.answer };
}

/** Whether a request under this key was taken. */
export async function hasKey(
  { query }: Sql,
  { scope, key }: { scope: string; key: string },
): Promise<boolean> {
  const row = await query
    .selectFrom('idempotency_keys')
    .select('key')
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

export async function forgetKeysBefore({ query }: Sql, before: string): Promise<number> {
  const { numDeletedRows } = await query
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
