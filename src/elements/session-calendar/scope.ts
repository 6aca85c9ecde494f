import type { Session } from '../../contract/index.js';
import {
  language,
  oneOf,
  readableIn,
  several,
  slug,
  type AttributeRule,
} from '../../dom/attribute-values.js';
import { plusDays, plusMonths } from './dates.js';

const kinds: readonly Session['kind'][] = [
  'workshop',
  'webinar',
  'practice-exchange',
  'working-group',
  'plenary',
  'meeting',
];
const modes: readonly Session['mode'][] = ['online', 'in-person', 'hybrid'];
const audiences: readonly Session['audience'][] = ['all', 'members', 'participants'];

/** Filters that hold codes; each is a field of a session. */
export const facetNames = ['community', 'kind', 'mode', 'language', 'audience'] as const;
export type SessionFacetName = (typeof facetNames)[number];

/** What the page fixes by attributes. */
export interface CalendarScope extends Record<SessionFacetName, string> {
  available: boolean;
  q: string;
}

/** Which view the page asks for. */
export const viewRule = oneOf('auto', 'agenda', 'month');

/** What the filters of the page may hold. */
export const filterRules: Readonly<Record<SessionFacetName, AttributeRule>> = {
  community: several(slug),
  kind: several(oneOf(...kinds)),
  mode: several(oneOf(...modes)),
  language: several(language),
  audience: several(oneOf(...audiences)),
};

/** Most values of one filter that the API takes. */
const MAX_VALUES = 10;

/** The filters of a scope, as addresses name them; what cannot be read is left out. */
export const filtersOf = (scope: CalendarScope): [string, string][] => [
  ...facetNames.map((name): [string, string] => [
    name,
    readableIn(scope[name], filterRules[name]).slice(0, MAX_VALUES).join(','),
  ]),
  ['available', scope.available ? 'true' : ''],
  ['q', (scope.q ?? '').trim().slice(0, 200)],
];

/** The communities whose sessions a page shows: those that it names, else all. */
export function communitiesWithin<T>(
  attribute: string,
  all: ReadonlyMap<string, T> = new Map(),
): Map<string, T> {
  const own = readableIn(attribute, filterRules.community);
  return new Map([...all].filter(([slug]) => !own.length || own.includes(slug)));
}

/**
 * All that is asked of a calendar. The range has a week more on either side, for the days of other months that stand in the
 * first and last week, and a day for the zones: all visitors ask the same request.
 */
export const askedFilters = (scope: CalendarScope, month: string, span: number): [string, string][] => [
  ['from', `${plusDays(`${month}-01`, -7)}T00:00:00Z`],
  ['to', `${plusDays(`${plusMonths(month, span)}-01`, 7)}T00:00:00Z`],
  ...filtersOf(scope),
  ['limit', '200'],
];

/** How many months the list shows at a time. */
export const monthsOf = (months: number): number => Math.min(12, Math.max(1, Math.round(months) || 3));

/** Width in em of the text from which `auto` shows the month: 640 px where text has 16. */
export const MONTH_FROM = 40;
