import type { Sql } from '../db/database.js';

/** Counts one more under a name until then, and tells how many there are: one statement, so that no two count the same. */
export async function countOne(sql: Sql, name: string, until: string): Promise<number> {
  const [row] = await sql.all(
    `insert into counters (name, count, until) values ($1, 1, $2)
     on conflict (name) do update set count = counters.count + 1 returning count`,
    [name, until],
  );
  return Number(row?.['count']);
}

/** When mails to a recipient were planned, in milliseconds; nobody else plans for it until the transaction ends. */
export async function planned(sql: Sql, name: string, until: string): Promise<number[]> {
  const [row] = await sql.all(
    `insert into recipients (name, planned, until) values ($1, '[]', $2)
     on conflict (name) do update set until = recipients.until returning planned`,
    [name, until],
  );
  return JSON.parse(String(row?.['planned'])) as number[];
}

export async function plan(sql: Sql, name: string, turns: readonly number[], until: string): Promise<void> {
  await sql.run(`update recipients set planned = $1, until = $2 where name = $3`, [
    JSON.stringify(turns),
    until,
    name,
  ]);
}

/** Whether a proof of work was used before; one that spends nothing was not. */
export async function isConsumed(sql: Sql, name: string | null): Promise<boolean> {
  return name !== null && (await sql.all(`select name from spent_proofs where name = $1`, [name])).length > 0;
}

/** Spends a proof of work; false when it was spent before. */
export async function consumeChallenge(sql: Sql, name: string, until: string): Promise<boolean> {
  return (
    (await sql.run(`insert into spent_proofs (name, until) values ($1, $2) on conflict do nothing`, [
      name,
      until,
    ])) === 1
  );
}

/** Forgets what has ended. */
export async function forgetCountsBefore(sql: Sql, before: string): Promise<void> {
  for (const table of ['counters', 'recipients', 'spent_proofs'])
    await sql.run(`delete from ${table} where until < $1`, [before]);
}
