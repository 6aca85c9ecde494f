import type { Sql } from '../db/database.js';

/** Counts one more under a name until then, and tells how many there are: one statement, so that no two count the same. */
export async function countOne({ query }: Sql, name: string, until: string): Promise<number> {
  const { count } = await query
    .insertInto('counters')
    .values({ name, count: 1, until })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(({ eb }) => ({ count: eb('counters.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether something was counted under a name that has not ended. */
export async function isCounted({ query }: Sql, name: string, at: string): Promise<boolean> {
  const row = await query
    .selectFrom('counters')
    .select('name')
    .where('name', '=', name)
    .where('until', '>', at)
    .executeTakeFirst();
  return row !== undefined;
}

/** When mails to a recipient were planned, in milliseconds; nobody else plans for it until the transaction ends. */
export async function planned({ query }: Sql, name: string, until: string): Promise<number[]> {
  const row = await query
    .insertInto('recipients')
    .values({ name, planned: '[]', until })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(({ ref }) => ({ until: ref('recipients.until') })),
    )
    .returning('planned')
    .executeTakeFirstOrThrow();
  return JSON.parse(row.planned) as number[];
}

export async function plan(
  { query }: Sql,
  name: string,
  turns: readonly number[],
  until: string,
): Promise<void> {
  await query
    .updateTable('recipients')
    .set({ planned: JSON.stringify(turns), until })
    .where('name', '=', name)
    .execute();
}

/** Whether a proof of work was used before; one that spends nothing was not. */
export async function isConsumed({ query }: Sql, name: string | null): Promise<boolean> {
  if (name === null) return false;
  const row = await query
    .selectFrom('spent_proofs')
    .select('name')
    .where('name', '=', name)
    .executeTakeFirst();
  return row !== undefined;
}

/** Consumes a proof of work; false when it was used before. */
export async function consumeChallenge({ query }: Sql, name: string, until: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('spent_proofs')
    .values({ name, until })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets what has ended. */
export async function forgetCountsBefore({ query }: Sql, before: string): Promise<void> {
  for (const table of ['counters', 'recipients', 'spent_proofs'] as const)
    await query.deleteFrom(table).where('until', '<', before).execute();
}
