import type { Session } from '../../src/contract/index.js';
import type { Language } from './language.js';
import { mailComes } from './mail-comes.js';

/** The words of the pages of sessions and registrations. */
export interface SessionPageMessages {
  sessions: {
    title: string;
    /** Of all communities, on the link to the sessions of all of them. */
    everything: string;
    titleOf(community: string): string;
    /** Leads to the next page of the list. */
    following: string;
    intro: string;
    empty: string;
    modes: Record<Session['mode'], string>;
    kinds: Record<Session['kind'], string>;
    audiences: Record<Session['audience'], string>;
    access: Readonly<Record<string, string>>;
    states: Record<Session['registration']['state'], string>;
    cancelled(reason: string): string;
    rescheduled(from: string): string;
    over: string;
    seatsLeft(count: number): string;
    register: Record<'open' | 'waiting-list', string>;
    participantsOnly: string;
    opensAt(when: string): string;
    addToCalendar: string;
    addSeries(title: string): string;
    language: string;
    accessibility: string;
    facilitation: string;
    place: string;
    community: string;
    days: string;
    resources: Record<'held' | 'toCome', string>;
    back: string;
  };
  registration: {
    thanksTitle: string;
    thanks: string[];
  };
}

const fr: SessionPageMessages = {
  sessions: {
    title: 'Les séances',
    everything: 'Toutes',
    titleOf: (community) => `Les séances : ${community}`,
    following: 'Séances suivantes',
    intro:
      'Les séances à venir des communautés de pratiques, ouvertes aux membres et souvent à toutes et tous.',
    empty: 'Aucune séance n’est prévue pour l’instant.',
    modes: { online: 'En ligne', 'in-person': 'En présentiel', hybrid: 'En ligne et en présentiel' },
    kinds: {
      workshop: 'Atelier',
      webinar: 'Webinaire',
      'practice-exchange': 'Échange de pratiques',
      'working-group': 'Groupe de travail',
      plenary: 'Plénière',
      meeting: 'Rencontre',
    },
    audiences: {
      all: 'Ouverte à toutes et tous',
      members: 'Réservée aux membres du F3E',
      participants: 'Réservée aux personnes qui participent déjà au groupe',
    },
    access: {
      captions: 'sous-titrage',
      lsf: 'langue des signes française',
      'step-free': 'accès de plain-pied',
      childcare: 'garde d’enfants',
      'interpretation-fr': 'interprétation vers le français',
      'interpretation-en': 'interprétation vers l’anglais',
      'interpretation-es': 'interprétation vers l’espagnol',
    },
    states: {
      'not-yet-open': 'Inscriptions bientôt ouvertes',
      open: 'Inscriptions ouvertes',
      'waiting-list': 'Complet, liste d’attente ouverte',
      full: 'Complet',
      closed: 'Inscriptions closes',
      cancelled: 'Annulée',
    },
    cancelled: (reason) => `Séance annulée. ${reason}`.trim(),
    rescheduled: (from) => `Séance reportée : elle était prévue ${from}.`,
    over: 'Cette séance a eu lieu.',
    seatsLeft: (count) => (count < 2 ? `${count} place restante` : `${count} places restantes`),
    register: { open: 'S’inscrire', 'waiting-list': 'S’inscrire sur la liste d’attente' },
    participantsOnly: 'Pour y venir sans attendre de réponse, rejoignez d’abord la communauté.',
    opensAt: (when) => `Les inscriptions ouvrent ${when}.`,
    addToCalendar: 'Ajouter à mon agenda (.ics)',
    addSeries: (title) => `Ajouter toute la série « ${title} » à mon agenda (.ics)`,
    language: 'Langue',
    accessibility: 'Accessibilité',
    facilitation: 'Animation',
    place: 'Lieu',
    community: 'Communauté',
    days: 'Horaires',
    resources: { held: 'Ce qui en est sorti', toCome: 'Pour s’y préparer' },
    back: 'Toutes les séances',
  },
  registration: {
    thanksTitle: 'Votre inscription est bien arrivée',
    thanks: [
      mailComes.fr,
      'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer : votre place n’est réservée qu’à ce moment. S’il n’arrive pas, regardez dans les courriers indésirables.',
      'Un second message vous apportera la séance pour votre agenda, et le lien pour annuler.',
    ],
  },
};

const en: SessionPageMessages = {
  sessions: {
    title: 'Sessions',
    everything: 'All',
    titleOf: (community) => `Sessions: ${community}`,
    following: 'Following sessions',
    intro: 'The sessions to come of the communities of practice, open to members and often to all.',
    empty: 'No session is planned yet.',
    modes: { online: 'Online', 'in-person': 'In person', hybrid: 'Online and in person' },
    kinds: {
      workshop: 'Workshop',
      webinar: 'Webinar',
      'practice-exchange': 'Practice exchange',
      'working-group': 'Working group',
      plenary: 'Plenary',
      meeting: 'Meeting',
    },
    audiences: {
      all: 'Open to all',
      members: 'For members of F3E',
      participants: 'For people who already take part in the group',
    },
    access: {
      captions: 'captions',
      lsf: 'French sign language',
      'step-free': 'step-free access',
      childcare: 'childcare',
      'interpretation-fr': 'interpretation into French',
      'interpretation-en': 'interpretation into English',
      'interpretation-es': 'interpretation into Spanish',
    },
    states: {
      'not-yet-open': 'Registration opens soon',
      open: 'Registration open',
      'waiting-list': 'Full, waiting list open',
      full: 'Full',
      closed: 'Registration closed',
      cancelled: 'Cancelled',
    },
    cancelled: (reason) => `Session cancelled. ${reason}`.trim(),
    rescheduled: (from) => `Session moved: it was planned ${from}.`,
    over: 'This session has taken place.',
    seatsLeft: (count) => (count === 1 ? '1 seat left' : `${count} seats left`),
    register: { open: 'Register', 'waiting-list': 'Join the waiting list' },
    participantsOnly: 'To come, join the community first.',
    opensAt: (when) => `Registration opens ${when}.`,
    addToCalendar: 'Add to my calendar (.ics)',
    addSeries: (title) => `Add all the series “${title}” to my calendar (.ics)`,
    language: 'Language',
    accessibility: 'Accessibility',
    facilitation: 'Facilitation',
    place: 'Place',
    community: 'Community',
    days: 'Times',
    resources: { held: 'What came out of it', toCome: 'To prepare for it' },
    back: 'All sessions',
  },
  registration: {
    thanksTitle: 'Your registration has arrived',
    thanks: [
      mailComes.en,
      'Open the link in it within 48 hours to confirm: your seat is yours only from then on. If it does not come, look among unwanted mail.',
      'A second message will bring you the session for your calendar, and the link to cancel.',
    ],
  },
};

const all: Record<Language, SessionPageMessages> = { fr, en };
export const sessionPageMessages = (language: Language): SessionPageMessages => all[language];
