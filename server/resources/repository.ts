import type { PublishedResource } from '../../src/contract/index.js';
import {
  betterSpelt,
  documentOf,
  type Names,
  textOf,
  titleKey,
  vocabularyOf,
  type VocabularyWord,
} from '../../src/search/index.js';
import { allCommunities, allThemes } from '../communities/repository.js';
import type { Sql } from '../db/database.js';
import { wordStore } from './word-store.js';
import { readable } from '../shared/readable.js';

const parse = ({ doc }: { doc: string }): PublishedResource => JSON.parse(doc) as PublishedResource;

/** Names of communities and themes, for searching resources by them. */
export async function searchNames(sql: Sql): Promise<Names> {
  return {
    communities: new Map(
      (await allCommunities(sql)).map(({ slug, name, shortName, acronym }) => [
        slug,
        [name, shortName ?? '', acronym ?? '', slug].filter(Boolean),
      ]),
    ),
    themes: new Map(
      (await allThemes(sql)).map(({ slug, label }) => [
        slug,
        [label.fr, label.en ?? '', slug].filter(Boolean),
      ]),
    ),
  };
}

/** Several values in one text, so that each can be found between commas. */
const between = (values: readonly string[]) => (values.length ? `,${[...new Set(values)].join(',')},` : '');

/** Adds or replaces a resource, with the words by which it is found. `names` spares reading them each time. */
export async function putResource(sql: Sql, resource: PublishedResource, names?: Names): Promise<void> {
  await removeResource(sql, resource.id);
  const year = resource.year === null ? '' : String(resource.year);
  const { place } = await sql.query
    .insertInto('resources')
    .values({
      id: resource.id,
      kind: resource.kind,
      language: resource.language,
      access: resource.access,
      year,
      published: resource.publishedAt ?? year,
      title: titleKey(resource.title),
      communities: between(resource.communities),
      themes: between(resource.themes),
      doc: JSON.stringify(resource),
    })
    .returning('place')
    .executeTakeFirstOrThrow();
  for (const community of new Set(resource.communities))
    await sql.query
      .insertInto('resource_communities')
      .values({ resource_id: resource.id, community })
      .execute();
  await indexResource(sql, place, resource, names ?? (await searchNames(sql)));
}

/** Removes a resource, with the words by which it was found. */
export async function removeResource(sql: Sql, id: string): Promise<void> {
  const known = await sql.query
    .deleteFrom('resources')
    .where('id', '=', id)
    .returning('place')
    .executeTakeFirst();
  if (!known) return;
  await wordStore(sql).remove(sql, known.place);
  await sql.query.deleteFrom('resource_communities').where('resource_id', '=', id).execute();
}

/** Writes the search index of every resource anew. */
export async function reindexResources(sql: Sql): Promise<void> {
  const names = await searchNames(sql);
  await wordStore(sql).clear(sql);
  await sql.query.deleteFrom('vocabulary').execute();
  const rows = await sql.query
    .selectFrom('resources')
    .select(['id', 'place', 'doc'])
    .orderBy('place')
    .execute();
  const read = (row: (typeof rows)[number]) => [row.place, parse(row)] as const;
  for (const [place, resource] of readable('resource', rows, read)) {
    await sql.query
      .updateTable('resources')
      .set({ title: titleKey(resource.title) })
      .where('place', '=', place)
      .execute();
    await indexResource(sql, place, resource, names);
  }
}

async function indexResource(
  sql: Sql,
  place: number,
  resource: PublishedResource,
  names: Names,
): Promise<void> {
  await wordStore(sql).put(sql, place, documentOf(resource, names));
  await learn(sql, vocabularyOf(textOf(resource)));
}

/** Words added by one statement: there are only so many shapes of it. */
const SLICE = 40;

/** Adds words to the vocabulary, from which spelling hints come. One that no resource holds any longer does no harm. */
async function learn({ query }: Sql, known: readonly VocabularyWord[]): Promise<void> {
  const best = new Map<string, VocabularyWord>();
  for (const one of known) best.set(one.word, betterSpelt(best.get(one.word), one));
  const words = [...best.values()];
  for (let at = 0; at < words.length; at += SLICE) {
    const slice = words.slice(at, at + SLICE);
    await query
      .insertInto('vocabulary')
      .values(slice.map(({ word, shown }) => ({ word, size: word.length, shown })))
      .onConflict((conflict) =>
        conflict
          .column('word')
          .doUpdateSet(({ ref }) => ({ shown: ref('excluded.shown') }))
          .whereRef('vocabulary.shown', '=', 'vocabulary.word'),
      )
      .execute();
  }
}

/** Resources by their identifiers, in that order. */
export async function resourcesById({ query }: Sql, ids: readonly string[]): Promise<PublishedResource[]> {
  if (!ids.length) return [];
  const rows = await query.selectFrom('resources').select(['id', 'doc']).where('id', 'in', ids).execute();
  const found = new Map(readable('resource', rows, parse).map((resource) => [resource.id, resource]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function allResources({ query }: Sql): Promise<PublishedResource[]> {
  return (await query.selectFrom('resources').select('doc').orderBy('id').execute()).map(parse);
}
