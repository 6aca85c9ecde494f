import type { PublishedResource, ResourceFilters, ResourcePage } from '../../src/contract/index.js';
import {
  searchWithFallbacks,
  documentOf,
  facetNames,
  facetOrder,
  matchExpressionOf,
  isEmptySearchQuery,
  correctableWords,
  rankLevelsOf,
  maxEdits,
  sortOf,
  textOf,
  titleKey,
  vocabularyOf,
  type ResourceFacetName,
  type VocabularyWord,
  type Names,
  type SearchQuery,
} from '../../src/search/index.js';
import { allCommunities, allThemes } from '../communities/repository.js';
import { holding, wordStore } from './word-store.js';
import type { Row, Sql, SqlValue } from '../db/database.js';

const parse = (row: Row): PublishedResource => JSON.parse(String(row['doc'])) as PublishedResource;

/** What resources are filed under, in the words that people use. */
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

/** Adds a resource, with the words by which it is found. `names` spares asking for them each time. */
export async function putResource(sql: Sql, resource: PublishedResource, names?: Names): Promise<void> {
  const columns: Record<string, SqlValue> = {
    id: resource.id,
    kind: resource.kind,
    language: resource.language,
    access: resource.access,
    year: resource.year === null ? '' : String(resource.year),
    published: resource.publishedAt ?? (resource.year === null ? '' : String(resource.year)),
    title: titleKey(resource.title),
    communities: between(resource.communities),
    themes: between(resource.themes),
    doc: JSON.stringify(resource),
  };
  await sql.run(
    `insert into resources (${Object.keys(columns).join(', ')})
     values (${Object.keys(columns)
       .map((_, i) => `$${i + 1}`)
       .join(', ')})`,
    Object.values(columns),
  );
  const [row] = await sql.all(`select place from resources where id = $1`, [resource.id]);
  const place = Number(row?.['place']);
  for (const community of new Set(resource.communities)) {
    await sql.run(`insert into resource_communities (resource_id, community) values ($1, $2)`, [
      resource.id,
      community,
    ]);
  }
  await indexResource(sql, place, resource, names ?? (await searchNames(sql)));
}

/** Writes anew the words by which every resource is found, as this version of the code tells them. */
export async function reindexResources(sql: Sql): Promise<void> {
  const names = await searchNames(sql);
  await wordStore(sql.dialect).clear(sql);
  await sql.run(`delete from vocabulary`);
  for (const row of await sql.all(`select place, doc from resources order by place`)) {
    const resource = parse(row);
    await sql.run(`update resources set title = $1 where place = $2`, [
      titleKey(resource.title),
      row['place']!,
    ]);
    await indexResource(sql, Number(row['place']), resource, names);
  }
}

async function indexResource(
  sql: Sql,
  place: number,
  resource: PublishedResource,
  names: Names,
): Promise<void> {
  await wordStore(sql.dialect).put(sql, place, documentOf(resource, names));
  await learn(sql, vocabularyOf(textOf(resource)));
}

/** Words added by one statement: there are only so many shapes of it. */
const SLICE = 40;

/** Adds words to the vocabulary, from which spelling hints come. One that no resource holds any longer does no harm. */
async function learn(sql: Sql, known: readonly VocabularyWord[]): Promise<void> {
  const words = [...new Map(known.map((one) => [one.word, one])).values()];
  for (let at = 0; at < words.length; at += SLICE) {
    const slice = words.slice(at, at + SLICE);
    await sql.run(
      `insert into vocabulary (word, size, shown)
       values ${slice.map((_, i) => `($${3 * i + 1}, $${3 * i + 2}, $${3 * i + 3})`).join(', ')}
       on conflict (word) do nothing`,
      slice.flatMap(({ word, shown }) => [word, word.length, shown]),
    );
  }
}

