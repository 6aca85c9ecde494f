import type { Question } from '../../api/client.js';
import { facetNames, resourcesQuestion, type FacetName, type ResourceListView } from '../../api/resources.js';

export type Sort = 'relevance' | 'date' | 'title';
export const sorts: readonly Sort[] = ['relevance', 'date', 'title'];

/** What a reader looks for. */
export interface Search {
  words: string;
  chosen: ReadonlyMap<FacetName, readonly string[]>;
  /** Empty: by relevance when there are words, else by date. */
  sort: Sort | '';
  /** From 1. */
  page: number;
}

export const everything: Search = { words: '', chosen: new Map(), sort: '', page: 1 };

/** What the page fixes by attributes. */
export type Scope = Readonly<Record<FacetName, string | null>> & { q: string | null; pageSize: number };

/** The values of a list; none when the attribute was taken away. */
export const valuesIn = (list: string | null): string[] =>
  (list ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);

/** A search within what the page fixes: a facet of which it leaves nothing to choose is not chosen. */
export function within(scope: Scope, search: Search): Search {
  const chosen = new Map<FacetName, readonly string[]>();
  for (const [name, values] of search.chosen) {
    const fixed = valuesIn(scope[name]);
    const kept = fixed.length === 1 ? [] : values.filter((value) => !fixed.length || fixed.includes(value));
    if (kept.length) chosen.set(name, kept);
  }
  return { ...search, chosen };
}

/** How many values the reader chose. */
export const countOf = ({ chosen }: Search): number => {
  let count = 0;
  for (const { length } of chosen.values()) count += length;
  return count;
};

/** What is chosen, with a value more or less. */
export function toggled(search: Search, name: FacetName, value: string): Search['chosen'] {
  const values = search.chosen.get(name) ?? [];
  const kept = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return new Map(search.chosen).set(name, kept);
}

/** Everything that narrows the list, as addresses name it: what the reader chose stands before what the page fixes. */
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

export const sizeOf = ({ pageSize }: Scope): number => Math.min(100, Math.max(1, Math.round(pageSize) || 20));

export const questionOf = (scope: Scope, search: Search): Question<ResourceListView> =>
  resourcesQuestion([
    ...filtersOf(scope, search),
    ['page', search.page > 1 ? String(search.page) : ''],
    ['size', String(sizeOf(scope))],
  ]);

/** Address of a hosted page, feed or file that shows the same; nothing without one. */
export function addressOf(
  base: string,
  scope: Scope,
  search: Search,
  more: readonly [string, string][] = [],
): string {
  if (!base) return '';
  const query = new URLSearchParams([...filtersOf(scope, search), ...more].filter(([, value]) => value));
  return query.size ? `${base}?${query.toString()}` : base;
}
