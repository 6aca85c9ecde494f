import { FormSettings } from '../../../src/contract/index.js';
import type { Sql } from '../../db/database.js';

/** What a community or a session adds to its form; nothing when it said nothing. */
export async function findFormSettings(sql: Sql, formId: string): Promise<FormSettings> {
  const [row] = await sql.all(`select doc from form_settings where form_id = $1`, [formId]);
  return FormSettings.parse(row ? JSON.parse(String(row['doc'])) : {});
}

export async function putFormSettings(
  sql: Sql,
  formId: string,
  settings: FormSettings,
  at: string,
): Promise<void> {
  await sql.run(
    `insert into form_settings (form_id, doc, updated_at) values ($1, $2, $3)
     on conflict (form_id) do update set doc = excluded.doc, updated_at = excluded.updated_at`,
    [formId, JSON.stringify(settings), at],
  );
}
