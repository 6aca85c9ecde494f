import type { CommunityProposalStatus, JoinRequestStatus, Registration } from '../../src/contract/index.js';
import type { Language } from './language.js';

interface Notice {
  title: string;
  text: string;
}

/** What differs from one kind of submission to the other. */
interface SelfServiceKindMessages {
  confirmTitle: string;
  confirmText(name: string): string;
  confirm: string;
  title: string;
  cancel: string;
  cancelNote: string;
}

/** The words of the pages behind secret links: confirming, and a person's own page. */
export interface SelfServiceMessages {
  'join-request': SelfServiceKindMessages & { status: Record<JoinRequestStatus, string> };
  registration: SelfServiceKindMessages & {
    state: Record<Registration['state'], string>;
    sessionCancelled(reason: string): string;
    position(nth: number): string;
    offerUntil(when: string): string;
    accept: string;
    onlineLink: string;
    addToCalendar: string;
  };
  proposal: SelfServiceKindMessages & { status: Record<CommunityProposalStatus, string> };
  refuse: string;
  refused: Notice;
  expired: Notice;
  done: Notice;
  unknown: Notice;
  erased: Notice;
  again: string;
  answers: string;
  noAnswers: string;
  correct: string;
  correctTitle: string;
  correctIntro: string;
  save: string;
  saved: string;
  consents: string;
  consentNote: string;
  withdraw: string;
  withdrawn(date: string): string;
  given(date: string): string;
  noConsents: string;
  cancelTitle: string;
  data: string;
  dataNote: string;
  exportAs(format: string): string;
  eraseTitle: string;
  eraseNote: string;
  eraseSure: string;
}

