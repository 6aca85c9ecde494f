import type { FormFlowStrings } from '../strings.js';
import { strings as joining } from './form-flow.js';

export const strings: FormFlowStrings = {
  ...joining,
  waitingForNetwork:
    'Pas de connexion. Votre inscription est gardée sur cette page et partira une seule fois, dès le retour du réseau. Ne fermez pas la page.',
  notSent: {
    ...joining.notSent,
    'not-found': 'Cette séance n’est plus proposée. Vos réponses sont toujours là.',
  },
  sentTitle: 'Votre inscription est bien arrivée',
  next: [
    'Un e-mail part vers l’adresse que vous avez donnée dans les minutes qui viennent.',
    'Ouvrez le lien qu’il contient dans les 48 heures pour confirmer : votre place n’est réservée qu’à ce moment. S’il n’arrive pas, regardez dans les courriers indésirables.',
    'Un second message vous apportera la séance pour votre agenda, et le lien pour annuler.',
  ],
};
