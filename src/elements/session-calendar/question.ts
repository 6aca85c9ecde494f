import type { Question } from '../../api/client.js';
import { sessionsQuestion, type SessionListView } from '../../api/sessions.js';
import { plusDays, plusMonths } from './dates.js';

/** Filters that hold codes; each is a field of a session. */
export const facetNames = ['community', 'kind', 'mode', 'language', 'audience'] as const;
export type FacetName = (typeof facetNames)[number];

/** What the page fixes by attributes. */
export interface Scope extends Record<FacetName, string> {
  available: boolean;
  q: string;
}

/** The sessions of some months. */
export interface ShownMonths extends SessionListView {
  months: readonly string[];
}

/** The filters of a scope, as addresses name them. */
export const filtersOf = (scope: Scope): [string, string][] => [
  ...facetNames.map((name): [string, string] => [name, scope[name].replace(/\s/g, '')]),
  ['available', scope.available ? 'true' : ''],
  ['q', scope.q],
];

/** The range has a day more on either side: it fits every zone, so that all visitors ask the same question. */
export function questionOf(scope: Scope, month: string, span: number): Question<ShownMonths> {
  const months: string[] = [];
  while (months.length < span) months.push(plusMonths(month, months.length));
  const { path, read } = sessionsQuestion([
    ['from', `${plusDays(`${month}-01`, -1)}T00:00:00Z`],
    ['to', `${plusDays(`${plusMonths(month, span)}-01`, 1)}T00:00:00Z`],
    ...filtersOf(scope),
    ['limit', '200'],
  ]);
  return {
    path,
    read: (json) => {
      const list = read(json);
      return list && { ...list, months };
    },
  };
}
