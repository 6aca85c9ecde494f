import { html, nothing } from 'lit';
import { filled } from '../../api/read.js';
import { readSlot, type SessionListView, type SessionView } from '../../api/sessions.js';
import { cityOf, dayAndTimes, dayName, isoDay, sameDay, times } from '../../i18n/dates.js';
import { languageName } from '../../i18n/language-name.js';
import { safeUrl } from '../../internal/safe-url.js';
import { said, type SessionCalendarStrings } from '../../i18n/strings.js';

/** What the views draw with. */
export interface Scene {
  words: SessionCalendarStrings;
  language: string;
  /** Today on the visitor's calendar, `2026-11-22`. */
  today: string;
  /** The visitor's zone, and whose clock comes first. */
  mine: string;
  clock: 'session' | 'visitor';
  headingLevel: number;
  communities: SessionListView['communities'];
  /** The community goes without saying when it is the only one. */
  hasCommunities: boolean;
  isOpen: (id: string) => boolean;
  onOpen: (session: SessionView, event: Event) => void;
  onRegister: (session: SessionView, event: Event) => void;
  onResource: (id: string, click: Event) => void;
  detail: (session: SessionView) => unknown;
  /** Draws again, when something asked for has come. */
  redraw: () => void;
}

/** The zone whose calendar and clock a session is shown on. */
export const zoneOf = ({ clock, mine }: Pick<Scene, 'clock' | 'mine'>, { timezone }: SessionView): string =>
  (clock === 'session' && timezone) || mine;

/** Whether the visitor's clock shows something else than the session's. */
export const clocksDiffer = ({ start, end, timezone }: SessionView, mine: string): boolean =>
  timezone !== mine &&
  Boolean(timezone) &&
  (!sameDay(start, timezone, mine) ||
    times('en', start, end, timezone, false) !== times('en', start, end, mine, false));

/** The time on the first clock; with its day when it takes several. */
export function timeOf(scene: Scene, session: SessionView, slot: number): string {
  const { start, end } = session.slots[slot]!;
  const zone = zoneOf(scene, session);
  return isoDay(start, zone) === isoDay(Math.max(start, end - 1), zone)
    ? times(scene.language, start, end, zone, false)
    : dayAndTimes(scene.language, start, end, zone);
}

/** Both clocks, when they differ. */
export function clocksOf(scene: Scene, session: SessionView, slot: number) {
  const { words, language, mine, clock } = scene;
  const { start, end } = session.slots[slot]!;
  const own = session.timezone;
  const time = html`<time datetime=${new Date(start).toISOString()}>${timeOf(scene, session, slot)}</time>`;
  if (!clocksDiffer(session, mine)) return time;
  const isOtherDay = !sameDay(start, own, mine);
  const other = (zone: string) => times(language, start, end, zone, isOtherDay);
  return clock === 'session'
    ? html`${time} (${words.timeIn(cityOf(own))}), ${words.yourTime(other(mine), cityOf(mine))}`
    : html`${time} (${words.timeIn(cityOf(mine))}), ${other(own)} (${words.timeIn(cityOf(own))})`;
}

/** Kind, community, mode and place, language, for whom, access. */
export function factsOf(
  { words, language, communities, hasCommunities }: Scene,
  session: SessionView,
): string {
  const { kind, community, mode, city, audience, accessibility } = session;
  return [
    kind && said(words.kinds, kind),
    hasCommunities && (communities.get(community)?.name ?? community),
    [mode && said(words.modes, mode), city].filter(Boolean).join(', '),
    session.language !== language && words.inLanguage(languageName(language, session.language)),
    audience && audience !== 'all' && said(words.audiences, audience),
    ...accessibility.map((code) => said(words.access, code)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Its state in words: what became of it, else what one can do. */
export function stateOf({ words, language }: Scene, session: SessionView): string {
  const { status, registration, seatsLeft, more, timezone } = session;
  if (status === 'cancelled') {
    return [words.statuses.cancelled, filled(more['cancellationReason'])].filter(Boolean).join(' – ');
  }
  if (status === 'held') return words.statuses.held;
  const planned = status === 'rescheduled' && readSlot(more['rescheduledFrom'])?.start;
  return [
    status === 'rescheduled' &&
      `${words.statuses.rescheduled}${planned ? ` (${words.movedFrom(dayName(language, isoDay(planned, timezone), false))})` : ''}`,
    registration === 'open' && seatsLeft !== null
      ? words.placesLeft(seatsLeft)
      : registration && said(words.registration, registration),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Which of its days this is, when it has several. */
export const dayOf = ({ words }: Scene, { slots }: SessionView, slot: number) =>
  slots.length > 1 ? ` · ${words.dayOf(slot + 1, slots.length)}` : '';

/** The way in, while there is one. */
export function registerLink({ words, onRegister }: Scene, session: SessionView) {
  const { registration, title } = session;
  const register = safeUrl(session.register);
  if (!register || !Object.hasOwn(words.register, registration)) return nothing;
  return html`<a
    class="button"
    part="register"
    href=${register}
    @click=${(click: Event) => onRegister(session, click)}
    >${said(words.register, registration)}<span class="unseen"> (${title})</span></a
  >`;
}
