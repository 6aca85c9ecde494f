import type { Community, PrivacyNotice } from '../../src/contract/index.js';
import type { Language } from './language.js';

/** The words of the join form; every language has them all. */
export interface JoinFormMessages {
  title(name: string): string;
  intro: Record<Community['status'], string>;
  submit: Record<Community['status'], string>;
  fields: {
    givenName: string;
    familyName: string;
    email: { label: string; hint: string };
    organisation: { label: string; hint: string };
    membership: { label: string; hint: string; options: Record<'member' | 'non-member' | 'unsure', string> };
    role: {
      label: string;
      options: Record<
        'employee' | 'volunteer' | 'board' | 'elected' | 'student' | 'researcher' | 'consultant' | 'other',
        string
      >;
    };
    motivation: { label: string; hint: string };
    hasFollowedOriginTraining: { label(origin: string): string };
    language: { label: string; options: Record<'fr' | 'en' | 'es' | 'ar' | 'pt', string> };
    accessNeeds: { label: string; hint: string; note: string; retention: string };
  };
  /** Titles of questions that stand together. */
  groups: Record<'need' | 'circle' | 'you' | 'organisation' | 'coming' | 'questions' | 'more', string>;
  yes: string;
  no: string;
  newsletter: string;
  notice(controller: string, contact: string): PrivacyNotice;
  issues: {
    required(label: string): string;
    tooLong(label: string, most: number): string;
    email: string;
    option(label: string): string;
    kind(label: string): string;
    date(label: string): string;
    unknown: string;
    consent: string;
    proof: string;
  };
  accepted: string;
}

const fr: JoinFormMessages = {
  title: (name) => `Rejoindre « ${name} »`,
  intro: {
    open: 'Cette communauté est ouverte à toutes et tous. Votre participation commence dès que vous avez confirmé votre adresse.',
    'on-request':
      'L’entrée dans cette communauté se fait sur demande : l’équipe du F3E lit chaque message et vous répond par e-mail.',
    closed:
      'Cette communauté n’accueille pas de nouvelles personnes en ce moment. Laissez votre adresse : nous vous écrirons à sa réouverture.',
  },
  submit: {
    open: 'Envoyer ma demande',
    'on-request': 'Envoyer ma demande',
    closed: 'Me prévenir de la réouverture',
  },
  fields: {
    givenName: 'Prénom',
    familyName: 'Nom',
    email: { label: 'Adresse e-mail', hint: 'Par exemple : prenom.nom@organisation.org' },
    organisation: {
      label: 'Organisation',
      hint: 'Choisissez dans la liste ou écrivez le nom de la vôtre.',
    },
    membership: {
      label: 'Votre organisation est-elle membre du F3E ?',
      hint: 'Les non-membres sont les bienvenu·e·s.',
      options: { member: 'Oui, membre', 'non-member': 'Non, pas membre', unsure: 'Je ne sais pas' },
    },
    role: {
      label: 'Votre rôle',
      options: {
        employee: 'Salarié·e',
        volunteer: 'Bénévole ou volontaire',
        board: 'Membre d’une instance (conseil d’administration, bureau)',
        elected: 'Élu·e',
        student: 'Étudiant·e',
        researcher: 'Chercheur·euse',
        consultant: 'Consultant·e',
        other: 'Autre',
      },
    },
    motivation: {
      label: 'Ce qui vous amène',
      hint: 'Quelques phrases suffisent. Ne mentionnez pas d’informations de santé, d’opinion ou de vie privée, ni sur vous ni sur d’autres.',
    },
    hasFollowedOriginTraining: {
      label: (origin) => `Avez-vous suivi : ${origin} ?`,
    },
    language: {
      label: 'Langue dans laquelle vous écrire',
      options: { fr: 'Français', en: 'English', es: 'Español', ar: 'العربية', pt: 'Português' },
    },
    accessNeeds: {
      label: 'Besoins d’accessibilité',
      hint: 'Par exemple : sous-titrage, langue des signes, documents lus par un lecteur d’écran. Dites ce qu’il vous faut, sans en donner la raison.',
      note: 'Cette réponse peut toucher à la santé. Elle est facultative et sert seulement à préparer votre accueil.',
      retention: 'Effacée 90 jours après votre départ de la communauté.',
    },
  },
  groups: {
    need: 'Le besoin',
    circle: 'Le groupe',
    you: 'Vous',
    organisation: 'Votre organisation',
    coming: 'Votre venue',
    questions: 'Quelques questions',
    more: 'Ajouter des précisions (facultatif)',
  },
  yes: 'Oui',
  no: 'Non',
  newsletter: 'Je souhaite recevoir la lettre d’information du F3E par e-mail.',
  notice: (controller, contact) => ({
    controller: `${controller} est responsable de ce traitement.`,
    purposes:
      'Vos réponses servent à traiter votre demande, à vous écrire à propos de cette communauté et à préparer ses séances.',
    basis:
      'Base légale : les mesures prises à votre demande avant de vous accueillir dans la communauté ; pour chaque case facultative, votre consentement.',
    mandatory:
      'Seule votre adresse e-mail est obligatoire : sans elle, nous ne pouvons pas vous répondre. Le reste est facultatif.',
    recipients:
      'Vos réponses sont lues par l’équipe du F3E qui anime la communauté, et par personne d’autre.',
    retention:
      'Une demande qui n’est pas confirmée est effacée au bout de 7 jours. Une demande confirmée est gardée le temps de votre participation, puis 12 mois.',
    rights:
      'Par le lien que vous recevrez par e-mail, vous pouvez à tout moment relire, corriger, copier, annuler ou effacer votre demande et retirer vos accords. Pour l’accès, la limitation ou l’opposition, écrivez-nous.',
    contact: `Pour toute question sur vos données : ${contact}.`,
    complaint: 'Vous pouvez adresser une réclamation à la CNIL : www.cnil.fr.',
    transfers: 'Vos données restent dans l’Union européenne.',
  }),
  issues: {
    required: (label) => `Renseignez « ${label} ».`,
    tooLong: (label, most) => `${label} : ${most} caractères au plus.`,
    email: 'Écrivez une adresse e-mail complète, par exemple prenom.nom@organisation.org.',
    option: (label) => `${label} : choisissez une des réponses proposées.`,
    kind: (label) => `${label} : cette réponse n’a pas la forme attendue.`,
    date: (label) => `${label} : écrivez une date qui existe, par exemple 2026-12-03.`,
    unknown: 'Cette question n’est pas posée par ce formulaire.',
    consent: 'Le texte de cet accord a changé : relisez-le et cochez à nouveau la case.',
    proof: 'Cet envoi n’a pas pu être vérifié. Vos réponses sont toujours là : envoyez à nouveau.',
  },
  accepted:
    'Votre demande est bien arrivée. Un e-mail part vers l’adresse donnée, d’ordinaire dans les minutes qui viennent : ouvrez le lien qu’il contient pour la confirmer.',
};

