import { css, html, nothing } from 'lit';
import { safeUrl } from '../../../dom/safe-url.js';
import { dateFormat, dayName, hourOf, monthName } from '../../../i18n/format.js';
import { langText } from '../../../ui/lang-text.js';
import type { SessionDay } from '../dates.js';
import type { RenderContext } from '../render-context.js';
import { dayOf, otherClock, stateView, timeOf, zoneOf } from '../session-facts.js';

/** Most sessions shown in a day cell. With more, the cell shows one fewer and a button for the others. */
const MAX_IN_DAY = 3;

export interface MonthContext extends RenderContext {
  /** Days of which all sessions are shown. */
  unfoldedDays: ReadonlySet<string>;
  onUnfoldDay: (day: string) => void;
}

/** A month as one table of links (D1). */
export function monthTable(month: string, sessions: readonly SessionDay[][], context: MonthContext) {
  const { language, tag } = context;
  const byDay = new Map<string, SessionDay[]>();
  for (const one of sessions.flat()) byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  const { first, names } = weekOf(language, tag);
  return html`<table part="month">
    <caption>
      ${monthName(language, month)}
    </caption>
    <thead>
      <tr>
        ${names.map(
          ([name, short]) =>
            html`<th scope="col">
              <span class="visually-hidden">${name}</span><span aria-hidden="true">${short}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${weeksOf(month, first).map(
        (week) =>
          html`<tr>
            ${week.map((day) => dayCell(day, month, byDay.get(day) ?? [], context))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function dayCell(day: string, month: string, onDay: readonly SessionDay[], context: MonthContext) {
  const { messages, language, today, unfoldedDays, onUnfoldDay } = context;
  const startOf = ({ session, slot }: SessionDay) => session.slots[slot]!.start;
  const all = [...onDay].sort((a, b) => startOf(a) - startOf(b));
  const isInside = day.startsWith(month);
  const isToday = isInside && day === today;
  const isUnfolded = unfoldedDays.has(day);
  const hidden = all.length > MAX_IN_DAY && !isUnfolded ? all.length - MAX_IN_DAY + 1 : 0;
  // Paper has room for all of them.
  const isHidden = (i: number) => i >= all.length - hidden;
  const links = all.map((one) => eventLink(one, context));
  const number = Number(day.slice(8));
  // A list of one item has nothing to say.
  const list =
    links.length > 1
      ? html`<ul>
          ${links.map((one, i) => html`<li class=${isHidden(i) ? 'folded' : nothing}>${one}</li>`)}
        </ul>`
      : links[0];
  return html`<td class=${isInside ? nothing : 'outside'} aria-current=${isToday ? 'date' : nothing}>
    <time class="number" datetime=${day}
      >${isToday ? html`${number}<span class="visually-hidden"> ${messages.today}</span>` : number}</time
    >
    ${
      all.length > MAX_IN_DAY
        ? html`${list}<button
              class="others"
              type="button"
              aria-expanded=${isUnfolded}
              @click=${() => onUnfoldDay(day)}
            >
              ${isUnfolded ? messages.monthTable.fewer : messages.monthTable.others(hidden)}<span
                class="visually-hidden"
              >
                ${messages.monthTable.othersOn(dayName(language, day, false))}</span
              >
            </button>`
        : list
    }
  </td>`;
}

/** A link whose name holds title, full date, time, zone and state (K02). */
function eventLink({ session, slot, day, begins, ends }: SessionDay, context: RenderContext) {
  const { language, messages, onOpen } = context;
  const { timezone, status, registration, title, links } = session;
  const { start, end } = session.slots[slot]!;
  const zone = zoneOf(context, session) || timezone;
  const hour = begins
    ? hourOf(language, start, zone)
    : ends
      ? messages.monthTable.until(hourOf(language, end, zone))
      : messages.monthTable.goesOn;
  const clocks = otherClock(context, session, slot);
  const mark =
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
    class="event"
    part="event"
    data-status=${status}
    href=${safeUrl(links.page) || nothing}
    @click=${(click: Event) => onOpen(session, click)}
    >${hour}
    ${session.language === language ? title : langText(title, session.language)}${
      mark ? html` <strong>${mark}</strong>` : nothing
    }<span class="visually-hidden"
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

export const styles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  caption {
    padding-block: 0 0.6em;
    font-size: 1.125em;
    font-weight: 650;
    text-align: start;
  }
  caption::first-letter {
    text-transform: uppercase;
  }
  th {
    padding: 0.4em 0.2em;
    font-size: 0.8125em;
    font-weight: 600;
    overflow-wrap: normal;
    text-align: start;
  }
  td {
    height: 5.5em;
    padding: 0.3em;
    border: 1px solid var(--_line);
    vertical-align: top;
  }
  .outside {
    color: color-mix(in srgb, currentcolor 70%, transparent);
    background: color-mix(in srgb, currentcolor 4%, transparent);
  }
  .number {
    display: block;
    width: 1.9em;
    padding-block: 0.1em;
    font-size: 0.8125em;
    text-align: center;
  }
  td[aria-current] .number {
    border: 2px solid var(--_accent);
    border-radius: 1em;
    font-weight: 700;
  }
  @media screen {
    .folded {
      display: none;
    }
  }
  td li + li,
  .others {
    margin-block-start: 0.2em;
  }
  .event,
  .others {
    display: block;
    width: 100%;
    min-height: 26px;
    padding: 0.25em 0.4em;
    border: 0;
    border-inline-start: 0.2em solid var(--_accent);
    border-radius: 0.2em;
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
    color: inherit;
    font: inherit;
    font-size: 0.8125em;
    line-height: 1.3;
    text-align: start;
    text-decoration: none;
  }
  /* Four lines: the rest is in the accessible name and in the dialog. */
  .event {
    max-height: 5.45em;
    padding-block-end: 0;
    overflow: clip;
    overflow-wrap: normal;
    text-overflow: ellipsis;
  }
  .event:hover {
    text-decoration: underline;
  }
  .event[data-status='cancelled'] {
    border-inline-start-style: dashed;
    background: none;
    text-decoration: line-through;
  }
  .event strong {
    display: inline-block;
  }
  .event[data-status='held'] {
    border-inline-start-color: currentcolor;
    background: none;
  }
  @media print {
    .event {
      max-height: none;
    }
    .others {
      display: none;
    }
  }
  .others {
    border-color: transparent;
    background: none;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
`;
