import { plusDays, plusMonths } from './dates.js';

/** Filters that hold codes; each is a field of a session. */
export const facetNames = ['community', 'kind', 'mode', 'language', 'audience'] as const;
export type SessionFacetName = (typeof facetNames)[number];

/** What the page fixes by attributes. */
export interface CalendarScope extends Record<SessionFacetName, string> {
  available: boolean;
  q: string;
}

/** The filters of a scope, as addresses name them. */
export const filtersOf = (scope: CalendarScope): [string, string][] => [
  ...facetNames.map((name): [string, string] => [name, scope[name].replace(/\s/g, '')]),
  ['available', scope.available ? 'true' : ''],
  ['q', scope.q],
];

/**
 * All that is asked of a calendar. The range has a day more on either side: it fits every zone, so that all visitors ask
 * the same request.
 */
export const askedFilters = (scope: CalendarScope, month: string, span: number): [string, string][] => [
  ['from', `${plusDays(`${month}-01`, -1)}T00:00:00Z`],
  ['to', `${plusDays(`${plusMonths(month, span)}-01`, 1)}T00:00:00Z`],
  ...filtersOf(scope),
  ['limit', '200'],
];

/** How many months the list shows at a time. */
export const monthsOf = (months: number): number => Math.min(12, Math.max(1, Math.round(months) || 3));

/** Width in CSS pixels from which `auto` shows the month. */
export const MONTH_FROM = 640;
