import { messages as fr } from '../fr/comparison.js';
import type { Catalogue, ComparisonMessages } from '../messages.js';

export const comparisonCatalogue: Catalogue<ComparisonMessages> = {
  fr,
  others: new Map([
    ['en', () => import('../en/comparison.js')],
    ['ar', () => import('../ar/comparison.js')],
  ]),
};
