import { messages as fr } from '../fr/resource-list.js';
import type { Catalogue, ResourceListMessages } from '../messages.js';

export const resourceListCatalogue: Catalogue<ResourceListMessages> = {
  fr,
  others: new Map([
    ['en', () => import('../en/resource-list.js')],
    ['ar', () => import('../ar/resource-list.js')],
  ]),
};
