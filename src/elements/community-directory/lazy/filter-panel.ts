import { html, nothing } from 'lit';
import type { CommunityView } from '../../../api/communities.js';
import { communityNarrowingWords } from '../../../i18n/catalogues/community-narrowing.js';
import {
  said,
  wordsIn,
  type CommunityDirectoryStrings,
  type CommunityNarrowingStrings,
} from '../../../i18n/strings.js';
import { facetView } from '../../../ui/facet-view.js';
import { countsOf, filterNames, fits, themesOf, type FilterName, type Filters } from '../filters.js';

export { facetStyles as styles } from '../../../ui/facet.styles.js';

/** Narrows the communities: a chunk of its own, fetched when a reader opens the filters, or nothing is there to show. */
export interface Narrowing {
  language: string;
  narrowed: (all: readonly CommunityView[], filters: Filters) => readonly CommunityView[];
  facets: (
    all: readonly CommunityView[],
    filters: Filters,
    words: CommunityDirectoryStrings,
    /** Takes what is chosen by then, not what was when it was drawn. */
    onChange: (change: (filters: Filters) => Filters) => void,
  ) => unknown;
  /** What stands where no community fits, and the way out. */
  none: (hasFilters: boolean, onClear: () => void) => unknown;
  nothingFits: string;
}

export async function narrowingIn(language: string): Promise<Narrowing> {
  const own = await wordsIn(communityNarrowingWords, language);
  return {
    language,
    narrowed: (all, filters) => all.filter((community) => fits(community, filters)),
    facets: (all, filters, words, onChange) =>
      filterNames.map((name) => facet(name, all, filters, { ...words, ...own }, language, onChange)),
    none: (hasFilters, onClear) =>
      html`<div class="status">
        <slot name="empty"><p>${own.nothingFits}</p></slot>
        ${
          hasFilters
            ? html`<p class="actions">
                <button class="button" type="button" @click=${onClear}>${own.clearFilters}</button>
              </p>`
            : nothing
        }
      </div>`,
    nothingFits: own.nothingFits,
  };
}

function facet(
  name: FilterName,
  all: readonly CommunityView[],
  filters: Filters,
  words: CommunityDirectoryStrings & CommunityNarrowingStrings,
  language: string,
  onChange: (change: (filters: Filters) => Filters) => void,
) {
  const counts = countsOf(name, all, filters);
  const chosen = filters.get(name) ?? [];
  if (counts.size < 2 && !chosen.length) return nothing;
  const label = (value: string): string => {
    if (name === 'theme') {
      const known = all.flatMap(themesOf).filter(({ slug }) => slug === value)[0]?.label;
      return (language === 'en' && known?.en) || known?.fr || value;
    }
    const phrases = { function: words.functionKinds, audience: words.audiences, status: words.status }[name];
    return said(phrases, value);
  };
  return facetView(
    name,
    words.facets[name],
    [...counts].map(([value, count]) => ({
      value,
      label: label(value),
      count,
      isChosen: chosen.includes(value),
    })),
    (value) =>
      onChange((now) => {
        const values = now.get(name) ?? [];
        return new Map(now).set(
          name,
          values.includes(value) ? values.filter((one) => one !== value) : [...values, value],
        );
      }),
  );
}
