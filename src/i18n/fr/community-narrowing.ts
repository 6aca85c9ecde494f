import type { CommunityNarrowingStrings } from '../strings.js';

export const strings: CommunityNarrowingStrings = {
  facets: { function: 'Surtout pour', theme: 'Thème', audience: 'Pour qui', status: 'Entrée' },
  clearFilters: 'Retirer tous les filtres',
  nothingFits: 'Aucune communauté ne répond à ces filtres.',
};
