import type { Database, Sql } from '../db/database.js';
import { addressKey } from '../submissions/forms/email.js';

const tables = ['join_requests', 'registrations', 'proposals'] as const;
/** Rows in one transaction. */
const SLICE = 200;

/**
 * Seals what an older version of the code kept in plain text, and keys its addresses (P15). Reads one sealed row first, so
 * that a server with another SECRET stops with a sentence. Returns how many rows it sealed.
 */
export async function sealPlainRows(db: Database): Promise<number> {
  let sealed = 0;
  for (const table of tables) {
    await db.query
      .selectFrom(table)
      .select('answers')
      .where('answers', 'like', 'sealed1.%')
      .limit(1)
      .execute();
    let count: number;
    do {
      count = await db.transaction((sql) => sealAnswers(sql, table));
      sealed += count;
    } while (count === SLICE);
  }
  let count: number;
  do {
    count = await db.transaction(sealMails);
    sealed += count;
  } while (count === SLICE);
  return sealed;
}

async function sealAnswers({ query, vault }: Sql, table: (typeof tables)[number]): Promise<number> {
  const rows = await query
    .selectFrom(table)
    .select(['id', 'answers', 'email_key'])
    .where(({ or, eb }) => or([eb('answers', 'not like', 'sealed1.%'), eb('email_key', 'like', '%@%')]))
    .limit(SLICE)
    .execute();
  for (const { id, answers, email_key } of rows)
    await query
      .updateTable(table)
      .set({
        answers: vault.seal(answers),
        email_key: email_key.includes('@') ? addressKey(vault, email_key) : email_key,
      })
      .where('id', '=', id)
      .execute();
  return rows.length;
}

async function sealMails({ query, vault }: Sql): Promise<number> {
  const rows = await query
    .selectFrom('outbox')
    .select(['id', 'message'])
    .where('message', 'is not', null)
    .where('message', 'not like', 'sealed1.%')
    .limit(SLICE)
    .execute();
  for (const { id, message } of rows)
    await query
      .updateTable('outbox')
      .set({ message: vault.seal(message!) })
      .where('id', '=', id)
      .execute();
  return rows.length;
}
