import type { ComparisonMessages } from '../messages.js';

export const messages: ComparisonMessages = {
  title: 'Laquelle est pour moi ?',
  questions: {
    goal: 'Je cherche surtout à',
    rhythm: 'À quel rythme ?',
    place: 'La prochaine séance',
  },
  answers: {
    '': 'peu importe',
    learning: 'apprendre',
    experimentation: 'expérimenter',
    networking: 'me relier',
    often: 'chaque mois ou presque',
    sometimes: 'quelques fois par an',
    'in-person': 'en présence',
    online: 'en ligne',
  },
  sorted: (first) => `Triées selon vos réponses. La première : ${first}.`,
  unsorted: 'Dans l’ordre habituel.',
  all: {
    audience: {
      both: 'Toutes accueillent membres et non-membres du F3E.',
      members: 'Toutes s’adressent aux membres du F3E.',
      nonMembers: 'Toutes s’adressent aux non-membres du F3E.',
    },
    status: {
      open: 'Toutes sont ouvertes à toutes et tous.',
      closed: 'Toutes sont fermées pour le moment.',
      'on-request': 'Dans toutes, on entre sur demande.',
    },
    purpose: (functions) => `Toutes servent surtout à : ${functions}.`,
    cadence: 'Leur rythme à toutes :',
  },
  pair: 'Les deux communautés comparées',
  places: ['Première communauté', 'Seconde communauté'],
  unlike: 'à la différence des autres',
  purpose: 'À quoi elle sert',
  tagline: 'En une phrase',
  audience: 'Pour qui',
  status: 'Entrée',
  cadence: 'Rythme',
  next: 'Prochaine séance',
  way: 'Entrer',
  unknown: 'Non précisé',
};