const en: JoinFormMessages = {
  title: (name) => `Join “${name}”`,
  intro: {
    open: 'This community is open to all. You take part as soon as you have confirmed your address.',
    'on-request':
      'Joining this community is on request: the F3E team reads each message and answers by e-mail.',
    closed:
      'This community takes no new people for now. Leave your address: we will write to you when it reopens.',
  },
  submit: { open: 'Send my request', 'on-request': 'Send my request', closed: 'Tell me when it reopens' },
  fields: {
    givenName: 'Given name',
    familyName: 'Family name',
    email: { label: 'E-mail address', hint: 'For example: given.family@organisation.org' },
    organisation: { label: 'Organisation', hint: 'Choose from the list, or type the name of yours.' },
    membership: {
      label: 'Is your organisation a member of F3E?',
      hint: 'Non-members are welcome.',
      options: { member: 'Yes, a member', 'non-member': 'No, not a member', unsure: 'I do not know' },
    },
    role: {
      label: 'Your role',
      options: {
        employee: 'Employee',
        volunteer: 'Volunteer',
        board: 'Board member',
        elected: 'Elected representative',
        student: 'Student',
        researcher: 'Researcher',
        consultant: 'Consultant',
        other: 'Other',
      },
    },
    motivation: {
      label: 'What brings you here',
      hint: 'A few sentences are enough. Please leave out anything about health, opinions or private life, yours or others’.',
    },
    hasFollowedOriginTraining: { label: (origin) => `Have you followed: ${origin}?` },
    language: {
      label: 'Language to write to you in',
      options: { fr: 'Français', en: 'English', es: 'Español', ar: 'العربية', pt: 'Português' },
    },
    accessNeeds: {
      label: 'Access needs',
      hint: 'For example: captions, sign language, documents that a screen reader can read. Say what you need, not why.',
      note: 'This answer may touch on health. It is optional and only serves to welcome you well.',
      retention: 'Erased 90 days after you leave the community.',
    },
  },
  groups: {
    need: 'The need',
    circle: 'The group',
    you: 'You',
    organisation: 'Your organisation',
    coming: 'How you come',
    questions: 'A few questions',
    more: 'Add details (optional)',
  },
  yes: 'Yes',
  no: 'No',
  newsletter: 'I would like to receive the F3E newsletter by e-mail.',
  notice: (controller, contact) => ({
    controller: `${controller} is the controller of this data.`,
    purposes:
      'Your answers serve to handle your request, to write to you about this community and to prepare its sessions.',
    basis:
      'Legal basis: steps taken at your request before welcoming you to the community; for each optional box, your consent.',
    mandatory: 'Only your e-mail address is required: without it we cannot answer you. The rest is optional.',
    recipients: 'Your answers are read by the F3E team that facilitates the community, and by nobody else.',
    retention:
      'A request that is not confirmed is erased after 7 days. A confirmed request is kept while you take part, then for 12 months.',
    rights:
      'By the link that you will receive by e-mail you can, at any time, read, correct, copy, cancel or erase your request and withdraw your consents. For access, restriction or objection, write to us.',
    contact: `For any question about your data: ${contact}.`,
    complaint: 'You may lodge a complaint with the CNIL, the French authority: www.cnil.fr.',
    transfers: 'Your data stay in the European Union.',
  }),
  issues: {
    required: (label) => `Please fill in “${label}”.`,
    tooLong: (label, most) => `${label}: ${most} characters at most.`,
    email: 'Enter a full e-mail address, such as given.family@organisation.org.',
    option: (label) => `${label}: choose one of the answers offered.`,
    kind: (label) => `${label}: this answer does not have the expected form.`,
    date: (label) => `${label}: enter a date that exists, such as 2026-12-03.`,
    unknown: 'This form does not ask that question.',
    consent: 'The text of this consent has changed: please read it again and tick the box again.',
    proof: 'This could not be verified. Your answers are still here: please send again.',
  },
  accepted:
    'Your request has arrived. An e-mail leaves for the address you gave, usually within minutes: open the link in it to confirm.',
};

const all: Record<Language, JoinFormMessages> = { fr, en };
export const joinFormMessages = (language: Language): JoinFormMessages => all[language];
