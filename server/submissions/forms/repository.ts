import { Form } from '../../../src/contract/index.js';
import type { Sql } from '../../db/database.js';

/** Stores a published form: a submission is validated by the version that its sender read. */
export async function rememberForm({ query }: Sql, form: Form, at: string): Promise<void> {
  const { id, version } = form;
  await query
    .insertInto('forms')
    .values({ id, version, doc: JSON.stringify(form), first_served_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findForm({ query }: Sql, id: string, version: string): Promise<Form | undefined> {
  const row = await query
    .selectFrom('forms')
    .select('doc')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && Form.parse(JSON.parse(row.doc));
}
