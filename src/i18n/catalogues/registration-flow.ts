import { strings as fr } from '../fr/registration-flow.js';
import type { Catalogue, FormFlowStrings } from '../strings.js';

export const registrationFlowWords: Catalogue<FormFlowStrings> = {
  fr,
  others: new Map([['en', () => import('../en/registration-flow.js')]]),
};
