import type { FormSubmissionMessages, SubmissionMessages } from '../messages.js';

const kept = 'Vos réponses sont toujours là.';
const mailComes =
  'Un e-mail part vers l’adresse que vous avez donnée, d’ordinaire dans les minutes qui viennent. Si plusieurs demandes sont faites avec elle, un seul message les réunit, le lendemain au plus tard.';

const join: SubmissionMessages = {
  waitingForNetwork:
    'Pas de connexion. Votre demande est gardée sur cette page et partira une seule fois, dès le retour du réseau. Ne fermez pas la page.',
  notSent: {
    offline: `La demande n’a pas pu partir. ${kept} Réessayez : elle ne sera comptée qu’une fois.`,
    timeout: `Le service met trop de temps à répondre. ${kept} Réessayez : elle ne sera comptée qu’une fois.`,
    'not-found': `Cette communauté n’est plus proposée. ${kept}`,
    refused: `Ce site n’est pas autorisé à envoyer des demandes. ${kept}`,
    invalid: `Certaines réponses n’ont pas été acceptées. ${kept}`,
    busy: `Trop de demandes sont parties en peu de temps. ${kept} Attendez un peu, puis réessayez.`,
    server: `Le service a rencontré un problème. ${kept} Réessayez dans quelques minutes.`,
    garbage: `La réponse reçue n’est pas lisible. ${kept} Réessayez : la demande ne sera comptée qu’une fois.`,
  },
  orOnPage: 'Vous pouvez aussi faire votre demande sur la page du F3E',
  sentTitle: 'Votre demande est bien arrivée',
  next: [
    mailComes,
    'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer. S’il n’arrive pas, regardez dans les courriers indésirables.',
    'Un second message vous dira ce qui se passe ensuite, et comment relire ou annuler votre demande.',
  ],
};

export const messages: FormSubmissionMessages = {
  sentTo: 'L’adresse :',
  correct: 'Corriger l’adresse',
  addToCalendar: 'Ajouter la séance à mon agenda',
  resources: 'Voir ce que la communauté a produit',
  notAcceptedTitle: 'L’envoi n’a pas été accepté',
  errorsTitle: (count) => (count < 2 ? 'Une réponse est à revoir' : `${count} réponses sont à revoir`),
  issues: {
    required: (label) => `Renseignez « ${label} ».`,
    email: 'Écrivez une adresse e-mail complète, par exemple prenom.nom@organisation.org.',
    tooLong: (label, most) => `${label} : ${most} caractères au plus.`,
  },
  charactersLeft: (count) => (count < 0 ? `${-count} caractères en trop` : `${count} caractères restants`),
  sending: 'Envoi en cours…',
  changed:
    'Le formulaire a changé pendant que vous le remplissiez. Relisez vos réponses, puis envoyez à nouveau.',
  submissions: {
    join,
    registration: {
      ...join,
      waitingForNetwork:
        'Pas de connexion. Votre inscription est gardée sur cette page et partira une seule fois, dès le retour du réseau. Ne fermez pas la page.',
      notSent: {
        ...join.notSent,
        'not-found': 'Cette séance n’est plus proposée. Vos réponses sont toujours là.',
      },
      sentTitle: 'Votre inscription est bien arrivée',
      next: [
        mailComes,
        'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer : votre place n’est réservée qu’à ce moment. S’il n’arrive pas, regardez dans les courriers indésirables.',
        'Un second message vous apportera la séance pour votre agenda, et le lien pour annuler.',
      ],
    },
    proposal: {
      ...join,
      waitingForNetwork:
        'Pas de connexion. Votre proposition est gardée sur cette page et partira une seule fois, dès le retour du réseau. Ne fermez pas la page.',
      notSent: {
        ...join.notSent,
        'not-found': 'On ne peut pas proposer de communauté en ce moment. Vos réponses sont toujours là.',
      },
      orOnPage: 'Vous pouvez aussi faire votre proposition sur la page du F3E',
      sentTitle: 'Votre proposition est bien arrivée',
      next: [
        mailComes,
        'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer. S’il n’arrive pas, regardez dans les courriers indésirables.',
        'L’équipe du F3E étudie ensuite votre proposition et vous répond par e-mail.',
      ],
    },
  },
};
