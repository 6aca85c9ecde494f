import type { Language } from '../language.js';

const fr = {
  enter: {
    subject: 'Entrer au bureau du F3E',
    lines: (code: string) => [
      'Bonjour,',
      `Votre code : ${code}`,
      'Il sert une fois, pendant quinze minutes, dans le navigateur où vous l’avez demandé. Le lien fait la même chose.',
    ],
    button: 'Entrer au bureau',
    after: [
      'Si vous n’avez rien demandé, vous n’avez rien à faire : sans ce navigateur, ce message n’ouvre rien.',
    ],
  },
  trial: {
    subject: 'Message d’essai du bureau du F3E',
    lines: ['Bonjour,', 'Ce message est arrivé : le bureau sait écrire.'],
  },
  welcome: {
    subject: 'Le bureau des communautés du F3E vous est ouvert',
    lines: (address: string, roles: readonly string[]) => [
      'Bonjour,',
      `Vous pouvez maintenant entrer au bureau des communautés du F3E : ${roles.join(', ')}.`,
      `Entrez avec cette adresse, ${address} : un code vous est envoyé à chaque fois.`,
    ],
    button: 'Ouvrir le bureau',
    after: ['Si vous ne savez pas de quoi il s’agit, répondez à ce message.'],
  },
};
const en: typeof fr = {
  enter: {
    subject: 'Enter the F3E desk',
    lines: (code) => [
      'Hello,',
      `Your code: ${code}`,
      'It works once, for fifteen minutes, in the browser where you asked for it. The link does the same.',
    ],
    button: 'Enter the desk',
    after: [
      'If you asked for nothing, you have nothing to do: without that browser, this message opens nothing.',
    ],
  },
  trial: {
    subject: 'Trial message of the F3E desk',
    lines: ['Hello,', 'This message has arrived: the desk can write.'],
  },
  welcome: {
    subject: 'The desk of F3E’s communities is open to you',
    lines: (address, roles) => [
      'Hello,',
      `You may now enter the desk of F3E’s communities: ${roles.join(', ')}.`,
      `Enter with this address, ${address}: a code is sent to you each time.`,
    ],
    button: 'Open the desk',
    after: ['If you do not know what this is about, answer this message.'],
  },
};

/** The words of the mails to the team. */
export const deskMails = (language: Language): typeof fr => ({ fr, en })[language];
