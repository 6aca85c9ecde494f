import type { ResourceListView } from '../../api/resources.js';
import { oneOf, readableIn, several, wholeNumber } from '../../dom/attribute-values.js';
import { facetNames } from '../../search/facets.js';
import { filterRules } from './scope.js';

/** What the attributes of a list may hold. */
export const attributeRules = {
  ...filterRules,
  'page-size': wholeNumber(1, 100),
  paging: oneOf('numbers', 'more'),
  layout: oneOf('list', 'cards'),
  facets: several(oneOf(...facetNames)),
  'heading-level': wholeNumber(2, 6),
};

/** The facets that the page offers. */
export const facetsIn = (text: string | null): string[] => readableIn(text, attributeRules.facets);

/** The themes and communities that exist, by the attribute that names them. */
export const existingIn = ({ themes, communities }: ResourceListView) => [
  { attribute: 'community', existing: [...communities.keys()] },
  { attribute: 'theme', existing: [...themes.keys()] },
];
