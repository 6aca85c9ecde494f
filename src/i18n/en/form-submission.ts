import type { FormSubmissionMessages, SubmissionMessages } from '../messages.js';

const kept = 'Your answers are still here.';
const mailComes =
  'We will e-mail the address you gave, usually within a few minutes. If several requests are made with it, one mail holds them all, the next day at the latest.';

const join: SubmissionMessages = {
  waitingForNetwork:
    'No connection. Your request is kept on this page and will be sent once, as soon as the network is back. Do not close the page.',
  notSent: {
    offline: `The request could not be sent. ${kept} Try again: it will be counted once.`,
    timeout: `The service takes too long to answer. ${kept} Try again: it will be counted once.`,
    'not-found': `This community is no longer offered. ${kept}`,
    refused: `This site may not send requests. ${kept}`,
    invalid: `Some answers were not accepted. ${kept}`,
    busy: `Too many requests were sent in a short time. ${kept} Wait a little, then try again.`,
    server: `The service has a problem. ${kept} Try again in a few minutes.`,
    garbage: `The answer could not be read. ${kept} Try again: the request will be counted once.`,
  },
  orOnPage: 'You can also make your request on the F3E page',
  sentTitle: 'Your request has arrived',
  next: [
    mailComes,
    'Open the link in it within 48 hours to confirm. If it does not arrive, check your spam folder.',
    'A second message will tell you what happens next, and how to review or cancel your request.',
  ],
};

export const messages: FormSubmissionMessages = {
  sentTo: 'The address:',
  correct: 'Correct the address',
  addToCalendar: 'Add the session to my calendar',
  resources: 'See what the community has made',
  notAcceptedTitle: 'This was not accepted',
  errorsTitle: (count) =>
    count === 1 ? 'One answer needs another look' : `${count} answers need another look`,
  issues: {
    required: (label) => `Please fill in “${label}”.`,
    email: 'Enter a full e-mail address, such as given.family@organisation.org.',
    tooLong: (label, most) => `${label}: ${most} characters at most.`,
  },
  charactersLeft: (count) => (count < 0 ? `${-count} characters too many` : `${count} characters left`),
  sending: 'Sending…',
  changed: 'The form changed while you were filling it in. Read your answers again, then send once more.',
  submissions: {
    join,
    registration: {
      ...join,
      waitingForNetwork:
        'No connection. Your registration is kept on this page and will be sent once, as soon as the network is back. Do not close the page.',
      notSent: {
        ...join.notSent,
        'not-found': 'This session is no longer offered. Your answers are still here.',
      },
      sentTitle: 'Your registration has arrived',
      next: [
        mailComes,
        'Open the link in it within 48 hours to confirm: your seat is reserved only then. If it does not arrive, check your spam folder.',
        'A second message will contain the session for your calendar and the link to cancel.',
      ],
    },
    proposal: {
      ...join,
      waitingForNetwork:
        'No connection. Your proposal is kept on this page and will be sent once, as soon as the network is back. Do not close the page.',
      notSent: {
        ...join.notSent,
        'not-found': 'Communities cannot be proposed at the moment. Your answers are still here.',
      },
      orOnPage: 'You can also make your proposal on the F3E page',
      sentTitle: 'Your proposal has arrived',
      next: [
        mailComes,
        'Open the link in it within 48 hours to confirm. If it does not arrive, check your spam folder.',
        'The F3E team will then study your proposal and answer by e-mail.',
      ],
    },
  },
};
