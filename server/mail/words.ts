import type { Language } from '../forms/words.js';

/** The words of the mails. The first mail holds nothing that a person typed: it may go to somebody else's address. */
export interface MailWords {
  confirm: {
    subject: string;
    lines(community: string, hours: number): string[];
    button: string;
    ignore: string;
  };
  confirmed: {
    subject: Record<'accepted' | 'received' | 'waiting', string>;
    lines: Record<'accepted' | 'received' | 'waiting', (community: string) => string[]>;
    manage: string;
    button: string;
    receipt: {
      title: string;
      noConsent: string;
      given(text: string): string;
      facts(facts: ReceiptFacts): string;
    };
  };
  signature: string;
}

export interface ReceiptFacts {
  date: string;
  version: string;
  site: string | null;
}

const fr: MailWords = {
  confirm: {
    subject: 'Confirmez votre demande aux communautés de pratiques du F3E',
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
    manage: 'Pour relire votre demande ou l’annuler, à tout moment :',
    button: 'Voir ma demande',
    receipt: {
      title: 'Ce à quoi vous avez consenti',
      noConsent: 'Vous n’avez coché aucune case facultative.',
      given: (text) => `« ${text} »`,
      facts: ({ date, version, site }) =>
        `Le ${date}, version ${version} du formulaire${site ? `, depuis le site ${site}` : ''}.`,
    },
  },
  signature: 'L’équipe des communautés de pratiques du F3E',
};

const en: MailWords = {
  confirm: {
    subject: 'Please confirm your request to the F3E communities of practice',
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
    manage: 'To read your request again or cancel it, at any time:',
    button: 'See my request',
    receipt: {
      title: 'What you consented to',
      noConsent: 'You ticked no optional box.',
      given: (text) => `“${text}”`,
      facts: ({ date, version, site }) =>
        `On ${date}, form version ${version}${site ? `, on the site ${site}` : ''}.`,
    },
  },
  signature: 'The F3E communities of practice team',
};

const all: Record<Language, MailWords> = { fr, en };
export const mailWords = (language: Language): MailWords => all[language];
