import { strings as fr } from '../fr/form-flow.js';
import type { Catalogue, FormFlowStrings } from '../strings.js';

export const formFlowWords: Catalogue<FormFlowStrings> = {
  fr,
  others: new Map([['en', () => import('../en/form-flow.js')]]),
};