const fr: SelfServiceMessages = {
  'join-request': {
    confirmTitle: 'Confirmer votre demande',
    confirmText: (name) => `Vous avez demandé à rejoindre la communauté « ${name} ».`,
    confirm: 'Confirmer ma demande',
    title: 'Votre demande',
    status: {
      unconfirmed: 'À confirmer',
      received: 'Confirmée : l’équipe du F3E la lit et vous répond par e-mail.',
      accepted:
        'Confirmée : vous faites partie de la communauté. L’équipe vous écrira avant la prochaine séance.',
      told: 'Vous avez été prévenu·e de la réouverture.',
      waiting: 'Confirmée : nous vous écrirons à la réouverture de la communauté.',
      declined: 'L’équipe du F3E n’a pas pu y répondre favorablement.',
      withdrawn: 'Annulée : vous ne recevrez plus de message.',
    },
    cancel: 'Annuler ma demande',
    cancelNote: 'L’annulation prend effet tout de suite, et retire aussi vos accords.',
  },
  registration: {
    confirmTitle: 'Confirmer votre inscription',
    confirmText: (name) => `Vous avez demandé une place pour : ${name}.`,
    confirm: 'Confirmer mon inscription',
    title: 'Votre inscription',
    state: {
      unconfirmed: 'À confirmer',
      confirmed: 'Votre place est réservée.',
      'waiting-list':
        'Vous êtes sur la liste d’attente. Si une place se libère pour vous, vous recevez un e-mail.',
      offered: 'Une place s’est libérée : elle est gardée pour vous.',
      'pending-approval': 'Confirmée : l’équipe du F3E lit votre demande et vous répond par e-mail.',
      cancelled: 'Vous n’êtes pas inscrit·e à cette séance.',
    },
    sessionCancelled: (reason) => `La séance est annulée. ${reason}`.trim(),
    position: (nth) => `Votre position : ${nth}.`,
    offerUntil: (when) => `Acceptez-la avant le ${when}. Ensuite, elle ira à la personne suivante.`,
    accept: 'Accepter la place',
    onlineLink: 'Rejoindre la séance en ligne',
    addToCalendar: 'Ajouter à mon agenda (.ics)',
    cancel: 'Annuler mon inscription',
    cancelNote:
      'L’annulation prend effet tout de suite ; votre place va à la personne suivante. Vos accords restent : retirez-les ci-dessus, un par un.',
  },
  proposal: {
    confirmTitle: 'Confirmer votre proposition',
    confirmText: () => 'Vous avez proposé une nouvelle communauté de pratiques.',
    confirm: 'Confirmer ma proposition',
    title: 'Votre proposition',
    status: {
      unconfirmed: 'À confirmer',
      submitted: 'Confirmée : l’équipe du F3E va l’étudier et vous répond par e-mail.',
      'under-study': 'À l’étude : l’équipe du F3E prendra contact avec vous.',
      accepted: 'Retenue : l’équipe du F3E la construit avec vous.',
      declined: 'Le F3E ne la retient pas pour l’instant.',
      withdrawn: 'Retirée.',
    },
    cancel: 'Retirer ma proposition',
    cancelNote:
      'Le retrait prend effet tout de suite. Vos accords restent : retirez-les ci-dessus, un par un.',
  },
  refuse: 'Ce n’est pas moi : tout effacer',
  refused: {
    title: 'C’est effacé',
    text: 'Les réponses et l’adresse ont été effacées. Rien n’en est gardé.',
  },
  expired: {
    title: 'Ce lien a expiré',
    text: 'Il était valable 48 heures. Recommencez : cela prend une minute.',
  },
  done: {
    title: 'C’est déjà confirmé',
    text: 'Le message reçu ensuite contient le lien pour relire, corriger ou annuler.',
  },
  unknown: {
    title: 'Ce lien n’ouvre rien',
    text: 'Il est peut-être incomplet : copiez-le en entier depuis le message. Si tout a été effacé, il ne sert plus.',
  },
  erased: {
    title: 'Tout est effacé',
    text: 'Vos réponses, votre adresse et vos accords ont été effacés. Ce lien ne sert plus.',
  },
  again: 'Recommencer',
  answers: 'Vos réponses',
  noAnswers: 'Vous n’avez rien écrit d’autre que votre adresse.',
  correct: 'Corriger mes réponses',
  correctTitle: 'Corriger vos réponses',
  correctIntro:
    'Changez ce qu’il faut, puis enregistrez. L’adresse e-mail ne se change pas : c’est elle qui dit que c’est vous. Pour une autre adresse, annulez puis recommencez.',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  consents: 'Vos accords',
  consentNote: 'Retirer un accord ne change rien d’autre.',
  withdraw: 'Retirer cet accord',
  withdrawn: (date) => `Retiré le ${date}.`,
  given: (date) => `Donné le ${date}.`,
  noConsents: 'Vous n’avez donné aucun accord facultatif.',
  cancelTitle: 'Annuler',
  data: 'Vos données',
  dataNote: 'Tout ce que nous gardons avec ce lien, dans un fichier.',
  exportAs: (format) => `Télécharger (${format})`,
  eraseTitle: 'Tout effacer',
  eraseNote:
    'Efface vos réponses, votre adresse et vos accords, tout de suite et pour de bon. Si vous aviez une place, elle va à la personne suivante.',
  eraseSure: 'Oui, effacer pour de bon',
};

