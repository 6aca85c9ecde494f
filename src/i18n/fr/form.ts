import type { FormStrings } from '../strings.js';
import { strings as status } from './status.js';

export const strings: FormStrings = {
  ...status,
  required: 'obligatoire',
  onlyRequired: 'Seules les réponses marquées « (obligatoire) » le sont.',
  choose: 'Choisir…',
  strand: 'Volet',
  wholeCommunity: 'Toute la communauté',
  locked: 'Rempli par ce site.',
  trap: 'Laissez ce champ vide',
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
