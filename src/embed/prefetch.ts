import { isFile } from '../api/endpoint.js';
import {
  communitiesPath,
  communityPath,
  joinFormPath,
  proposalFormPath,
  registrationFormPath,
  resourcesPath,
  sessionsPath,
} from '../api/paths.js';
import { baseOf, request } from '../api/request.js';
import type { PageStart } from '../context/page.js';
import { identifier, readOne, several, slug } from '../dom/attribute-values.js';
import { textSizeOf } from '../dom/text-size.js';
import { monthIn } from '../elements/session-calendar/dates.js';
import * as calendar from '../elements/session-calendar/scope.js';
import * as resources from '../elements/resource-list/scope.js';

/** Milliseconds after which an unused prefetched response is dropped. */
const KEPT_FOR = 15_000;

/** An attribute of an element, or of what stands around it; empty without one. */
const attribute = (tag: Element, name: string): string => tag.getAttribute(name) ?? '';
const inherited = (tag: Element, name: string): string =>
  attribute(tag.closest(`${tag.localName}[${name}],f3e-provider[${name}]`) ?? tag, name);

/** The width of a container in em of its text. */
const widthInEm = (container: Element | null): number =>
  container ? container.clientWidth / textSizeOf(container) : 0;

/** Whether a calendar will show its month view. The element has no width yet, so the width of its container decides. */
export function isMonth(tag: Element): boolean {
  const view = readOne(attribute(tag, 'view'), calendar.viewRule);
  let container = tag.parentElement;
  // A provider has no box.
  while (container && !container.clientWidth) container = container.parentElement;
  return view === 'month' || (view !== 'agenda' && widthInEm(container) >= calendar.MONTH_FROM);
}

/** Path of the first request of an element, from its attributes; empty when it cannot be known yet. */
function prefetchPath(tag: Element): string {
  const said = (name: string) => attribute(tag, name);
  const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, said(name)]));
  const language = tag.closest('[lang]')?.getAttribute('lang')?.startsWith('en') ? 'en' : 'fr';
  const state = said('state-param');
  // The URL holds a saved state, which only the element can read: do not prefetch.
  if (state && new URLSearchParams(location.search).has(state)) return '';
  const community = readOne(said('community'), several(slug));
  const session = readOne(said('session'), identifier);
  switch (tag.localName) {
    case 'f3e-community-card':
      return community && communityPath(community);
    case 'f3e-community-directory':
      return communitiesPath;
    case 'f3e-join-form':
      return community && joinFormPath(community, language);
    case 'f3e-registration-form':
      return session && registrationFormPath(session, language);
    case 'f3e-proposal-form':
      return proposalFormPath(language);
    case 'f3e-session-calendar': {
      const timeZone = inherited(tag, 'time-zone') || undefined;
      // Sweden writes days as ISO 8601 does.
      const month = monthIn(said('month')) || new Date().toLocaleDateString('sv', { timeZone }).slice(0, 7);
      const scope = {
        ...(all([...calendar.facetNames, 'q']) as unknown as calendar.CalendarScope),
        available: tag.hasAttribute('available'),
      };
      return sessionsPath(
        calendar.askedFilters(scope, month, isMonth(tag) ? 1 : calendar.monthsOf(Number(said('months')))),
      );
    }
    case 'f3e-resource-list': {
      const scope = {
        ...(all([...resources.facetNames, 'q']) as unknown as resources.ListScope),
        pageSize: Number(said('page-size')),
      };
      return resourcesPath(resources.askedFilters(scope, resources.everything));
    }
  }
  return '';
}

/** Starts the first request of an element while its code loads; the client then uses the response. */
export function prefetch(tag: Element, { endpoint, early }: PageStart): void {
  const at = inherited(tag, 'endpoint') || endpoint;
  try {
    const path = isFile(at) ? '' : prefetchPath(tag);
    const url = baseOf(at) + path;
    if (!path || !early || early.has(url)) return;
    const answer = request(url);
    // Ignore the failure here: the client sends the request again and reports the error.
    answer.catch(() => undefined);
    early.set(url, answer);
    setTimeout(() => early.delete(url), KEPT_FOR);
  } catch {
    // Invalid URL or time zone: the element reports it.
  }
}
