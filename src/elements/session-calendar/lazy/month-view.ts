import { css, html, nothing } from 'lit';
import { dayName, hourOf, monthName } from '../../../i18n/dates.js';
import { dateFormat } from '../../../i18n/format.js';
import { monthWords } from '../../../i18n/catalogues/session-month.js';
import { wordsIn, type MonthStrings } from '../../../i18n/strings.js';
import { foreign } from '../../../ui/lang-text.js';
import { safeUrl } from '../../../dom/safe-url.js';
import type { SessionDay } from '../dates.js';
import { clocksAfter, dayOf, stateOf, timeOf, zoneOf, type Scene } from '../session-facts.js';

/** The month as a table: a chunk of its own, fetched when it is first shown. */
export interface Month {
  language: string;
  draw: (month: string, held: readonly SessionDay[][], scene: Scene) => unknown;
}

/** As many as stand well in a day; where there are more, one less is shown with a button for the others. */
const MOST_IN_DAY = 3;

export async function partIn(language: string): Promise<Month> {
  const words = await wordsIn(monthWords, language);
  return { language, draw: (...about) => monthTable(...about, words) };
}

function monthTable(month: string, held: readonly SessionDay[][], scene: Scene, words: MonthStrings) {
  const { language, today, tag, unfolded, onUnfold } = scene;
  const byDay = new Map<string, SessionDay[]>();
  for (const on of held.flat()) byDay.set(on.day, [...(byDay.get(on.day) ?? []), on]);
  const { first, names } = weekIn(language, tag);
  const weeks = weeksOf(month, first);

  const cell = (day: string) => {
    const on = [...(byDay.get(day) ?? [])].sort((a, b) => a.session.start - b.session.start);
    const isInside = day.startsWith(month);
    const isToday = isInside && day === today;
    const isUnfolded = unfolded.has(day);
    const shown = on.length > MOST_IN_DAY && !isUnfolded ? on.slice(0, MOST_IN_DAY - 1) : on;
    const events = shown.map((one) => event(one, scene));
    const number = Number(day.slice(8));
    // One is no list: nothing more to say, and less to draw.
    const list =
      events.length > 1
        ? html`<ul>
            ${events.map((one) => html`<li>${one}</li>`)}
          </ul>`
        : events[0];
    return html`<td class=${isInside ? nothing : 'outside'} aria-current=${isToday ? 'date' : nothing}>
      <time class="number" datetime=${day}
        >${isToday ? html`${number}<span class="unseen"> ${scene.words.today}</span>` : number}</time
      >
      ${
        on.length > MOST_IN_DAY
          ? html`${list}<button
                class="others"
                type="button"
                aria-expanded=${isUnfolded}
                @click=${() => onUnfold(day)}
              >
                ${isUnfolded ? words.fewer : words.others(on.length - shown.length)}<span class="unseen">
                  ${words.othersOn(dayName(language, day, false))}</span
                >
              </button>`
          : list
      }
    </td>`;
  };
  return html`<table part="month">
    <caption>
      ${monthName(language, month)}
    </caption>
    <thead>
      <tr>
        ${names.map(
          ([name, short]) =>
            html`<th scope="col">
              <span class="unseen">${name}</span><span aria-hidden="true">${short}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (week) =>
          html`<tr>
            ${week.map(cell)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A link whose name holds title, full date, time, zone and state (TRUST K02). */
function event({ session, slot, day }: SessionDay, scene: Scene) {
  const { language, opening, words } = scene;
  const { timezone, status, registration, title } = session;
  const hour = hourOf(language, session.slots[slot]!.start, zoneOf(scene, session) || timezone);
  const clocks = clocksAfter(scene, session, slot);
  const mark =
    status === 'cancelled'
      ? words.statuses.cancelled
      : registration === 'full'
        ? words.registration.full
        : '';
  const name = [
    [hour, title, mark].filter(Boolean).join(' '),
    dayName(language, day, true),
    clocks && timeOf(scene, session, slot) + clocks,
    dayOf(scene, session, slot).slice(3),
    stateOf(scene, session),
  ];
  return html`<a
    class="event"
    part="event"
    aria-label=${name.filter(Boolean).join(', ')}
    data-status=${status}
    href=${safeUrl(session.page) || nothing}
    @click=${(click: Event) => opening.open(session, click)}
    >${
      mark || session.language !== language
        ? html`${hour} ${foreign(title, session.language)}${mark ? html` <strong>${mark}</strong>` : nothing}`
        : `${hour} ${title}`
    }</a
  >`;
}

/** The first day of a week, 0 for Sunday, 1 for Monday…, and the names of its days, long and short. */
interface Week {
  first: number;
  names: string[][];
}

const known = new Map<string, Week>();

/** The week where the language is spoken: asked once, since browsers take their time to tell. */
function weekIn(language: string, tag: string): Week {
  const key = language + tag;
  let week = known.get(key);
  if (!week) {
    const first = firstDayOf(tag);
    const formats = (['long', 'short'] as const).map((weekday) =>
      dateFormat(language, { weekday, timeZone: 'UTC' }),
    );
    const names: string[][] = [];
    // The first of November 2026 is a Sunday.
    while (names.length < 7)
      names.push(formats.map((format) => format.format(Date.UTC(2026, 10, 1 + first + names.length))));
    known.set(key, (week = { first, names }));
  }
  return week;
}

/** Weeks that hold the month, from the first day of a week to the last. */
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
    // Browsers that do not know it: the regions that our languages are most written in.
    const region = locale.maximize().region ?? '';
    if (/^(?:US|CA|BR|IN|IL|JP|MX|PT|SA|YE|ZA)$/.test(region)) return 0;
    return /^(?:AE|BH|DJ|DZ|EG|IQ|JO|KW|LY|OM|QA|SD|SY)$/.test(region) ? 6 : 1;
  } catch {
    return 1;
  }
}

/** Adopted when the month is first shown. */
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
    color: color-mix(in srgb, currentcolor 62%, transparent);
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
  /* Four lines: the rest is in the dialog, and read out. */
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
  .others {
    border-color: transparent;
    background: none;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
`;
