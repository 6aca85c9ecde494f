import type { CommunityCardStrings } from '../strings.js';
import { strings as session } from './session.js';
import { strings as status } from './status.js';

export const strings: CommunityCardStrings = {
  ...status,
  ...session,
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
  join: {
    open: 'Rejoindre la communauté',
    closed: 'Être prévenu·e de la réouverture',
    'on-request': 'Demander à rejoindre',
  },
};
