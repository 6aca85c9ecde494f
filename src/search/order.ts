import type { ResourceFilters } from '../contract/index.js';
import type { FacetName } from './facets.js';
import { plain } from './plain.js';
import { isEmptySearchQuery, type SearchQuery } from './search-query.js';

/** The sort order; relevance needs search words, so without them it becomes date. */
export const sortOf = (
  { sort }: Pick<ResourceFilters, 'sort'>,
  question: SearchQuery,
): 'relevance' | 'date' | 'title' => {
  const asked = sort ?? 'relevance';
  return asked === 'relevance' && isEmptySearchQuery(question) ? 'date' : asked;
};

/** The order of the values of a facet: years from the newest, others from the most frequent. */
export const facetOrder =
  (name: FacetName) =>
  (a: { value: string; count: number }, b: { value: string; count: number }): number => {
    const byName = a.value < b.value ? -1 : 1;
    return name === 'year' ? -byName : b.count - a.count || byName;
  };

/** Sort key of a title: folded, without leading punctuation, which would otherwise sort first. */
export const titleKey = (title: string): string => plain(title).replace(/^[^\p{L}\p{N}]+|\p{C}/gu, '');
