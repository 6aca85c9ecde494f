import { sql as text } from 'kysely';
import type { Organisation } from '../../src/contract/index.js';
import type { Sql } from '../db/database.js';
import { anywhere, fold, words } from '../shared/normalise.js';
import { readable } from '../shared/readable.js';

const parse = ({ doc }: { doc: string }): Organisation => JSON.parse(doc) as Organisation;

/** What an organisation is sorted and found by. */
const columnsOf = ({ name, city }: Organisation) => ({
  name: fold(name),
  search: fold(`${name} ${city ?? ''}`),
});

/** Adds or replaces an organisation. */
export async function putOrganisation({ query }: Sql, organisation: Organisation): Promise<void> {
  const { id, membership, communities } = organisation;
  const change = { membership, ...columnsOf(organisation), doc: JSON.stringify(organisation) };
  await query
    .insertInto('organisations')
    .values({ id, ...change })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(change))
    .execute();
  await query.deleteFrom('organisation_communities').where('organisation_id', '=', id).execute();
  for (const community of new Set(communities))
    await query.insertInto('organisation_communities').values({ organisation_id: id, community }).execute();
}

/** Writes the search text of every organisation anew. */
export async function reindexOrganisations({ query }: Sql): Promise<void> {
  const rows = await query.selectFrom('organisations').select(['id', 'doc']).execute();
  for (const organisation of readable('organisation', rows, parse))
    await query
      .updateTable('organisations')
      .set(columnsOf(organisation))
      .where('id', '=', organisation.id)
      .execute();
}

/** Organisations whose name or city holds all words of a search, by name; all of them without a limit. */
export async function findOrganisations(
  { query }: Sql,
  search: string,
  limit?: number,
): Promise<Organisation[]> {
  let found = query.selectFrom('organisations').select(['id', 'doc']);
  for (const word of words(search))
    found = found.where(text<boolean>`search like ${anywhere(word)} escape '\\'`);
  if (limit) found = found.limit(limit);
  return readable('organisation', await found.orderBy('name').orderBy('id').execute(), parse);
}

export async function allOrganisations({ query }: Sql): Promise<Organisation[]> {
  return (await query.selectFrom('organisations').select('doc').orderBy('id').execute()).map(parse);
}
