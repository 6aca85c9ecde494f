import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
/* eslint-disable lit-a11y/click-events-have-key-events -- what is clicked are the links inside, which have keys of their own */
import type { SessionView } from '../../../api/sessions.js';
import { focusBeside } from '../../../dom/focus-beside.js';
import { safeUrl } from '../../../dom/safe-url.js';
import { dateFormat, dayName, hourOf, monthName, typeset } from '../../../i18n/format.js';
import { hueStyle, mark } from '../../../ui/mark.js';
import { langText } from '../../../ui/lang-text.js';
import { dayList, type AgendaContext } from '../agenda-view.js';
import { daysBetween, type SessionDay } from '../dates.js';
import type { MonthDays } from '../month-days.js';
import type { RenderContext } from '../render-context.js';
import { dayOf, otherClock, stateView, timeOf, zoneOf } from '../session-facts.js';

export { styles } from './month-view.styles.js';

/** Most sessions shown in a day cell. With more, the cell shows one fewer and a button for the others. */
const MAX_IN_DAY = 3;
/** Sessions of a day from which on its number opens them. */
const CROWDED = 3;
const hasPopovers = 'popover' in HTMLElement.prototype;
/** Most marks in a day cell of a phone. */
const MAX_MARKS = 3;

export interface MonthContext extends AgendaContext {
  days: MonthDays;
  /** Whether there is too little room for titles in the days. */
  isNarrow: boolean;
}

/** A month as one table of links (D1); on a phone as a table of marks, with the sessions of one day below. */
export function monthTable(month: string, sessions: readonly SessionView[], context: MonthContext) {
  const { language, tag, today, isNarrow } = context;
  const { first, names } = weekOf(language, tag);
  const weeks = weeksOf(month, first);
  const byDay = daysOf(weeks, sessions, context);
  const chosen = isNarrow ? chosenDay(month, byDay, context) : '';
  const isIdle = (week: readonly string[]) => week[6]! < today && !week.some((day) => byDay.has(day));
  // Nobody meets on days that are always free: they take less room.
  const isFree = names.map((_, i) => weeks.every((week) => !byDay.has(week[i]!)));
  return html`<table part="month" class=${isNarrow ? 'marks' : nothing}>
      <caption class="visually-hidden">
        ${monthName(language, month)}
      </caption>
      <thead>
        <tr>
          ${names.map(
            ([name, short], i) =>
              html`<th scope="col" class=${isFree[i] && isWeekend(weeks[0]![i]!) ? 'free' : nothing}>
                <span class="visually-hidden">${name}</span><span aria-hidden="true">${short}</span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (week) =>
            html`<tr class=${isIdle(week) ? 'idle' : nothing}>
              ${week.map((day) => dayCell(day, month, byDay.get(day) ?? [], chosen, context))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${isNarrow ? dayBelow(chosen, byDay.get(chosen) ?? [], context) : nothing}`;
}

/** What takes place on each day of the weeks shown, in order of time. */
function daysOf(weeks: readonly string[][], sessions: readonly SessionView[], context: MonthContext) {
  const byDay = new Map<string, SessionDay[]>();
  const last = weeks[weeks.length - 1]![6]!;
  for (const session of sessions)
    for (const one of daysBetween(session, weeks[0]![0]!, last, zoneOf(context, session)))
      byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  const startOf = ({ session, slot }: SessionDay) => session.slots[slot]!.start;
  for (const onDay of byDay.values()) onDay.sort((a, b) => startOf(a) - startOf(b));
  return byDay;
}

const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

function dayCell(
  day: string,
  month: string,
  onDay: readonly SessionDay[],
  chosen: string,
  context: MonthContext,
) {
  const { messages, language, today, isNarrow } = context;
  const isInside = day.startsWith(month);
  const isToday = isInside && day === today;
  const number = Number(day.slice(8));
  const label = isToday
    ? html`<span>${number}</span><span class="visually-hidden"> ${messages.today}</span>`
    : number;
  const isCrowded = hasPopovers && !isNarrow && onDay.length >= CROWDED;
  const content = isCrowded
    ? [dayPopover(day, label, onDay, context), eventList(day, onDay, context)]
    : isNarrow && onDay.length
      ? html`<button
          class="choose"
          type="button"
          aria-pressed=${day === chosen}
          @click=${() => context.days.choose(day)}
        >
          <time class="number" datetime=${day}>${label}</time>${marksOf(onDay, context)}<span
            class="visually-hidden"
            >, ${messages.shown(dayName(language, day, false), onDay.length)}</span
          >
        </button>`
      : html`<time class="number" datetime=${day}>${label}</time
          >${isNarrow ? nothing : eventList(day, onDay, context)}`;
  return html`<td class=${isInside ? nothing : 'outside'} aria-current=${isToday ? 'date' : nothing}>
    ${content}
  </td>`;
}

