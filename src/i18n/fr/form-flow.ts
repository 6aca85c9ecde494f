import type { FormFlowStrings } from '../strings.js';

const kept = 'Vos réponses sont toujours là.';

export const strings: FormFlowStrings = {
  errorsTitle: (count) => (count < 2 ? 'Une réponse est à revoir' : `${count} réponses sont à revoir`),
  issues: {
    required: (label) => `Renseignez « ${label} ».`,
    email: 'Écrivez une adresse e-mail complète, par exemple prenom.nom@organisation.org.',
    tooLong: (label, most) => `${label} : ${most} caractères au plus.`,
  },
  charactersLeft: (count) => (count < 0 ? `${-count} caractères en trop` : `${count} caractères restants`),
  known: {
    member: 'Cette organisation est membre du F3E.',
    nonMember: 'Cette organisation n’est pas membre du F3E : bienvenue.',
  },
  sending: 'Envoi en cours…',
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
    'Un e-mail part vers l’adresse que vous avez donnée dans les minutes qui viennent.',
    'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer. S’il n’arrive pas, regardez dans les courriers indésirables.',
    'Un second message vous dira ce qui se passe ensuite, et comment relire ou annuler votre demande.',
  ],
  changed:
    'Le formulaire a changé pendant que vous le remplissiez. Relisez vos réponses, puis envoyez à nouveau.',
};
