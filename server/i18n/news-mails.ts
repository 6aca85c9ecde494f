import type { Language } from './language.js';

/** What may happen to a registration after it was confirmed. */
export type SessionNewsKind =
  'confirmed' | 'waiting-list' | 'declined' | 'offered' | 'offerEnded' | 'reminder' | 'changed' | 'cancelled';

interface SessionFacts {
  session: string;
  when: string;
  /** When it was to take place, where that has changed; else empty. */
  was: string;
  place: string;
  reason: string;
  /** Until when an offered seat is kept. */
  until: string;
  onlineLink: string;
  isOnline: boolean;
}

interface News {
  subject: string;
  lines: string[];
}

/** The words of the mails that follow a confirmation. */
export interface NewsMessages {
  join: Record<
    'accepted' | 'declined' | 'told' | 'question',
    { subject: string; lines(community: string, page: string): string[] }
  >;
  proposal: Record<'submitted' | 'under-study' | 'accepted' | 'declined' | 'question', News>;
  session: Record<SessionNewsKind, { subject: string; lines(facts: SessionFacts): string[] }>;
  /** Before the link to the page where an offered seat is accepted. */
  accept: { lead: string; button: string };
  alert: { subject: string; lines(community: string, limit: number): string[] };
  /** Before the link to the person's own page. */
  manage: string;
  button: string;
}