/** Resources by their identifiers, in that order. */
export async function resourcesById(sql: Sql, ids: readonly string[]): Promise<PublishedResource[]> {
  if (!ids.length) return [];
  const rows = await sql.all(
    `select doc from resources where id in (${ids.map((_, i) => `$${i + 1}`).join(', ')})`,
    ids,
  );
  const found = new Map(rows.map(parse).map((resource) => [resource.id, resource]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

type Facets = ResourcePage['facets'];
const columnOf: Record<ResourceFacetName, string> = {
  community: 'communities',
  theme: 'themes',
  kind: 'kind',
  language: 'language',
  year: 'year',
  access: 'access',
};
const isMany = (name: ResourceFacetName) => name === 'community' || name === 'theme';

/** What was found: a page of it, what each further filter would leave, and the query as it was answered. */
export interface FoundResources {
  resources: PublishedResource[];
  total: number;
  facets: Facets;
  query: SearchQuery;
  suggestion: string | null;
}

/** Finds resources by words and filters: any of the values within one facet, all of the facets together. */
export const findResources = (
  sql: Sql,
  filters: ResourceFilters,
  { from, size }: { from: number; size: number },
): Promise<FoundResources> =>
  searchWithFallbacks(filters.q ?? '', {
    find: (query) => answer(sql, filters, query, from, size),
    count: async (query) => (await count(sql, filters, query)).total,
    holding: (query) => wordsHolding(sql, query),
    like: (query) => wordsLike(sql, query),
  });

async function answer(
  sql: Sql,
  filters: ResourceFilters,
  query: SearchQuery,
  from: number,
  size: number,
): Promise<FoundResources> {
  const [{ total, facets }, resources] = await Promise.all([
    count(sql, filters, query),
    onePage(sql, filters, query, from, size),
  ]);
  return { resources, total, facets, query, suggestion: null };
}

/** What must hold whatever the facets say: identifiers and words. */
function matching(sql: Sql, filters: ResourceFilters, query: SearchQuery, values: SqlValue[]): string {
  const conditions = ['1 = 1'];
  if (filters.id) conditions.push(`id in (${filters.id.map((id) => `$${values.push(id)}`).join(', ')})`);
  if (!isEmptySearchQuery(query)) conditions.push(holding(sql, matchExpressionOf(query), values));
  return conditions.join(' and ');
}

/** The condition of one facet; nothing when it is not chosen. */
function chosen(name: ResourceFacetName, filters: ResourceFilters, values: SqlValue[]): string | undefined {
  const wanted = filters[name] as readonly string[] | undefined;
  if (!wanted) return undefined;
  if (!isMany(name)) return `${name} in (${wanted.map((value) => `$${values.push(value)}`).join(', ')})`;
  // Short names hold neither `%` nor `_`.
  return `(${wanted.map((value) => `${columnOf[name]} like $${values.push(`%,${value},%`)}`).join(' or ')})`;
}

/** Counts every facet, its own choice left aside, and all that is found, in one statement. */
async function count(
  sql: Sql,
  filters: ResourceFilters,
  query: SearchQuery,
): Promise<{ total: number; facets: Facets }> {
  const values: SqlValue[] = [];
  const match = matching(sql, filters, query, values);
  const conditions = new Map<ResourceFacetName, string>();
  for (const name of facetNames) {
    const condition = chosen(name, filters, values);
    if (condition) conditions.set(name, condition);
  }
  const names = [...conditions.keys()];
  const flag = (name: ResourceFacetName) => `is_${name}`;
  const passing = (except?: ResourceFacetName) =>
    ['1 = 1', ...names.filter((name) => name !== except).map((name) => `${flag(name)} = 1`)].join(' and ');
  // Rows that say the same are counted together first: there are far fewer of these than of resources.
  const rows = await sql.all(
    `with hits as materialized (
       select ${Object.values(columnOf).join(', ')}, count(*) as n
         ${names.map((name) => `, max(case when ${conditions.get(name)!} then 1 else 0 end) as ${flag(name)}`).join('')}
       from resources where ${match} group by ${Object.values(columnOf).join(', ')})
     ${facetNames
       .map(
         (name) =>
           `select '${name}' as facet, ${columnOf[name]} as value, sum(n) as n from hits where ${passing(name)} group by ${columnOf[name]}`,
       )
       .join(' union all ')}
     union all select 'total', '', coalesce(sum(n), 0) from hits where ${passing()}`,
    values,
  );
  return {
    total: Number(rows.find((row) => row['facet'] === 'total')?.['n'] ?? 0),
    facets: Object.fromEntries(facetNames.map((name) => [name, facetOf(name, rows)])) as unknown as Facets,
  };
}

function facetOf(name: ResourceFacetName, rows: readonly Row[]): Facets[ResourceFacetName] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row['facet'] !== name) continue;
    for (const value of String(row['value']).split(',')) {
      if (value) counts.set(value, (counts.get(value) ?? 0) + Number(row['n']));
    }
  }
  return [...counts].map(([value, n]) => ({ value, count: n })).sort(facetOrder(name));
}

async function onePage(
  sql: Sql,
  filters: ResourceFilters,
  query: SearchQuery,
  from: number,
  size: number,
): Promise<PublishedResource[]> {
  const values: SqlValue[] = [];
  const conditions = [matching(sql, filters, query, values)];
  for (const name of facetNames) conditions.push(chosen(name, filters, values) ?? '1 = 1');
  const sort = sortOf(filters, query);
  const rank =
    sort === 'relevance'
      ? `case ${rankLevelsOf(query)
          .map((formula, i) => `when ${holding(sql, formula, values)} then ${i}`)
          .join(' ')} else 9 end, `
      : '';
  const rows = await sql.all(
    `select doc from resources where ${conditions.join(' and ')}
     order by ${rank}${sort === 'title' ? '' : 'published desc, '}title, id
     limit $${values.push(size)} offset $${values.push(from)}`,
    values,
  );
  return rows.map(parse);
}

/** Vocabulary that holds the words of a query within. */
async function wordsHolding(sql: Sql, query: SearchQuery): Promise<VocabularyWord[]> {
  const words = correctableWords(query);
  if (!words.length) return [];
  return known(
    await sql.all(
      `select word, shown from vocabulary where ${words.map((_, i) => `word like $${i + 1}`).join(' or ')}`,
      words.map((word) => `%${word}%`),
    ),
  );
}

/** Vocabulary as long as the words of a query, more or less, and what begins as they do: it may share a stem. */
async function wordsLike(sql: Sql, query: SearchQuery): Promise<VocabularyWord[]> {
  const words = correctableWords(query);
  if (!words.length) return [];
  const lengths = words.map((word) => [
    word.length - maxEdits(word),
    word.length + maxEdits(word),
    `${word.slice(0, 3)}%`,
  ]);
  return known(
    await sql.all(
      `select word, shown from vocabulary where ${lengths
        .map((_, i) => `size between $${3 * i + 1} and $${3 * i + 2} or word like $${3 * i + 3}`)
        .join(' or ')}`,
      lengths.flat(),
    ),
  );
}

const known = (rows: readonly Row[]): VocabularyWord[] =>
  rows.map((row) => ({ word: String(row['word']), shown: String(row['shown']) }));
