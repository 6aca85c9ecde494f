import type { Language } from '../language.js';

const fr = {
  title: 'Entrer au bureau',
  /** The other language of the desk, in its own words. */
  other: { language: 'en', name: 'In English' },
  intro: 'Le bureau est réservé à l’équipe du F3E et aux personnes qui animent ses communautés.',
  address: 'Votre adresse e-mail',
  send: 'Recevoir un code',
  badAddress: 'Écrivez une adresse e-mail complète, comme prenom.nom@f3e.asso.fr.',
  codeTitle: 'Votre code',
  codeSent: (address: string) =>
    `Si ${address} est l’adresse d’un membre de l’équipe, un code vient d’y être envoyé. Il sert pendant quinze minutes, ici.`,
  code: 'Code à six chiffres',
  enter: 'Entrer',
  wrong: 'Ce n’est pas le code du dernier message. Vérifiez ses six chiffres.',
  over: 'Ce code ne sert plus : il a expiré, il a déjà servi, ou il a été essayé trop souvent. Demandez-en un autre.',
  again: 'Demander un autre code',
  here: 'Ce lien vous fait entrer au bureau, une fois.',
  elsewhere:
    'Ce lien ne sert que dans le navigateur où vous l’avez demandé. Là-bas, tapez le code à six chiffres du même message.',
  linkOver: 'Ce lien ne sert plus. Demandez-en un autre.',
  nobody:
    'Personne n’administre encore ce bureau. Sur la machine du serveur, tapez cette commande avec votre adresse : elle affiche un lien qui vous fait entrer.',
  expired:
    'Votre session est terminée. Prouvez que c’est vous : ce que vous avez écrit est gardé sur cette page, et repart ensuite.',
  proof: 'Cet acte demande de prouver de nouveau que c’est vous. Ce que vous avez rempli est gardé.',
  byPasskey: 'Entrer avec une clé d’accès',
  passkeyFailed: 'La clé d’accès n’a pas répondu. Vous pouvez recevoir un code.',
  passkey: 'Cette clé d’accès n’ouvre pas ce bureau. Recevez un code, puis ajoutez une clé dans « Moi ».',
  demo: 'Dans cette démonstration, on entre sans code, comme :',
  demoAs: (name: string, roles: string) => `${name} (${roles})`,
};
const en: typeof fr = {
  title: 'Enter the desk',
  other: { language: 'fr', name: 'En français' },
  intro: 'The desk is for F3E’s team and those who animate its communities.',
  address: 'Your e-mail address',
  send: 'Get a code',
  badAddress: 'Write a whole e-mail address, such as first.last@f3e.asso.fr.',
  codeTitle: 'Your code',
  codeSent: (address) =>
    `If ${address} is the address of a member of the team, a code was sent to it just now. It works for fifteen minutes, here.`,
  code: 'Six-digit code',
  enter: 'Enter',
  wrong: 'This is not the code of the last message. Check its six digits.',
  over: 'This code is of no more use: it has expired, was used, or was tried too often. Ask for another.',
  again: 'Ask for another code',
  here: 'This link lets you into the desk, once.',
  elsewhere:
    'This link works in the browser where you asked for it alone. There, type the six-digit code of the same message.',
  linkOver: 'This link is of no more use. Ask for another.',
  nobody:
    'Nobody administers this desk yet. On the machine of the server, type this command with your address: it prints a link that lets you in.',
  expired:
    'Your session has ended. Prove that it is you: what you wrote is kept on this page, and goes on afterwards.',
  proof: 'This act asks you to prove again that it is you. What you filled in is kept.',
  byPasskey: 'Enter with a passkey',
  passkeyFailed: 'The passkey did not answer. You can get a code.',
  passkey: 'This passkey does not open this desk. Get a code, then add a passkey in “Me”.',
  demo: 'In this demonstration, one enters without a code, as:',
  demoAs: (name, roles) => `${name} (${roles})`,
};

/** The words of the pages by which the team enters. */
export const entryMessages = (language: Language): typeof fr => ({ fr, en })[language];
