import type { Language } from './language.js';

/** The words of calendar files. */
export interface CalendarMessages {
  /** Name of the feed of all communities, and of one. */
  all: string;
  of(community: string): string;
  cancelled: string;
  online: string;
  day(nth: number, of: number): string;
  linkByMail: string;
  more(url: string): string;
}

const fr: CalendarMessages = {
  all: 'Séances des communautés de pratiques du F3E',
  of: (community) => `F3E – ${community}`,
  cancelled: 'ANNULÉE : ',
  online: 'En ligne',
  day: (nth, of) => `jour ${nth} sur ${of}`,
  linkByMail: 'Le lien de connexion est envoyé par e-mail aux personnes inscrites.',
  more: (url) => `Détails et inscription : ${url}`,
};

const en: CalendarMessages = {
  all: 'Sessions of the F3E communities of practice',
  of: (community) => `F3E – ${community}`,
  cancelled: 'CANCELLED: ',
  online: 'Online',
  day: (nth, of) => `day ${nth} of ${of}`,
  linkByMail: 'The link to the meeting is sent by e-mail to those who registered.',
  more: (url) => `Details and registration: ${url}`,
};

const all: Record<Language, CalendarMessages> = { fr, en };
export const calendarMessages = (language: Language): CalendarMessages => all[language];
