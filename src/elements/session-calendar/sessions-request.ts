import type { ReadRequest } from '../../api/client.js';
import { sessionsRequest, type SessionListView } from '../../api/sessions.js';
import { plusMonths } from './dates.js';
import { askedFilters, type CalendarScope } from './scope.js';

/** The sessions of some months. */
export interface ShownMonths extends SessionListView {
  months: readonly string[];
}

export function requestOf(scope: CalendarScope, month: string, span: number): ReadRequest<ShownMonths> {
  const months: string[] = [];
  while (months.length < span) months.push(plusMonths(month, months.length));
  const { path, read } = sessionsRequest(askedFilters(scope, month, span));
  return {
    path,
    read: (json) => {
      const list = read(json);
      return list && { ...list, months };
    },
  };
}
