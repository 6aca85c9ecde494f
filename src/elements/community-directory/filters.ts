import type { CommunityView } from '../../api/communities.js';
import { readThemes } from '../../api/themes.js';

/** What communities are narrowed by. */
export const filterNames = ['function', 'theme', 'audience', 'status'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = ReadonlyMap<FilterName, readonly string[]>;

/** What a community is most for: its heaviest functions. */
export function mainFunctions({ functions }: CommunityView): string[] {
  const most = Math.max(0, ...functions.map(({ weight }) => weight));
  return functions.filter(({ weight }) => weight === most).map(({ kind }) => kind);
}

/** Who may come, by the code of its phrase. */
export const audienceOf = ({ audience: { members, nonMembers } }: CommunityView): string =>
  members && nonMembers ? 'both' : members ? 'members' : nonMembers ? 'nonMembers' : '';

export const themesOf = ({ more }: CommunityView) => readThemes(more['themes']);

const valuesOf: Record<FilterName, (community: CommunityView) => readonly string[]> = {
  function: mainFunctions,
  theme: (community) => themesOf(community).map(({ slug }) => slug),
  audience: (community) => [audienceOf(community)].filter(Boolean),
  status: ({ status }) => (status ? [status] : []),
};

/** Any of the values within one filter, all of the filters together. */
export const fits = (community: CommunityView, filters: Filters, except?: FilterName): boolean =>
  filterNames.every((name) => {
    const chosen = filters.get(name);
    return (
      name === except || !chosen?.length || valuesOf[name](community).some((value) => chosen.includes(value))
    );
  });

/** The values of a filter, in the order in which they are met, with what each would leave. */
export function countsOf(
  name: FilterName,
  communities: readonly CommunityView[],
  filters: Filters,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const community of communities) {
    const fit = fits(community, filters, name) ? 1 : 0;
    for (const value of valuesOf[name](community)) counts.set(value, (counts.get(value) ?? 0) + fit);
  }
  return counts;
}
