import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { monthIn } from '../dates.js';
import { countOf, type Filters } from '../filters.js';
import { facetNames, type FacetName } from '../question.js';

/** What of a calendar stands in the address of the page, in one query parameter. */
export interface Place {
  month: string;
  view: 'agenda' | 'month' | '';
  session: string;
  /** Nothing while none is set. */
  filters: Filters | undefined;
}

/** Keeps a place in the address: read once, then written after each update, since what stands there is a reader's. */
export class Keeper implements ReactiveController {
  #host: HTMLElement & { stateParam: string };
  #get: () => Place;

  constructor(
    host: ReactiveControllerHost & HTMLElement & { stateParam: string },
    get: () => Place,
    come: (place: Place) => void,
  ) {
    this.#host = host;
    this.#get = get;
    come(readPlace(host.stateParam, location.search));
    host.addController(this);
  }

  hostUpdated(): void {
    const { stateParam, isConnected } = this.#host;
    if (stateParam && isConnected) writePlace(stateParam, this.#get());
  }
}

/** Reads the parameter; what cannot be read is left out. */
function readPlace(name: string, search: string): Place {
  const inner = new URLSearchParams(new URLSearchParams(search).get(name) ?? '');
  const chosen = new Map<FacetName, ReadonlySet<string>>();
  for (const facet of facetNames) {
    const values = inner.getAll(facet).filter((value) => /^[\w-]{1,64}$/.test(value));
    if (values.length) chosen.set(facet, new Set(values));
  }
  const session = (inner.get('session') ?? '').slice(0, 128);
  const view = inner.get('view');
  const filters = { chosen, available: inner.has('available'), words: (inner.get('q') ?? '').slice(0, 200) };
  return {
    month: monthIn(inner.get('month') ?? ''),
    // A session unfolds in the list.
    view: view === 'agenda' || view === 'month' ? view : session ? 'agenda' : '',
    session,
    filters: countOf(filters) ? filters : undefined,
  };
}

/** Writes the parameter; the rest of the address stays. Nothing is added to the history. */
function writePlace(name: string, { month, view, session, filters }: Place): void {
  const inner = new URLSearchParams();
  if (month) inner.set('month', month);
  if (view) inner.set('view', view);
  if (session) inner.set('session', session);
  for (const [facet, values] of filters?.chosen ?? []) for (const value of values) inner.append(facet, value);
  if (filters?.available) inner.set('available', '1');
  if (filters?.words) inner.set('q', filters.words);
  const url = new URL(location.href);
  if (inner.size) url.searchParams.set(name, inner.toString());
  else url.searchParams.delete(name);
  if (url.href === location.href) return;
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // Browsers refuse it in some frames, and when it comes too often: the next change writes it.
  }
}
