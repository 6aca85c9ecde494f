import { html, nothing, type TemplateResult } from 'lit';
import { monthName } from '../../i18n/dates.js';
import { plusMonths } from './dates.js';
import type { Scene } from './session-facts.js';

/** Months that the month picker offers before and after this one. */
const PICK_BEFORE = 12;
const PICK_AFTER = 18;

/** What stands above the sessions, folded until a reader wants it. */
export type Fold = 'filters' | 'subscription';

/** A button; pressed or not when it is one of a choice, open or not when it unfolds something. */
export type Button = (label: unknown, act: () => void, pressed?: boolean, open?: boolean) => TemplateResult;

/** Where to go, how to see it, on whose clock, and what else there is. */
export function toolbar(
  scene: Scene,
  about: {
    /** How many months are shown. */
    span: number;
    view: 'agenda' | 'month';
    /** False until a reader reaches for the picker: it has one month so far, the others would make everybody wait. */
    isPicking: boolean;
    /** False while both clocks show the same. */
    hasClocks: boolean;
    folds: Readonly<Record<Fold, boolean>>;
    /** How many are set; nothing when they are left out. */
    filters: number | undefined;
    hasSubscription: boolean;
    onPick: () => void;
    onClock: (clock: Scene['clock']) => void;
    onFold: (fold: Fold) => void;
  },
) {
  const { words, language, today, month, parts, goTo } = scene;
  const { span, view, isPicking, folds, onClock, onFold } = about;
  const now = today.slice(0, 7);
  const chevron = (sign: string, label: string) =>
    html`<span class="chevron" aria-hidden="true">${sign}</span><span class="unseen">${label}</span>`;
  const button: Button = (label, act, pressed, open) =>
    html`<button
      class="button"
      type="button"
      aria-pressed=${pressed ?? nothing}
      aria-expanded=${open ?? nothing}
      @click=${act}
    >
      ${label}
    </button>`;
  const fold = (name: Fold, label: string) => button(label, () => onFold(name), undefined, folds[name]);
  const months: string[] = [];
  if (isPicking) for (let i = -PICK_BEFORE; i <= PICK_AFTER; i++) months.push(plusMonths(now, i));
  if (!months.includes(month)) months.push(month);
  const skip = (click: Event) => {
    click.preventDefault();
    ((click.target as HTMLElement).getRootNode() as ShadowRoot).querySelector<HTMLElement>('#after')?.focus();
  };
  return html`<a class="unseen" href="#after" @click=${skip}>${words.skip}</a>
    <div class="bar" part="toolbar">
      <div>
        ${button(chevron('‹', words.previous), () => goTo({ month: plusMonths(month, -span) }))}
        <select
          aria-label=${words.pickMonth}
          @focus=${about.onPick}
          @pointerdown=${about.onPick}
          @change=${(event: Event) => goTo({ month: (event.target as HTMLSelectElement).value })}
        >
          ${months.map(
            (one) =>
              html`<option value=${one} .selected=${one === month}>${monthName(language, one)}</option>`,
          )}
        </select>
        ${button(chevron('›', words.next), () => goTo({ month: plusMonths(month, span) }))}
        ${button(words.today, () => goTo({ month: now }))}
      </div>
      <div>
        ${button(words.agenda, () => goTo({ view: 'agenda' }), view === 'agenda')}
        ${button(words.month, () => goTo({ view: 'month' }), view === 'month')}
      </div>
      ${about.hasClocks ? parts.tools?.clockChoice(scene, button, onClock) : nothing}
      <div>
        ${about.filters === undefined ? nothing : fold('filters', words.filter(about.filters))}
        ${about.hasSubscription ? fold('subscription', words.subscribe) : nothing}
      </div>
    </div>`;
}
