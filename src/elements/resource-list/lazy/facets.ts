import { html, nothing } from 'lit';
import type { FacetValueView, ResourceListView } from '../../../api/resources.js';
import type { ResourceFacetName } from '../../../search/facets.js';
import { languageName } from '../../../i18n/language-name.js';
import { translateCode, type ResourceListMessages } from '../../../i18n/messages.js';
import { facetView } from '../../../ui/facet-view.js';
import { fixedValues, type ListScope, type Search } from '../scope.js';

export { facetStyles as styles } from '../../../ui/facet.styles.js';

/** What the facets and their chips are drawn from. */
export interface FacetContext {
  messages: ResourceListMessages;
  language: string;
  scope: ListScope;
  search: Search;
  names: Pick<ResourceListView, 'themes' | 'communities'>;
  /** Facets that are offered, in this order. */
  offered: readonly ResourceFacetName[];
  /** Facets of which all the values are shown. */
  unfolded: ReadonlySet<ResourceFacetName>;
  onToggle: (name: ResourceFacetName, value: string) => void;
  /** `shown` of its values are there already. */
  onUnfold: (name: ResourceFacetName, shown: number) => void;
}

/** A facet with more values is folded to the first of them. */
const MAX_SHOWN = 10;
const SHOWN_FOLDED = 8;

/** The label of a value. */
export function labelOf(
  name: ResourceFacetName,
  value: string,
  { messages, language, names }: Pick<FacetContext, 'messages' | 'language' | 'names'>,
): string {
  if (name === 'community' || name === 'theme') {
    const known = (name === 'theme' ? names.themes : names.communities).get(value);
    return (language === 'en' && known?.en) || known?.fr || value;
  }
  if (name === 'language') {
    const label = languageName(language, value);
    return label[0]!.toLocaleUpperCase(language) + label.slice(1);
  }
  if (name === 'kind') return translateCode(messages.kinds, value);
  return name === 'access' ? translateCode(messages.accesses, value) : value;
}

/** The values that may be chosen: those within what the page fixes, and those that are chosen though nothing has them. */
function valuesOf(
  name: ResourceFacetName,
  found: ResourceListView,
  { scope, search }: FacetContext,
): FacetValueView[] {
  const within = fixedValues(scope, name);
  const chosen = search.chosen.get(name) ?? [];
  const values = (found.facets.get(name) ?? []).filter(
    ({ value }) => !within.length || within.includes(value),
  );
  const missing = chosen.filter((one) => !values.some(({ value }) => value === one));
  return [...values, ...missing.map((value) => ({ value, count: 0 }))];
}

export function facetsView(found: ResourceListView, context: FacetContext) {
  const { messages, search, offered, unfolded, onToggle, onUnfold } = context;
  return offered.map((name) => {
    const values = valuesOf(name, found, context);
    const chosen = search.chosen.get(name) ?? [];
    if (values.length < 2 && !chosen.length) return nothing;
    const isFolded = values.length > MAX_SHOWN && !unfolded.has(name);
    // What is chosen stays in sight.
    const shown = isFolded
      ? values.filter(({ value }, i) => i < SHOWN_FOLDED || chosen.includes(value))
      : values;
    return facetView(
      name,
      messages.facets[name],
      shown.map(({ value, count }) => ({
        value,
        label: labelOf(name, value, context),
        count,
        isChosen: chosen.includes(value),
      })),
      (value) => onToggle(name, value),
      isFolded
        ? html`<button
            class="plain"
            type="button"
            data-more=${name}
            @click=${() => onUnfold(name, shown.length)}
          >
            ${messages.more(values.length - shown.length)}<span class="visually-hidden"
              >${` (${messages.facets[name]})`}</span
            >
          </button>`
        : nothing,
    );
  });
}
