import type { Language } from '../language.js';

const fr = {
  all: 'Toutes',
  filter: 'Communauté',
  sections: {
    'join-request': 'Demandes à rejoindre',
    registration: 'Inscriptions à approuver',
    proposal: 'Propositions de communauté',
  },
  nothing: 'Personne n’attend de réponse.',
  nothingHere:
    'Les demandes viennent des formulaires « rejoindre » et « proposer », sur les sites et sur les pages du F3E.',
  answer: 'Réponse',
  answers: {
    accept: 'Accepter',
    decline: 'Décliner',
    study: 'À l’étude',
    ask: 'Demander',
    later: 'Plus tard',
  },
  received: (date: string) => `reçue le ${date}`,
  earlier: (count: number) => (count === 1 ? 'a déjà écrit une fois' : `a déjà écrit ${count} fois`),
  noName: 'sans nom',
  marks: {
    trap: 'a rempli un champ que les personnes ne voient pas',
    'no-proof': 'envoyée sans preuve de calcul',
    'too-fast': 'remplie très vite',
  } as Readonly<Record<string, string>>,
  mark: (name: string) => `à regarder : ${name}`,
  read: 'Relire les réponses',
  more: (count: number) =>
    `Voici les ${count} plus anciennes : les autres viennent quand celles-ci ont une réponse.`,
  none: 'Choisissez au moins une réponse.',
  recapTitle: 'Relire avant d’envoyer',
  recap: (count: number) =>
    count === 1
      ? 'Une personne recevra un message, dans deux minutes.'
      : `${count} personnes recevront un message, dans deux minutes.`,
  undoable: 'Pendant ces deux minutes, tout peut être repris.',
  confirm: (count: number) => (count === 1 ? 'Envoyer la réponse' : `Envoyer les ${count} réponses`),
  back: 'Changer les réponses',
  word: 'Un mot de votre part (facultatif)',
  question: 'Votre question',
  noQuestion: 'Écrivez votre question.',
  tooLong: (most: number) => `Pas plus de ${most} caractères.`,
  says: 'Le message dira :',
  held: (count: number, time: string) =>
    count === 1 ? `1 réponse part à ${time}.` : `${count} réponses partent à ${time}.`,
  gone: (count: number) => (count === 1 ? '1 réponse est partie.' : `${count} réponses sont parties.`),
  skipped: (names: string) => `Sans réponse, car leur demande avait changé entre-temps : ${names}.`,
  takeBack: 'Tout annuler',
  takenBack: (count: number) =>
    count === 1
      ? 'Repris : la réponse n’est pas partie.'
      : `Repris : les ${count} réponses ne sont pas parties.`,
  someLeft: (count: number) =>
    count === 1
      ? 'Une demande a changé entre-temps, et reste comme elle est.'
      : `${count} demandes ont changé entre-temps, et restent comme elles sont.`,
  tooLate: 'C’est trop tard : les messages sont partis.',
  person: 'Tout sur cette personne',
};
const en: typeof fr = {
  all: 'All',
  filter: 'Community',
  sections: {
    'join-request': 'Requests to join',
    registration: 'Registrations to approve',
    proposal: 'Proposals of communities',
  },
  nothing: 'Nobody is waiting for an answer.',
  nothingHere: 'Requests come from the forms “join” and “propose”, on sites and on F3E’s pages.',
  answer: 'Answer',
  answers: { accept: 'Accept', decline: 'Decline', study: 'Look into it', ask: 'Ask', later: 'Later' },
  received: (date) => `received on ${date}`,
  earlier: (count) => (count === 1 ? 'has written once before' : `has written ${count} times before`),
  noName: 'no name',
  marks: {
    trap: 'filled in a field that people do not see',
    'no-proof': 'sent without a proof of work',
    'too-fast': 'filled in very fast',
  },
  mark: (name) => `to look at: ${name}`,
  read: 'Read the answers again',
  more: (count) => `Here are the ${count} oldest: the others come once these are answered.`,
  none: 'Choose one answer at least.',
  recapTitle: 'Read before sending',
  recap: (count) =>
    count === 1
      ? 'One person will get a message, in two minutes.'
      : `${count} people will get a message, in two minutes.`,
  undoable: 'During these two minutes all of it can be taken back.',
  confirm: (count) => (count === 1 ? 'Send the answer' : `Send the ${count} answers`),
  back: 'Change the answers',
  word: 'A word from you (optional)',
  question: 'Your question',
  noQuestion: 'Write your question.',
  tooLong: (most) => `No more than ${most} characters.`,
  says: 'The message will say:',
  held: (count, time) => (count === 1 ? `1 answer goes at ${time}.` : `${count} answers go at ${time}.`),
  gone: (count) => (count === 1 ? '1 answer has gone.' : `${count} answers have gone.`),
  skipped: (names) => `Not answered, since their request had changed meanwhile: ${names}.`,
  takeBack: 'Take all back',
  takenBack: (count) =>
    count === 1 ? 'Taken back: the answer did not go.' : `Taken back: the ${count} answers did not go.`,
  someLeft: (count) =>
    count === 1
      ? 'One request changed meanwhile, and stays as it is.'
      : `${count} requests changed meanwhile, and stay as they are.`,
  tooLate: 'It is too late: the messages have gone.',
  person: 'All about this person',
};

/** Words of the pages where the team answers people. */
export const requestMessages = (language: Language): typeof fr => ({ fr, en })[language];
