import type { Language } from './language.js';

/** The words of the mails. The first mail holds nothing that a person typed: it may go to somebody else's address. */
export interface MailMessages {
  confirm: FirstMailMessages;
  confirmed: {
    subject: Record<'accepted' | 'received' | 'waiting', string>;
    lines: Record<'accepted' | 'received' | 'waiting', (community: string) => string[]>;
  };
  confirmRegistration: FirstMailMessages;
  confirmProposal: FirstMailMessages;
  /** Several requests that wait for their confirmation. */
  batch: { subject: string; greeting: string; intro(hours: number): string; ignore: string };
  registration: {
    subject: Record<RegistrationOutcome, string>;
    lines: Record<RegistrationOutcome, (about: RegistrationFacts) => string[]>;
    attached: string;
    /** The file that takes a cancelled session away. */
    attachedCancellation: string;
    /** Name of the attached file. */
    file: string;
  };
  receipt: {
    title: string;
    noConsent: string;
    given(text: string): string;
    facts(facts: ReceiptFacts): string;
  };
  signature: string;
}

interface FirstMailMessages {
  subject: string;
  /** The request, in a mail that holds several. */
  item(subject: string): string;
  /** The person holds one already: what the confirmation would do to it. */
  change: string;
  lines(subject: string, hours: number): string[];
  button: string;
  ignore: string;
}

/** What a registration became: `freed` is a seat that went to somebody who waited. */
export type RegistrationOutcome = 'confirmed' | 'waiting-list' | 'pending-approval' | 'refused' | 'freed';

interface RegistrationFacts {
  session: string;
  when: string;
  position: number | null;
}

export interface ReceiptFacts {
  date: string;
  version: string;
  site: string | null;
}