const fr: NewsMessages = {
  join: {
    question: {
      subject: 'Une question sur votre demande',
      lines: (community) => [
        'Bonjour,',
        `L’équipe du F3E a lu votre demande pour la communauté « ${community} », et a une question avant de vous répondre. Vous pouvez répondre à ce message.`,
      ],
    },
    accepted: {
      subject: 'Bienvenue dans la communauté de pratiques',
      lines: (community) => [
        'Bonjour,',
        `L’équipe du F3E a lu votre demande : vous faites maintenant partie de la communauté « ${community} ».`,
        'Elle vous écrira avant la prochaine séance avec tout ce qu’il faut pour y participer.',
      ],
    },
    told: {
      subject: 'La communauté accueille de nouveau',
      lines: (community, page) => [
        'Bonjour,',
        `Vous aviez demandé à le savoir : la communauté « ${community} » accueille de nouveau. Pour la rejoindre :`,
        page,
      ],
    },
    declined: {
      subject: 'Réponse à votre demande',
      lines: (community) => [
        'Bonjour,',
        `L’équipe du F3E a lu votre demande pour la communauté « ${community} ». Elle ne peut pas y répondre favorablement pour l’instant.`,
        'D’autres communautés et séances sont ouvertes à toutes et tous. Vous pouvez aussi répondre à ce message pour en parler.',
      ],
    },
  },
  proposal: {
    question: {
      subject: 'Une question sur votre proposition',
      lines: [
        'Bonjour,',
        'L’équipe du F3E a lu votre proposition de communauté, et a une question. Vous pouvez répondre à ce message.',
      ],
    },
    submitted: {
      subject: 'Votre proposition est bien arrivée',
      lines: [
        'Bonjour,',
        'Merci : votre proposition de communauté est confirmée.',
        'L’équipe du F3E l’étudie et vous répond par e-mail. Vous n’avez rien d’autre à faire.',
      ],
    },
    'under-study': {
      subject: 'Votre proposition est à l’étude',
      lines: [
        'Bonjour,',
        'L’équipe du F3E étudie votre proposition de communauté et prendra contact avec vous pour en parler.',
      ],
    },
    accepted: {
      subject: 'Votre proposition est retenue',
      lines: [
        'Bonjour,',
        'Bonne nouvelle : le F3E retient votre proposition de communauté. L’équipe vous écrit bientôt pour la construire avec vous.',
      ],
    },
    declined: {
      subject: 'Réponse à votre proposition',
      lines: [
        'Bonjour,',
        'L’équipe du F3E a étudié votre proposition de communauté et ne la retient pas pour l’instant. Merci de l’avoir partagée.',
        'Vous pouvez répondre à ce message pour en parler.',
      ],
    },
  },
  session: {
    confirmed: {
      subject: 'Votre place est réservée',
      lines: ({ session, when }) => ['Bonjour,', `Votre place est réservée pour « ${session} », ${when}.`],
    },
    'waiting-list': {
      subject: 'Vous êtes sur la liste d’attente',
      lines: ({ session, when }) => [
        'Bonjour,',
        `Votre demande pour « ${session} », ${when}, est acceptée, mais la séance est complète : vous êtes sur la liste d’attente.`,
      ],
    },
    declined: {
      subject: 'Réponse à votre demande de participation',
      lines: ({ session, when }) => [
        'Bonjour,',
        `L’équipe du F3E a lu votre demande pour « ${session} », ${when}. Elle ne peut pas y répondre favorablement.`,
        'D’autres séances sont ouvertes à toutes et tous.',
      ],
    },
    offered: {
      subject: 'Une place s’est libérée : la voulez-vous ?',
      lines: ({ session, when, until }) => [
        'Bonjour,',
        `Une place s’est libérée pour « ${session} », ${when}.`,
        `Elle est gardée pour vous jusqu’au ${until}. Passé ce moment, elle ira à la personne suivante.`,
      ],
    },
    offerEnded: {
      subject: 'La place est allée à la personne suivante',
      lines: ({ session, when }) => [
        'Bonjour,',
        `La place gardée pour vous pour « ${session} », ${when}, est allée à la personne suivante. Vous restez sur la liste d’attente, après celles et ceux qui attendent déjà.`,
      ],
    },
    reminder: {
      subject: 'Rappel : votre séance approche',
      lines: ({ session, when, place, onlineLink, isOnline }) => [
        'Bonjour,',
        `« ${session} » a lieu ${when}.`,
        ...(place ? [`Lieu : ${place}.`] : []),
        ...(onlineLink
          ? ['Le lien de connexion, pour vous seul·e :', onlineLink]
          : isOnline
            ? ['L’équipe vous enverra le lien de connexion avant le début.']
            : []),
        'Si vous ne pouvez plus venir, annulez : votre place servira à quelqu’un d’autre.',
      ],
    },
    changed: {
      subject: 'Changement : votre séance est déplacée',
      lines: ({ session, when, was, place }) => [
        'Bonjour,',
        ...(was
          ? [`« ${session} » devait avoir lieu ${was}.`, `Nouvelle date : ${when}.`]
          : [`« ${session} » a maintenant lieu ${when}.`]),
        ...(place ? [`Lieu : ${place}.`] : []),
        'Votre inscription reste valable. Si ce changement ne vous convient pas, annulez par le lien ci-dessous.',
      ],
    },
    cancelled: {
      subject: 'Annulation de votre séance',
      lines: ({ session, when, reason }) => [
        'Bonjour,',
        `« ${session} », ${when}, est annulée.${reason ? ` ${reason}` : ''}`,
        'Vous n’avez rien à faire. Toutes nos excuses pour ce contretemps.',
      ],
    },
  },
  accept: { lead: 'Pour l’accepter, ou la laisser à quelqu’un d’autre :', button: 'Voir la place' },
  alert: {
    subject: 'Trop d’envois pour une communauté : formulaires en pause',
    lines: (community, limit) => [
      `Plus de ${limit} envois sont arrivés en une heure pour « ${community} ».`,
      'Ses formulaires refusent les suivants jusqu’à la fin de l’heure. Ce qui est arrivé avant est gardé.',
      'S’il s’agit d’un abus, regardez d’où viennent les envois dans la liste des demandes. S’il s’agit d’un succès, relevez LIMIT_PER_COMMUNITY.',
    ],
  },
  manage: 'Pour relire, corriger, annuler ou effacer, à tout moment :',
  button: 'Ouvrir ma page',
};

