import type { Community, PrivacyNotice } from '../../src/contract/index.js';
import type { Language } from './language.js';
import { mailComes } from './mail-comes.js';

/** The words of the hosted pages. */
export interface PageMessages {
  siteName: string;
  /** Leads to the builder of what a site pastes. */
  embed: string;
  home: { title: string; intro: string };
  communities: { title: string; intro: string; propose: string };
  community: {
    functions: string;
    weight: Record<1 | 2 | 3, string>;
    functionKinds: Record<Community['functions'][number]['kind'], string>;
    origin: string;
    audience: string;
    bothWelcome: string;
    membersOnly: string;
    sessions: string;
    noSession: string;
    subscribe: string;
    back: string;
    join: Record<Community['status'], string>;
    status: Record<Community['status'], string>;
  };
  join: {
    onlyRequired: string;
    choose: string;
    strand: string;
    noStrand: string;
    noticeTitle: string;
    noticeParts: Record<keyof PrivacyNotice, string>;
    consents: string;
    errorsTitle: string;
    review: string;
    required: string;
    /** A question that is asked after some answers to another one. */
    onlyIf(question: string, answers: readonly string[]): string;
    thanksTitle: string;
    thanks: string[];
    backTo(name: string): string;
    changed: string;
    tooMany: string;
    /** Label of the question that robots answer. */
    trap: string;
  };
  proposal: { thanksTitle: string; thanks: string[] };
  notFound: { title: string; text: string };
  failed: { title: string; text: string };
}

const fr: PageMessages = {
  siteName: 'Communautés de pratiques du F3E',
  embed: 'Montrer cela dans votre site',
  home: {
    title: 'Bienvenue',
    intro:
      'Les communautés de pratiques du F3E réunissent des personnes qui apprennent les unes des autres, membres ou non du réseau.',
  },
  communities: {
    title: 'Les communautés de pratiques',
    intro: 'Des groupes d’apprentissage entre pairs, ouverts aux membres et aux non-membres du F3E.',
    propose: 'Proposer une communauté',
  },
  community: {
    functions: 'À quoi elle sert',
    weight: { 3: 'au cœur', 2: 'important', 1: 'en appui' },
    functionKinds: {
      experimentation: 'Expérimentation',
      learning: 'Apprentissage',
      networking: 'Réseautage',
    },
    origin: 'D’où elle vient',
    audience: 'Pour qui',
    bothWelcome: 'Membres et non-membres du F3E.',
    membersOnly: 'Membres du F3E.',
    sessions: 'Prochaines séances',
    noSession:
      'Aucune séance n’est prévue pour l’instant. Rejoignez la communauté pour être au courant de la prochaine.',
    subscribe: 'S’abonner à ces séances dans mon agenda (.ics)',
    back: 'Toutes les communautés',
    join: {
      open: 'Rejoindre',
      'on-request': 'Demander à rejoindre',
      closed: 'Être prévenu·e de la réouverture',
    },
    status: {
      open: 'Ouverte à toutes et tous',
      'on-request': 'Entrée sur demande',
      closed: 'Fermée pour le moment',
    },
  },
  join: {
    onlyRequired: 'Seules les réponses marquées « (obligatoire) » le sont.',
    choose: 'Choisir…',
    strand: 'Volet',
    noStrand: 'Toute la communauté',
    noticeTitle: 'Ce que nous faisons de vos réponses',
    noticeParts: {
      controller: 'Responsable',
      purposes: 'À quoi elles servent',
      basis: 'Base légale',
      mandatory: 'Ce qui est obligatoire',
      recipients: 'Qui les lit',
      retention: 'Combien de temps',
      rights: 'Vos droits',
      contact: 'Contact',
      complaint: 'Réclamation',
      transfers: 'Où',
    },
    consents: 'Si vous le souhaitez',
    errorsTitle: 'Quelques réponses sont à revoir',
    review: 'Relisez vos réponses, puis envoyez : rien n’est parti pour l’instant.',
    required: 'obligatoire',
    onlyIf: (question, answers) =>
      `À remplir si vous avez répondu « ${answers.join(' » ou « ')} » à « ${question} ».`,
    thanksTitle: 'Votre demande est bien arrivée',
    thanks: [
      mailComes.fr,
      'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer votre demande. S’il n’arrive pas, regardez dans les courriers indésirables.',
      'Une fois la demande confirmée, un second message vous dira ce qui se passe ensuite.',
    ],
    backTo: (name) => `Retour à « ${name} »`,
    changed:
      'Le formulaire a changé pendant que vous le remplissiez : relisez vos réponses, puis envoyez à nouveau.',
    tooMany:
      'Trop de demandes sont parties d’ici ou pour cette adresse. Vos réponses sont toujours là : attendez une heure, puis envoyez à nouveau.',
    trap: 'Ne remplissez pas ce champ',
  },
  proposal: {
    thanksTitle: 'Votre proposition est bien arrivée',
    thanks: [
      mailComes.fr,
      'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer votre proposition. S’il n’arrive pas, regardez dans les courriers indésirables.',
      'L’équipe du F3E l’étudie ensuite et vous répond par e-mail.',
    ],
  },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être incomplète, ou la page a changé de place.',
  },
  failed: {
    title: 'Un problème de notre côté',
    text: 'Vos réponses n’ont pas pu être traitées. Réessayez dans quelques minutes.',
  },
};

