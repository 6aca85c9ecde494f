import { strings as fr } from '../fr/session-detail.js';
import type { Catalogue, SessionDetailStrings } from '../strings.js';

export const sessionDetailWords: Catalogue<SessionDetailStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/session-detail.js')],
    ['ar', () => import('../ar/session-detail.js')],
  ]),
};
