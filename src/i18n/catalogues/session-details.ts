import { messages as fr } from '../fr/session-details.js';
import type { Catalogue, SessionDetailsMessages } from '../messages.js';

export const sessionDetailsCatalogue: Catalogue<SessionDetailsMessages> = {
  fr,
  others: new Map([
    ['en', () => import('../en/session-details.js')],
    ['ar', () => import('../ar/session-details.js')],
  ]),
};
