import type { Database, Sql } from '../db/database.js';
import { isSealed, SEALED, type Vault } from '../db/vault.js';
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
    const rows = query.selectFrom(table).select('answers').where('answers', 'like', SEALED).limit(TRIED);
    assertReadable(
      vault,
      (await rows.execute()).map(({ answers }) => answers),
    );
  }
  const mails = query.selectFrom('outbox').select('message').where('message', 'like', SEALED).limit(TRIED);
  assertReadable(
    vault,
    (await mails.execute()).map(({ message }) => message!),
  );
  let sealed = await inSlices(db, sealMails);
  for (const table of tables) sealed += await inSlices(db, (sql) => sealAnswers(sql, table));
  return sealed;
}

/** Throws when there are some and none of them was opened. */
function assertReadable(vault: Vault, texts: readonly string[]): void {
  if (texts.length && texts.every(isSealed)) vault.open(texts[0]!);
}

/** Seals slice by slice, each in a transaction, until one is not full; gives the number of rows. */
async function inSlices(db: Database, seal: (sql: Sql) => Promise<number>): Promise<number> {
  const count = await db.transaction(seal);
  return count < SLICE ? count : count + (await inSlices(db, seal));
}

async function sealAnswers({ query, vault, engine }: Sql, table: (typeof tables)[number]): Promise<number> {
  const rows = await query
    .selectFrom(table)
    .select(['id', 'answers', 'email_key'])
    .where(({ or, eb }) => or([eb('answers', 'not like', SEALED), eb('email_key', 'like', '%@%')]))
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
    .where('message', 'not like', SEALED)
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
