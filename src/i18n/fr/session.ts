import type { SessionStrings } from '../strings.js';

const some = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const strings: SessionStrings = {
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
};
