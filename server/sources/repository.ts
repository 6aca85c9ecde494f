import type { Selectable } from 'kysely';
import type { Sql } from '../db/database.js';
import type { Tables } from '../db/schema.js';
import type { SourceKind } from './formats.js';

export type Source = Omit<Selectable<Tables['sources']>, 'kind' | 'paused'> & {
  kind: SourceKind;
  isPaused: boolean;
  /** How many resources came from it. */
  items: number;
};

const toSource = ({ kind, paused, ...row }: Selectable<Tables['sources']>, items = 0): Source => ({
  ...row,
  kind: kind as SourceKind,
  isPaused: paused === 1,
  items,
});

export async function allSources({ query }: Sql): Promise<Source[]> {
  const rows = await query.selectFrom('sources').selectAll().orderBy('name').execute();
  const counts = await query
    .selectFrom('source_items')
    .select(({ fn }) => ['source_id', fn.countAll<number>().as('all')])
    .groupBy('source_id')
    .execute();
  return rows.map((row) => toSource(row, counts.find(({ source_id }) => source_id === row.id)?.all));
}

export async function findSource({ query }: Sql, id: string): Promise<Source | undefined> {
  const row = await query.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toSource(row);
}

export async function addSource(
  { query }: Sql,
  source: Pick<Source, 'id' | 'kind' | 'name' | 'url' | 'community' | 'language'>,
  at: string,
): Promise<void> {
  await query
    .insertInto('sources')
    .values({ ...source, created_at: at, paused: 0, next_at: at, failures: 0 })
    .execute();
}

/** Takes the sources whose turn it is: until `busyUntil` no other process takes them. */
export async function takeDueSources(
  { query }: Sql,
  at: string,
  busyUntil: string,
  most: number,
): Promise<Source[]> {
  const due = await query
    .selectFrom('sources')
    .selectAll()
    .where('paused', '=', 0)
    .where('next_at', '<=', at)
    .orderBy('next_at')
    .limit(most)
    .execute();
  const taken: Source[] = [];
  for (const row of due) {
    const { numUpdatedRows } = await query
      .updateTable('sources')
      .set({ next_at: busyUntil })
      .where('id', '=', row.id)
      .where('next_at', '=', row.next_at)
      .executeTakeFirst();
    if (numUpdatedRows) taken.push(toSource(row));
  }
  return taken;
}

export async function changeSource(
  { query }: Sql,
  id: string,
  change: Partial<Omit<Selectable<Tables['sources']>, 'id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('sources')
    .set(change)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function removeSource({ query }: Sql, id: string): Promise<void> {
  await query.deleteFrom('source_items').where('source_id', '=', id).execute();
  await query.deleteFrom('sources').where('id', '=', id).execute();
}

export type StoredItem = Selectable<Tables['source_items']>;

export const itemsOf = ({ query }: Sql, source: string): Promise<StoredItem[]> =>
  query.selectFrom('source_items').selectAll().where('source_id', '=', source).execute();

export async function putItem({ query }: Sql, item: StoredItem): Promise<void> {
  const { subject_id, hash, seen_at } = item;
  await query
    .insertInto('source_items')
    .values(item)
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'external_id']).doUpdateSet({ subject_id, hash, seen_at }),
    )
    .execute();
}
