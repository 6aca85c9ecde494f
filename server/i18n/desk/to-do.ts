import type { Language } from '../language.js';

const fr = {
  nothing: 'Rien n’attend.',
  next: (title: string, when: string) => `Prochaine séance : ${title}, ${when}.`,
  requests: (count: number, community: string) =>
    count === 1 ? `1 demande à rejoindre ${community}` : `${count} demandes à rejoindre ${community}`,
  approvals: (count: number, session: string) =>
    count === 1 ? `1 inscription à approuver : ${session}` : `${count} inscriptions à approuver : ${session}`,
  proposals: (count: number) =>
    count === 1 ? '1 proposition de communauté' : `${count} propositions de communauté`,
  draft: (session: string) => `Un brouillon attend : ${session}`,
  link: (session: string) => `Pas encore de lien pour participer en ligne : ${session}`,
  mails: (count: number) =>
    count === 1 ? '1 message n’est pas arrivé' : `${count} messages ne sont pas arrivés`,
  since: (date: string) => `depuis le ${date}`,
  on: (date: string) => `séance du ${date}`,
  answer: 'Répondre',
  look: 'Voir',
  setLink: 'Mettre le lien',
  resume: 'Reprendre',
};
const en: typeof fr = {
  nothing: 'Nothing is waiting.',
  next: (title, when) => `Next session: ${title}, ${when}.`,
  requests: (count, community) =>
    count === 1 ? `1 request to join ${community}` : `${count} requests to join ${community}`,
  approvals: (count, session) =>
    count === 1 ? `1 registration to approve: ${session}` : `${count} registrations to approve: ${session}`,
  proposals: (count) => (count === 1 ? '1 proposal of a community' : `${count} proposals of communities`),
  draft: (session) => `A draft is waiting: ${session}`,
  link: (session) => `No link to take part online yet: ${session}`,
  mails: (count) => (count === 1 ? '1 mail did not arrive' : `${count} mails did not arrive`),
  since: (date) => `since ${date}`,
  on: (date) => `session of ${date}`,
  answer: 'Answer',
  look: 'See',
  setLink: 'Set the link',
  resume: 'Go on',
};

/** Words of the page one lands on. */
export const toDoMessages = (language: Language): typeof fr => ({ fr, en })[language];
