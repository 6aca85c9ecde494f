import { FormSettings } from '../../../src/contract/index.js';
import type { Sql } from '../../db/database.js';

/** The settings of a form; empty settings when there are none. */
export async function findFormSettings({ query }: Sql, formId: string): Promise<FormSettings> {
  const row = await query
    .selectFrom('form_settings')
    .select('doc')
    .where('form_id', '=', formId)
    .executeTakeFirst();
  return FormSettings.parse(row ? JSON.parse(row.doc) : {});
}

export async function putFormSettings(
  { query }: Sql,
  formId: string,
  settings: FormSettings,
  at: string,
): Promise<void> {
  const change = { doc: JSON.stringify(settings), updated_at: at };
  await query
    .insertInto('form_settings')
    .values({ form_id: formId, ...change })
    .onConflict((conflict) => conflict.column('form_id').doUpdateSet(change))
    .execute();
}
