import type { ReadRequest } from '../../api/client.js';
import { sessionsRequest, type SessionListView } from '../../api/sessions.js';
import { plusMonths } from './dates.js';
import type { CalendarFilters } from './filters.js';
import { askedFilters, facetNames, filtersOf, type CalendarScope } from './scope.js';

/** The sessions of some months. */
export interface ShownMonths extends SessionListView {
  months: readonly string[];
  /** The server applied what the reader chose, since there are more sessions than one answer holds. */
  isNarrowed: boolean;
}

/** `filters` are the reader's, where the server is to apply them. */
export function requestOf(
  scope: CalendarScope,
  month: string,
  span: number,
  filters?: CalendarFilters,
): ReadRequest<ShownMonths> {
  const months: string[] = [];
  while (months.length < span) months.push(plusMonths(month, months.length));
  const { path, read } = sessionsRequest(askedFilters(filters ? within(scope, filters) : scope, month, span));
  return {
    path,
    read: (json) => {
      const list = read(json);
      return list && { ...list, months, isNarrowed: Boolean(filters) };
    },
  };
}

/** What a reader chose, within what the page fixes. */
function within(scope: CalendarScope, { chosen, available, words }: CalendarFilters): CalendarScope {
  const fixed = new Map(filtersOf(scope));
  const narrowed: CalendarScope = {
    ...(Object.fromEntries(facetNames.map((name) => [name, scope[name]])) as unknown as CalendarScope),
    available: scope.available || available,
    q: `${fixed.get('q')} ${words}`,
  };
  for (const [name, values] of chosen) {
    const allowed = fixed.get(name)?.split(',').filter(Boolean) ?? [];
    const kept = [...values].filter((value) => !allowed.length || allowed.includes(value));
    if (kept.length) narrowed[name] = kept.join(',');
  }
  return narrowed;
}
