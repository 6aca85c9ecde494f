import type { SessionDetailStrings } from '../strings.js';

export const strings: SessionDetailStrings = {
  community: 'Communauté',
  days: 'Horaires',
  place: 'Lieu',
  map: 'Voir sur une carte',
  stepFree: 'accès de plain-pied',
  facilitation: 'Animation',
  cancelledBecause: (reason) => `Séance annulée. ${reason}`,
  movedFrom: (when) => `Séance reportée : elle était prévue ${when}.`,
  reserved: {
    members: 'Cette séance est réservée aux organisations membres du F3E.',
    participants: 'Cette séance est réservée aux personnes qui participent déjà au groupe.',
  },
  approval: 'L’équipe du F3E lit chaque demande et répond par e-mail.',
  opensOn: (when) => `Les inscriptions ouvrent ${when}.`,
  closesOn: (when) => `Inscriptions jusqu’au ${when}.`,
  nobodyCanNow: {
    full: 'La séance est complète.',
    closed: 'Les inscriptions sont closes.',
    cancelled: 'On ne peut plus s’inscrire.',
    'not-yet-open': 'Les inscriptions ne sont pas encore ouvertes.',
  },
  waiting: (count) => `${count} personne${count > 1 ? 's' : ''} en attente`,
  addTo: 'Ajouter à mon agenda',
  file: 'Fichier .ics',
  resources: 'Ce qui en est sorti',
  noResources: 'Rien n’a encore été publié de cette séance.',
  series: (index, total, title) => `Séance ${index} sur ${total} de la série « ${title} »`,
  otherDates: 'Les autres dates',
  clockChange: (day) => `Attention : votre heure change par rapport à celle des séances à partir du ${day}.`,
  page: 'Page de la séance',
};
