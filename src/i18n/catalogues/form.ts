import { messages as fr } from '../fr/form.js';
import type { Catalogue, FormMessages } from '../messages.js';

export const formCatalogue: Catalogue<FormMessages> = {
  fr,
  others: new Map([['en', () => import('../en/form.js')]]),
};
