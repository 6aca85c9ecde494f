import { Form } from '../../../src/contract/index.js';
import type { Sql } from '../../db/database.js';

/** Keeps the form as it was served: a submission is judged by the version that was read, however long ago. */
export async function rememberForm(sql: Sql, form: Form, at: string): Promise<void> {
  await sql.run(
    `insert into forms (id, version, doc, first_served_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [form.id, form.version, JSON.stringify(form), at],
  );
}

export async function findForm(sql: Sql, id: string, version: string): Promise<Form | undefined> {
  const [row] = await sql.all(`select doc from forms where id = $1 and version = $2`, [id, version]);
  return row && Form.parse(JSON.parse(String(row['doc'])));
}
