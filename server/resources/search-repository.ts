import { type Expression, type ExpressionBuilder, type SqlBool, sql as text } from 'kysely';
import type { PublishedResource, ResourceFilters, ResourcePage } from '../../src/contract/index.js';
import {
  correctableWords,
  facetNames,
  facetOrder,
  isEmptySearchQuery,
  matchExpressionOf,
  maxEdits,
  rankLevelsOf,
  type ResourceFacetName,
  type SearchQuery,
  searchWithFallbacks,
  sortOf,
  type VocabularyWord,
} from '../../src/search/index.js';
import type { Sql } from '../db/database.js';
import type { Tables } from '../db/schema.js';
import { wordStore } from './word-store.js';
import { readable } from '../shared/readable.js';

type Facets = ResourcePage['facets'];
const columnOf = {
  community: 'communities',
  theme: 'themes',
  kind: 'kind',
  language: 'language',
  year: 'year',
  access: 'access',
} as const satisfies Record<ResourceFacetName, keyof Tables['resources']>;
const columns = Object.values(columnOf);

/** A page of results, the counts of each further filter, and the query as it was answered. */
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

type Builder = ExpressionBuilder<Tables, 'resources'>;

/** The condition of identifiers and words, whatever the facets. */
const matches =
  (sql: Sql, { id }: ResourceFilters, query: SearchQuery) =>
  (eb: Builder): Expression<SqlBool> =>
    eb.and([
      ...(id ? [eb('id', 'in', id)] : []),
      ...(isEmptySearchQuery(query) ? [] : [wordStore(sql).matches(matchExpressionOf(query))]),
    ]);

/** The condition of one facet; nothing when it is not chosen. */
function chosen(
  eb: Builder,
  name: ResourceFacetName,
  filters: ResourceFilters,
): Expression<SqlBool> | undefined {
  const wanted = filters[name] as readonly string[] | undefined;
  if (!wanted) return undefined;
  if (name !== 'community' && name !== 'theme') return eb(name, 'in', wanted);
  // Short names hold neither `%` nor `_`.
  return eb.or(wanted.map((value) => eb(columnOf[name], 'like', `%,${value},%`)));
}

/** Counts the values of every facet (without that facet's own condition) and the total, in one statement. */
async function count(
  sql: Sql,
  filters: ResourceFilters,
  query: SearchQuery,
): Promise<{ total: number; facets: Facets }> {
  const names = facetNames.filter((name) => filters[name]);
  const flagOf = (name: ResourceFacetName) => text.ref(`is_${name}`);
  const passing = (except?: ResourceFacetName) => {
    const flags = names.filter((name) => name !== except).map((name) => text<SqlBool>`${flagOf(name)} = 1`);
    return flags.length ? text.join(flags, text` and `) : text`1 = 1`;
  };
  // Rows that say the same are counted together first: there are far fewer of these than of resources.
  const hits = sql.query
    .selectFrom('resources')
    .select((eb) => [
      ...columns,
      eb.fn.countAll<number>().as('n'),
      ...names.map((name) =>
        text<number>`max(case when ${chosen(eb, name, filters)!} then 1 else 0 end)`.as(`is_${name}`),
      ),
    ])
    .where(matches(sql, filters, query))
    .groupBy(columns);
  const counts = facetNames.map((name) => {
    const column = text.ref(columnOf[name]);
    return text`select ${text.lit(name)} as facet, ${column} as value, sum(n) as n from hits
      where ${passing(name)} group by ${column}`;
  });
  const { rows } = await text<{ facet: string; value: string; n: number | string }>`
    with hits as materialized ${hits}
    ${text.join(counts, text` union all `)}
    union all select 'total', '', coalesce(sum(n), 0) from hits where ${passing()}`.execute(sql.query);
  return {
    total: Number(rows.find(({ facet }) => facet === 'total')?.n ?? 0),
    facets: Object.fromEntries(facetNames.map((name) => [name, facetOf(name, rows)])) as unknown as Facets,
  };
}

/** PostgreSQL sums whole numbers as text, since they may be larger than any number of JavaScript. */
function facetOf(
  name: ResourceFacetName,
  rows: readonly { facet: string; value: string; n: number | string }[],
): Facets[ResourceFacetName] {
  const counts = new Map<string, number>();
  for (const { facet, value: values, n } of rows) {
    if (facet !== name) continue;
    for (const value of values.split(',')) if (value) counts.set(value, (counts.get(value) ?? 0) + Number(n));
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
  const sort = sortOf(filters, query);
  let page = sql.query
    .selectFrom('resources')
    .select(['id', 'doc'])
    .where(matches(sql, filters, query))
    .where((eb) => eb.and(facetNames.flatMap((name) => chosen(eb, name, filters) ?? [])));
  if (sort === 'relevance') page = page.orderBy(rankOf(sql, query));
  if (sort !== 'title') page = page.orderBy('published', 'desc');
  const rows = await page.orderBy('title').orderBy('id').limit(size).offset(from).execute();
  return readable('resource', rows, ({ id, doc }) => ({ ...(JSON.parse(doc) as PublishedResource), id }));
}

/** The best level of a query that a resource reaches; 0 is the best. */
function rankOf(sql: Sql, query: SearchQuery): Expression<number> {
  const levels = rankLevelsOf(query).map(
    (formula, i) => text`when ${wordStore(sql).matches(formula)} then ${text.lit(i)}`,
  );
  return text<number>`case ${text.join(levels, text` `)} else 9 end`;
}

/** Vocabulary words that contain a word of the query. */
async function wordsHolding({ query: db }: Sql, query: SearchQuery): Promise<VocabularyWord[]> {
  const words = correctableWords(query);
  if (!words.length) return [];
  return db
    .selectFrom('vocabulary')
    .select(['word', 'shown'])
    .where((eb) => eb.or(words.map((word) => eb('word', 'like', `%${word}%`))))
    .execute();
}

/** Vocabulary words of about the same length as a word of the query, or with the same first letters. */
async function wordsLike({ query: db }: Sql, query: SearchQuery): Promise<VocabularyWord[]> {
  const words = correctableWords(query);
  if (!words.length) return [];
  return db
    .selectFrom('vocabulary')
    .select(['word', 'shown'])
    .where((eb) =>
      eb.or(
        words.flatMap((word) => [
          eb.between('size', word.length - maxEdits(word), word.length + maxEdits(word)),
          eb('word', 'like', `${word.slice(0, 3)}%`),
        ]),
      ),
    )
    .execute();
}
