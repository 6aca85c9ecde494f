import { strings as fr } from '../fr/session-tools.js';
import type { Catalogue, SessionToolsStrings } from '../strings.js';

export const sessionToolsWords: Catalogue<SessionToolsStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/session-tools.js')],
    ['ar', () => import('../ar/session-tools.js')],
  ]),
};
