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
import { monthIn } from '../elements/session-calendar/dates.js';
import * as calendar from '../elements/session-calendar/scope.js';
import * as resources from '../elements/resource-list/scope.js';

/** Milliseconds after which an answer that no element took is let go. */
const KEPT_FOR = 15_000;

/** An attribute of an element, or of what stands around it; empty without one. */
const attribute = (tag: Element, name: string): string => tag.getAttribute(name) ?? '';
const inherited = (tag: Element, name: string): string =>
  attribute(tag.closest(`${tag.localName}[${name}],f3e-provider[${name}]`) ?? tag, name);

/** Whether a calendar that chooses by its width shows the month: its container has that width before it is there. */
export function isMonth(tag: Element): boolean {
  const view = attribute(tag, 'view');
  let container = tag.parentElement;
  // A provider has no box.
  while (container && !container.clientWidth) container = container.parentElement;
  return view === 'month' || (view !== 'agenda' && (container?.clientWidth ?? 0) >= calendar.MONTH_FROM);
}

/** What an element asks first, by what its tag says; empty when that cannot be told. */
function firstPath(tag: Element): string {
  const said = (name: string) => attribute(tag, name);
  const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, said(name)]));
  const language = tag.closest('[lang]')?.getAttribute('lang')?.startsWith('en') ? 'en' : 'fr';
  const state = said('state-param');
  // The address of the page holds a state: it is read with the element.
  if (state && new URLSearchParams(location.search).has(state)) return '';
  switch (tag.localName) {
    case 'f3e-community-card':
      return said('community') && communityPath(said('community'));
    case 'f3e-community-directory':
      return communitiesPath;
    case 'f3e-join-form':
      return said('community') && joinFormPath(said('community'), language);
    case 'f3e-registration-form':
      return said('session') && registrationFormPath(said('session'), language);
    case 'f3e-proposal-form':
      return proposalFormPath(language);
    case 'f3e-session-calendar': {
      const timeZone = inherited(tag, 'time-zone') || undefined;
      // Sweden writes days as ISO 8601 does.
      const month = monthIn(said('month')) || new Date().toLocaleDateString('sv', { timeZone }).slice(0, 7);
      const scope = {
        ...(all([...calendar.facetNames, 'q']) as unknown as calendar.Scope),
        available: tag.hasAttribute('available'),
      };
      return sessionsPath(
        calendar.askedFilters(scope, month, isMonth(tag) ? 1 : calendar.monthsOf(Number(said('months')))),
      );
    }
    case 'f3e-resource-list': {
      const scope = {
        ...(all([...resources.facetNames, 'q']) as unknown as resources.Scope),
        pageSize: Number(said('page-size')),
      };
      return resourcesPath(resources.askedFilters(scope, resources.everything));
    }
  }
  return '';
}

/** Asks what an element will ask first, while its code is on its way: the client takes the answer as its own. */
export function askFirst(tag: Element, { endpoint, early }: PageStart): void {
  const at = inherited(tag, 'endpoint') || endpoint;
  try {
    const path = isFile(at) ? '' : firstPath(tag);
    const url = baseOf(at) + path;
    if (!path || !early || early.has(url)) return;
    const answer = request(url);
    // A failure is told by the client, which asks again.
    answer.catch(() => undefined);
    early.set(url, answer);
    setTimeout(() => early.delete(url), KEPT_FOR);
  } catch {
    // An address or a zone that cannot be: the element says so.
  }
}
