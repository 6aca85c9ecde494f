import type { Resource, ResourcePage, ResourceQuery, Theme } from '../src/contract/index.js';
import { fold } from './text.js';

const facetValues: Record<keyof ResourcePage['facets'], (resource: Resource) => string[]> = {
  community: (resource) => resource.communities,
  theme: (resource) => resource.themes,
  kind: (resource) => [resource.kind],
  language: (resource) => [resource.language],
  year: (resource) => (resource.year === null ? [] : [String(resource.year)]),
  access: (resource) => [resource.access],
};
const facetNames = Object.keys(facetValues) as (keyof ResourcePage['facets'])[];

/** Filters, counts, sorts and cuts: any of the values within one facet, all of the facets together. */
export function pageOfResources(
  found: readonly Resource[],
  query: ResourceQuery,
  themes: readonly Theme[],
): ResourcePage {
  const chosen = (name: keyof ResourcePage['facets']): string[] | undefined => {
    if (name === 'year') return undefined;
    const value = query[name];
    return value === undefined ? undefined : [value].flat();
  };
  const passes = (resource: Resource, except?: string) =>
    facetNames.every((name) => {
      const wanted = name === except ? undefined : chosen(name);
      return !wanted || facetValues[name](resource).some((value) => wanted.includes(value));
    });

  const facets = Object.fromEntries(
    facetNames.map((name) => {
      const counts = new Map<string, number>();
      for (const resource of found) {
        if (!passes(resource, name)) continue;
        for (const value of facetValues[name](resource)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const counted = [...counts].map(([value, count]) => ({ value, count }));
      return [name, counted.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))];
    }),
  ) as unknown as ResourcePage['facets'];

  const kept = found.filter((resource) => passes(resource)).sort(orders[query.sort ?? 'date']);
  const size = query.size ?? 20;
  const from = ((query.page ?? 1) - 1) * size;
  const met = new Set(facets.theme.map(({ value }) => value));
  return {
    items: kept.slice(from, from + size),
    total: kept.length,
    facets,
    themes: themes.filter((theme) => met.has(theme.slug)),
  };
}

const byTitle = (a: Resource, b: Resource) =>
  fold(a.title).localeCompare(fold(b.title)) || a.id.localeCompare(b.id);
const byDate = (a: Resource, b: Resource) =>
  (b.publishedAt ?? String(b.year ?? '')).localeCompare(a.publishedAt ?? String(a.year ?? '')) ||
  byTitle(a, b);

const orders = { date: byDate, title: byTitle, relevance: byDate };
