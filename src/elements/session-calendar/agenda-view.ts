import { html, nothing } from 'lit';
import { dayName, inDays, monthName } from '../../i18n/dates.js';
import { foreign } from '../../ui/lang-text.js';
import { link } from '../../ui/link.js';
import type { SessionDay } from './dates.js';
import { clocksOf, dayOf, factsOf, registerLink, stateOf, type Held, type Scene } from './session-facts.js';

/** Sessions by month and day; the past of this month is folded. */
export function agendaView(months: readonly string[], held: Held, scene: Scene, showPast: boolean) {
  return months.map((month, i) => {
    // The next of its days, so that a session under way is not put with what has passed.
    const next = (on: SessionDay[]) => on.find(({ day }) => day >= scene.today) ?? on[0]!;
    const all = held[i]!.map(next).sort((a, b) =>
      a.day === b.day ? a.session.start - b.session.start : a.day < b.day ? -1 : 1,
    );
    if (!all.length) return nothing;
    const isNow = scene.today.startsWith(month);
    const past = isNow ? all.filter(({ day }) => day < scene.today) : [];
    const coming = past.length ? all.slice(past.length) : all;
    return html`<section class="month" part="month">
      <p class="month-name" role="heading" aria-level=${scene.headingLevel}>
        ${monthName(scene.language, month)}
      </p>
      ${
        past.length
          ? html`<details class="past" ?open=${showPast}>
              <summary>${scene.words.pastSessions(past.length)}</summary>
              ${days(past, scene)}
            </details>`
          : nothing
      }
      ${coming.length ? days(coming, scene) : nothing}
    </section>`;
  });
}

function days(entries: readonly SessionDay[], scene: Scene) {
  const byDay = new Map<string, SessionDay[]>();
  for (const entry of entries) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry]);
  const { language, today } = scene;
  return html`<ul class="days">
    ${[...byDay].map(
      ([day, on]) =>
        html`<li class="day" aria-current=${day === today ? 'date' : nothing}>
          <p class="date">
            <span>${dayName(language, day, false)}</span>
            ${day < today ? nothing : html`<span class="away">${inDays(language, day, today)}</span>`}
          </p>
          <ul class="entries">
            ${on.map((entry) => sessionEntry(entry, scene))}
          </ul>
        </li>`,
    )}
  </ul>`;
}

function sessionEntry({ session, slot, day }: SessionDay, scene: Scene) {
  const { language, words, opening, parts } = scene;
  const isOpen = opening.unfolded === session.id;
  const state = stateOf(scene, session);
  return html`<li class="entry" part="session" data-status=${session.status}>
    <details ?open=${isOpen} @toggle=${(event: Event) => opening.open(session, event)}>
      <summary>
        <span class="title">${foreign(session.title, session.language)}</span>
        <span class="when"
          ><span class="unseen">${dayName(language, day, true)}, </span
          >${clocksOf(scene, session, slot)}${dayOf(scene, session, slot)}</span
        >
        <span class="quiet">${factsOf(scene, session)}</span>
        ${state ? html`<strong class="state">${state}</strong>` : nothing}
      </summary>
      ${
        isOpen
          ? (parts.detail?.draw(session, scene) ?? html`<p>${link(session.page, words.openPage)}</p>`)
          : nothing
      }
    </details>
    ${registerLink(scene, session)}
  </li>`;
}
