import { html, nothing } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { focusBeside } from '../../dom/focus-beside.js';
import { monthName } from '../../i18n/format.js';
import { agendaView } from './agenda-view.js';
import { matches, type CalendarFilters } from './filters.js';
import type { monthTable } from './lazy/month-view.js';
import type { bridge, nearestSession } from './lazy/nearest-session.js';
import type { MonthDays } from './month-days.js';
import { nextAfter } from './next-session.js';
import type { RenderContext } from './render-context.js';
import { sessionsByMonth, type SessionsByMonth } from './session-facts.js';
import type { ShownMonths } from './sessions-request.js';

export interface SessionsContext extends RenderContext {
  view: 'agenda' | 'month';
  filters: CalendarFilters | undefined;
  showsPast: boolean;
  /** Identifier of the session unfolded in the list. */
  unfolded: string;
  days: MonthDays;
  /** Whether there is too little room for titles in the days of a month. */
  isNarrow: boolean;
  /** Parts that are fetched when first needed. */
  drawMonth: typeof monthTable | undefined;
  nearest: { nearestSession: typeof nearestSession; bridge: typeof bridge } | undefined;
  drawDetail: ((session: SessionView) => unknown) | undefined;
  onClear: () => void;
  onMonth: (month: string) => void;
}

/** The sessions that the filters leave. */
const matching = (
  { items, isNarrowed }: ShownMonths,
  filters: CalendarFilters | undefined,
): readonly SessionView[] =>
  filters && !isNarrowed ? items.filter((session) => matches(session, filters)) : items;

/** The list or the table, or why there is nothing. */
export function sessionsView(shown: ShownMonths, context: SessionsContext) {
  const { months, items, isWhole } = shown;
  const { view, filters, drawMonth, nearest, onMonth } = context;
  const left = matching(shown, filters);
  const sessions = sessionsByMonth(months, left, context);
  const isEmpty = !sessions.flat()[0];
  // Among the first sessions of many there is none: the server is being asked for the others.
  const isPartial = !isWhole && !shown.isNarrowed && Boolean(filters);
  const isNarrowed =
    isEmpty && Boolean(filters && (shown.isNarrowed || sessionsByMonth(months, items, context).flat()[0]));
  return html`
    ${isEmpty && !isPartial ? emptyView(shown, context, isNarrowed) : nothing}
    ${
      !isEmpty && !filters && isOver(months, sessions, context) && nextAfter(shown, context)
        ? html`<div class="bridge">${nearest?.bridge(shown, context, onMonth)}</div>`
        : nothing
    }
    ${
      view === 'month'
        ? drawMonth?.(months[0]!, left, context)
        : isEmpty
          ? nothing
          : agendaView(months, sessions, context)
    }
    ${isWhole ? nothing : html`<p class="quiet">${context.messages.notAll}</p>`}
  `;
}

/** Whether these months hold today, and nothing from today on. */
const isOver = (months: readonly string[], sessions: SessionsByMonth, { today }: RenderContext): boolean =>
  months.some((month) => today.startsWith(month)) &&
  !sessions.flat(2).some(({ day, session }) => day >= today && session.status !== 'cancelled');

/** Says that there is no session, with a way on: without the filters, or to the nearest session. */
function emptyView(shown: ShownMonths, context: SessionsContext, isNarrowed: boolean) {
  const { messages, language, nearest, onClear, onMonth } = context;
  const [first, ...others] = shown.months.map((month) => monthName(language, month));
  /** The button is removed by what it does: focus moves first to what stays. */
  const clear = (click: Event) => {
    focusBeside(click, '.chip[aria-expanded]');
    onClear();
  };
  return html`<slot name="empty">
    <div class="status">
      <p>
        ${isNarrowed ? messages.nothingFits : messages.nothingIn(first!, others[others.length - 1] ?? '')}
      </p>
      <p class="actions">
        ${
          isNarrowed
            ? html`<button class="button" type="button" @click=${clear}>${messages.clearFilters}</button>`
            : nearest?.nearestSession(shown, context, onMonth)
        }
      </p>
    </div>
  </slot>`;
}

/** “décembre 2026 : 8 séances”. */
export function summaryOf(
  shown: ShownMonths,
  filters: CalendarFilters | undefined,
  context: RenderContext,
): string {
  const { messages, language } = context;
  const days = sessionsByMonth(shown.months, matching(shown, filters), context).flat(2);
  const period = shown.months.map((month) => monthName(language, month)).join(', ');
  return messages.shown(period, new Set(days.map(({ session }) => session)).size);
}
