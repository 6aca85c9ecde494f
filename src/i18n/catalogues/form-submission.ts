import { messages as fr } from '../fr/form-submission.js';
import type { Catalogue, FormSubmissionMessages } from '../messages.js';

export const formSubmissionCatalogue: Catalogue<FormSubmissionMessages> = {
  fr,
  others: new Map([['en', () => import('../en/form-submission.js')]]),
};
