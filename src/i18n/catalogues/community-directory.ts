import { strings as fr } from '../fr/community-directory.js';
import type { Catalogue, CommunityDirectoryStrings } from '../strings.js';

export const communityDirectoryWords: Catalogue<CommunityDirectoryStrings> = {
  fr,
  others: new Map([
    ['en', () => import('../en/community-directory.js')],
    ['ar', () => import('../ar/community-directory.js')],
  ]),
};
