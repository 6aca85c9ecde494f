import type { CommunityNarrowingStrings } from '../strings.js';

export const strings: CommunityNarrowingStrings = {
  facets: { function: 'Mostly for', theme: 'Theme', audience: 'Who may come', status: 'Way in' },
  clearFilters: 'Remove all filters',
  nothingFits: 'No community fits these filters.',
};
