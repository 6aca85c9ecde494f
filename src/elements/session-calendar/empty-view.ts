import { html, nothing } from 'lit';
import { dayName, isoDay, monthName } from '../../i18n/dates.js';
import type { SessionCalendarStrings } from '../../i18n/strings.js';

/** Nothing to show, and a way out of it: without the filters, or to the nearest session. */
export function emptyView(about: {
  words: SessionCalendarStrings;
  language: string;
  mine: string;
  months: readonly string[];
  /** Starts of the nearest sessions on either side. */
  before: number | undefined;
  after: number | undefined;
  /** The filters leave nothing of what there is. */
  isNarrowed: boolean;
  onClear: () => void;
  onMonth: (month: string) => void;
}) {
  const { words, language, months, before, after, isNarrowed, onClear, onMonth } = about;
  const at = after ?? before;
  const day = at === undefined ? '' : isoDay(at, about.mine);
  /** What is pressed is about to go: focus moves to what stays. */
  const way = (label: string, stays: string, act: () => void) => {
    const press = (click: Event) => {
      const root = (click.target as HTMLElement).getRootNode() as ShadowRoot;
      root.querySelector<HTMLElement>(stays)?.focus();
      act();
    };
    return html`<button class="button" type="button" @click=${press}>${label}</button>`;
  };
  const last = months.length > 1 ? monthName(language, months[months.length - 1]!) : '';
  return html`<slot name="empty">
    <div class="status">
      <p>${isNarrowed ? words.nothingFits : words.nothingIn(monthName(language, months[0]!), last)}</p>
      <p class="actions">
        ${
          isNarrowed
            ? way(words.clearFilters, '.fold', onClear)
            : day
              ? way(
                  (after === undefined ? words.lastOn : words.nextOn)(dayName(language, day, true)),
                  'select',
                  () => onMonth(day.slice(0, 7)),
                )
              : nothing
        }
      </p>
    </div>
  </slot>`;
}
