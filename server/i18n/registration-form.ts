import type { PrivacyNotice } from '../../src/contract/index.js';
import type { Language } from './language.js';

/** The words of the registration form. */
export interface RegistrationMessages {
  title(session: string): string;
  intro: Record<'open' | 'waiting' | 'approval' | 'members', string>;
  submit: Record<'open' | 'waiting' | 'approval', string>;
  membersOnly: string;
  participantsOnly(community: string): string;
  pair: { label: string; hint: string };
  attendance: { label: string; options: Record<'online' | 'in-person', string> };
  /** What differs from the notice of the join form. */
  notice: Pick<PrivacyNotice, 'purposes' | 'basis' | 'recipients' | 'retention' | 'rights'>;
  /** How long access needs are kept. */
  accessRetention: string;
  accepted: string;
  /** Why the form cannot be sent now. */
  closed: string;
}

const fr: RegistrationMessages = {
  title: (session) => `S’inscrire : ${session}`,
  intro: {
    open: 'Votre place est réservée dès que vous avez confirmé votre adresse. Vous recevez alors la séance pour votre agenda.',
    waiting:
      'Cette séance est complète. Inscrivez-vous sur la liste d’attente : si une place se libère, elle est proposée par e-mail à la première personne de la liste, qui a un temps limité pour l’accepter.',
    members:
      'Écrivez depuis l’adresse de votre organisation : votre place est réservée dès que vous l’avez confirmée. Depuis une autre adresse, l’équipe du F3E vérifie et vous répond par e-mail.',
    approval: 'Pour cette séance, l’équipe du F3E lit chaque demande et vous répond par e-mail.',
  },
  submit: {
    open: 'M’inscrire',
    waiting: 'M’inscrire sur la liste d’attente',
    approval: 'Demander à participer',
  },
  membersOnly:
    'Cette séance est réservée aux organisations membres du F3E. Choisissez la vôtre dans la liste ; si elle n’y est pas, l’équipe vérifie et vous répond.',
  participantsOnly: (community) =>
    `Cette séance est réservée aux personnes qui participent déjà à « ${community} ». Donnez l’adresse avec laquelle vous l’avez rejointe ; avec une autre, l’équipe vérifie et vous répond.`,
  pair: {
    label: 'Avec qui venez-vous ?',
    hint: 'Cette séance se suit en binôme d’une même organisation. Écrivez le prénom de la personne qui vient avec vous ; elle s’inscrit elle aussi.',
  },
  attendance: {
    label: 'Comment venez-vous ?',
    options: { online: 'En ligne', 'in-person': 'Sur place' },
  },
  notice: {
    purposes:
      'Vos réponses servent à vous inscrire, à vous écrire à propos de cette séance et à la préparer.',
    basis:
      'Base légale : les mesures prises à votre demande pour votre participation ; pour chaque case facultative, votre consentement.',
    recipients: 'Vos réponses sont lues par l’équipe du F3E qui anime la séance, et par personne d’autre.',
    retention:
      'Une inscription qui n’est pas confirmée est effacée au bout de 7 jours. Une inscription confirmée est gardée 12 mois après la séance.',
    rights:
      'Par le lien que vous recevrez par e-mail, vous pouvez à tout moment relire, corriger, copier, annuler ou effacer votre inscription et retirer vos accords. Pour l’accès, la limitation ou l’opposition, écrivez-nous.',
  },
  accessRetention: 'Effacés 30 jours après la séance.',
  accepted:
    'Votre inscription est bien arrivée. Un e-mail part vers l’adresse donnée, d’ordinaire dans les minutes qui viennent : ouvrez le lien qu’il contient pour la confirmer.',
  closed: 'On ne peut pas s’inscrire à cette séance en ce moment.',
};

const en: RegistrationMessages = {
  title: (session) => `Register: ${session}`,
  intro: {
    open: 'Your seat is yours as soon as you have confirmed your address. You then receive the session for your calendar.',
    waiting:
      'This session is full. Register for the waiting list: when a seat frees, it is offered by e-mail to the first person on the list, who has a limited time to accept it.',
    members:
      'Write from the address of your organisation: your seat is reserved as soon as you have confirmed it. From another address, the F3E team checks and answers by e-mail.',
    approval: 'For this session, the F3E team reads each request and answers by e-mail.',
  },
  submit: { open: 'Register', waiting: 'Join the waiting list', approval: 'Ask to take part' },
  membersOnly:
    'This session is for member organisations of F3E. Choose yours from the list; if it is not there, the team checks and answers you.',
  participantsOnly: (community) =>
    `This session is for people who already take part in “${community}”. Give the address with which you joined it; with another one, the team checks and answers you.`,
  pair: {
    label: 'Who comes with you?',
    hint: 'This session is for pairs from one organisation. Give the first name of the person who comes with you; they register too.',
  },
  attendance: {
    label: 'How will you attend?',
    options: { online: 'Online', 'in-person': 'In person' },
  },
  notice: {
    purposes: 'Your answers serve to register you, to write to you about this session and to prepare it.',
    basis:
      'Legal basis: steps taken at your request so that you can take part; for each optional box, your consent.',
    recipients: 'Your answers are read by the F3E team that facilitates the session, and by nobody else.',
    retention:
      'A registration that is not confirmed is erased after 7 days. A confirmed one is kept for 12 months after the session.',
    rights:
      'By the link that you will receive by e-mail you can, at any time, read, correct, copy, cancel or erase your registration and withdraw your consents. For access, restriction or objection, write to us.',
  },
  accessRetention: 'Erased 30 days after the session.',
  accepted:
    'Your registration has arrived. An e-mail leaves for the address you gave, usually within minutes: open the link in it to confirm.',
  closed: 'Registration for this session is not possible at the moment.',
};

const all: Record<Language, RegistrationMessages> = { fr, en };
export const registrationMessages = (language: Language): RegistrationMessages => all[language];
