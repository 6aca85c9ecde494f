import { html, nothing } from 'lit';
import type { SessionListView, SessionView } from '../../../api/sessions.js';
import { focusBeside } from '../../../dom/focus-beside.js';
import { languageName } from '../../../i18n/language-name.js';
import {
  translateCode,
  type SessionCalendarMessages,
  type SessionDetailsMessages,
} from '../../../i18n/messages.js';
import { countOf, isAvailable, matches, noFilters, type CalendarFilters } from '../filters.js';
import { facetNames, type SessionFacetName } from '../scope.js';
import { areChips } from '../toolbar.js';

export { sessionDetailsCatalogue as catalogue } from '../../../i18n/catalogues/session-details.js';
export { styles } from './tools.styles.js';

interface FilterContext {
  messages: SessionCalendarMessages;
  filterMessages: SessionDetailsMessages['filters'];
  language: string;
  sessions: readonly SessionView[];
  communities: SessionListView['communities'];
  /** The server's, where the sessions here are not all. */
  counts: SessionListView['counts'] | undefined;
  /** Undefined while none is set. */
  filters: CalendarFilters | undefined;
  onChange: (filters: CalendarFilters | undefined) => void;
}

/** Words, places left, and a check box for each value that the sessions have; counts stand in the labels. */
export function filterForm(context: FilterContext) {
  const { messages, filterMessages, sessions, onChange } = context;
  const filters = context.filters ?? noFilters;
  const change = (next: CalendarFilters) => onChange(countOf(next) ? next : undefined);
  const available =
    context.counts?.get('available')?.get('true') ??
    sessions.filter((one) => isAvailable(one) && matches(one, filters, 'available')).length;
  return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
    <div>
      <label for="words">${filterMessages.words}</label>
      <input
        id="words"
        type="search"
        aria-describedby="words-hint"
        .value=${filters.words}
        @input=${(event: Event) => change({ ...filters, words: (event.target as HTMLInputElement).value })}
      />
      <p class="quiet" id="words-hint">${filterMessages.wordsHint}</p>
      ${checkbox(`${filterMessages.available} (${available})`, filters.available, (isOn) => change({ ...filters, available: isOn }))}
    </div>
    ${facetNames.map((name) => (name === 'community' && areChips(context.communities) ? nothing : facet(name, filters, context, change)))}
    ${countOf(filters) ? clearButton(messages, () => change(noFilters)) : nothing}
  </form>`;
}

function facet(
  name: SessionFacetName,
  filters: CalendarFilters,
  context: FilterContext,
  change: (next: CalendarFilters) => void,
) {
  const { sessions, filterMessages } = context;
  const chosen = filters.chosen.get(name);
  const counts = new Map<string, number>(context.counts?.get(name));
  for (const session of context.counts ? [] : sessions) {
    const value = session[name];
    if (value) counts.set(value, (counts.get(value) ?? 0) + (matches(session, filters, name) ? 1 : 0));
  }
  for (const value of chosen ?? []) if (!counts.has(value)) counts.set(value, 0);
  if (counts.size < 2 && !chosen?.size) return nothing;
  const pick = (value: string, isOn: boolean) => {
    const values = new Set(chosen);
    if (isOn) values.add(value);
    else values.delete(value);
    change({ ...filters, chosen: new Map(filters.chosen).set(name, values) });
  };
  return html`<fieldset>
    <legend>${filterMessages.names[name]}</legend>
    ${[...counts].map(([value, count]) =>
      checkbox(`${labelOf(name, value, context)} (${count})`, Boolean(chosen?.has(value)), (isOn) =>
        pick(value, isOn),
      ),
    )}
  </fieldset>`;
}

function labelOf(
  name: SessionFacetName,
  value: string,
  { communities, language, messages, filterMessages }: FilterContext,
): string {
  if (name === 'community') return communities.get(value)?.name ?? value;
  if (name === 'language') return languageName(language, value);
  if (name === 'audience')
    return value === 'all' ? filterMessages.everyone : translateCode(messages.audiences, value);
  return translateCode(name === 'kind' ? messages.kinds : messages.modes, value);
}

const checkbox = (label: string, isOn: boolean, onPick: (isOn: boolean) => void) =>
  html`<label class="choice"
    ><input
      type="checkbox"
      .checked=${isOn}
      @change=${(event: Event) => onPick((event.target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;

/** The button is removed by what it does: focus moves first to the words. */
function clearButton({ clearFilters }: SessionCalendarMessages, onClear: () => void) {
  const press = (click: Event) => {
    focusBeside(click, '#words');
    onClear();
  };
  return html`<button class="button" type="button" @click=${press}>${clearFilters}</button>`;
}
