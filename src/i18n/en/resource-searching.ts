import type { SearchingStrings } from '../strings.js';

export const strings: SearchingStrings = {
  filters: 'Filters',
  remove: ': remove the filter',
  clearFilters: 'Remove all filters',
  clearWords: 'Clear the search',
  nothingFound: (words) => (words ? `No resource answers “${words}”.` : 'No resource fits these filters.'),
  nothingOnPage: 'This page of the list is empty.',
  try: 'Try:',
  loose: 'No resource holds all these words. Here are the closest ones.',
  all: 'All F3E resources',
  nothingHere: 'Nothing to show for now.',
};
