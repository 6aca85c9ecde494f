import type { FormMessages } from '../messages.js';
import { messages as asyncState } from './async-state.js';

export const messages: FormMessages = {
  ...asyncState,
  required: 'obligatoire',
  onlyRequired: 'Seules les réponses marquées « (obligatoire) » le sont.',
  choose: 'Choisir…',
  strand: 'Volet',
  wholeCommunity: 'Toute la communauté',
  elsewhere: 'Ce formulaire se remplit sur la page du F3E.',
  locked: 'Rempli par ce site.',
  known: {
    member: 'Cette organisation est membre du F3E.',
    nonMember: 'Cette organisation n’est pas membre du F3E : bienvenue.',
  },
  honeypot: 'Laissez ce champ vide',
  consents: 'Si vous le souhaitez',
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
};
