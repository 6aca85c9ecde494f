import { html, nothing } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { safeUrl } from '../../dom/safe-url.js';
import { cityOf, dayAndTimes, dayName, isoDay, sameDay, times } from '../../i18n/format.js';
import { languageName } from '../../i18n/language-name.js';
import { translateCode } from '../../i18n/messages.js';
import { langText, naming } from '../../ui/lang-text.js';
import { daysIn, type SessionDay } from './dates.js';
import type { RenderContext } from './render-context.js';

type Clocks = Pick<RenderContext, 'clock' | 'visitorZone'>;

/** The zone whose calendar and clock a session is shown on. */
export const zoneOf = ({ clock, visitorZone }: Clocks, { timezone }: Pick<SessionView, 'timezone'>): string =>
  (clock === 'session' && timezone) || visitorZone;

/** Whether the visitor's clock shows something else than the session's. */
export const clocksDiffer = ({ start, end, timezone }: SessionView, visitorZone: string): boolean =>
  Boolean(timezone) &&
  timezone !== visitorZone &&
  // With the weekday: it may be another day there.
  times('en', start, end, timezone, true) !== times('en', start, end, visitorZone, true);

/** The time on the first clock; with its day when it takes several. */
export function timeOf(context: RenderContext, session: SessionView, slot: number): string {
  const { start, end } = session.slots[slot]!;
  const zone = zoneOf(context, session);
  return isoDay(start, zone) === isoDay(Math.max(start, end - 1), zone)
    ? times(context.language, start, end, zone, false)
    : dayAndTimes(context.language, start, end, zone, context.today);
}

/** Stands after the time where the two clocks differ: whose time it is, and the time on the other. */
export function otherClock(context: RenderContext, session: SessionView, slot: number): string {
  const { messages, language, visitorZone, clock } = context;
  if (!clocksDiffer(session, visitorZone)) return '';
  const { start, end } = session.slots[slot]!;
  const own = session.timezone;
  const isOtherDay = !sameDay(start, own, visitorZone);
  const timeIn = (zone: string) => times(language, start, end, zone, isOtherDay);
  const whose = (zone: string) => `(${messages.timeIn(cityOf(zone))})`;
  return clock === 'session'
    ? ` ${whose(own)}, ${messages.yourTime(timeIn(visitorZone), cityOf(visitorZone))}`
    : ` ${whose(visitorZone)}, ${timeIn(own)} ${whose(own)}`;
}

/** The time of a stretch, on both clocks where they differ. */
export const bothClocks = (context: RenderContext, session: SessionView, slot: number) =>
  html`<time datetime=${new Date(session.slots[slot]!.start).toISOString()}
      >${timeOf(context, session, slot)}</time
    >${otherClock(context, session, slot)}`;

/** Kind, community, mode and place, language, audience, accessibility. */
export function factsOf(context: RenderContext, session: SessionView): string {
  const { messages, language, communities, hasCommunities } = context;
  const { kind, community, mode, city, audience, accessibility } = session;
  return [
    kind && translateCode(messages.kinds, kind),
    hasCommunities && (communities?.get(community)?.name ?? community),
    [mode && translateCode(messages.modes, mode), city].filter(Boolean).join(', '),
    session.language !== language && messages.inLanguage(languageName(language, session.language)),
    audience && audience !== 'all' && translateCode(messages.audiences, audience),
    ...accessibility.map((code) => translateCode(messages.access, code)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The state of a session in words, if there is any; the reason of a cancellation says its language (A12). */
export function stateView(context: RenderContext, session: SessionView) {
  const state = stateOf(context, session);
  return state && naming(state, session.cancellationReason, session.language);
}

/** The state of a session in words: what became of it, else whether one can register. */
function stateOf({ messages, language }: RenderContext, session: SessionView): string {
  const { status, registration, seatsLeft, rescheduledFrom, cancellationReason, timezone } = session;
  if (status === 'cancelled') {
    return [messages.statuses.cancelled, cancellationReason].filter(Boolean).join(' – ');
  }
  if (status === 'held') return messages.statuses.held;
  const planned =
    rescheduledFrom &&
    ` (${messages.movedFrom(dayName(language, isoDay(rescheduledFrom.start, timezone), false))})`;
  return [
    status === 'rescheduled' && `${messages.statuses.rescheduled}${planned ?? ''}`,
    registration.state === 'open' && seatsLeft !== null
      ? messages.placesLeft(seatsLeft)
      : registration.state && translateCode(messages.registration, registration.state),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Which of its days this is, when a session has several; else empty. */
export const dayOf = ({ messages }: RenderContext, { slots }: SessionView, slot: number): string =>
  slots.length > 1 ? messages.dayOf(slot + 1, slots.length) : '';

/** For each month its sessions, for each session its days. */
export type SessionsByMonth = readonly SessionDay[][][];

/** What takes place in the months, on the clock shown: the same for the list and for the table (K06). */
export const sessionsByMonth = (
  months: readonly string[],
  sessions: readonly SessionView[],
  clocks: Clocks,
): SessionsByMonth =>
  months.map((month) =>
    sessions.map((session) => daysIn(session, month, zoneOf(clocks, session))).filter(([first]) => first),
  );

/** Whether a session that still stands begins after these months. */
export const isAfter = (session: SessionView, months: readonly string[], clocks: Clocks): boolean =>
  session.status !== 'cancelled' &&
  isoDay(session.start, zoneOf(clocks, session)).slice(0, 7) > months[months.length - 1]!;

/** The link to register, while one can; `isMain` where it is the one action. */
export function registerLink({ messages, onRegister }: RenderContext, session: SessionView, isMain = false) {
  const { registration, title, links } = session;
  const register = safeUrl(links.register);
  if (!register || !Object.hasOwn(messages.register, registration.state)) return nothing;
  return html`<a
    class="button ${isMain ? 'main' : ''}"
    part="register"
    href=${register}
    @click=${(click: Event) => onRegister(session, click)}
    ><span
      >${translateCode(messages.register, registration.state)}<span class="visually-hidden">
        (${langText(title, session.language)})</span
      ></span
    ></a
  >`;
}
