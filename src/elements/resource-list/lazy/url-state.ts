import { facetNames, type FacetName } from '../../../api/resources.js';
import { everything, sorts, type Search, type Sort } from '../search.js';

/** Reads what a reader looks for from one parameter of the page's address; what cannot be read is left out. */
export function readPlace(name: string, address: string): Search {
  const inner = new URLSearchParams(new URL(address).searchParams.get(name) ?? '');
  const chosen = new Map<FacetName, readonly string[]>();
  for (const facet of facetNames) {
    const values = inner.getAll(facet).filter((value) => /^[\w-]{1,64}$/.test(value));
    if (values.length) chosen.set(facet, [...new Set(values)].slice(0, 10));
  }
  const page = Number(inner.get('page'));
  const sort = inner.get('sort') as Sort;
  return {
    ...everything,
    words: (inner.get('q') ?? '').slice(0, 200),
    chosen,
    sort: sorts.includes(sort) ? sort : '',
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  };
}

/** What stands in the parameter now; nothing when it is not there. */
export const valueOf = (name: string): string | null => new URL(location.href).searchParams.get(name);

/** The address of this page with what a reader looks for in one parameter; all the rest stays as it is written. */
export function placeOf(name: string, { words, chosen, sort, page }: Search): string {
  const inner = new URLSearchParams();
  if (words) inner.set('q', words);
  for (const [facet, values] of chosen) for (const value of values) inner.append(facet, value);
  if (sort) inner.set('sort', sort);
  if (page > 1) inner.set('page', String(page));
  const url = new URL(location.href);
  const others = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !new URLSearchParams(pair).has(name));
  if (inner.size) others.push(new URLSearchParams([[name, inner.toString()]]).toString());
  url.search = others.join('&');
  return url.href;
}

/** Puts it in the address: as a step to come back from, or instead of the last one while somebody types. */
export function writePlace(address: string, isStep: boolean): void {
  if (address === location.href) return;
  try {
    if (isStep) history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  } catch {
    // Browsers refuse it in some frames, and when it comes too often: the next change writes it.
  }
}
