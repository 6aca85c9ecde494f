import { strings as fr } from '../fr/community-facts.js';
import type { Catalogue, CommunityFactsStrings } from '../strings.js';

export const communityFactsWords: Catalogue<CommunityFactsStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/community-facts.js')],
    ['ar', () => import('../ar/community-facts.js')],
  ]),
};
