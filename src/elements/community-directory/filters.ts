import type { CommunityView } from '../../api/communities.js';
import { audienceOf } from '../../ui/community/audience.js';

/** What communities are narrowed by. */
export const filterNames = ['function', 'theme', 'audience', 'status'] as const;
export type FilterName = (typeof filterNames)[number];
export type DirectoryFilters = ReadonlyMap<FilterName, readonly string[]>;

/** What a community is most for: its heaviest functions. */
export function mainFunctions({ functions }: CommunityView): string[] {
  const most = Math.max(0, ...functions.map(({ weight }) => weight));
  return functions.filter(({ weight }) => weight === most).map(({ kind }) => kind);
}

const valuesOf: Record<FilterName, (community: CommunityView) => readonly string[]> = {
  function: mainFunctions,
  theme: ({ themes }) => themes.map(({ slug }) => slug),
  audience: (community) => [audienceOf(community.audience)].filter(Boolean),
  status: ({ status }) => (status ? [status] : []),
};

/** Any of the values within one filter, all of the filters together. */
export const matches = (community: CommunityView, filters: DirectoryFilters, except?: FilterName): boolean =>
  filterNames.every((name) => {
    const chosen = filters.get(name);
    return (
      name === except || !chosen?.length || valuesOf[name](community).some((value) => chosen.includes(value))
    );
  });

/** The values of a filter, in the order in which they occur, with how many communities each would leave. */
export function countsOf(
  name: FilterName,
  communities: readonly CommunityView[],
  filters: DirectoryFilters,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const community of communities) {
    const one = matches(community, filters, name) ? 1 : 0;
    for (const value of valuesOf[name](community)) counts.set(value, (counts.get(value) ?? 0) + one);
  }
  return counts;
}

/** How many values are chosen. */
export const countOf = (filters: DirectoryFilters): number => {
  let count = 0;
  for (const { length } of filters.values()) count += length;
  return count;
};

/** The filters with a value more, or less when it was chosen. */
export function toggled(filters: DirectoryFilters, name: FilterName, value: string): DirectoryFilters {
  const values = filters.get(name) ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return new Map(filters).set(name, next);
}
