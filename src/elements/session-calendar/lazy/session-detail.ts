import { html, nothing } from 'lit';
import type { SessionView, SlotView } from '../../../api/sessions.js';
import { offsetAt } from '../../../contract/time-zone.js';
import { emit } from '../../../dom/emit.js';
import { safeUrl } from '../../../dom/safe-url.js';
import { dateInWords, dayAndTimes, dayName, isoDay } from '../../../i18n/format.js';
import { translateCode, type SessionDetailsMessages } from '../../../i18n/messages.js';
import { langText, naming } from '../../../ui/lang-text.js';
import { link } from '../../../ui/link.js';
import type { Related } from '../related-controller.js';
import type { RenderContext } from '../render-context.js';

export { sessionDetailsCatalogue as catalogue } from '../../../i18n/catalogues/session-details.js';
export { styles } from './session-detail.styles.js';

type DetailMessages = SessionDetailsMessages['detail'];

/** What a session unfolds. `related` is empty until it was fetched. */
export function sessionDetail(
  session: SessionView,
  context: RenderContext,
  messages: DetailMessages,
  related: Related,
) {
  const { language, communities, today } = context;
  const { status, cancellationReason, rescheduledFrom, summary, slots, facilitation } = session;
  const community = communities?.get(session.community);
  const own = (text: string) => langText(text, session.language);
  const when = (slot: SlotView) => dayAndTimes(language, slot.start, slot.end, session.timezone, today);
  return html`<div class="detail" part="detail">
    ${status === 'cancelled' && cancellationReason ? html`<p class="note">${naming(messages.cancelledBecause(cancellationReason), cancellationReason, session.language)}</p>` : nothing}
    ${rescheduledFrom ? html`<p class="note">${messages.movedFrom(when(rescheduledFrom))}</p>` : nothing}
    ${summary ? html`<p class="summary">${own(summary)}</p>` : nothing}
    ${registrationNotes(session, context, messages)}
    <dl>
      ${term(
        messages.days,
        slots.length > 1 &&
          html`<ul>
            ${slots.map((slot) => html`<li>${when(slot)}</li>`)}
          </ul>`,
      )}
      ${term(messages.place, placeOf(session, messages))}
      ${term(messages.community, community && link(community.page, community.name))}
      ${term(messages.facilitation, facilitation && own(facilitation))}
    </dl>
    ${status === 'held' ? outcomes(session, messages, related) : calendarLinks(session, messages)}
    ${seriesNote(session, context, messages, related)} ${pageLink(session, messages)}
  </div>`;
}

const term = (label: string, value: unknown) =>
  value
    ? html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;

const pageLink = ({ links }: SessionView, messages: DetailMessages) =>
  safeUrl(links.page) ? html`<p>${link(links.page, messages.page)}</p>` : nothing;

/** Who may register, from when, until when, and why nobody can. */
function registrationNotes(session: SessionView, { language }: RenderContext, messages: DetailMessages) {
  const { status, audience, requiresApproval, waitingList, timezone } = session;
  if (status === 'held' || status === 'cancelled') return nothing;
  const { state, opensAt, closesAt } = session.registration;
  const on = (at: number) =>
    dateInWords(language, { dateStyle: 'full', timeStyle: 'short', timeZone: timezone || undefined }, at);
  const canRegister = state === 'open' || state === 'waiting-list';
  const notes = [
    Object.hasOwn(messages.reserved, audience) && translateCode(messages.reserved, audience),
    requiresApproval && messages.approval,
    state === 'not-yet-open' && opensAt !== undefined
      ? messages.opensOn(on(opensAt))
      : Object.hasOwn(messages.nobodyCanNow, state) && translateCode(messages.nobodyCanNow, state),
    canRegister && closesAt !== undefined && messages.closesOn(on(closesAt)),
    state === 'waiting-list' && waitingList ? messages.waiting(waitingList) : false,
  ].filter(Boolean);
  return notes.length ? html`<p>${notes.map((note) => html`${note} `)}</p>` : nothing;
}

