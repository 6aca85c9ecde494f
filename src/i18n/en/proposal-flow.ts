import type { FormFlowStrings } from '../strings.js';
import { strings as joining } from './form-flow.js';

export const strings: FormFlowStrings = {
  ...joining,
  waitingForNetwork:
    'No connection. Your proposal is kept on this page and will go once, as soon as the network is back. Do not close the page.',
  notSent: {
    ...joining.notSent,
    'not-found': 'Communities cannot be proposed at the moment. Your answers are still here.',
  },
  orOnPage: 'You can also make your proposal on the F3E page',
  sentTitle: 'Your proposal has arrived',
  next: [
    'An e-mail leaves for the address that you gave within minutes.',
    'Open the link in it within 48 hours to confirm. If it does not come, look among unwanted mail.',
    'The F3E team then studies your proposal and answers by e-mail.',
  ],
};
