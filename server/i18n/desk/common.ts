import type { Language } from '../language.js';

const fr = {
  desk: 'Bureau',
  menu: 'Bureau',
  pages: {
    toDo: 'À faire',
    requests: 'Demandes',
    sessions: 'Séances',
    team: 'Équipe',
    tokens: 'Jetons',
    sources: 'Sources',
    journal: 'Journal',
    me: 'Moi',
  },
  site: 'Voir le site',
  embed: 'Mettre un widget dans un site',
  leave: 'Quitter le bureau',
  roles: {
    administrator: 'administration',
    team: 'équipe du F3E',
    animator: 'animation',
    reader: 'lecture',
    editor: 'organisation membre',
  },
  inCommunity: (role: string, community: string) => `${role} · ${community}`,
  faults: 'Il reste quelque chose à corriger',
  required: 'obligatoire',
  notFound: { title: 'Cette page n’existe pas', text: 'Elle a été retirée, ou elle n’est pas pour vous.' },
  failed: {
    title: 'Quelque chose n’a pas marché',
    text: 'Rien n’a été changé. Revenez à la page d’avant : ce que vous aviez écrit y est encore.',
  },
  older: 'Plus ancien',
  gone: 'personne effacée',
};
const en: typeof fr = {
  desk: 'Desk',
  menu: 'Desk',
  pages: {
    toDo: 'To do',
    requests: 'Requests',
    sessions: 'Sessions',
    team: 'Team',
    tokens: 'Tokens',
    sources: 'Sources',
    journal: 'Journal',
    me: 'Me',
  },
  site: 'See the site',
  embed: 'Put a widget in a site',
  leave: 'Leave the desk',
  roles: {
    administrator: 'administration',
    team: 'F3E team',
    animator: 'animation',
    reader: 'reading',
    editor: 'member organisation',
  },
  inCommunity: (role, community) => `${role} · ${community}`,
  faults: 'Something is left to correct',
  required: 'required',
  notFound: { title: 'There is no such page', text: 'It was taken away, or it is not for you.' },
  failed: {
    title: 'Something went wrong',
    text: 'Nothing was changed. Go back to the page before: what you wrote is still there.',
  },
  older: 'Older',
  gone: 'person erased',
};

/** Words of every page of the desk. */
export const deskMessages = (language: Language): typeof fr => ({ fr, en })[language];
