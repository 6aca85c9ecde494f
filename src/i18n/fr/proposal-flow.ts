import type { FormFlowStrings } from '../strings.js';
import { strings as joining } from './form-flow.js';

export const strings: FormFlowStrings = {
  ...joining,
  waitingForNetwork:
    'Pas de connexion. Votre proposition est gardée sur cette page et partira une seule fois, dès le retour du réseau. Ne fermez pas la page.',
  notSent: {
    ...joining.notSent,
    'not-found': 'On ne peut pas proposer de communauté en ce moment. Vos réponses sont toujours là.',
  },
  orOnPage: 'Vous pouvez aussi faire votre proposition sur la page du F3E',
  sentTitle: 'Votre proposition est bien arrivée',
  next: [
    'Un e-mail part vers l’adresse que vous avez donnée dans les minutes qui viennent.',
    'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer. S’il n’arrive pas, regardez dans les courriers indésirables.',
    'L’équipe du F3E étudie ensuite votre proposition et vous répond par e-mail.',
  ],
};
