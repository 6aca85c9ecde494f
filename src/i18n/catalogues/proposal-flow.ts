import { strings as fr } from '../fr/proposal-flow.js';
import type { Catalogue, FormFlowStrings } from '../strings.js';

export const proposalFlowWords: Catalogue<FormFlowStrings> = {
  fr,
  others: new Map([['en', () => import('../en/proposal-flow.js')]]),
};
