import type { SessionView } from '../../api/sessions.js';
import { facetNames, type SessionFacetName } from './scope.js';

/** What a reader chose; what the page fixed by attributes is asked of the server. */
export interface CalendarFilters {
  chosen: ReadonlyMap<SessionFacetName, ReadonlySet<string>>;
  available: boolean;
  words: string;
}

export const noFilters: CalendarFilters = { chosen: new Map(), available: false, words: '' };

/** The filters with a community more, or less when it was chosen; with all of them when `slug` is empty. */
export function withCommunity(
  filters: CalendarFilters = noFilters,
  slug: string,
): CalendarFilters | undefined {
  const communities = new Set(slug ? filters.chosen.get('community') : []);
  if (slug && !communities.delete(slug)) communities.add(slug);
  const next = { ...filters, chosen: new Map(filters.chosen).set('community', communities) };
  return countOf(next) ? next : undefined;
}

/** How many filters are set. */
export const countOf = ({ chosen, available, words }: CalendarFilters): number => {
  let count = (available ? 1 : 0) + (words.trim() ? 1 : 0);
  for (const { size } of chosen.values()) count += size;
  return count;
};

/** Case, accents and marks aside, as a reader types. */
const fold = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const isAvailable = ({ registration, status, audience }: SessionView): boolean =>
  registration.state === 'open' && status !== 'cancelled' && status !== 'held' && audience !== 'participants';

/** Any of the values within one filter, all of the filters together. */
export function matches(
  session: SessionView,
  filters: CalendarFilters,
  except?: SessionFacetName | 'available',
): boolean {
  const words = fold(filters.words).split(/\s+/).filter(Boolean);
  const content = words.length ? fold(`${session.title} ${session.summary} ${session.city}`) : '';
  return (
    facetNames.every((name) => {
      const chosen = filters.chosen.get(name);
      return name === except || !chosen?.size || chosen.has(session[name]);
    }) &&
    (except === 'available' || !filters.available || isAvailable(session)) &&
    words.every((word) => content.includes(word))
  );
}
