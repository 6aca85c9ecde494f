import type { Sql } from '../db/database.js';

export interface KeptAnswer {
  status: number;
  answer: string;
}

/**
 * Takes a key inside the transaction that does the work. Returns the answer already given for the same key and body,
 * `reused` for another body, or nothing when the key is new and now taken. A process that is handling the same key makes
 * this one wait until it ends.
 */
export async function takeKey(
  sql: Sql,
  key: { scope: string; key: string; bodySha256: string; at: string },
): Promise<KeptAnswer | 'reused' | undefined> {
  const taken = await sql.run(
    `insert into idempotency_keys (scope, key, body_sha256, status, answer, created_at)
     values ($1, $2, $3, 0, '', $4) on conflict do nothing`,
    [key.scope, key.key, key.bodySha256, key.at],
  );
  if (taken === 1) return undefined;
  const [row] = await sql.all(`select * from idempotency_keys where scope = $1 and key = $2`, [
    key.scope,
    key.key,
  ]);
  if (row?.['body_sha256'] !== key.bodySha256) return 'reused';
  return { status: Number(row['status']), answer: String(row['answer']) };
}

/** Whether a request under this key was taken. */
export async function hasKey(sql: Sql, { scope, key }: { scope: string; key: string }): Promise<boolean> {
  const rows = await sql.all(`select key from idempotency_keys where scope = $1 and key = $2`, [scope, key]);
  return rows.length > 0;
}

export async function keepAnswer(
  sql: Sql,
  key: { scope: string; key: string },
  kept: KeptAnswer,
): Promise<void> {
  await sql.run(`update idempotency_keys set status = $1, answer = $2 where scope = $3 and key = $4`, [
    kept.status,
    kept.answer,
    key.scope,
    key.key,
  ]);
}

export async function forgetKeysBefore(sql: Sql, before: string): Promise<number> {
  return sql.run(`delete from idempotency_keys where created_at < $1`, [before]);
}
