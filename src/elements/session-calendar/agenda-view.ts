import { html, nothing } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { dayName, inDays, monthName } from '../../i18n/format.js';
import { langText } from '../../ui/lang-text.js';
import { link } from '../../ui/link.js';
import type { SessionDay } from './dates.js';
import type { RenderContext } from './render-context.js';
import {
  bothClocks,
  dayOf,
  factsOf,
  registerLink,
  stateView,
  type SessionsByMonth,
} from './session-facts.js';

export interface AgendaContext extends RenderContext {
  /** Sessions of this month that have passed are not folded. */
  showsPast: boolean;
  /** Identifier of the session that is unfolded. */
  unfolded: string;
  /** Draws what a session unfolds; undefined until that part was fetched. */
  drawDetail: ((session: SessionView) => unknown) | undefined;
}

/** Sessions by month and day; the past of this month is folded. */
export function agendaView(months: readonly string[], sessions: SessionsByMonth, context: AgendaContext) {
  const { today, language, messages, headingLevel, showsPast } = context;
  return months.map((month, i) => {
    // Each session once, on the next of its days: one that is under way is not among those that have passed.
    const nextDay = (days: SessionDay[]) => days.find(({ day }) => day >= today) ?? days[0]!;
    const all = sessions[i]!.map(nextDay).sort((a, b) =>
      a.day === b.day ? a.session.start - b.session.start : a.day < b.day ? -1 : 1,
    );
    if (!all.length) return nothing;
    const past = today.startsWith(month) ? all.filter(({ day }) => day < today) : [];
    const coming = all.slice(past.length);
    return html`<section class="month" part="month">
      <p class="month-name" role="heading" aria-level=${headingLevel}>${monthName(language, month)}</p>
      ${
        past.length
          ? html`<details class="past" ?open=${showsPast}>
              <summary>${messages.pastSessions(past.length)}</summary>
              ${dayList(past, context)}
            </details>`
          : nothing
      }
      ${coming.length ? dayList(coming, context) : nothing}
    </section>`;
  });
}

function dayList(entries: readonly SessionDay[], context: AgendaContext) {
  const byDay = new Map<string, SessionDay[]>();
  for (const entry of entries) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry]);
  const { language, today } = context;
  return html`<ul class="days">
    ${[...byDay].map(
      ([day, onDay]) =>
        html`<li class="day" aria-current=${day === today ? 'date' : nothing}>
          <p class="date">
            <span>${dayName(language, day, false)}</span>
            ${day < today ? nothing : html`<span class="away">${inDays(language, day, today)}</span>`}
          </p>
          <ul class="entries">
            ${onDay.map((entry) => sessionEntry(entry, context))}
          </ul>
        </li>`,
    )}
  </ul>`;
}

function sessionEntry({ session, slot, day }: SessionDay, context: AgendaContext) {
  const { language, messages, unfolded, drawDetail, onOpen } = context;
  const isUnfolded = unfolded === session.id;
  const state = stateView(context, session);
  const nth = dayOf(context, session, slot);
  return html`<li class="entry" part="session" data-status=${session.status}>
    <details ?open=${isUnfolded} @toggle=${(event: Event) => onOpen(session, event)}>
      <summary>
        <span class="title">${langText(session.title, session.language)}</span>
        <span class="when"
          ><span class="visually-hidden">${dayName(language, day, true)}, </span
          >${bothClocks(context, session, slot)}${nth && ` · ${nth}`}</span
        >
        <span class="quiet">${factsOf(context, session)}</span>
        ${state ? html`<strong class="state">${state}</strong>` : nothing}
      </summary>
      ${
        isUnfolded
          ? (drawDetail?.(session) ?? html`<p>${link(session.links.page, messages.openPage)}</p>`)
          : nothing
      }
    </details>
    ${registerLink(context, session)}
  </li>`;
}
