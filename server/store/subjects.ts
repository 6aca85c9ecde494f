import type { Sql } from './sql.js';
import type { SubjectKind } from './consents.js';

const tables: Record<SubjectKind, { table: string; state: string }> = {
  'join-request': { table: 'join_requests', state: 'status' },
  registration: { table: 'registrations', state: 'state' },
};
export const subjectKinds = Object.keys(tables) as SubjectKind[];

/** How many submissions of any kind came for this address since then, whatever became of them. */
export async function countSince(sql: Sql, emailKey: string, since: string): Promise<number> {
  let count = 0;
  for (const { table } of Object.values(tables)) {
    const [row] = await sql.all(
      `select count(*) as n from ${table} where email_key = $1 and received_at > $2`,
      [emailKey, since],
    );
    count += Number(row?.['n']);
  }
  return count;
}

/** Erases what a person submitted and all that hangs on it. */
export async function eraseSubject(sql: Sql, kind: SubjectKind, id: string): Promise<void> {
  for (const statement of [
    `delete from outbox where subject_id = $1`,
    `delete from access_tokens where subject_id = $1`,
    `delete from consent_events where subject_id = $1`,
    `delete from ${tables[kind].table} where id = $1`,
  ]) {
    await sql.run(statement, [id]);
  }
}

/** What nobody confirmed, received before then. */
export async function unconfirmedBefore(sql: Sql, kind: SubjectKind, before: string): Promise<string[]> {
  const { table, state } = tables[kind];
  const rows = await sql.all(
    `select id from ${table} where ${state} = 'unconfirmed' and received_at < $1 limit 500`,
    [before],
  );
  return rows.map((row) => String(row['id']));
}
