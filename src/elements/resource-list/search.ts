import { facetsIn } from './attributes.js';
import type { ReadRequest } from '../../api/client.js';
import { resourcesRequest, type ResourceListView } from '../../api/resources.js';
import type { ResourceListMessages } from '../../i18n/messages.js';
import { facetNames, type ResourceFacetName } from '../../search/facets.js';
import { askedFilters, filtersOf, fixedValues, sizeOf, type ListScope, type Search } from './scope.js';

/** `more` adds the next pages to the first. */
export type PagedScope = ListScope & { paging: 'numbers' | 'more' };

/** An answer with the search that it answers: another may be on its way. */
export interface FoundPage extends ResourceListView {
  search: Search;
}

/** A search within what the page fixes: a facet that it leaves one value of is not chosen. */
export function within(scope: ListScope, search: Search): Search {
  const chosen = new Map<ResourceFacetName, readonly string[]>();
  for (const [name, values] of search.chosen) {
    const fixed = fixedValues(scope, name);
    const kept = fixed.length === 1 ? [] : values.filter((value) => !fixed.length || fixed.includes(value));
    if (kept.length) chosen.set(name, kept);
  }
  return { ...search, chosen };
}

/** The facets that are offered: one value that the page fixes leaves nothing to choose. */
export function offeredFacets(
  scope: ListScope & { facets: string | null; noFilters: boolean },
): readonly ResourceFacetName[] {
  const wanted = scope.noFilters ? [] : facetsIn(scope.facets);
  return facetNames.filter((name) => wanted.includes(name) && fixedValues(scope, name).length !== 1);
}

/** How many values are chosen. */
export const countOf = ({ chosen }: Search): number => {
  let count = 0;
  for (const { length } of chosen.values()) count += length;
  return count;
};

/** The chosen values with one more, or less when it was chosen. */
export function toggled(search: Search, name: ResourceFacetName, value: string): Search['chosen'] {
  const values = search.chosen.get(name) ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return new Map(search.chosen).set(name, next);
}

/** How many pages there are; 1 where the next ones are added to the first. */
export const pagesOf = (scope: PagedScope, total: number): number =>
  scope.paging === 'more' ? 1 : Math.min(10_000, Math.ceil(total / sizeOf(scope)));

export function requestOf(scope: ListScope, search: Search): ReadRequest<FoundPage> {
  const { path, read } = resourcesRequest(askedFilters(scope, search));
  return {
    path,
    read: (json) => {
      const list = read(json);
      return list && { ...list, search };
    },
  };
}

/** Address of a hosted page, feed or file that shows the same; empty without one. */
export function addressOf(
  base: string,
  scope: ListScope,
  search: Search,
  more: readonly [string, string][] = [],
): string {
  if (!base) return '';
  const query = new URLSearchParams([...filtersOf(scope, search), ...more].filter(([, value]) => value));
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}

/** Why there is nothing to show. */
export function nothingSentence({ total, search }: FoundPage, messages: ResourceListMessages): string {
  if (total) return messages.nothingOnPage;
  return search.words || countOf(search) ? messages.nothingFound(search.words) : messages.nothingHere;
}

/** What the page is told of a search whose answer is shown. */
export const foundDetail = ({ search: { words, chosen, page }, total }: FoundPage) => ({
  words,
  filters: Object.fromEntries([...chosen].map(([name, values]) => [name, [...values]])),
  page,
  total,
});
