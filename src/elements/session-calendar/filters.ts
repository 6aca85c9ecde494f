import type { FacetName } from './question.js';

/** What the reader chose; what the page fixed by attributes is asked of the server. */
export interface Filters {
  chosen: ReadonlyMap<FacetName, ReadonlySet<string>>;
  available: boolean;
  words: string;
}

export const noFilters: Filters = { chosen: new Map(), available: false, words: '' };

/** How many filters are set. */
export const countOf = ({ chosen, available, words }: Filters): number => {
  let count = (available ? 1 : 0) + (words.trim() ? 1 : 0);
  for (const { size } of chosen.values()) count += size;
  return count;
};
