import type { SessionCalendarStrings } from '../strings.js';
import { strings as session } from './session.js';
import { strings as status } from './status.js';

const sessions = (count: number) => `${count || 'aucune'} séance${count > 1 ? 's' : ''}`;

export const strings: SessionCalendarStrings = {
  ...status,
  ...session,
  sessions: 'Séances',
  skip: 'Passer le calendrier',
  agenda: 'Liste',
  month: 'Mois',
  previous: 'Mois précédents',
  next: 'Mois suivants',
  today: 'Aujourd’hui',
  pickMonth: 'Aller au mois',
  kinds: {
    workshop: 'atelier',
    webinar: 'webinaire',
    'practice-exchange': 'échange de pratiques',
    'working-group': 'groupe de travail',
    plenary: 'plénière',
    meeting: 'rencontre',
  },
  audiences: { members: 'réservée aux membres', participants: 'réservée aux participant·e·s' },
  access: {
    captions: 'sous-titrage',
    lsf: 'langue des signes française',
    'step-free': 'accès de plain-pied',
    childcare: 'garde d’enfants',
    'interpretation-fr': 'interprétation vers le français',
    'interpretation-en': 'interprétation vers l’anglais',
    'interpretation-es': 'interprétation vers l’espagnol',
  },
  statuses: { cancelled: 'annulée', held: 'passée', rescheduled: 'reportée' },
  inLanguage: (name) => `en ${name}`,
  dayOf: (nth, of) => `jour ${nth} sur ${of}`,
  pastSessions: (count) => `${sessions(count)} passée${count > 1 ? 's' : ''} ce mois-ci`,
  told: (period, count) => `${period} : ${sessions(count)}`,
  filter: (count) => (count ? `Filtrer (${count})` : 'Filtrer'),
  subscribe: 'S’abonner',
  register: { open: 'S’inscrire', 'waiting-list': 'Liste d’attente' },
  movedFrom: (day) => `prévue d’abord le ${day}`,
};
