import { strings as cardFr } from './fr/community-card.js';
import { strings as joinFr } from './fr/join-form.js';
import type { Catalogue, CommunityCardStrings, JoinFormStrings } from './strings.js';

export const communityCardWords: Catalogue<CommunityCardStrings> = {
  fr: cardFr,
  others: new Map([['en', () => import('./en/community-card.js')]]),
};

export const joinFormWords: Catalogue<JoinFormStrings> = {
  fr: joinFr,
  others: new Map([['en', () => import('./en/join-form.js')]]),
};
