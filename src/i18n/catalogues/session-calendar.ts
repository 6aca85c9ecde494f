import { strings as fr } from '../fr/session-calendar.js';
import type { Catalogue, SessionCalendarStrings } from '../strings.js';

export const sessionCalendarWords: Catalogue<SessionCalendarStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/session-calendar.js')],
    ['ar', () => import('../ar/session-calendar.js')],
  ]),
};