const fr: MailMessages = {
  confirm: {
    subject: 'Confirmez votre demande aux communautés de pratiques du F3E',
    item: (community) => `Rejoindre la communauté de pratiques « ${community} » :`,
    change:
      'Vous avez déjà une demande pour cette communauté : la confirmer remplace vos réponses. Ce qui vous a été accordé reste.',
    lines: (community, hours) => [
      'Bonjour,',
      `Une demande vient d’être faite avec cette adresse pour la communauté de pratiques « ${community} » du F3E.`,
      `Pour la confirmer, ouvrez ce lien dans les ${hours} heures, puis cliquez sur « Confirmer ma demande » :`,
    ],
    button: 'Confirmer ma demande',
    ignore:
      'Si cette demande ne vient pas de vous, ne faites rien : elle sera effacée dans 7 jours et personne n’aura été inscrit.',
  },
  confirmed: {
    subject: {
      accepted: 'Bienvenue dans la communauté de pratiques',
      received: 'Votre demande est confirmée : et maintenant ?',
      waiting: 'Nous vous écrirons à la réouverture',
    },
    lines: {
      accepted: (community) => [
        'Bonjour,',
        `Vous faites maintenant partie de la communauté « ${community} ».`,
        'L’équipe du F3E vous écrira avant la prochaine séance avec tout ce qu’il faut pour y participer.',
      ],
      received: (community) => [
        'Bonjour,',
        `Votre demande pour la communauté « ${community} » est confirmée.`,
        'L’équipe du F3E la lit et vous répond par e-mail. Vous n’avez rien d’autre à faire.',
      ],
      waiting: (community) => [
        'Bonjour,',
        `Votre adresse est notée : nous vous écrirons quand la communauté « ${community} » accueillera de nouveau.`,
      ],
    },
  },
  confirmRegistration: {
    subject: 'Confirmez votre inscription à une séance du F3E',
    item: (session) => `Vous inscrire à la séance « ${session} » :`,
    change: 'Vous êtes déjà inscrit·e à cette séance : confirmer remplace vos réponses. Votre place reste.',
    lines: (session, hours) => [
      'Bonjour,',
      `Une inscription vient d’être faite avec cette adresse pour la séance « ${session} » du F3E.`,
      `Pour la confirmer, ouvrez ce lien dans les ${hours} heures, puis cliquez sur « Confirmer mon inscription ». Votre place n’est réservée qu’à ce moment :`,
    ],
    button: 'Confirmer mon inscription',
    ignore:
      'Si cette inscription ne vient pas de vous, ne faites rien : elle sera effacée dans 7 jours et personne n’aura été inscrit.',
  },
  confirmProposal: {
    subject: 'Confirmez votre proposition de communauté au F3E',
    item: () => 'Proposer une nouvelle communauté :',
    change: '',
    lines: (_, hours) => [
      'Bonjour,',
      'Une proposition de communauté de pratiques vient d’être faite au F3E avec cette adresse.',
      `Pour la confirmer, ouvrez ce lien dans les ${hours} heures, puis cliquez sur « Confirmer ma proposition » :`,
    ],
    button: 'Confirmer ma proposition',
    ignore: 'Si cette proposition ne vient pas de vous, ne faites rien : elle sera effacée dans 7 jours.',
  },
  batch: {
    subject: 'Confirmez vos demandes au F3E',
    greeting: 'Bonjour,',
    intro: (hours) =>
      `Plusieurs demandes viennent d’être faites avec cette adresse. Pour confirmer chacune, ouvrez son lien dans les ${hours} heures, puis cliquez sur le bouton de la page :`,
    ignore:
      'Si une demande ne vient pas de vous, ne faites rien : elle sera effacée dans 7 jours et personne n’aura été inscrit.',
  },
  registration: {
    subject: {
      confirmed: 'Votre place est réservée',
      'waiting-list': 'Vous êtes sur la liste d’attente',
      'pending-approval': 'Votre demande de participation est confirmée',
      refused: 'Nous n’avons pas pu vous inscrire',
      freed: 'Une place s’est libérée : elle est pour vous',
    },
    lines: {
      confirmed: ({ session, when }) => [
        'Bonjour,',
        `Votre place est réservée pour « ${session} », ${when}.`,
        'La veille, vous recevez un rappel ; si la séance se tient en ligne, il contient le lien de connexion.',
      ],
      'waiting-list': ({ session, when, position }) => [
        'Bonjour,',
        `« ${session} », ${when}, est complète. Vous êtes sur la liste d’attente${position ? `, en position ${position}` : ''}.`,
        'Si une place se libère pour vous, vous recevez un e-mail aussitôt et avez un temps limité pour l’accepter.',
      ],
      'pending-approval': ({ session, when }) => [
        'Bonjour,',
        `Votre demande pour « ${session} », ${when}, est confirmée.`,
        'L’équipe du F3E la lit et vous répond par e-mail. Vous n’avez rien d’autre à faire.',
      ],
      refused: ({ session, when }) => [
        'Bonjour,',
        `Entre votre inscription et sa confirmation, « ${session} », ${when}, a été complétée, close ou annulée : nous n’avons pas pu vous inscrire. Toutes nos excuses.`,
      ],
      freed: ({ session, when }) => [
        'Bonjour,',
        `Une place s’est libérée pour « ${session} », ${when} : elle est pour vous.`,
        'Si vous ne pouvez plus venir, annulez par le lien ci-dessous : la place ira à la personne suivante.',
      ],
    },
    attached: 'La séance est jointe à ce message, pour votre agenda.',
    attachedCancellation:
      'L’annulation est jointe à ce message : ouvrez-la pour retirer la séance de votre agenda.',
    file: 'seance-f3e.ics',
  },
  receipt: {
    title: 'Ce à quoi vous avez consenti',
    noConsent: 'Vous n’avez coché aucune case facultative.',
    given: (text) => `« ${text} »`,
    facts: ({ date, version, site }) =>
      `Le ${date}, version ${version} du formulaire${site ? `, depuis le site ${site}` : ''}.`,
  },
  signature: 'L’équipe des communautés de pratiques du F3E',
};

