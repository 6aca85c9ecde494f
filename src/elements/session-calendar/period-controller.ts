import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LazyPartController } from '../../controllers/lazy-part-controller.js';
import { now } from '../../api/clock.js';
import { WidthController } from '../../controllers/width-controller.js';
import { isoDay } from '../../i18n/format.js';
import { monthIn } from './dates.js';
import { MONTH_FROM, monthsOf, viewRule } from './scope.js';
import { readOne } from '../../dom/attribute-values.js';

/** `agenda` is a list, `month` a table. */
export type CalendarView = 'agenda' | 'month';

type PeriodHost = ReactiveControllerHost &
  HTMLElement & { view: CalendarView | 'auto'; month: string; months: number };

/** Which months a calendar shows, as a list or as a table: as a reader chose, else as the page says, else as fits. */
export class PeriodController implements ReactiveController {
  chosenMonth = '';
  chosenView: CalendarView | '' = '';

  #host: PeriodHost;
  #monthView: LazyPartController<object>;
  #zone: () => string;
  #isWide: WidthController<boolean>;
  #isMeasured = false;

  /** `monthView` draws the table; `zone` is the visitor's. */
  constructor(host: PeriodHost, monthView: LazyPartController<object>, zone: () => string) {
    this.#host = host;
    this.#monthView = monthView;
    this.#zone = zone;
    this.#isWide = new WidthController(host, (width) => width >= MONTH_FROM, false);
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#pageView !== 'agenda') this.#isMeasured = this.#isWide.measure();
  }

  hostUpdate(): void {
    if (this.#wanted !== 'month') return;
    this.#monthView.need();
    // A reader may choose the month where the page showed the list: how wide it is was not asked before.
    this.#isMeasured ||= this.#isWide.measure();
  }

  choose({ month, view }: { month?: string; view?: CalendarView | '' }): void {
    this.chosenMonth = month ?? this.chosenMonth;
    this.chosenView = view ?? this.chosenView;
    this.#host.requestUpdate();
  }

  /** Today on the visitor's calendar, such as `2026-11-22`. */
  get today(): string {
    // Round to the minute so that the formatter's cache hits.
    return isoDay(Math.floor(now() / 60_000) * 60_000, this.#zone());
  }

  /** The first month shown. */
  get month(): string {
    return this.chosenMonth || monthIn(this.#host.month) || this.today.slice(0, 7);
  }

  /** The list shows the same as a month that could not be fetched. */
  get view(): CalendarView {
    return this.#monthView.hasFailed ? 'agenda' : this.#wanted;
  }

  /** Whether there is too little room for titles in the days of a month. */
  get isNarrow(): boolean {
    return !this.#isWide.choice;
  }

  /** How many months are shown at a time. */
  get span(): number {
    return this.view === 'month' ? 1 : monthsOf(this.#host.months);
  }

  /** Whether these months are the ones to be shown. */
  isOf(months: readonly string[]): boolean {
    return months[0] === this.month && months.length === this.span;
  }

  get #pageView(): string {
    return readOne(this.#host.view, viewRule);
  }

  get #wanted(): CalendarView {
    const asked = this.chosenView || this.#pageView;
    return asked === 'agenda' ? 'agenda' : asked === 'month' || this.#isWide.choice ? 'month' : 'agenda';
  }
}
