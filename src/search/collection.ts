import type { PublishedResource, ResourceFilters, ResourcePage } from '../contract/index.js';
import { searchWithFallbacks } from './search-with-fallbacks.js';
import { documentOf, holds, type Names, type SearchDocument } from './document.js';
import { facetNames, type ResourceFacetName } from './facets.js';
import { facetOrder, sortOf, titleKey } from './order.js';
import { matchExpressionOf, isEmptySearchQuery, rankLevelsOf, type SearchQuery } from './search-query.js';
import { betterSpelt, vocabularyOf, type VocabularyWord } from './spelling.js';

interface IndexedRecord {
  resource: PublishedResource;
  document: SearchDocument;
  title: string;
  published: string;
}

/** What was found among resources held in memory, in the terms of a database. */
export interface Found {
  resources: PublishedResource[];
  total: number;
  facets: ResourcePage['facets'];
  query: SearchQuery;
  suggestion: string | null;
}

/** Resources are indexed in batches of this size; between two batches the page can respond to input. */
const SLICE = 40;
const yieldToEventLoop = () => new Promise((go) => setTimeout(go));

const valuesOf: Record<ResourceFacetName, (resource: PublishedResource) => readonly string[]> = {
  community: ({ communities }) => [...new Set(communities)],
  theme: ({ themes }) => [...new Set(themes)],
  kind: ({ kind }) => [kind],
  language: ({ language }) => [language],
  year: ({ year }) => (year === null ? [] : [String(year)]),
  access: ({ access }) => [access],
};

/** The same search as the server's, over resources held in memory. */
export class Collection {
  #entries: readonly IndexedRecord[];
  #vocabulary: readonly VocabularyWord[];

  private constructor(entries: readonly IndexedRecord[], vocabulary: readonly VocabularyWord[]) {
    this.#entries = entries;
    this.#vocabulary = vocabulary;
  }

  static async of(resources: readonly PublishedResource[], names: Names): Promise<Collection> {
    const entries: IndexedRecord[] = [];
    const vocabulary = new Map<string, VocabularyWord>();
    for (const resource of resources) {
      if (entries.length % SLICE === SLICE - 1) await yieldToEventLoop();
      entries.push({
        resource,
        document: documentOf(resource, names),
        title: titleKey(resource.title),
        published: resource.publishedAt ?? (resource.year === null ? '' : String(resource.year)),
      });
      for (const known of vocabularyOf(textOf(resource))) {
        // The spelling with accents, where the collection has one.
        vocabulary.set(known.word, betterSpelt(vocabulary.get(known.word), known));
      }
    }
    return new Collection(entries, [...vocabulary.values()]);
  }

  /** Finds by words and filters: any of the values within one facet, all of the facets together. */
  find(filters: ResourceFilters, { from, size }: { from: number; size: number }): Promise<Found> {
    return searchWithFallbacks(filters.q ?? '', {
      find: (query) => this.#answer(filters, query, from, size),
      count: (query) => this.#answer(filters, query, 0, 1).total,
      holding: () => this.#vocabulary,
      like: () => this.#vocabulary,
    });
  }

  #answer(filters: ResourceFilters, query: SearchQuery, from: number, size: number): Found {
    const formula = isEmptySearchQuery(query) ? undefined : matchExpressionOf(query);
    const hits = this.#entries.filter(
      ({ resource, document }) =>
        (!filters.id || filters.id.includes(resource.id)) && (!formula || holds(document, formula)),
    );
    const passes = ({ resource }: IndexedRecord, except?: ResourceFacetName) =>
      facetNames.every((name) => {
        const wanted = filters[name] as readonly string[] | undefined;
        return name === except || !wanted || valuesOf[name](resource).some((value) => wanted.includes(value));
      });
    const kept = hits.filter((hit) => passes(hit));
    return {
      resources: this.#sorted(kept, filters, query)
        .slice(from, from + size)
        .map(({ resource }) => resource),
      total: kept.length,
      facets: Object.fromEntries(
        facetNames.map((name) => {
          const counts = new Map<string, number>();
          for (const hit of hits) {
            if (!passes(hit, name)) continue;
            for (const value of valuesOf[name](hit.resource)) counts.set(value, (counts.get(value) ?? 0) + 1);
          }
          return [name, [...counts].map(([value, count]) => ({ value, count })).sort(facetOrder(name))];
        }),
      ) as unknown as Found['facets'],
      query,
      suggestion: null,
    };
  }

  #sorted(entries: readonly IndexedRecord[], filters: ResourceFilters, query: SearchQuery): IndexedRecord[] {
    const sort = sortOf(filters, query);
    const ranks = sort === 'relevance' ? rankLevelsOf(query) : [];
    const rankOf = ({ document }: IndexedRecord) => {
      const rank = ranks.findIndex((formula) => holds(document, formula));
      return rank < 0 ? ranks.length : rank;
    };
    const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry) }));
    const up = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    return ranked
      .sort(
        (a, b) =>
          a.rank - b.rank ||
          (sort === 'title' ? 0 : up(b.entry.published, a.entry.published)) ||
          up(a.entry.title, b.entry.title) ||
          up(a.entry.resource.id, b.entry.resource.id),
      )
      .map(({ entry }) => entry);
  }
}

/** The text from which the spelling vocabulary is built. */
export const textOf = ({ title, collection, summary }: PublishedResource): string =>
  `${title} ${collection ?? ''} ${summary}`;