const en: SelfServiceMessages = {
  'join-request': {
    confirmTitle: 'Confirm your request',
    confirmText: (name) => `You asked to join the community “${name}”.`,
    confirm: 'Confirm my request',
    title: 'Your request',
    status: {
      unconfirmed: 'To be confirmed',
      received: 'Confirmed: the F3E team reads it and answers by e-mail.',
      accepted:
        'Confirmed: you are part of the community. The team will write to you before the next session.',
      told: 'You were told that it has reopened.',
      waiting: 'Confirmed: we will write to you when the community reopens.',
      declined: 'The F3E team could not accept it.',
      withdrawn: 'Cancelled: you will receive no more messages.',
    },
    cancel: 'Cancel my request',
    cancelNote: 'It takes effect at once, and withdraws your consents too.',
  },
  registration: {
    confirmTitle: 'Confirm your registration',
    confirmText: (name) => `You asked for a seat at: ${name}.`,
    confirm: 'Confirm my registration',
    title: 'Your registration',
    state: {
      unconfirmed: 'To be confirmed',
      confirmed: 'Your seat is reserved.',
      'waiting-list': 'You are on the waiting list. If a seat frees for you, you receive an e-mail.',
      offered: 'A seat is free: it is kept for you.',
      'pending-approval': 'Confirmed: the F3E team reads your request and answers by e-mail.',
      cancelled: 'You are not registered for this session.',
    },
    sessionCancelled: (reason) => `The session is cancelled. ${reason}`.trim(),
    position: (nth) => `Your position: ${nth}.`,
    offerUntil: (when) => `Accept it before ${when}. After that, it goes to the next person.`,
    accept: 'Accept the seat',
    onlineLink: 'Join the session online',
    addToCalendar: 'Add to my calendar (.ics)',
    cancel: 'Cancel my registration',
    cancelNote:
      'It takes effect at once; your seat goes to the next person. Your consents stay: withdraw them above, one by one.',
  },
  proposal: {
    confirmTitle: 'Confirm your proposal',
    confirmText: () => 'You proposed a new community of practice.',
    confirm: 'Confirm my proposal',
    title: 'Your proposal',
    status: {
      unconfirmed: 'To be confirmed',
      submitted: 'Confirmed: the F3E team will study it and answers by e-mail.',
      'under-study': 'Being studied: the F3E team will contact you.',
      accepted: 'Accepted: the F3E team builds it with you.',
      declined: 'F3E does not take it up for now.',
      withdrawn: 'Withdrawn.',
    },
    cancel: 'Withdraw my proposal',
    cancelNote: 'It takes effect at once. Your consents stay: withdraw them above, one by one.',
  },
  refuse: 'This was not me: erase it all',
  refused: {
    title: 'It is erased',
    text: 'The answers and the address were erased. Nothing of them is kept.',
  },
  expired: {
    title: 'This link has expired',
    text: 'It was good for 48 hours. Start again: it takes a minute.',
  },
  done: {
    title: 'It is confirmed already',
    text: 'The message that followed holds the link to read again, correct or cancel.',
  },
  unknown: {
    title: 'This link opens nothing',
    text: 'It may be incomplete: copy all of it from the message. If all was erased, it serves no more.',
  },
  erased: {
    title: 'All is erased',
    text: 'Your answers, your address and your consents were erased. This link serves no more.',
  },
  again: 'Start again',
  answers: 'Your answers',
  noAnswers: 'You wrote nothing but your address.',
  correct: 'Correct my answers',
  correctTitle: 'Correct your answers',
  correctIntro:
    'Change what needs it, then save. The e-mail address cannot be changed: it is what says that this is you. For another address, cancel and start again.',
  save: 'Save',
  saved: 'It is saved.',
  consents: 'Your consents',
  consentNote: 'Withdrawing a consent changes nothing else.',
  withdraw: 'Withdraw this consent',
  withdrawn: (date) => `Withdrawn on ${date}.`,
  given: (date) => `Given on ${date}.`,
  noConsents: 'You gave no optional consent.',
  cancelTitle: 'Cancel',
  data: 'Your data',
  dataNote: 'All that we keep with this link, in a file.',
  exportAs: (format) => `Download (${format})`,
  eraseTitle: 'Erase all',
  eraseNote:
    'Erases your answers, your address and your consents, at once and for good. If you had a seat, it goes to the next person.',
  eraseSure: 'Yes, erase for good',
};

const all: Record<Language, SelfServiceMessages> = { fr, en };
export const selfServiceMessages = (language: Language): SelfServiceMessages => all[language];
