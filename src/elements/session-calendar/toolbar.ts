import { html, nothing } from 'lit';
import { cityOf, monthName } from '../../i18n/format.js';
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
  const { messages, month, span, view, folds, filterCount, hasSubscription, onGoTo, onToday, onFold } =
    context;
  const fold = (name: Fold, label: string) =>
    button(label, () => onFold(name), { 'aria-expanded': folds[name] });
  const viewButton = (name: 'agenda' | 'month') =>
    button(messages[name], () => onGoTo({ view: name }), { 'aria-pressed': view === name });
  return html`<a class="visually-hidden" href="#after" @click=${skip}>${messages.skip}</a>
    <div class="bar" part="toolbar">
      <div>
        ${button(chevron('‹', messages.previous), () => onGoTo({ month: plusMonths(month, -span) }))}
        ${monthPicker(context)}
        ${button(chevron('›', messages.next), () => onGoTo({ month: plusMonths(month, span) }))}
        ${button(messages.today, onToday)}
      </div>
      <div>${viewButton('agenda')} ${viewButton('month')}</div>
      ${context.hasClocks ? clockChoice(context) : nothing}
      <div>
        ${filterCount === undefined ? nothing : fold('filters', messages.filter(filterCount))}
        ${hasSubscription ? fold('subscription', messages.subscribe) : nothing}
      </div>
    </div>`;
}

const button = (
  label: unknown,
  act: () => void,
  state: { 'aria-pressed'?: boolean; 'aria-expanded'?: boolean } = {},
) =>
  html`<button
    class="button"
    type="button"
    aria-pressed=${state['aria-pressed'] ?? nothing}
    aria-expanded=${state['aria-expanded'] ?? nothing}
    @click=${act}
  >
    ${label}
  </button>`;

const chevron = (sign: string, label: string) =>
  html`<span class="chevron" aria-hidden="true">${sign}</span><span class="visually-hidden">${label}</span>`;

function monthPicker({ messages, language, today, month, isPicking, onPick, onGoTo }: ToolbarContext) {
  const months: string[] = [];
  const now = today.slice(0, 7);
  if (isPicking) for (let i = -PICK_BEFORE; i <= PICK_AFTER; i++) months.push(plusMonths(now, i));
  if (!months.includes(month)) months.push(month);
  return html`<select
    aria-label=${messages.pickMonth}
    @focus=${onPick}
    @pointerdown=${onPick}
    @change=${(event: Event) => onGoTo({ month: (event.target as HTMLSelectElement).value })}
  >
    ${months.map(
      (one) => html`<option value=${one} .selected=${one === month}>${monthName(language, one)}</option>`,
    )}
  </select>`;
}

/** Whose clock comes first. */
function clockChoice({ messages, clock, visitorZone, onClock }: ToolbarContext) {
  const choice = (label: string, value: RenderContext['clock']) =>
    button(label, () => onClock(value), { 'aria-pressed': clock === value });
  return html`<div role="group" aria-label=${messages.clock}>
    ${choice(messages.sessionClock, 'session')} ${choice(messages.clockOf(cityOf(visitorZone)), 'visitor')}
  </div>`;
}

function skip(click: Event): void {
  click.preventDefault();
  const root = (click.target as HTMLElement).getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>('#after')?.focus();
}
