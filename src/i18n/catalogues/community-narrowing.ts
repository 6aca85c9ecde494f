import { strings as fr } from '../fr/community-narrowing.js';
import type { Catalogue, CommunityNarrowingStrings } from '../strings.js';

export const communityNarrowingWords: Catalogue<CommunityNarrowingStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/community-narrowing.js')],
    ['ar', () => import('../ar/community-narrowing.js')],
  ]),
};