const en: MailMessages = {
  confirm: {
    subject: 'Please confirm your request to the F3E communities of practice',
    item: (community) => `Join the community of practice “${community}”:`,
    change:
      'You have a request for this community already: confirming this one replaces your answers. What was granted to you stays.',
    lines: (community, hours) => [
      'Hello,',
      `A request was just made with this address for the F3E community of practice “${community}”.`,
      `To confirm it, open this link within ${hours} hours, then press “Confirm my request”:`,
    ],
    button: 'Confirm my request',
    ignore:
      'If this request is not yours, do nothing: it will be erased in 7 days and nobody will have been enrolled.',
  },
  confirmed: {
    subject: {
      accepted: 'Welcome to the community of practice',
      received: 'Your request is confirmed: what comes next',
      waiting: 'We will write to you when it reopens',
    },
    lines: {
      accepted: (community) => [
        'Hello,',
        `You are now part of the community “${community}”.`,
        'The F3E team will write to you before the next session with all you need to take part.',
      ],
      received: (community) => [
        'Hello,',
        `Your request for the community “${community}” is confirmed.`,
        'The F3E team reads it and answers by e-mail. There is nothing else to do.',
      ],
      waiting: (community) => [
        'Hello,',
        `Your address is noted: we will write to you when the community “${community}” takes new people again.`,
      ],
    },
  },
  confirmRegistration: {
    subject: 'Please confirm your registration for an F3E session',
    item: (session) => `Register for the session “${session}”:`,
    change: 'You are registered for this session already: confirming replaces your answers. Your seat stays.',
    lines: (session, hours) => [
      'Hello,',
      `A registration was just made with this address for the F3E session “${session}”.`,
      `To confirm it, open this link within ${hours} hours, then press “Confirm my registration”. Your seat is yours only from then on:`,
    ],
    button: 'Confirm my registration',
    ignore:
      'If this registration is not yours, do nothing: it will be erased in 7 days and nobody will have been registered.',
  },
  confirmProposal: {
    subject: 'Please confirm your proposal of a community to F3E',
    item: () => 'Propose a new community:',
    change: '',
    lines: (_, hours) => [
      'Hello,',
      'A proposal of a community of practice was just made to F3E with this address.',
      `To confirm it, open this link within ${hours} hours, then press “Confirm my proposal”:`,
    ],
    button: 'Confirm my proposal',
    ignore: 'If this proposal is not yours, do nothing: it will be erased in 7 days.',
  },
  batch: {
    subject: 'Confirm your requests to F3E',
    greeting: 'Hello,',
    intro: (hours) =>
      `Several requests were made with this address. To confirm each of them, open its link within ${hours} hours, then press the button on the page:`,
    ignore:
      'If one of them does not come from you, do nothing: it is erased in 7 days and nobody is registered.',
  },
  registration: {
    subject: {
      confirmed: 'Your seat is reserved',
      'waiting-list': 'You are on the waiting list',
      'pending-approval': 'Your request to take part is confirmed',
      refused: 'We could not register you',
      freed: 'A seat is free: it is yours',
    },
    lines: {
      confirmed: ({ session, when }) => [
        'Hello,',
        `Your seat is reserved for “${session}”, ${when}.`,
        'The day before, you receive a reminder; if the session is online, it holds the link to the meeting.',
      ],
      'waiting-list': ({ session, when, position }) => [
        'Hello,',
        `“${session}”, ${when}, is full. You are on the waiting list${position ? `, in position ${position}` : ''}.`,
        'When a seat frees for you, you are told by e-mail at once.',
      ],
      'pending-approval': ({ session, when }) => [
        'Hello,',
        `Your request for “${session}”, ${when}, is confirmed.`,
        'The F3E team reads it and answers by e-mail. There is nothing else to do.',
      ],
      refused: ({ session, when }) => [
        'Hello,',
        `Between your registration and its confirmation, “${session}”, ${when}, was filled, closed or cancelled: we could not register you. We are sorry.`,
      ],
      freed: ({ session, when }) => [
        'Hello,',
        `A seat is free for “${session}”, ${when}: it is yours.`,
        'If you cannot come any more, cancel by the link below: the seat goes to the next person.',
      ],
    },
    attached: 'The session is attached to this message, for your calendar.',
    attachedCancellation: 'The cancellation is attached: open it to take the session out of your calendar.',
    file: 'f3e-session.ics',
  },
  receipt: {
    title: 'What you consented to',
    noConsent: 'You ticked no optional box.',
    given: (text) => `“${text}”`,
    facts: ({ date, version, site }) =>
      `On ${date}, form version ${version}${site ? `, on the site ${site}` : ''}.`,
  },
  signature: 'The F3E communities of practice team',
};

const all: Record<Language, MailMessages> = { fr, en };
export const mailMessages = (language: Language): MailMessages => all[language];
