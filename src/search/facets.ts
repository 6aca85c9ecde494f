import type { ResourcePage } from '../contract/index.js';

/** What resources are narrowed by. */
export type FacetName = keyof ResourcePage['facets'];
export const facetNames: readonly FacetName[] = ['community', 'theme', 'kind', 'language', 'year', 'access'];
