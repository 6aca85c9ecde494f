import type { SessionToolsStrings } from '../strings.js';

export const strings: SessionToolsStrings = {
  words: 'Mots cherchés',
  wordsHint: 'Dans le titre, le lieu ou la présentation',
  names: {
    community: 'Communauté',
    kind: 'Type de séance',
    mode: 'En ligne ou sur place',
    language: 'Langue',
    audience: 'Pour qui',
  },
  everyone: 'ouverte à toutes et tous',
  available: 'Avec des places disponibles',
  copyOrFollow:
    'S’abonner tient votre agenda à jour : reports et annulations y arrivent seuls. Télécharger n’en fait qu’une copie, qui ne change plus.',
  follow: 'S’abonner dans mon agenda',
  address: 'Adresse de l’abonnement',
  copy: 'Copier l’adresse',
  copied: 'Adresse copiée.',
  notCopied: 'L’adresse n’a pas pu être copiée : elle est sélectionnée, copiez-la avec le clavier.',
  download: 'Télécharger une copie (.ics)',
  nothingIn: (from, to) =>
    to ? `Aucune séance ${/^[ao]/.test(from) ? 'd’' : 'de '}${from} à ${to}.` : `Aucune séance en ${from}.`,
  nothingFits: 'Aucune séance ne correspond à ces filtres.',
  clearFilters: 'Tout effacer',
  nextOn: (day) => `Prochaine séance : ${day}`,
  lastOn: (day) => `Séance précédente : ${day}`,
  notAll: 'Il y a d’autres séances : choisissez un mois ou un filtre pour les voir.',
  clock: 'Heures affichées',
  sessionClock: 'Heure des séances',
  clockOf: (city) => `Heure de ${city}`,
};
