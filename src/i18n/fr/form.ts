import { frenchCity, frenchTimeIn } from '../../contract/zone-names.js';
import type { FormMessages } from '../messages.js';
import { messages as asyncState } from './async-state.js';

export const messages: FormMessages = {
  ...asyncState,
  required: 'obligatoire',
  onlyRequired: (labels) =>
    labels.length === 1
      ? `Seule la réponse « ${labels[0]} » est obligatoire.`
      : 'Seules les réponses marquées « (obligatoire) » le sont.',
  andThen: 'Et ensuite',
  steps: {
    join: ['Votre demande', 'Un e-mail à confirmer, valable 48 heures', 'La suite par e-mail'],
    registration: ['Votre inscription', 'Un e-mail à confirmer, valable 48 heures', 'La suite par e-mail'],
    proposal: ['Votre proposition', 'Un e-mail à confirmer, valable 48 heures', 'La réponse du F3E'],
  },
  stage: (place, of) => `Étape ${place} sur ${of}`,
  goOn: 'Continuer',
  goBack: 'Revenir',
  session: 'La séance',
  nextSession: 'Prochaine séance',
  modes: { online: 'en ligne', 'in-person': 'en présentiel', hybrid: 'en ligne et en présentiel' },
  andOnline: (city) => `${city} et en ligne`,
  yourTime: (time, city) => `${time} pour vous (${frenchCity(city)})`,
  timeIn: frenchTimeIn,
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
