import type { ResourceFilters } from '../contract/index.js';
import type { ResourceFacetName } from './facets.js';
import { foldText } from './fold-text.js';
import { isEmptySearchQuery, type SearchQuery } from './search-query.js';

/** The sort order; relevance needs search words, so without them it becomes date. */
export const sortOf = (
  { sort }: Pick<ResourceFilters, 'sort'>,
  query: SearchQuery,
): 'relevance' | 'date' | 'title' => {
  const asked = sort ?? 'relevance';
  return asked === 'relevance' && isEmptySearchQuery(query) ? 'date' : asked;
};

/** The order of the values of a facet: years from the newest, others from the most frequent. */
export const facetOrder =
  (name: ResourceFacetName) =>
  (a: { value: string; count: number }, b: { value: string; count: number }): number => {
    const byName = a.value < b.value ? -1 : 1;
    return name === 'year' ? -byName : b.count - a.count || byName;
  };

/** Sort key of a title: folded, without leading punctuation, which would otherwise sort first. */
export const titleKey = (title: string): string => foldText(title).replace(/^[^\p{L}\p{N}]+|\p{C}/gu, '');
