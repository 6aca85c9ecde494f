import type { CommunityCardStrings } from '../strings.js';
import { strings as status } from './status.js';

const some = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const strings: CommunityCardStrings = {
  ...status,
  status: {
    open: 'Ouverte à toutes et tous',
    closed: 'Fermée pour le moment',
    'on-request': 'Entrée sur demande',
  },
  functions: 'À quoi elle sert',
  functionKinds: { experimentation: 'Expérimentation', learning: 'Apprentissage', networking: 'Réseautage' },
  weights: ['en appui', 'important', 'au cœur'],
  origin: 'Née de',
  originKinds: { training: 'formation', programme: 'programme' },
  audience: 'Pour qui',
  audiences: {
    both: 'Membres et non-membres du F3E',
    members: 'Membres du F3E',
    nonMembers: 'Non-membres du F3E',
  },
  more: 'En savoir plus',
  nextSession: 'Prochaine séance',
  noNextSession: 'Pas de séance prévue pour l’instant.',
  modes: { online: 'en ligne', 'in-person': 'en présentiel', hybrid: 'en ligne et en présentiel' },
  rescheduled: 'Date reportée',
  registration: {
    'not-yet-open': 'inscriptions bientôt ouvertes',
    open: 'inscriptions ouvertes',
    'waiting-list': 'complet, liste d’attente ouverte',
    full: 'complet',
    closed: 'inscriptions closes',
    cancelled: 'annulée',
  },
  placesLeft: (count) => some(count, 'place restante', 'places restantes'),
  yourTime: (time, city) => `${time} pour vous (${city})`,
  timeIn: (city) => `heure de ${city}`,
  join: {
    open: 'Rejoindre la communauté',
    closed: 'Être prévenu·e de la réouverture',
    'on-request': 'Demander à rejoindre',
  },
};
