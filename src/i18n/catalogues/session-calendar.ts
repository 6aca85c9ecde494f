import { messages as fr } from '../fr/session-calendar.js';
import type { Catalogue, SessionCalendarMessages } from '../messages.js';

export const sessionCalendarCatalogue: Catalogue<SessionCalendarMessages> = {
  fr,
  others: new Map([
    ['en', () => import('../en/session-calendar.js')],
    ['ar', () => import('../ar/session-calendar.js')],
  ]),
};
