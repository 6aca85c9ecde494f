import { nothing } from 'lit';
import type { CommunityView } from '../../../api/communities.js';
import { translateCode, type CommunityMessages } from '../../../i18n/messages.js';
import { facetView } from '../../../ui/facet-view.js';
import { countsOf, filterNames, type FilterName, type DirectoryFilters } from '../filters.js';

export { facetStyles as styles } from '../../../ui/facet.styles.js';

interface FacetsContext {
  communities: readonly CommunityView[];
  filters: DirectoryFilters;
  messages: CommunityMessages;
  language: string;
  onToggle: (name: FilterName, value: string) => void;
}

/** The filters of a directory, each with its values and how many communities they would leave. */
export const directoryFacets = (context: FacetsContext) => filterNames.map((name) => facet(name, context));

function facet(name: FilterName, { communities, filters, messages, language, onToggle }: FacetsContext) {
  const counts = countsOf(name, communities, filters);
  const chosen = filters.get(name) ?? [];
  if (counts.size < 2 && !chosen.length) return nothing;
  const label = (value: string): string => {
    if (name === 'theme') {
      const theme = communities.flatMap(({ themes }) => themes).find(({ slug }) => slug === value)?.label;
      return (language === 'en' && theme?.en) || theme?.fr || value;
    }
    const phrases = {
      function: messages.functionKinds,
      audience: messages.audiences,
      status: messages.status,
    };
    return translateCode(phrases[name], value);
  };
  return facetView(
    name,
    messages.directory.facets[name],
    [...counts].map(([value, count]) => ({
      value,
      label: label(value),
      count,
      isChosen: chosen.includes(value),
    })),
    (value) => onToggle(name, value),
  );
}
