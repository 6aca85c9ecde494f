import { facetNames, type ResourceFacetName } from '../../search/facets.js';
import { everything, sorts, type Search } from './scope.js';

/** Reads a search from a query parameter of the page; what cannot be read is left out. */
export function parseSearch(params: URLSearchParams): Search {
  const chosen = new Map<ResourceFacetName, readonly string[]>();
  for (const facet of facetNames) {
    const values = params.getAll(facet).filter((value) => /^[\w-]{1,64}$/.test(value));
    if (values.length) chosen.set(facet, [...new Set(values)].slice(0, 10));
  }
  const page = Number(params.get('page'));
  return {
    ...everything,
    words: (params.get('q') ?? '').slice(0, 200),
    chosen,
    sort: sorts.find((sort) => sort === params.get('sort')) ?? '',
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  };
}

export function serializeSearch({ words, chosen, sort, page }: Search): URLSearchParams {
  const params = new URLSearchParams();
  if (words) params.set('q', words);
  for (const [facet, values] of chosen) for (const value of values) params.append(facet, value);
  if (sort) params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  return params;
}
