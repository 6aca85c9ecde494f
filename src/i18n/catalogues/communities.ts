import { messages as fr } from '../fr/communities.js';
import type { Catalogue, CommunityMessages } from '../messages.js';

export const communityCatalogue: Catalogue<CommunityMessages> = {
  fr,
  others: new Map([
    ['en', () => import('../en/communities.js')],
    ['ar', () => import('../ar/communities.js')],
  ]),
};