const en: NewsMessages = {
  join: {
    question: {
      subject: 'A question about your request',
      lines: (community) => [
        'Hello,',
        `F3E’s team has read your request for the community “${community}”, and has a question before it answers. You can answer this message.`,
      ],
    },
    accepted: {
      subject: 'Welcome to the community of practice',
      lines: (community) => [
        'Hello,',
        `The F3E team has read your request: you are now part of the community “${community}”.`,
        'It will write to you before the next session with all you need to take part.',
      ],
    },
    told: {
      subject: 'The community takes new people again',
      lines: (community, page) => [
        'Hello,',
        `You asked to hear of it: the community “${community}” takes new people again. To join it:`,
        page,
      ],
    },
    declined: {
      subject: 'Answer to your request',
      lines: (community) => [
        'Hello,',
        `The F3E team has read your request for the community “${community}”. It cannot accept it for now.`,
        'Other communities and sessions are open to all. You may also answer this message to talk about it.',
      ],
    },
  },
  proposal: {
    question: {
      subject: 'A question about your proposal',
      lines: [
        'Hello,',
        'F3E’s team has read your proposal of a community, and has a question. You can answer this message.',
      ],
    },
    submitted: {
      subject: 'Your proposal has arrived',
      lines: [
        'Hello,',
        'Thank you: your proposal of a community is confirmed.',
        'The F3E team studies it and answers by e-mail. There is nothing else to do.',
      ],
    },
    'under-study': {
      subject: 'Your proposal is being studied',
      lines: [
        'Hello,',
        'The F3E team studies your proposal of a community and will contact you to talk about it.',
      ],
    },
    accepted: {
      subject: 'Your proposal is accepted',
      lines: [
        'Hello,',
        'Good news: F3E accepts your proposal of a community. The team writes to you soon to build it with you.',
      ],
    },
    declined: {
      subject: 'Answer to your proposal',
      lines: [
        'Hello,',
        'The F3E team has studied your proposal of a community and does not take it up for now. Thank you for sharing it.',
        'You may answer this message to talk about it.',
      ],
    },
  },
  session: {
    confirmed: {
      subject: 'Your seat is reserved',
      lines: ({ session, when }) => ['Hello,', `Your seat is reserved for “${session}”, ${when}.`],
    },
    'waiting-list': {
      subject: 'You are on the waiting list',
      lines: ({ session, when }) => [
        'Hello,',
        `Your request for “${session}”, ${when}, is accepted, but the session is full: you are on the waiting list.`,
      ],
    },
    declined: {
      subject: 'Answer to your request to take part',
      lines: ({ session, when }) => [
        'Hello,',
        `The F3E team has read your request for “${session}”, ${when}. It cannot accept it.`,
        'Other sessions are open to all.',
      ],
    },
    offered: {
      subject: 'A seat is free: do you want it?',
      lines: ({ session, when, until }) => [
        'Hello,',
        `A seat is free for “${session}”, ${when}.`,
        `It is kept for you until ${until}. After that, it goes to the next person.`,
      ],
    },
    offerEnded: {
      subject: 'The seat went to the next person',
      lines: ({ session, when }) => [
        'Hello,',
        `The seat kept for you for “${session}”, ${when}, went to the next person. You stay on the waiting list, after those who wait already.`,
      ],
    },
    reminder: {
      subject: 'Reminder: your session is near',
      lines: ({ session, when, place, onlineLink, isOnline }) => [
        'Hello,',
        `“${session}” takes place ${when}.`,
        ...(place ? [`Place: ${place}.`] : []),
        ...(onlineLink
          ? ['The link to the meeting, for you alone:', onlineLink]
          : isOnline
            ? ['The team will send you the link to the meeting before it begins.']
            : []),
        'If you cannot come any more, cancel: your seat will serve somebody else.',
      ],
    },
    changed: {
      subject: 'Change: your session has moved',
      lines: ({ session, when, was, place }) => [
        'Hello,',
        ...(was
          ? [`“${session}” was to take place ${was}.`, `New date: ${when}.`]
          : [`“${session}” now takes place ${when}.`]),
        ...(place ? [`Place: ${place}.`] : []),
        'Your registration holds. If the change does not suit you, cancel by the link below.',
      ],
    },
    cancelled: {
      subject: 'Your session is cancelled',
      lines: ({ session, when, reason }) => [
        'Hello,',
        `“${session}”, ${when}, is cancelled.${reason ? ` ${reason}` : ''}`,
        'There is nothing to do. We are sorry for the inconvenience.',
      ],
    },
  },
  accept: { lead: 'To accept it, or leave it to somebody else:', button: 'See the seat' },
  alert: {
    subject: 'Too many submissions for a community: its forms pause',
    lines: (community, limit) => [
      `More than ${limit} submissions came within an hour for “${community}”.`,
      'Its forms refuse the next ones until the hour ends. What came before is kept.',
    ],
  },
  manage: 'To read again, correct, cancel or erase, at any time:',
  button: 'Open my page',
};

const all: Record<Language, NewsMessages> = { fr, en };
export const newsMessages = (language: Language): NewsMessages => all[language];
