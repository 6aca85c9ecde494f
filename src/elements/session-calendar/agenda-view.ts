import { html, nothing } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { dayName, inFewDays, monthName } from '../../i18n/format.js';
import { languageName } from '../../i18n/language-name.js';
import { languagesIcon } from '../../icons/languages.js';
import { badge } from '../../ui/badge.js';
import { hueStyle } from '../../ui/mark.js';
import { dateBlock } from '../../ui/date-block.js';
import { langText } from '../../ui/lang-text.js';
import { link } from '../../ui/link.js';
import { placeFact } from '../../ui/place-fact.js';
import type { SessionDay } from './dates.js';
import type { RenderContext } from './render-context.js';
import { aboutFacts, movedBadge, placesView } from './session-badges.js';
import { bothClocks, dayOf, registerLink, type SessionsByMonth } from './session-facts.js';

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

/** Sessions by day; the day stands once for all of them. */
export function dayList(entries: readonly SessionDay[], context: AgendaContext) {
  const byDay = new Map<string, SessionDay[]>();
  for (const entry of entries) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry]);
  const { language, today } = context;
  return html`<ul class="days">
    ${[...byDay].map(
      ([day, onDay]) =>
        html`<li class="day" aria-current=${day === today ? 'date' : nothing}>
          ${dateBlock(language, day, today)}
          <ul class="entries">
            ${onDay.map((entry) => sessionEntry(entry, context))}
          </ul>
        </li>`,
    )}
  </ul>`;
}

function sessionEntry({ session, slot, day }: SessionDay, context: AgendaContext) {
  const { language, messages, today, communities, unfolded, drawDetail, onOpen } = context;
  const { id, status, title, community, links } = session;
  const isUnfolded = unfolded === id;
  const nth = dayOf(context, session, slot);
  const away = day < today ? '' : inFewDays(language, day, today);
  return html`<li
    class="entry hued"
    part="session"
    data-status=${status}
    .style=${hueStyle(community, communities?.get(community)?.identity)}
  >
    <details ?open=${isUnfolded} @toggle=${(event: Event) => onOpen(session, event)}>
      <summary>
        <span class="title">${langText(title, session.language)}</span>
        <span class="facts small when"
          ><span
            ><span class="visually-hidden">${dayName(language, day, true)}, </span
            >${bothClocks(context, session, slot)}${nth && ` · ${nth}`}</span
          >
          ${placeFact(session, messages)}
          ${session.language === language ? nothing : badge('neutral', languagesIcon, messages.inLanguage(languageName(language, session.language)))}
          ${away ? html`<span class="badge neutral">${away}</span>` : nothing}
          ${movedBadge(context, session)}</span
        >
        <span class="facts small quiet">${aboutFacts(context, session)}</span>
      </summary>
      ${isUnfolded ? (drawDetail?.(session) ?? html`<p>${link(links.page, messages.openPage)}</p>`) : nothing}
    </details>
    ${placesView(context, session)} ${registerLink(context, session)}
  </li>`;
}
