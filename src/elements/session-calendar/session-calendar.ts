import { html, LitElement, noChange, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { sessionCalendarWords } from '../../i18n/catalogues/session-calendar.js';
import { isoDay } from '../../i18n/dates.js';
import { emit } from '../../dom/emit.js';
import { headingLevelOf } from '../../dom/heading-level.js';
import { hostStyles } from '../../ui/host.styles.js';
import { statusViews } from '../../ui/async-state.js';
import type { Place } from './lazy/url-state.js';
import { CalendarParts } from './lazy-parts.js';
import { contentView, toldOf } from './content-view.js';
import { monthIn } from './dates.js';
import { clocksDiffer, heldIn, type Scene } from './session-facts.js';
import type { Filters } from './filters.js';
import { Opening } from './opening.js';
import { questionOf, type Shown } from './question.js';
import { styles } from './session-calendar.styles.js';
import { toolbar, type Fold } from './toolbar.js';

export type * from './session-calendar.events.js';

/** `agenda` is a list, `month` a table; `auto` chooses by the width of the container. */
export type CalendarView = 'agenda' | 'month';

/** Width in CSS pixels from which `auto` shows the month. */
const MONTH_FROM = 640;

/**
 * The sessions of one, several or all communities, as a list or as a month, with both clocks, filters and the way in.
 *
 * @element f3e-session-calendar
 *
 * @fires {F3eLoadEvent} f3e-load - The sessions are shown.
 * @fires {F3eErrorEvent} f3e-error - The sessions could not be fetched; `detail.error.kind` says why.
 * @fires {F3eSessionOpenEvent} f3e-session-open - A reader opens a session; can be prevented.
 * @fires {F3eResourceOpenEvent} f3e-resource-open - A reader follows what came out of a session; can be prevented.
 * @fires {F3eRegisterOpenEvent} f3e-register-open - A reader wants to register; can be prevented.
 * @fires {F3eCalendarChangedEvent} f3e-calendar-changed - A reader went to other months or another view.
 *
 * @slot - What is shown until the calendar is ready, and when it cannot be: a link or a list, always.
 *
 * @csspart base - The whole calendar.
 * @csspart toolbar - The buttons above.
 * @csspart month - A month of the list, or the table.
 * @csspart session - A session of the list.
 * @csspart event - A session of the table.
 * @csspart register - A way in.
 * @csspart detail - What a session unfolds.
 * @csspart dialog - The dialog of a session or of its form.
 * @csspart error - What is said when the sessions cannot be fetched.
 *
 * @cssprop [--f3e-accent=currentcolor] - Colour of links, borders and marks.
 * @cssprop [--f3e-fill=transparent] - Background of buttons.
 * @cssprop [--f3e-on-fill=--f3e-accent] - Text of buttons.
 * @cssprop [--f3e-surface=Canvas] - Background of the dialog.
 * @cssprop [--f3e-line] - Colour of thin lines; a tint of the text colour by default.
 * @cssprop [--f3e-radius=0.5em] - Roundness of corners.
 * @cssprop [--f3e-font=inherit] - Typeface.
 *
 * @cssstate loading - The sessions are on their way.
 * @cssstate ready - The sessions are shown.
 * @cssstate stale - An older answer is shown, with its date.
 * @cssstate error - The sessions could not be fetched.
 */
export class F3eSessionCalendar extends LitElement {
  static override styles = [hostStyles, styles];

  /** Short name of the community whose sessions are shown; several separated by commas; all when absent. */
  @property() community = '';

  /** `agenda`, `month`, or `auto`: the month where there is room for it. A reader's choice comes first. */
  @property() view: CalendarView | 'auto' = 'auto';

  /** First month shown, such as `2026-12`; this month when absent or anything else. */
  @property() month = '';

  /** How many months the list shows at a time, 1 to 12. 3 by default. */
  @property({ type: Number }) months = 3;

  /** Kinds of session shown, separated by commas, such as `workshop,webinar`; all when absent. */
  @property() kind = '';

  /** `online`, `in-person` or `hybrid`, or several separated by commas; all when absent. */
  @property() mode = '';

  /** Languages of the sessions shown, such as `fr,es`; all when absent. */
  @property() language = '';

  /** For whom: `all`, `members` or `participants`, or several separated by commas. */
  @property() audience = '';

  /** Only sessions in which a place can be had now. */
  @property({ type: Boolean }) available = false;

  /** Words that the sessions shown must hold. */
  @property() q = '';

  /** Shows the sessions of this month that have passed, instead of folding them. */
  @property({ type: Boolean }) past = false;

  /** Leaves out the filters. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;

  /** Leaves out the subscription. */
  @property({ type: Boolean, attribute: 'no-subscribe' }) noSubscribe = false;

  /** Leaves out what search engines read in the head of the page. */
  @property({ type: Boolean, attribute: 'no-structured-data' }) noStructuredData = false;

  /** Name of the query parameter that keeps month, view, filters and open session in the address; none when absent. */
  @property({ attribute: 'state-param' }) stateParam = '';

  /** IANA zone of the visitor, such as `Africa/Dakar`; the provider's or the browser's when absent. */
  @property({ attribute: 'time-zone' }) timeZone = '';

  /** Level of the headings of months, 2 to 6. 3 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Address of the API, when it is not the one that serves the script. */
  @property() endpoint?: string;

  @state() private chosenView: CalendarView | '' = '';
  @state() private chosenMonth = '';
  @state() private isWide = false;
  @state() private isPicking = false;
  @state() private filters?: Filters | undefined;
  @state() private clock: Scene['clock'] = 'session';
  @state() private folds = { filters: false, subscription: false };
  @state() private unfolded: ReadonlySet<string> = new Set();
  @state() private message = '';

  #locale = new LocaleController(this, sessionCalendarWords);
  #settings = new SettingsController(this);
  #parts = new CalendarParts(this, () => this.#locale.language);
  #opening = new Opening(this, this.#parts);
  #data = new RemoteDataController<Shown>(this, {
    api: () => this.#settings.api,
    question: () => questionOf(this, this.#month, this.#span),
  });
  #resize = new ResizeObserver((entries) => {
    const width = entries[0]!.contentRect.width;
    // Not at once: a change inside the observer would be reported to the page as an error.
    setTimeout(() => {
      if (width) this.isWide = width >= MONTH_FROM;
    });
  });
  #hasClocks = false;
  #drawn: readonly unknown[] = [];
  #told: Shown | undefined;
  #isToldNext = false;
  #rest = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    // Asked only where it matters: it makes the browser lay the page out at once.
    if (this.view === 'auto') this.isWide = this.offsetWidth >= MONTH_FROM;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#told = undefined;
  }

  /** Asks for the sessions again. */
  reload(): void {
    this.#data.reload();
  }

  get #today(): string {
    // To the minute: what was put into words once is remembered.
    return isoDay(Math.floor(Date.now() / 60_000) * 60_000, this.#mine);
  }
  get #mine(): string {
    return this.timeZone || this.#settings.timeZone;
  }
  get #view(): CalendarView {
    const asked = this.chosenView || this.view;
    if (this.#parts.hasNoMonth || asked === 'agenda') return 'agenda';
    return asked === 'month' || this.isWide ? 'month' : 'agenda';
  }
  get #month(): string {
    return this.chosenMonth || monthIn(this.month) || this.#today.slice(0, 7);
  }
  /** How many months are shown at a time. */
  get #span(): number {
    return this.#view === 'month' ? 1 : Math.min(12, Math.max(1, Math.round(this.months) || 3));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#view === 'month') {
      void this.#parts.want('month').then((isThere) => {
        this.#parts.hasNoMonth = !isThere;
        if (!isThere) this.requestUpdate();
      });
    }
    if (this.stateParam) this.#parts.keep(this.#place, this.#onPlace);
    if (this.#opening.unfolded || this.#opening.dialog) void this.#parts.want('detail');
    if (this.#parts.tools) void this.#parts.want('tools');
  }

  protected override render() {
    const { language, dir, strings, isSettled } = this.#locale;
    const views = statusViews({
      host: this,
      words: strings,
      language,
      retry: () => this.reload(),
      page: this.#settings.hostedAt('seances'),
    });
    // First: what is drawn may have to be told.
    const content = isSettled
      ? this.#data.render({
          ...views,
          ready: (shown) => this.#frame(this.#content(shown), shown),
          error: (error, wasRetried) => {
            this.#drawn = [];
            return this.#frame(views.error(error, wasRetried));
          },
        })
      : views.loading('none');
    return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${this.#data.isBusy}>
      <p class="unseen" role="status">${this.message}</p>
      ${content}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.view === 'auto') this.#resize.observe(this.renderRoot.firstElementChild!);
    this.#parts.detail?.show(this.renderRoot, this.#opening.dialog);
  }

  #scene(shown: Shown | undefined): Scene {
    const { strings: words, language, tag } = this.#locale;
    return {
      words,
      language,
      tag,
      today: this.#today,
      mine: this.#mine,
      clock: this.clock,
      month: this.#month,
      headingLevel: headingLevelOf(this.headingLevel),
      communities: shown?.communities,
      hasCommunities: !/^[\w-]+$/.test(this.community.trim()),
      unfolded: this.unfolded,
      opening: this.#opening,
      parts: this.#parts,
      api: this.#settings.api,
      onUnfold: this.#onUnfold,
      goTo: (to) => this.#goTo(to),
      onClear: () => this.#onFilters(undefined),
      redraw: () => this.requestUpdate(),
    };
  }

  /** The toolbar stays whatever happens below it, so that one can always go elsewhere. */
  #frame(content: unknown, shown?: Shown) {
    const { folds } = this;
    const { dialog, close } = this.#opening;
    const { tools, detail } = this.#parts;
    const scene = this.#scene(shown);
    return html`<div class="frame" role="group" aria-label=${scene.words.sessions}>
      ${toolbar(scene, {
        span: this.#span,
        view: this.#view,
        isPicking: this.isPicking,
        hasClocks: this.#hasClocks,
        folds,
        filters: this.noFilters ? undefined : ((this.filters && tools?.countOf(this.filters)) ?? 0),
        hasSubscription: !this.noSubscribe,
        onPick: () => (this.isPicking = true),
        onClock: (clock) => (this.clock = clock),
        onFold: this.#onFold,
      })}
      <div class="tools" ?hidden=${!folds.filters && !folds.subscription}>
        ${folds.filters && shown ? tools?.filters(shown.items, this.filters, scene, this.#onFilters) : nothing}
        ${folds.subscription ? tools?.subscription(this, this.#settings.hostedAt('v1/sessions.ics'), (message) => (this.message = message)) : nothing}
      </div>
      <div class="content">${content}</div>
      ${dialog ? detail?.dialog(dialog, scene, close) : nothing}
      <span id="after" tabindex="-1"></span>
    </div>`;
  }

  /** What is shown already is not drawn again while the next months are on their way. */
  #content(shown: Shown) {
    const { clock, filters, unfolded } = this;
    const { months, items } = shown;
    const mine = this.#mine;
    this.#hasClocks = items.some((session) => clocksDiffer(session, mine));
    if (this.#hasClocks || !shown.isWhole) void this.#parts.want('tools');
    const { month, detail, tools } = this.#parts;
    const now = [shown, clock, filters, unfolded, this.#opening.unfolded, month, detail, tools];
    if (this.#data.isBusy && now.every((one, i) => one === this.#drawn[i])) return noChange;
    this.#drawn = now;

    const scene = this.#scene(shown);
    const held = heldIn(months, filters && tools ? tools.narrowed(items, filters) : items, scene);
    if (!held.flat()[0]) void this.#parts.want('tools');
    if (months[0] === this.#month && months.length === this.#span) {
      // Once what an act of the reader led to.
      if (this.#isToldNext) this.message = toldOf(months, held, scene);
      this.#isToldNext = false;
      if (shown !== this.#told && !this.noStructuredData) this.#parts.publish(items);
      this.#told = shown;
    }
    return contentView(shown, held, scene, {
      view: this.#view,
      hasFilters: Boolean(filters),
      showPast: this.past,
    });
  }

  #goTo({ month, view }: { month?: string; view?: CalendarView }): void {
    this.chosenMonth = month ?? this.chosenMonth;
    this.chosenView = view ?? this.chosenView;
    this.#parts.hasNoMonth = false;
    this.unfolded = new Set();
    this.#isToldNext = true;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      emit(this, 'f3e-calendar-changed', { month: this.#month, view: this.#view });
    });
  }

  #place = (): Place => ({
    month: this.chosenMonth || (this.#opening.unfolded && this.#month),
    view: this.chosenView,
    session: this.#opening.unfolded,
    filters: this.filters,
  });

  #onPlace = ({ month, view, session, filters }: Place): void => {
    // What a reader did meanwhile stays.
    this.chosenMonth ||= month;
    this.chosenView ||= view;
    this.#opening.unfolded ||= session;
    this.filters ??= filters;
    if (filters) void this.#parts.want('tools');
  };

  #onFold = (fold: Fold): void => {
    this.folds = { ...this.folds, [fold]: !this.folds[fold] };
    void this.#parts.want('tools').then((isThere) => {
      if (!isThere) this.message = this.#locale.strings.offline;
    });
  };

  #onFilters = (filters: Filters | undefined): void => {
    this.filters = filters;
    // Once the reader rests: a text for each key would be a text too many (TRUST A13).
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      this.#isToldNext = true;
      this.requestUpdate();
    }, 700);
  };

  #onUnfold = (day: string): void => {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(day)) unfolded.add(day);
    this.unfolded = unfolded;
  };
}
