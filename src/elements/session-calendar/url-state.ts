import { monthIn } from './dates.js';
import { countOf, type CalendarFilters } from './filters.js';
import type { PeriodController } from './period-controller.js';
import { facetNames, type SessionFacetName } from './scope.js';

/** What of a calendar stands in the address of the page, in one query parameter. */
export interface CalendarState {
  month: string;
  view: 'agenda' | 'month' | '';
  session: string;
  /** Undefined while none is set. */
  filters: CalendarFilters | undefined;
}

/** The month shown, and what a reader chose of month and view; empty for nothing. */
type Period = Pick<PeriodController, 'month' | 'chosenMonth' | 'chosenView'>;

/** What cannot be read is left out. */
export function parseState(params: URLSearchParams): CalendarState {
  const chosen = new Map<SessionFacetName, ReadonlySet<string>>();
  for (const facet of facetNames) {
    const values = params.getAll(facet).filter((value) => /^[\w-]{1,64}$/.test(value));
    if (values.length) chosen.set(facet, new Set(values));
  }
  const session = (params.get('session') ?? '').slice(0, 128);
  const view = params.get('view');
  const filters = {
    chosen,
    available: params.has('available'),
    words: (params.get('q') ?? '').slice(0, 200),
  };
  return {
    month: monthIn(params.get('month') ?? ''),
    // A session unfolds in the list.
    view: view === 'agenda' || view === 'month' ? view : session ? 'agenda' : '',
    session,
    filters: countOf(filters) ? filters : undefined,
  };
}

export function serializeState({ month, view, session, filters }: CalendarState): URLSearchParams {
  const params = new URLSearchParams();
  if (month) params.set('month', month);
  if (view) params.set('view', view);
  if (session) params.set('session', session);
  for (const [facet, values] of filters?.chosen ?? [])
    for (const value of values) params.append(facet, value);
  if (filters?.available) params.set('available', '1');
  if (filters?.words) params.set('q', filters.words);
  return params;
}

/** Writes what a reader chose into the address; another month or view is a step to come back from. */
export class CalendarAddress {
  #write: (params: URLSearchParams, isStep: boolean) => void;
  /** What the address has, and which part of it is a place to come back to. */
  #kept = { text: '', place: '' };

  constructor(write: (params: URLSearchParams, isStep: boolean) => void) {
    this.#write = write;
  }

  /** What the address says needs no writing. */
  read(params: URLSearchParams): CalendarState {
    const state = parseState(params);
    this.#kept = { text: serializeState(state).toString(), place: state.month + state.view };
    return state;
  }

  /** An open session needs its month, also where a reader chose none. */
  keep({ chosenMonth, month, chosenView }: Period, session: string, filters?: CalendarFilters): void {
    const params = serializeState({
      month: chosenMonth || (session && month),
      view: chosenView,
      session,
      filters,
    });
    const text = params.toString();
    if (text === this.#kept.text) return;
    const place = chosenMonth + chosenView;
    const isStep = place !== this.#kept.place;
    this.#kept = { text, place };
    this.#write(params, isStep);
  }
}
