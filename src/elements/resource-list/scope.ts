import type { Resource } from '../../contract/index.js';
import {
  language,
  oneOf,
  readableIn,
  several,
  slug,
  year,
  type AttributeRule,
} from '../../dom/attribute-values.js';
import { facetNames, type ResourceFacetName } from '../../search/facets.js';

export { facetNames };

export type Sort = 'relevance' | 'date' | 'title';
export const sorts: readonly Sort[] = ['relevance', 'date', 'title'];

/** What a reader searches for. */
export interface Search {
  words: string;
  chosen: ReadonlyMap<ResourceFacetName, readonly string[]>;
  /** Empty: by relevance when there are words, else by date. */
  sort: Sort | '';
  /** From 1. */
  page: number;
}

export const everything: Search = { words: '', chosen: new Map(), sort: '', page: 1 };

/** Attributes that say what is listed. */
export const scopeNames = [...facetNames, 'q', 'pageSize', 'paging', 'endpoint'] as const;

/** What the page fixes by attributes. */
export type ListScope = Readonly<Record<ResourceFacetName, string | null>> & {
  q: string | null;
  pageSize: number;
};

const kinds: readonly Resource['kind'][] = [
  'guide',
  'proceedings',
  'study',
  'sheet',
  'video',
  'podcast',
  'article',
  'meeting-report',
  'tool',
  'web-page',
];
const accesses: readonly Resource['access'][] = ['public', 'members'];

/** What the filters of the page may hold. */
export const filterRules: Readonly<Record<ResourceFacetName, AttributeRule>> = {
  community: several(slug),
  theme: several(slug),
  kind: several(oneOf(...kinds)),
  language: several(language),
  year: several(year),
  access: several(oneOf(...accesses)),
};

/** The values of a filter that the page fixes; what cannot be read is left out. */
export const fixedValues = (scope: ListScope, name: ResourceFacetName): string[] =>
  readableIn(scope[name], filterRules[name]);

/** All that narrows the list, as addresses name it: what a reader chose replaces what the page fixes. */
export function filtersOf(scope: ListScope, search: Search): [string, string][] {
  const words = [scope.q, search.words].filter(Boolean).join(' ').trim().slice(0, 200);
  return [
    ['q', words],
    ...facetNames.map((name): [string, string] => {
      const chosen = search.chosen.get(name);
      return [name, (chosen?.length ? chosen : fixedValues(scope, name)).join(',')];
    }),
    ['sort', search.sort],
  ];
}

/** The page, as addresses name it. */
export const pageOf = ({ page }: Search): [string, string][] => [['page', page > 1 ? String(page) : '']];

export const sizeOf = ({ pageSize }: ListScope): number =>
  Math.min(100, Math.max(1, Math.round(pageSize) || 20));

/** All that is asked of a list. */
export const askedFilters = (scope: ListScope, search: Search): [string, string][] => [
  ...filtersOf(scope, search),
  ...pageOf(search),
  ['size', String(sizeOf(scope))],
];
