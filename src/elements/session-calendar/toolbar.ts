import { html, nothing } from 'lit';
import { cityOf, monthName } from '../../i18n/dates.js';
import type { SessionCalendarStrings } from '../../i18n/strings.js';
import { plusMonths } from './dates.js';
import type { Scene } from './entry.js';

/** Months that the month picker offers before and after this one. */
const PICK_BEFORE = 12;
const PICK_AFTER = 18;

/** What stands above the sessions, folded until a reader wants it. */
export type Fold = 'filters' | 'subscription';

/** Where to go, how to see it, on whose clock, and what else there is. */
export function toolbar(about: {
  words: SessionCalendarStrings;
  language: string;
  today: string;
  /** First month shown, and how many. */
  month: string;
  span: number;
  view: 'agenda' | 'month';
  /** Nothing while both clocks show the same. */
  clock: Scene['clock'] | undefined;
  mine: string;
  folds: Readonly<Record<Fold, boolean>>;
  /** How many are set; nothing when they are left out. */
  filters: number | undefined;
  hasSubscription: boolean;
  onMonth: (month: string) => void;
  onView: (view: 'agenda' | 'month') => void;
  onClock: (clock: Scene['clock']) => void;
  onFold: (fold: Fold) => void;
}) {
  const { words, language, month, span, view, clock, folds, onMonth, onView, onClock, onFold } = about;
  const now = about.today.slice(0, 7);
  const chevron = (sign: string, label: string) =>
    html`<span class="chevron" aria-hidden="true">${sign}</span><span class="unseen">${label}</span>`;
  const button = (label: unknown, act: () => void, pressed?: boolean) =>
    html`<button class="button" type="button" aria-pressed=${pressed ?? nothing} @click=${act}>
      ${label}
    </button>`;
  const fold = (name: Fold, label: string) =>
    html`<button class="fold" type="button" aria-expanded=${folds[name]} @click=${() => onFold(name)}>
      ${label}
    </button>`;
  const months: string[] = [];
  for (let i = -PICK_BEFORE; i <= PICK_AFTER; i++) months.push(plusMonths(now, i));
  if (!months.includes(month)) months.push(month);
  const skip = (click: Event) => {
    click.preventDefault();
    ((click.target as HTMLElement).getRootNode() as ShadowRoot).querySelector<HTMLElement>('#after')?.focus();
  };
  return html`<a class="skip" href="#after" @click=${skip}>${words.skip}</a>
    <div class="bar" part="toolbar">
      <div>
        ${button(chevron('‹', words.previous), () => onMonth(plusMonths(month, -span)))}
        <select
          aria-label=${words.pickMonth}
          @change=${(event: Event) => onMonth((event.target as HTMLSelectElement).value)}
        >
          ${months.map(
            (one) =>
              html`<option value=${one} .selected=${one === month}>${monthName(language, one)}</option>`,
          )}
        </select>
        ${button(chevron('›', words.next), () => onMonth(plusMonths(month, span)))}
        ${button(words.today, () => onMonth(now))}
      </div>
      <div>
        ${button(words.agenda, () => onView('agenda'), view === 'agenda')}
        ${button(words.month, () => onView('month'), view === 'month')}
      </div>
      ${
        clock
          ? html`<div role="group" aria-label=${words.clock}>
              ${button(words.sessionClock, () => onClock('session'), clock === 'session')}
              ${button(words.clockOf(cityOf(about.mine)), () => onClock('visitor'), clock === 'visitor')}
            </div>`
          : nothing
      }
      <div>
        ${about.filters === undefined ? nothing : fold('filters', words.filter(about.filters))}
        ${about.hasSubscription ? fold('subscription', words.subscribe) : nothing}
      </div>
    </div>`;
}
