import { strings as fr } from '../fr/session-month.js';
import type { Catalogue, MonthStrings } from '../strings.js';

export const monthWords: Catalogue<MonthStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/session-month.js')],
    ['ar', () => import('../ar/session-month.js')],
  ]),
};
