import { html, nothing } from 'lit';
import type { ApiClient } from '../../api/client.js';
import { filled } from '../../api/read.js';
import { readSlot, type SessionListView, type SessionView } from '../../api/sessions.js';
import { cityOf, dayAndTimes, dayName, isoDay, times } from '../../i18n/dates.js';
import { languageName } from '../../i18n/language-name.js';
import { safeUrl } from '../../dom/safe-url.js';
import type { CalendarParts } from './lazy-parts.js';
import { daysIn, type SessionDay } from './dates.js';
import type { Opening } from './opening.js';
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
  /** The page's tag for the language, which tells on which day a week starts. */
  tag: string;
  /** First month shown. */
  month: string;
  /** Nothing while they are not known. */
  communities: SessionListView['communities'] | undefined;
  /** The community goes without saying when it is the only one. */
  hasCommunities: boolean;
  /** Days of a month of which all sessions are shown. */
  unfolded: ReadonlySet<string>;
  opening: Opening;
  parts: CalendarParts;
  api: ApiClient | undefined;
  onUnfold: (day: string) => void;
  goTo: (to: { month?: string; view?: 'agenda' | 'month' }) => void;
  onClear: () => void;
  /** Draws again, when something asked for has come. */
  redraw: () => void;
}

/** The zone whose calendar and clock a session is shown on. */
export const zoneOf = ({ clock, mine }: Pick<Scene, 'clock' | 'mine'>, { timezone }: SessionView): string =>
  (clock === 'session' && timezone) || mine;

/** Whether the visitor's clock shows something else than the session's. */
export const clocksDiffer = ({ start, end, timezone }: SessionView, mine: string): boolean =>
  // With the weekday: it may be another day there.
  Boolean(timezone) &&
  timezone !== mine &&
  times('en', start, end, timezone, true) !== times('en', start, end, mine, true);

/** The time on the first clock; with its day when it takes several. */
export function timeOf(scene: Scene, session: SessionView, slot: number): string {
  const { start, end } = session.slots[slot]!;
  const zone = zoneOf(scene, session);
  return isoDay(start, zone) === isoDay(Math.max(start, end - 1), zone)
    ? times(scene.language, start, end, zone, false)
    : dayAndTimes(scene.language, start, end, zone);
}

/** After the time: its city when the visitor's clock shows another, then both clocks, as soon as their words are there. */
export const clocksAfter = (scene: Scene, session: SessionView, slot: number): string =>
  clocksDiffer(session, scene.mine)
    ? (scene.parts.tools?.clocks(scene, session, slot) ?? ` (${cityOf(zoneOf(scene, session))})`)
    : '';

export const clocksOf = (scene: Scene, session: SessionView, slot: number) =>
  html`<time datetime=${new Date(session.slots[slot]!.start).toISOString()}
      >${timeOf(scene, session, slot)}</time
    >${clocksAfter(scene, session, slot)}`;

/** Kind, community, mode and place, language, for whom, access. */
export function factsOf(
  { words, language, communities, hasCommunities }: Scene,
  session: SessionView,
): string {
  const { kind, community, mode, city, audience, accessibility } = session;
  return [
    kind && said(words.kinds, kind),
    hasCommunities && (communities?.get(community)?.name ?? community),
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

/** What takes place in some months: of each month its sessions, of each session its days. */
export type Held = readonly SessionDay[][][];

/** What takes place in the months, on the clock shown: the same for the list and for the table. */
export const heldIn = (
  months: readonly string[],
  sessions: readonly SessionView[],
  clocks: Pick<Scene, 'clock' | 'mine'>,
): Held =>
  months.map((month) =>
    sessions.map((session) => daysIn(session, month, zoneOf(clocks, session))).filter(([first]) => first),
  );

/** The way in, while there is one. */
export function registerLink({ words, opening }: Scene, session: SessionView) {
  const { registration, title } = session;
  const register = safeUrl(session.register);
  if (!register || !Object.hasOwn(words.register, registration)) return nothing;
  return html`<a
    class="button"
    part="register"
    href=${register}
    @click=${(click: Event) => opening.register(session, click)}
    >${said(words.register, registration)}<span class="unseen"> (${title})</span></a
  >`;
}