/**
 * The number of a crowded day opens its sessions as the list shows them; they are drawn while it is open. Another day in the same
 * cell has a pop-over of its own, which is closed.
 */
function dayPopover(day: string, label: unknown, onDay: readonly SessionDay[], context: MonthContext) {
  const { messages, language, days, headingLevel } = context;
  const name = dayName(language, day, false);
  const id = `day-${day}`;
  const isOpen = days.popped === day;
  return keyed(
    day,
    html`<button class="number" type="button" popovertarget=${id}>
        <time datetime=${day}>${label}</time
        ><span class="visually-hidden">, ${messages.shown(name, onDay.length)}</span>
      </button>
      <div
        class="day-popover"
        id=${id}
        popover
        role="group"
        aria-label=${name}
        @beforetoggle=${({ newState }: ToggleEvent) => days.pop(day, newState === 'open')}
        @click=${(click: Event) => keepFocus(click, id)}
      >
        ${
          isOpen
            ? html`<p class="month-name" role="heading" aria-level=${headingLevel}>${name}</p>
                ${dayList(onDay, context)}`
            : nothing
        }
      </div>`,
  );
}

/** The dialog that a link opens closes the pop-over with the link in it: focus returns to the number of the day. */
function keepFocus(click: Event, id: string): void {
  if ((click.target as Element).closest('[part=register]')) focusBeside(click, `[popovertarget='${id}']`);
}

function marksOf(onDay: readonly SessionDay[], { communities }: MonthContext) {
  const more = onDay.length - MAX_MARKS;
  return html`<span class="day-marks" aria-hidden="true"
    >${onDay.slice(0, MAX_MARKS).map(({ session: { community } }) => {
      const identity = communities?.get(community)?.identity;
      return html`<span class="hued" .style=${hueStyle(community, identity)}
        >${mark(community, identity)}</span
      >`;
    })}${more > 0 ? `+${more}` : nothing}</span
  >`;
}

/** The sessions of a day; behind a button those that find no room. */
function eventList(day: string, onDay: readonly SessionDay[], context: MonthContext) {
  const { messages, language, days } = context;
  const isUnfolded = days.unfolded.has(day);
  const hidden = onDay.length > MAX_IN_DAY && !isUnfolded ? onDay.length - MAX_IN_DAY + 1 : 0;
  // Paper has room for all of them.
  const isHidden = (i: number) => i >= onDay.length - hidden;
  const links = onDay.map((one) => eventLink(one, context));
  // A list of one item has nothing to say.
  const list =
    links.length > 1
      ? html`<ul>
          ${links.map((one, i) => html`<li class=${isHidden(i) ? 'folded' : nothing}>${one}</li>`)}
        </ul>`
      : links[0];
  if (onDay.length <= MAX_IN_DAY) return list;
  return html`${list}<button
      class="others"
      type="button"
      aria-expanded=${isUnfolded}
      @click=${() => days.toggle(day)}
    >
      ${isUnfolded ? messages.monthTable.fewer : messages.monthTable.others(hidden)}<span
        class="visually-hidden"
      >
        ${messages.monthTable.othersOn(dayName(language, day, false))}</span
      >
    </button>`;
}

/** The day that the reader chose, else today or the next one with a session, else the last one. */
function chosenDay(
  month: string,
  byDay: ReadonlyMap<string, unknown>,
  { days, today }: MonthContext,
): string {
  if (byDay.has(days.chosen)) return days.chosen;
  const within = [...byDay.keys()].filter((day) => day.startsWith(month)).sort();
  return within.find((day) => day >= today) ?? within[within.length - 1] ?? '';
}

