import type { SearchingStrings } from '../strings.js';

export const strings: SearchingStrings = {
  filters: 'Filtres',
  remove: ' : retirer le filtre',
  clearFilters: 'Retirer tous les filtres',
  clearWords: 'Effacer la recherche',
  nothingFound: (words) =>
    words ? `Aucune ressource ne répond à « ${words} ».` : 'Aucune ressource ne répond à ces filtres.',
  nothingOnPage: 'Cette page de la liste est vide.',
  try: 'Essayez avec :',
  loose: 'Aucune ressource ne contient tous ces mots. Voici les plus proches.',
  all: 'Toutes les ressources du F3E',
  nothingHere: 'Rien à montrer pour l’instant.',
};
