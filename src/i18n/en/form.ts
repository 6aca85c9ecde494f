import type { FormStrings } from '../strings.js';
import { strings as status } from './status.js';

export const strings: FormStrings = {
  ...status,
  required: 'required',
  onlyRequired: 'Only the answers marked “(required)” are.',
  choose: 'Choose…',
  strand: 'Strand',
  wholeCommunity: 'The whole community',
  locked: 'Filled in by this site.',
  trap: 'Leave this field empty',
  consents: 'If you wish',
  noticeTitle: 'What we do with your answers',
  noticeParts: {
    controller: 'Controller',
    purposes: 'What they serve',
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