/** The sessions of one day, as the list shows them. */
function dayBelow(day: string, onDay: readonly SessionDay[], context: MonthContext) {
  if (!onDay.length) return nothing;
  const { language, headingLevel } = context;
  return html`<section class="day-below" aria-labelledby="day-below">
    <p class="month-name" id="day-below" role="heading" aria-level=${headingLevel}>
      ${dayName(language, day, false)}
    </p>
    ${dayList(onDay, context)}
  </section>`;
}

/** A link whose name holds title, full date, time, zone and state (K02). */
function eventLink({ session, slot, day, begins, ends }: SessionDay, context: RenderContext) {
  const { language, messages, communities, onOpen } = context;
  const { timezone, status, registration, title, links, community } = session;
  const identity = communities?.get(community)?.identity;
  const { start, end } = session.slots[slot]!;
  const zone = zoneOf(context, session) || timezone;
  const hour = begins
    ? hourOf(language, start, zone)
    : ends
      ? messages.monthTable.until(hourOf(language, end, zone))
      : messages.monthTable.goesOn;
  const clocks = otherClock(context, session, slot);
  const word =
    status === 'cancelled'
      ? messages.statuses.cancelled
      : registration.state === 'full'
        ? messages.registration.full
        : '';
  // The words before it are the first of its name; a language cannot be said in an attribute (A12, A14).
  const more = [
    dayName(language, day, true),
    (clocks || !begins || !ends) && timeOf(context, session, slot) + clocks,
    dayOf(context, session, slot),
  ];
  const state = stateView(context, session);
  return html`<a
    class="event hued"
    part="event"
    .style=${hueStyle(community, identity)}
    data-status=${status}
    href=${safeUrl(links.page) || nothing}
    @click=${(click: Event) => onOpen(session, click)}
    >${mark(community, identity)} <b>${hour}</b> ${
      session.language === language ? typeset(title, language) : langText(title, session.language)
    }${word ? html` <strong>${word}</strong>` : nothing}<span class="visually-hidden"
      >, ${more.filter(Boolean).join(', ')}${state ? html`, ${state}` : nothing}</span
    ></a
  >`;
}

/** The first day of a week, 0 for Sunday, 1 for Monday…, and the names of its days, long and short. */
interface Week {
  first: number;
  names: string[][];
}

const weeks = new Map<string, Week>();

/** The week of a language and its region: worked out once, since `Intl` is slow. */
function weekOf(language: string, tag: string): Week {
  const key = language + tag;
  let week = weeks.get(key);
  if (!week) {
    const first = firstDayOf(tag);
    const formats = (['long', 'short'] as const).map((weekday) =>
      dateFormat(language, { weekday, timeZone: 'UTC' }),
    );
    const names: string[][] = [];
    // The first of November 2026 is a Sunday.
    while (names.length < 7)
      names.push(formats.map((format) => format.format(Date.UTC(2026, 10, 1 + first + names.length))));
    weeks.set(key, (week = { first, names }));
  }
  return week;
}

/** The weeks that contain the month, from the first day of a week to the last. */
export function weeksOf(month: string, firstDay: number): string[][] {
  const at = new Date(`${month}-01`);
  at.setUTCDate(1 - ((at.getUTCDay() - firstDay + 7) % 7));
  const weeks: string[][] = [];
  while (at.toISOString().slice(0, 7) <= month) {
    const week: string[] = [];
    for (; week.length < 7; at.setUTCDate(at.getUTCDate() + 1)) week.push(at.toISOString().slice(0, 10));
    weeks.push(week);
  }
  return weeks;
}

function firstDayOf(tag: string): number {
  try {
    const locale = new Intl.Locale(tag) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number };
      weekInfo?: { firstDay: number };
    };
    const info = locale.getWeekInfo?.() ?? locale.weekInfo;
    if (info) return info.firstDay % 7;
    // Browsers without week information: the regions in which our languages are most used.
    const region = locale.maximize().region ?? '';
    if (/^(?:US|CA|BR|IN|IL|JP|MX|PT|SA|YE|ZA)$/.test(region)) return 0;
    return /^(?:AE|BH|DJ|DZ|EG|IQ|JO|KW|LY|OM|QA|SD|SY)$/.test(region) ? 6 : 1;
  } catch {
    return 1;
  }
}
