import type { FormMessages } from '../messages.js';

export const messages: FormMessages = {
  stillLoading: 'Still loading: the connection seems slow.',
  retry: 'Try again',
  openPage: 'Open the F3E page',
  errors: {
    offline: 'The service could not be reached. Check your connection, then try again.',
    timeout: 'The service takes too long to answer.',
    'not-found': 'This content does not exist, or no longer does.',
    refused: 'This content cannot be shown here.',
    invalid: 'The service has a problem. Try again in a few minutes.',
    busy: 'The service is very busy. Try again in a moment.',
    server: 'The service has a problem. Try again in a few minutes.',
    garbage: 'The answer could not be read. A public network may be asking you to sign in.',
  },
  asOf: (when) => `Information from ${when}: it cannot be updated over this connection.`,
  required: 'required',
  onlyRequired: (labels) =>
    labels.length === 1
      ? `Only “${labels[0]}” must be answered.`
      : 'Only questions marked “(required)” must be answered.',
  andThen: 'What comes next',
  steps: {
    join: ['Your request', 'An e-mail to confirm, good for 48 hours', 'The rest by e-mail'],
    registration: ['Your registration', 'An e-mail to confirm, good for 48 hours', 'The rest by e-mail'],
    proposal: ['Your proposal', 'An e-mail to confirm, good for 48 hours', 'The answer of F3E'],
  },
  session: 'The session',
  nextSession: 'Next session',
  modes: { online: 'online', 'in-person': 'in person', hybrid: 'online and in person' },
  andOnline: (city) => `${city} and online`,
  yourTime: (time, city) => `${time} for you (${city})`,
  timeIn: (city) => (city === 'UTC' ? city : `${city} time`),
  choose: 'Choose…',
  strand: 'Strand',
  wholeCommunity: 'The whole community',
  elsewhere: 'This form is filled in on the page of F3E.',
  locked: 'Filled in by this site.',
  known: {
    member: 'This organisation is a member of F3E.',
    nonMember: 'This organisation is not a member of F3E: welcome.',
  },
  honeypot: 'Leave this field empty',
  consents: 'If you wish',
  noticeTitle: 'What we do with your answers',
  noticeParts: {
    controller: 'Controller',
    purposes: 'What they are for',
    basis: 'Legal basis',
    mandatory: 'What is required',
    recipients: 'Who reads them',
    retention: 'How long',
    rights: 'Your rights',
    contact: 'Contact',
    complaint: 'Complaint',
    transfers: 'Where',
  },
};
