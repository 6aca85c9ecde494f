import { strings as fr } from '../fr/community-compare.js';
import type { Catalogue, CommunityCompareStrings } from '../strings.js';

export const communityCompareWords: Catalogue<CommunityCompareStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/community-compare.js')],
    ['ar', () => import('../ar/community-compare.js')],
  ]),
};
