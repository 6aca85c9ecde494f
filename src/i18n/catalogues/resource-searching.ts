import { strings as fr } from '../fr/resource-searching.js';
import type { Catalogue, SearchingStrings } from '../strings.js';

export const searchingWords: Catalogue<SearchingStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/resource-searching.js')],
    ['ar', () => import('../ar/resource-searching.js')],
  ]),
};
