import type { ResourceFilters } from '../contract/index.js';
import type { FacetName } from './facets.js';
import { plain } from './plain.js';
import { isEmptyQuestion, type SearchQuestion } from './question.js';

/** How what is found is sorted: what fits best first, when there are words to fit. */
export const sortOf = (
  { sort }: Pick<ResourceFilters, 'sort'>,
  question: SearchQuestion,
): 'relevance' | 'date' | 'title' => {
  const asked = sort ?? 'relevance';
  return asked === 'relevance' && isEmptyQuestion(question) ? 'date' : asked;
};

/** The order of the values of a facet: years from the newest, others from the most frequent. */
export const facetOrder =
  (name: FacetName) =>
  (a: { value: string; count: number }, b: { value: string; count: number }): number => {
    const byName = a.value < b.value ? -1 : 1;
    return name === 'year' ? -byName : b.count - a.count || byName;
  };

/** What titles are sorted by: plain, without marks at the beginning that would make one the first of all. */
export const titleKey = (title: string): string => plain(title).replace(/^[^\p{L}\p{N}]+|\p{C}/gu, '');
