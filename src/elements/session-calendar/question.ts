import type { Question } from '../../api/client.js';
import { sessionsQuestion, type SessionListView } from '../../api/sessions.js';
import { plusMonths } from './dates.js';
import { askedFilters, type Scope } from './scope.js';

/** The sessions of some months. */
export interface ShownMonths extends SessionListView {
  months: readonly string[];
}

export function questionOf(scope: Scope, month: string, span: number): Question<ShownMonths> {
  const months: string[] = [];
  while (months.length < span) months.push(plusMonths(month, months.length));
  const { path, read } = sessionsQuestion(askedFilters(scope, month, span));
  return {
    path,
    read: (json) => {
      const list = read(json);
      return list && { ...list, months };
    },
  };
}
