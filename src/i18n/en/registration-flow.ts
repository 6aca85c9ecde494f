import type { FormFlowStrings } from '../strings.js';
import { strings as joining } from './form-flow.js';

export const strings: FormFlowStrings = {
  ...joining,
  waitingForNetwork:
    'No connection. Your registration is kept on this page and will go once, as soon as the network is back. Please keep the page open.',
  notSent: {
    ...joining.notSent,
    'not-found': 'This session is not offered any more. Your answers are still here.',
  },
  sentTitle: 'Your registration has arrived',
  next: [
    'An e-mail leaves for the address that you gave within minutes.',
    'Open the link in it within 48 hours to confirm: your seat is yours only from then on. If it does not come, look among unwanted mail.',
    'A second message will bring you the session for your calendar, and the link to cancel.',
  ],
};
