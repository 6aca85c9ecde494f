import type { ResourcePage } from '../contract/index.js';

/** What resources are narrowed by. */
export type ResourceFacetName = keyof ResourcePage['facets'];
export const facetNames: readonly ResourceFacetName[] = [
  'community',
  'theme',
  'kind',
  'language',
  'year',
  'access',
];
