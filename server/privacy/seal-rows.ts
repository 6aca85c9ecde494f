import type { Database, Sql } from '../db/database.js';
import { isSealed, type Vault } from '../db/vault.js';
import { addressKey } from '../submissions/forms/email.js';

const tables = ['join_requests', 'registrations', 'proposals'] as const;
/** Rows in one transaction. */
const SLICE = 200;

/** Rows of each table that are tried: one that is damaged says nothing of the secret. */
const TRIED = 20;

/**
 * Seals what an older version of the code kept in plain text, and keys its addresses (P15). Reads some sealed rows first, so
 * that a server with another SECRET stops with a sentence. Returns how many rows it sealed.
 */
export async function sealPlainRows(db: Database): Promise<number> {
  const { query, vault } = db;
  for (const table of tables) {
    const sealed = query.selectFrom(table).select('answers').where('answers', 'like', 'sealed1.%');
    const rows = await sealed.limit(TRIED).execute();
    assertReadable(
      vault,
      rows.map(({ answers }) => answers),
    );
  }
  const mails = await query
    .selectFrom('outbox')
    .select('message')
    .where('message', 'like', 'sealed1.%')
    .limit(TRIED)
    .execute();
  assertReadable(
    vault,
    mails.map(({ message }) => message!),
  );
  let sealed = 0;
  for (const table of tables) {
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

/** Throws when there are some and none of them was opened. */
function assertReadable(vault: Vault, texts: readonly string[]): void {
  if (texts.length && texts.every(isSealed)) vault.open(texts[0]!);
}

async function sealAnswers({ query, vault, engine }: Sql, table: (typeof tables)[number]): Promise<number> {
  const rows = await query
    .selectFrom(table)
    .select(['id', 'answers', 'email_key'])
    .where(({ or, eb }) => or([eb('answers', 'not like', 'sealed1.%'), eb('email_key', 'like', '%@%')]))
    .limit(SLICE)
    // Another process that serves meanwhile waits: on SQLite it does so anyway.
    .$if(engine === 'postgres', (some) => some.forUpdate())
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

async function sealMails({ query, vault, engine }: Sql): Promise<number> {
  const rows = await query
    .selectFrom('outbox')
    .select(['id', 'message'])
    .where('message', 'is not', null)
    .where('message', 'not like', 'sealed1.%')
    .limit(SLICE)
    .$if(engine === 'postgres', (some) => some.forUpdate())
    .execute();
  for (const { id, message } of rows)
    await query
      .updateTable('outbox')
      .set({ message: vault.seal(message!) })
      .where('id', '=', id)
      .execute();
  return rows.length;
}
