import { strings as fr } from '../fr/community-card.js';
import type { Catalogue, CommunityCardStrings } from '../strings.js';

export const communityCardWords: Catalogue<CommunityCardStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/community-card.js')],
    ['ar', () => import('../ar/community-card.js')],
  ]),
};