/** The address, with a link to a map that contacts nobody until it is followed. */
function placeOf({ place }: SessionView, messages: DetailMessages) {
  if (!place) return undefined;
  const city = [place.postalCode, place.city].filter(Boolean).join(' ');
  const address = [place.venue, place.address, city].filter(Boolean).join(', ');
  if (!address) return undefined;
  const searched = [place.address, city, place.country].filter(Boolean).join(', ');
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(searched)}`;
  return html`${address}${place.stepFree ? ` (${messages.stepFree})` : nothing}.
    <a href=${map} rel="noreferrer">${messages.map}</a>`;
}

const compactUtc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** A calendar file; for a session of one stretch, the two web calendars that take one in an address. */
function calendarLinks(session: SessionView, messages: DetailMessages) {
  if (session.status === 'cancelled') return nothing;
  const { start, end, title, summary, place, links } = session;
  const location = [place?.venue, place?.city].filter(Boolean).join(', ');
  const about = [summary.slice(0, 500), links.page].filter(Boolean).join('\n\n');
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compactUtc(start)}/${compactUtc(end)}`,
    details: about,
    location,
  });
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(start).toISOString(),
    enddt: new Date(end).toISOString(),
    body: about,
    location,
  });
  const way = (address: string, label: string) =>
    safeUrl(address) ? html`<li>${link(address, label)}</li>` : nothing;
  return html`<div class="ways">
    <p class="label">${messages.addTo}</p>
    <ul>
      ${way(links.calendar, messages.file)}
      ${
        session.slots.length > 1
          ? nothing
          : html`<li>
                <a href="https://calendar.google.com/calendar/render?${google.toString()}" rel="noreferrer"
                  >Google</a
                >
              </li>
              <li>
                <a
                  href="https://outlook.live.com/calendar/0/deeplink/compose?${outlook.toString()}"
                  rel="noreferrer"
                  >Outlook</a
                >
              </li>`
      }
      ${way(links.seriesCalendar, messages.seriesFile)}
    </ul>
  </div>`;
}

/** A resource that came out of a session: the link leads there, unless the page prevents it. */
function openResource(id: string, click: Event): void {
  const { host } = (click.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  if (!emit(host as HTMLElement, 'f3e-resource-open', { resource: id }, { cancelable: true }))
    click.preventDefault();
}

/** What came out of a session that was held. */
function outcomes(session: SessionView, messages: DetailMessages, related: Related) {
  if (!session.resources.length) return html`<p>${messages.noResources}</p>`;
  return html`<div class="ways">
    <p class="label">${messages.resources}</p>
    ${
      related.outcomes
        ? html`<ul>
            ${related.outcomes.map(
              ({ id, title, url, language }) =>
                html`<li>${link(url, langText(title, language), (click) => openResource(id, click))}</li>`,
            )}
          </ul>`
        : related.failedAt
          ? pageLink(session, messages)
          : nothing
    }
  </div>`;
}

/** The series of a session, its other dates, and a warning when the visitor's clock changes among them. */
function seriesNote(
  session: SessionView,
  context: RenderContext,
  messages: DetailMessages,
  related: Related,
) {
  const { series } = session;
  if (!series?.index || !series.total) return nothing;
  const { language, visitorZone } = context;
  const coming = (related.series ?? []).filter(
    (one) => one.id !== session.id && one.end >= session.start && one.status !== 'cancelled',
  );
  const change = firstClockChange([session, ...coming], visitorZone);
  return html`<div class="series">
    <p>
      ${naming(messages.series(series.index, series.total, series.title), series.title, session.language)}
    </p>
    ${
      change
        ? html`<p class="note">
            ${messages.clockChange(dayName(language, isoDay(change, visitorZone), true))}
          </p>`
        : nothing
    }
    ${
      coming.length
        ? html`<details>
            <summary>${messages.otherDates}</summary>
            <ul>
              ${coming.map(
                ({ start, end, timezone, links }) =>
                  html`<li>
                    ${link(links.page, dayAndTimes(language, start, end, timezone, context.today))}
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
  </div>`;
}

/** The start of the first session at which the two clocks are further apart or closer than at the one before. */
export function firstClockChange(
  sessions: readonly { start: number; timezone: string }[],
  visitorZone: string,
): number | undefined {
  try {
    const apart = ({ start, timezone }: { start: number; timezone: string }) =>
      offsetAt(start, timezone) - offsetAt(start, visitorZone);
    return sessions.find((one, i) => i > 0 && apart(one) !== apart(sessions[i - 1]!))?.start;
  } catch {
    // A zone that this browser does not know.
    return undefined;
  }
}
