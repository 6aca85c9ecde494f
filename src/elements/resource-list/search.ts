import type { Question } from '../../api/client.js';
import { facetNames, resourcesQuestion, type FacetName, type ResourceListView } from '../../api/resources.js';
import type { ResourceListMessages } from '../../i18n/messages.js';

export type Sort = 'relevance' | 'date' | 'title';
export const sorts: readonly Sort[] = ['relevance', 'date', 'title'];

/** What a reader searches for. */
export interface Search {
  words: string;
  chosen: ReadonlyMap<FacetName, readonly string[]>;
  /** Empty: by relevance when there are words, else by date. */
  sort: Sort | '';
  /** From 1. */
  page: number;
}

export const everything: Search = { words: '', chosen: new Map(), sort: '', page: 1 };

/** An answer with the search that it answers: another may be on its way. */
export interface FoundResources extends ResourceListView {
  search: Search;
}

/** What the page fixes by attributes. */
export type Scope = Readonly<Record<FacetName, string | null>> & {
  q: string | null;
  pageSize: number;
  paging: 'numbers' | 'more';
  facets: string | null;
  noFilters: boolean;
};

/** The values of a list; none when the attribute was removed. */
export const valuesIn = (list: string | null): string[] =>
  (list ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);

/** A search within what the page fixes: a facet that it leaves one value of is not chosen. */
export function within(scope: Scope, search: Search): Search {
  const chosen = new Map<FacetName, readonly string[]>();
  for (const [name, values] of search.chosen) {
    const fixed = valuesIn(scope[name]);
    const kept = fixed.length === 1 ? [] : values.filter((value) => !fixed.length || fixed.includes(value));
    if (kept.length) chosen.set(name, kept);
  }
  return { ...search, chosen };
}

/** The facets that are offered: one value that the page fixes leaves nothing to choose. */
export function offeredFacets(scope: Scope): readonly FacetName[] {
  const wanted = scope.noFilters ? [] : valuesIn(scope.facets);
  return facetNames.filter((name) => wanted.includes(name) && valuesIn(scope[name]).length !== 1);
}

/** How many values are chosen. */
export const countOf = ({ chosen }: Search): number => {
  let count = 0;
  for (const { length } of chosen.values()) count += length;
  return count;
};

/** The chosen values with one more, or less when it was chosen. */
export function toggled(search: Search, name: FacetName, value: string): Search['chosen'] {
  const values = search.chosen.get(name) ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return new Map(search.chosen).set(name, next);
}

/** All that narrows the list, as addresses name it: what a reader chose replaces what the page fixes. */
export function filtersOf(scope: Scope, search: Search): [string, string][] {
  const words = [scope.q, search.words].filter(Boolean).join(' ').trim().slice(0, 200);
  return [
    ['q', words],
    ...facetNames.map((name): [string, string] => {
      const chosen = search.chosen.get(name);
      return [name, (chosen?.length ? chosen : valuesIn(scope[name])).join(',')];
    }),
    ['sort', search.sort],
  ];
}

/** The page, as addresses name it. */
export const pageOf = ({ page }: Search): [string, string][] => [['page', page > 1 ? String(page) : '']];

export const sizeOf = ({ pageSize }: Scope): number => Math.min(100, Math.max(1, Math.round(pageSize) || 20));

/** How many pages there are; 1 where the next ones are added to the first. */
export const pagesOf = (scope: Scope, total: number): number =>
  scope.paging === 'more' ? 1 : Math.min(10_000, Math.ceil(total / sizeOf(scope)));

export function questionOf(scope: Scope, search: Search): Question<FoundResources> {
  const { path, read } = resourcesQuestion([
    ...filtersOf(scope, search),
    ...pageOf(search),
    ['size', String(sizeOf(scope))],
  ]);
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
  scope: Scope,
  search: Search,
  more: readonly [string, string][] = [],
): string {
  if (!base) return '';
  const query = new URLSearchParams([...filtersOf(scope, search), ...more].filter(([, value]) => value));
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}

/** Why there is nothing to show. */
export function nothingSentence({ total, search }: FoundResources, messages: ResourceListMessages): string {
  if (total) return messages.nothingOnPage;
  return search.words || countOf(search) ? messages.nothingFound(search.words) : messages.nothingHere;
}

/** What the page is told of a search whose answer is shown. */
export const foundDetail = ({ search: { words, chosen, page }, total }: FoundResources) => ({
  words,
  filters: Object.fromEntries([...chosen].map(([name, values]) => [name, [...values]])),
  page,
  total,
});
