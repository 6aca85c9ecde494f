import { messages as fr } from '../fr/community-details.js';
import type { Catalogue, CommunityDetailsMessages } from '../messages.js';

export const communityDetailsCatalogue: Catalogue<CommunityDetailsMessages> = {
  fr,
  others: new Map([
    ['en', () => import('../en/community-details.js')],
    ['ar', () => import('../ar/community-details.js')],
  ]),
};
