import { strings as fr } from '../fr/resource-list.js';
import type { Catalogue, ResourceListStrings } from '../strings.js';

export const resourceListWords: Catalogue<ResourceListStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/resource-list.js')],
    ['ar', () => import('../ar/resource-list.js')],
  ]),
};
