import type { CommunityDirectoryStrings } from '../strings.js';
import { strings as card } from './community-card.js';

export const strings: CommunityDirectoryStrings = {
  ...card,
  communities: 'Communities of practice',
  filter: (count) => (count ? `Filter (${count})` : 'Filter'),
  found: (total) => `${total} ${total === 1 ? 'community' : 'communities'}`,
  sort: 'Sort by',
  sorts: { '': 'F3E’s order', next: 'next session', name: 'name' },
  sorted: (by) => `Sorted by: ${by}`,
  compare: 'Which one is for me?',
  cards: 'Back to the communities',
  missing: 'Is a community on your subject missing?',
  propose: 'Propose a community',
  nothingHere: 'Nothing to show for now.',
};