const en: PageMessages = {
  siteName: 'F3E communities of practice',
  embed: 'Show this in your site',
  home: {
    title: 'Welcome',
    intro:
      'In the communities of practice of F3E, people learn from each other, whether their organisation belongs to the network or not.',
  },
  communities: {
    title: 'Communities of practice',
    intro: 'Peer-learning groups, open to members and non-members of F3E.',
    propose: 'Propose a community',
  },
  community: {
    functions: 'What it is for',
    weight: { 3: 'at the heart', 2: 'important', 1: 'in support' },
    functionKinds: { experimentation: 'Experimentation', learning: 'Learning', networking: 'Networking' },
    origin: 'Where it comes from',
    audience: 'Who may come',
    bothWelcome: 'Members and non-members of F3E.',
    membersOnly: 'Members of F3E.',
    sessions: 'Next sessions',
    noSession: 'No session is planned yet. Join the community to hear of the next one.',
    subscribe: 'Subscribe to these sessions in my calendar (.ics)',
    back: 'All communities',
    join: { open: 'Join', 'on-request': 'Ask to join', closed: 'Hear when it reopens' },
    status: { open: 'Open to all', 'on-request': 'Joining on request', closed: 'Closed for now' },
  },
  join: {
    onlyRequired: 'Only the answers marked “(required)” are.',
    choose: 'Choose…',
    strand: 'Strand',
    noStrand: 'The whole community',
    noticeTitle: 'What we do with your answers',
    noticeParts: {
      controller: 'Controller',
      purposes: 'What they serve',
      basis: 'Legal basis',
      mandatory: 'What is required',
      recipients: 'Who reads them',
      retention: 'How long',
      rights: 'Your rights',
      contact: 'Contact',
      complaint: 'Complaint',
      transfers: 'Where',
    },
    consents: 'If you wish',
    errorsTitle: 'Some answers need another look',
    review: 'Read your answers again, then send: nothing has gone yet.',
    required: 'required',
    onlyIf: (question, answers) =>
      `Fill this in if you answered “${answers.join('” or “')}” to “${question}”.`,
    thanksTitle: 'Your request has arrived',
    thanks: [
      mailComes.en,
      'Open the link in it within 48 hours to confirm your request. If it does not come, look among unwanted mail.',
      'Once confirmed, a second message will tell you what comes next.',
    ],
    backTo: (name) => `Back to “${name}”`,
    changed: 'The form changed while you were filling it in: read your answers again, then send once more.',
    tooMany:
      'Too many requests came from here or for this address. Your answers are still here: wait an hour, then send again.',
    trap: 'Leave this field empty',
  },
  proposal: {
    thanksTitle: 'Your proposal has arrived',
    thanks: [
      mailComes.en,
      'Open the link in it within 48 hours to confirm your proposal. If it does not come, look among unwanted mail.',
      'The F3E team then studies it and answers by e-mail.',
    ],
  },
  notFound: {
    title: 'This page does not exist',
    text: 'The address may be incomplete, or the page has moved.',
  },
  failed: {
    title: 'Something failed on our side',
    text: 'Your answers could not be handled. Try again in a few minutes.',
  },
};

const all: Record<Language, PageMessages> = { fr, en };
export const pageMessages = (language: Language): PageMessages => all[language];
