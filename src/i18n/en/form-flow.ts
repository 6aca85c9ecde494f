import type { FormFlowStrings } from '../strings.js';

const kept = 'Your answers are still here.';

export const strings: FormFlowStrings = {
  errorsTitle: (count) =>
    count === 1 ? 'One answer needs another look' : `${count} answers need another look`,
  issues: {
    required: (label) => `Please fill in “${label}”.`,
    email: 'Enter a full e-mail address, such as given.family@organisation.org.',
    tooLong: (label, most) => `${label}: ${most} characters at most.`,
  },
  charactersLeft: (count) => (count < 0 ? `${-count} characters too many` : `${count} characters left`),
  known: {
    member: 'This organisation is a member of F3E.',
    nonMember: 'This organisation is not a member of F3E: welcome.',
  },
  sending: 'Sending…',
  waitingForNetwork:
    'No connection. Your request is kept on this page and will go once, as soon as the network is back. Do not close the page.',
  notSent: {
    offline: `The request could not go. ${kept} Try again: it will count once.`,
    timeout: `The service takes too long to answer. ${kept} Try again: it will count once.`,
    'not-found': `This community is no longer offered. ${kept}`,
    refused: `This site may not send requests. ${kept}`,
    invalid: `Some answers were not accepted. ${kept}`,
    busy: `Too many requests in a short time. ${kept} Wait a little, then try again.`,
    server: `The service met a problem. ${kept} Try again in a few minutes.`,
    garbage: `The answer cannot be read. ${kept} Try again: the request will count once.`,
  },
  orOnPage: 'You can also make your request on the F3E page',
  sentTitle: 'Your request has arrived',
  next: [
    'An e-mail leaves for the address that you gave within minutes.',
    'Open the link in it within 48 hours to confirm. If it does not come, look among unwanted mail.',
    'A second message will tell you what comes next, and how to read or cancel your request.',
  ],
  changed: 'The form changed while you were filling it in. Read your answers again, then send once more.',
};
