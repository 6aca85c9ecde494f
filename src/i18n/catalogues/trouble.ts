import { strings as fr } from '../fr/trouble.js';
import type { Catalogue, TroubleStrings } from '../strings.js';

export const troubleWords: Catalogue<TroubleStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/trouble.js')],
    ['ar', () => import('../ar/trouble.js')],
  ]),
};
