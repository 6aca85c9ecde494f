import type { PrivacyNotice } from '../../src/contract/index.js';
import type { Language } from './language.js';

/** The words of the form by which a new community is proposed. */
export interface ProposalMessages {
  title: string;
  intro: string;
  submit: string;
  fields: {
    title: { label: string; hint: string };
    theme: { label: string; hint: string };
    need: { label: string; options: Record<'identified' | 'requested', string> };
    whyNow: { label: string; hint: string };
    functions: { label: string; options: Record<'experimentation' | 'learning' | 'networking', string> };
    interested: { label: string; hint: string };
    production: { label: string; hint: string };
  };
  /** What differs from the notice of the join form. */
  notice: Pick<PrivacyNotice, 'purposes' | 'basis' | 'mandatory' | 'recipients' | 'retention' | 'rights'>;
  accepted: string;
}

const fr: ProposalMessages = {
  title: 'Proposer une communauté de pratiques',
  intro:
    'Une communauté naît d’un besoin partagé par plusieurs organisations. Dites le vôtre en quelques lignes : l’équipe du F3E l’étudie et vous répond par e-mail.',
  submit: 'Envoyer ma proposition',
  fields: {
    title: { label: 'Sur quoi porterait la communauté ?', hint: 'Par exemple : évaluer avec les jeunes' },
    theme: { label: 'Thème proche', hint: 'Celui d’une communauté, d’une étude ou d’une formation du F3E.' },
    need: {
      label: 'D’où vient ce besoin ?',
      options: {
        requested: 'Des organisations le demandent',
        identified: 'Il a été repéré, par exemple lors d’une étude ou d’une formation',
      },
    },
    whyNow: {
      label: 'Pourquoi maintenant ?',
      hint: 'Ce qui manque aujourd’hui, et ce que le groupe permettrait. Ne mentionnez pas d’informations sur la vie privée, la santé ou les opinions de personnes.',
    },
    functions: {
      label: 'À quoi servirait-elle surtout ?',
      options: {
        experimentation: 'Expérimenter',
        learning: 'Apprendre',
        networking: 'Se mettre en réseau',
      },
    },
    interested: {
      label: 'Organisations intéressées',
      hint: 'Une par ligne. Des noms d’organisations suffisent, sans noms de personnes.',
    },
    production: {
      label: 'Ce qui pourrait en sortir',
      hint: 'Par exemple : un guide, des fiches, une vidéo.',
    },
  },
  notice: {
    purposes: 'Vos réponses servent à étudier votre proposition et à vous répondre.',
    basis:
      'Base légale : les mesures prises à votre demande ; pour chaque case facultative, votre consentement.',
    mandatory:
      'Le sujet, la raison et votre adresse e-mail sont obligatoires : sans eux, nous ne pouvons ni étudier la proposition ni vous répondre. Le reste est facultatif.',
    recipients: 'Vos réponses sont lues par l’équipe du F3E, et par personne d’autre.',
    retention:
      'Une proposition qui n’est pas confirmée est effacée au bout de 7 jours. Une proposition confirmée est gardée le temps de son étude, puis 3 ans.',
    rights:
      'Par le lien que vous recevrez par e-mail, vous pouvez à tout moment relire, corriger, copier, retirer ou effacer votre proposition et retirer vos accords. Pour l’accès, la limitation ou l’opposition, écrivez-nous.',
  },
  accepted:
    'Votre proposition est bien arrivée. Un e-mail part vers l’adresse donnée, d’ordinaire dans les minutes qui viennent : ouvrez le lien qu’il contient pour la confirmer.',
};

const en: ProposalMessages = {
  title: 'Propose a community of practice',
  intro:
    'A community is born of a need that several organisations share. Tell us yours in a few lines: the F3E team studies it and answers by e-mail.',
  submit: 'Send my proposal',
  fields: {
    title: { label: 'What would the community be about?', hint: 'For example: evaluating with young people' },
    theme: { label: 'Nearest theme', hint: 'That of a community, a study or a training of F3E.' },
    need: {
      label: 'Where does this need come from?',
      options: {
        requested: 'Organisations ask for it',
        identified: 'It was noticed, for example during a study or a training',
      },
    },
    whyNow: {
      label: 'Why now?',
      hint: 'What is missing today, and what the group would make possible. Please leave out anything about the private life, health or opinions of people.',
    },
    functions: {
      label: 'What would it mostly be for?',
      options: { experimentation: 'Experimenting', learning: 'Learning', networking: 'Networking' },
    },
    interested: {
      label: 'Interested organisations',
      hint: 'One per line. Names of organisations are enough, without names of people.',
    },
    production: { label: 'What could come out of it', hint: 'For example: a guide, sheets, a video.' },
  },
  notice: {
    purposes: 'Your answers serve to study your proposal and to answer you.',
    basis: 'Legal basis: steps taken at your request; for each optional box, your consent.',
    mandatory:
      'The subject, the reason and your e-mail address are required: without them we can neither study the proposal nor answer you. The rest is optional.',
    recipients: 'Your answers are read by the F3E team, and by nobody else.',
    retention:
      'A proposal that is not confirmed is erased after 7 days. A confirmed one is kept while it is studied, then for 3 years.',
    rights:
      'By the link that you will receive by e-mail you can, at any time, read, correct, copy, withdraw or erase your proposal and withdraw your consents. For access, restriction or objection, write to us.',
  },
  accepted:
    'Your proposal has arrived. An e-mail leaves for the address you gave, usually within minutes: open the link in it to confirm.',
};

const all: Record<Language, ProposalMessages> = { fr, en };
export const proposalMessages = (language: Language): ProposalMessages => all[language];
