import { html, nothing } from 'lit';
import type { SessionListView } from '../../api/sessions.js';
import { focusBeside } from '../../dom/focus-beside.js';
import { cityOf, monthName } from '../../i18n/format.js';
import { calendarPlusIcon } from '../../icons/calendar-plus.js';
import { calendarIcon } from '../../icons/calendar.js';
import { chevronDownIcon } from '../../icons/chevron-down.js';
import { chevronLeftIcon } from '../../icons/chevron-left.js';
import { chevronRightIcon } from '../../icons/chevron-right.js';
import { listIcon } from '../../icons/list.js';
import { slidersHorizontalIcon } from '../../icons/sliders-horizontal.js';
import { icon } from '../../ui/icon.js';
import { hueStyle, mark } from '../../ui/mark.js';
import { plusMonths } from './dates.js';
import type { RenderContext } from './render-context.js';

/** Months that the month picker offers before and after this one. */
const PICK_BEFORE = 12;
const PICK_AFTER = 18;

/** What stands above the sessions, folded until a reader wants it. */
export type Fold = 'filters' | 'subscription';

export interface ToolbarContext extends RenderContext {
  /** First month shown. */
  month: string;
  /** How many months are shown. */
  span: number;
  view: 'agenda' | 'month';
  /** False until the reader first uses the month picker: its 31 options would slow the first render. */
  isPicking: boolean;
  /** False while both clocks show the same. */
  hasClocks: boolean;
  folds: Readonly<Record<Fold, boolean>>;
  /** How many filters are set; undefined when the page leaves filters out. */
  filterCount: number | undefined;
  /** The communities whose sessions the page shows, by their slug. */
  offered: SessionListView['communities'];
  /** The communities that the reader chose. */
  chosen: ReadonlySet<string> | undefined;
  /** Chooses a community, or no longer; empty for all of them. */
  onCommunity: (slug: string) => void;
  hasSubscription: boolean;
  onGoTo: (to: { month?: string; view?: 'agenda' | 'month' }) => void;
  /** To the month of the day on which it is pressed. */
  onToday: () => void;
  onPick: () => void;
  onClock: (clock: RenderContext['clock']) => void;
  onFold: (fold: Fold) => void;
}

/** Where to go, which view, on whose clock, and what else there is. */
export function toolbar(context: ToolbarContext) {
  const { messages, month, today, span, view, folds, hasSubscription, onGoTo, onToday, onFold } = context;
  const viewButton = (name: 'agenda' | 'month', sign: string) =>
    button([icon(sign), messages[name]], () => onGoTo({ view: name }), { 'aria-pressed': view === name });
  return html`<a class="visually-hidden" href="#after" @click=${skip}>${messages.skip}</a>
    <div class="bar" part="toolbar">
      <div>
        ${signButton(chevronLeftIcon, messages.previous, () => onGoTo({ month: plusMonths(month, -span) }))}
        ${signButton(chevronRightIcon, messages.next, () => onGoTo({ month: plusMonths(month, span) }))}
        ${monthPicker(context)}
      </div>
      <div class="today">${today.startsWith(month) ? nothing : button(messages.today, leave(onToday))}</div>
      ${context.hasClocks ? clockChoice(context) : nothing}
      <div>
        <div class="segments">${viewButton('agenda', listIcon)} ${viewButton('month', calendarIcon)}</div>
        ${
          hasSubscription
            ? html`<button
                class="button subscribe"
                type="button"
                aria-expanded=${folds.subscription}
                @click=${() => onFold('subscription')}
              >
                ${icon(calendarPlusIcon)}<span class="word">${messages.subscribe}</span>
              </button>`
            : nothing
        }
      </div>
    </div>
    ${chips(context)}`;
}

/** Whether the communities stand as chips; else they are among the other filters. */
export const areChips = (communities: ReadonlyMap<string, unknown>): boolean =>
  communities.size > 1 && communities.size <= 8;

/** The communities, each a filter of its own, and the way to the other filters. */
function chips({ messages, folds, filterCount, offered, chosen, onFold, onCommunity }: ToolbarContext) {
  if (filterCount === undefined) return nothing;
  const names = [...offered];
  const isShort = areChips(offered);
  const inChips = isShort ? (chosen?.size ?? 0) : 0;
  return html`<div class="chips">
    ${
      isShort
        ? html`${chip(messages.everything, !chosen?.size, () => onCommunity(''))}
          ${names.map(([slug, { name, identity }]) =>
            chip(
              html`${mark(slug, identity)}${name}`,
              Boolean(chosen?.has(slug)),
              () => onCommunity(slug),
              hueStyle(slug, identity),
            ),
          )}`
        : nothing
    }
    <button class="chip" type="button" aria-expanded=${folds.filters} @click=${() => onFold('filters')}>
      ${icon(slidersHorizontalIcon)}${messages.filter(filterCount - inChips)}
    </button>
  </div>`;
}

const chip = (label: unknown, isPressed: boolean, onPress: () => void, hue = '') =>
  html`<button class="chip hued" type="button" aria-pressed=${isPressed} .style=${hue} @click=${onPress}>
    ${label}
  </button>`;

/** The button is removed by what it does: focus moves first to what stays. */
const leave = (act: () => void) => (click: Event) => {
  focusBeside(click, 'select');
  act();
};

const button = (label: unknown, act: (click: Event) => void, state: { 'aria-pressed'?: boolean } = {}) =>
  html`<button class="button" type="button" aria-pressed=${state['aria-pressed'] ?? nothing} @click=${act}>
    ${label}
  </button>`;

const signButton = (sign: string, label: string, act: () => void) =>
  html`<button class="button sign turned" type="button" @click=${act}>
    ${icon(sign)}<span class="visually-hidden">${label}</span>
  </button>`;

function monthPicker({ messages, language, today, month, isPicking, onPick, onGoTo }: ToolbarContext) {
  const months: string[] = [];
  const now = today.slice(0, 7);
  if (isPicking) for (let i = -PICK_BEFORE; i <= PICK_AFTER; i++) months.push(plusMonths(now, i));
  if (!months.includes(month)) months.push(month);
  return html`<span class="month-picker"
    ><select
      aria-label=${messages.pickMonth}
      @focus=${onPick}
      @pointerdown=${onPick}
      @change=${(event: Event) => onGoTo({ month: (event.target as HTMLSelectElement).value })}
    >
      ${months.map(
        (one) => html`<option value=${one} .selected=${one === month}>${monthName(language, one)}</option>`,
      )}</select
    >${icon(chevronDownIcon)}</span
  >`;
}

/** Whose clock comes first. */
function clockChoice({ messages, clock, visitorZone, onClock }: ToolbarContext) {
  const choice = (label: string, value: RenderContext['clock']) =>
    button(label, () => onClock(value), { 'aria-pressed': clock === value });
  return html`<div class="segments" role="group" aria-label=${messages.clock}>
    ${choice(messages.sessionClock, 'session')} ${choice(messages.clockOf(cityOf(visitorZone)), 'visitor')}
  </div>`;
}

function skip(click: Event): void {
  click.preventDefault();
  focusBeside(click, '#after');
}
