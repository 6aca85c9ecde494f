import { strings as fr } from '../fr/form.js';
import type { Catalogue, FormStrings } from '../strings.js';

export const formWords: Catalogue<FormStrings> = {
  fr,
  others: new Map([['en', () => import('../en/form.js')]]),
};
