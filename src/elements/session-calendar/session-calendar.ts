import { html, LitElement, noChange, nothing, type CSSResult, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sessionsQuestion, type SessionListView, type SessionView } from '../../api/sessions.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { sessionCalendarWords } from '../../i18n/catalogues/session-calendar.js';
import { cityOf, dayName, isoDay, monthName } from '../../i18n/dates.js';
import { emit } from '../../internal/emit.js';
import { headingLevelOf } from '../../internal/heading-level.js';
import { hostStyles } from '../../internal/host.styles.js';
import { safeUrl } from '../../internal/safe-url.js';
import { statusViews } from '../../internal/status-views.js';
import type { writePlace } from './address.js';
import { agendaView } from './agenda-view.js';
import { daysIn, monthIn, plusDays, plusMonths } from './dates.js';
import {
  clocksDiffer,
  clocksOf,
  dayOf,
  registerLink,
  factsOf,
  stateOf,
  zoneOf,
  type Scene,
} from './entry.js';
import { countOf, noFilters, type Filters } from './filters.js';
import type { Month } from './month-view.js';
import type { Detail } from './session-detail.js';
import { styles } from './session-calendar.styles.js';
import type { Tools } from './tools.js';

export type * from './session-calendar.events.js';

/** `agenda` is a list, `month` a table; `auto` chooses by the width of the container. */
export type CalendarView = 'agenda' | 'month';

/** Width in CSS pixels from which `auto` shows the month. */
const MONTH_FROM = 640;
/** Months that the month picker offers before and after this one. */
const PICK_BEFORE = 12;
const PICK_AFTER = 18;

/** What the chunks draw with, handed over rather than imported: so they stay apart from this one. */
const kit = { clocksDiffer, clocksOf, dayOf, daysIn, factsOf, plusDays, registerLink, stateOf, zoneOf };
export type Kit = typeof kit;

/** Months that were loaded for an element before, by language: the next one has them at once. */
const loadedMonths = new Map<string, { month: Month; sheet: CSSResult }>();

/** The sessions of some months. */
interface Shown extends SessionListView {
  months: readonly string[];
}

/**
 * The sessions of one, several or all communities, as a list or as a month, with both clocks, filters and the way in.
 *
 * @element f3e-session-calendar
 *
 * @fires {F3eLoadEvent} f3e-load - The sessions are shown.
 * @fires {F3eErrorEvent} f3e-error - The sessions could not be fetched; `detail.error.kind` says why.
 * @fires {F3eSessionOpenEvent} f3e-session-open - A reader opens a session; can be prevented.
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
  @state() private filters: Filters = noFilters;
  @state() private clock: Scene['clock'] = 'session';
  @state() private openId = '';
  @state() private folds = { filters: false, subscription: false };
  @state() private unfolded: ReadonlySet<string> = new Set();
  @state() private dialog: { session: SessionView; form?: HTMLElement } | null = null;
  @state() private monthView?: Month;
  @state() private hasNoMonth = false;
  @state() private detail?: Detail;
  @state() private tools?: Tools;
  @state() private message = '';

  #locale = new LocaleController(this, sessionCalendarWords);
  #settings = new SettingsController(this);
  #data = new RemoteDataController<Shown>(this, {
    api: () => this.#settings.api,
    question: () => this.#question(),
  });
  #watched?: Element | null;
  #resize = new ResizeObserver((entries) => {
    const width = entries[entries.length - 1]!.contentRect.width;
    // Not at once: a change inside the observer would be reported to the page as an error.
    setTimeout(() => {
      if (width && this.view === 'auto') this.isWide = width >= MONTH_FROM;
    });
  });
  #writePlace: typeof writePlace | undefined;
  #drawn: Shown | undefined;
  #told: Shown | undefined;
  #isToldNext = false;
  #structured: Element | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Asked only where it matters: it makes the browser lay the page out at once.
    if (this.view === 'auto') this.isWide = this.offsetWidth >= MONTH_FROM;
    if (!this.stateParam) return;
    void import('./address.js').then(
      ({ readPlace, writePlace }) => {
        const { month, view, session, filters } = readPlace(this.stateParam, location.search);
        this.chosenMonth = month;
        if (view === 'agenda' || view === 'month') this.chosenView = view;
        this.openId = session;
        this.filters = filters;
        this.#writePlace = writePlace;
        if (countOf(filters)) void this.#loadTools();
      },
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#watched = null;
    this.#structured?.remove();
    this.#told = undefined;
  }

  /** Asks for the sessions again. */
  reload(): void {
    this.#data.reload();
  }

  get #today(): string {
    return isoDay(Date.now(), this.#mine);
  }
  get #mine(): string {
    return this.timeZone || this.#settings.timeZone;
  }
  get #view(): CalendarView {
    const asked = this.chosenView || this.view;
    if (this.hasNoMonth || asked === 'agenda') return 'agenda';
    return asked === 'month' || this.isWide ? 'month' : 'agenda';
  }
  get #month(): string {
    return this.chosenMonth || monthIn(this.month) || this.#today.slice(0, 7);
  }
  /** How many months are shown at a time. */
  get #span(): number {
    return this.#view === 'month' ? 1 : Math.min(12, Math.max(1, Math.round(this.months) || 3));
  }

  /** The range has a day more on either side: the same for every zone, so that every visitor asks the same. */
  #question() {
    const months: string[] = [];
    while (months.length < this.#span) months.push(plusMonths(this.#month, months.length));
    const { path, read } = sessionsQuestion([
      ['from', `${plusDays(`${this.#month}-01`, -1)}T00:00:00Z`],
      ['to', `${plusDays(`${plusMonths(this.#month, this.#span)}-01`, 1)}T00:00:00Z`],
      ...this.#scope,
      ['limit', '200'],
    ]);
    return {
      path,
      read: (json: unknown) => {
        const list = read(json);
        return list && { ...list, months };
      },
    };
  }

  /** What the page fixed. */
  get #scope(): [string, string][] {
    const { community, kind, mode, language, audience, q } = this;
    const tidy = (list: string) => list.replace(/\s/g, '');
    return [
      ['community', tidy(community)],
      ['kind', tidy(kind)],
      ['mode', tidy(mode)],
      ['language', tidy(language)],
      ['audience', tidy(audience)],
      ['available', this.available ? 'true' : ''],
      ['q', q],
    ];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { language } = this.#locale;
    if (this.#view === 'month' && this.monthView?.language !== language) {
      const loaded = loadedMonths.get(language);
      if (loaded) {
        this.monthView = loaded.month;
        this.#adopt(loaded.sheet);
      } else void this.#loadMonth(language);
    }
    if (this.openId && this.detail?.language !== language) void this.#loadDetail(language);
    if (this.tools && this.tools.language !== language) void this.#loadTools();
    this.#tell();
  }

  protected override render() {
    const { language, dir, strings, isSettled } = this.#locale;
    const views = statusViews({
      host: this,
      words: strings,
      language,
      retry: () => this.reload(),
      page: this.#settings.hostedAt('seances'),
      lines: 9,
    });
    return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${this.#data.isBusy}>
      <p class="unseen" role="status">${this.message}</p>
      ${
        isSettled
          ? this.#data.render({
              ...views,
              ready: (shown) => this.#frame(this.#unlessBusy(shown), shown),
              stale: (shown, at) => html`${views.asOf(at)}${this.#frame(this.#content(shown), shown)}`,
              error: (error, wasRetried) => {
                this.#drawn = undefined;
                return this.#frame(views.error(error, wasRetried));
              },
            })
          : views.loading('none')
      }
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const box = this.isConnected ? this.renderRoot.querySelector('.box') : null;
    if (box && box !== this.#watched) this.#resize.observe((this.#watched = box));
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('.title')?.focus();
    }
    // Only once it was read: what stands there is a reader's.
    this.#writePlace?.(this.stateParam, {
      month: this.chosenMonth,
      view: this.chosenView,
      session: this.openId,
      filters: this.filters,
    });
  }

  #scene(shown: Shown): Scene {
    return {
      words: this.#locale.strings,
      language: this.#locale.language,
      today: this.#today,
      mine: this.#mine,
      clock: this.clock,
      headingLevel: headingLevelOf(this.headingLevel),
      communities: shown.communities,
      hasCommunities: !/^[\w-]+$/.test(this.community.trim()),
      isOpen: (id) => id === this.openId,
      onOpen: this.#onOpen,
      onRegister: this.#onRegister,
      redraw: () => this.requestUpdate(),
      detail: (session) =>
        this.detail
          ? this.detail.draw(session, this.#scene(shown), this.#settings.api)
          : html`<p><a href=${safeUrl(session.page) || nothing}>${this.#locale.strings.openPage}</a></p>`,
    };
  }

  /** The toolbar stays whatever happens below it, so that one can always go elsewhere. */
  #frame(content: unknown, shown?: Shown) {
    const words = this.#locale.strings;
    const { dialog } = this;
    const chevron = (sign: string, label: string) =>
      html`<span class="chevron" aria-hidden="true">${sign}</span><span class="unseen">${label}</span>`;
    const button = (label: unknown, act: () => void, pressed?: boolean) =>
      html`<button class="button" type="button" aria-pressed=${pressed ?? nothing} @click=${act}>
        ${label}
      </button>`;
    const fold = (name: 'filters' | 'subscription', label: string) =>
      html`<button
        class="fold"
        type="button"
        aria-expanded=${this.folds[name]}
        @click=${() => {
          this.folds = { ...this.folds, [name]: !this.folds[name] };
          void this.#loadTools();
        }}
      >
        ${label}
      </button>`;
    const options: string[] = [];
    const now = this.#today.slice(0, 7);
    for (let i = -PICK_BEFORE; i <= PICK_AFTER; i++) options.push(plusMonths(now, i));
    if (!options.includes(this.#month)) options.push(this.#month);
    const isSplit = shown?.items.some((session) => clocksDiffer(session, this.#mine));
    const scene = shown && this.#scene(shown);
    return html`<div class="frame" role="group" aria-label=${words.sessions}>
      <a class="skip" href="#after" @click=${this.#onSkip}>${words.skip}</a>
      <div class="bar" part="toolbar">
        <div>
          ${button(chevron('‹', words.previous), () => this.#goTo(plusMonths(this.#month, -this.#span)))}
          <select
            aria-label=${words.pickMonth}
            @change=${(event: Event) => this.#goTo((event.target as HTMLSelectElement).value)}
          >
            ${options.map(
              (month) =>
                html`<option value=${month} .selected=${month === this.#month}>
                  ${monthName(this.#locale.language, month)}
                </option>`,
            )}
          </select>
          ${button(chevron('›', words.next), () => this.#goTo(plusMonths(this.#month, this.#span)))}
          ${button(words.today, () => this.#goTo(this.#today.slice(0, 7)))}
        </div>
        <div>
          ${button(words.agenda, () => this.#show('agenda'), this.#view === 'agenda')}
          ${button(words.month, () => this.#show('month'), this.#view === 'month')}
        </div>
        ${
          isSplit
            ? html`<div role="group" aria-label=${words.clock}>
                ${button(words.sessionClock, () => (this.clock = 'session'), this.clock === 'session')}
                ${button(words.clockOf(cityOf(this.#mine)), () => (this.clock = 'visitor'), this.clock === 'visitor')}
              </div>`
            : nothing
        }
        <div>
          ${this.noFilters ? nothing : fold('filters', words.filter(countOf(this.filters)))}
          ${this.noSubscribe ? nothing : fold('subscription', words.subscribe)}
        </div>
      </div>
      <div class="tools" ?hidden=${!this.folds.filters && !this.folds.subscription}>
        ${this.folds.filters && shown && scene ? this.tools?.filters(shown.items, this.filters, scene, this.#onFilters) : nothing}
        ${this.folds.subscription ? this.tools?.subscription(this.#feed, (message) => (this.message = message)) : nothing}
      </div>
      <div class="content">${content}</div>
      ${
        dialog && scene
          ? this.detail?.dialog(dialog, scene, this.#settings.api, () => (this.dialog = null))
          : nothing
      }
      <span id="after" tabindex="-1"></span>
    </div>`;
  }

  /** What is shown already is not drawn again while the next months are on their way. */
  #unlessBusy(shown: Shown) {
    if (this.#data.isBusy && shown === this.#drawn) return noChange;
    this.#drawn = shown;
    return this.#content(shown);
  }

  #content(shown: Shown) {
    const words = this.#locale.strings;
    const scene = this.#scene(shown);
    const items =
      this.tools && countOf(this.filters) ? this.tools.narrowed(shown.items, this.filters) : shown.items;
    const isEmpty = !items.some((session) =>
      shown.months.some((month) => daysIn(session, month, zoneOf(scene, session)).length),
    );
    return html`
      ${isEmpty ? this.#empty(shown) : nothing}
      ${
        this.#view === 'month'
          ? this.monthView?.draw({
              month: shown.months[0]!,
              sessions: items,
              scene,
              tag: this.#locale.tag,
              unfolded: this.unfolded,
              onUnfold: this.#onUnfold,
            })
          : isEmpty
            ? nothing
            : agendaView(shown.months, items, scene, this.past)
      }
      ${shown.isWhole ? nothing : html`<p class="quiet">${words.notAll}</p>`}
    `;
  }

  /** Nothing to show, and a way out of it. */
  #empty({ months, before, after, items }: Shown) {
    const { strings: words, language } = this.#locale;
    const at = after ?? before;
    const isNarrowed = countOf(this.filters) > 0 && items.length > 0;
    const last = months[months.length - 1]!;
    return html`<slot name="empty">
      <div class="status">
        <p>
          ${
            isNarrowed
              ? words.nothingFits
              : words.nothingIn(
                  monthName(language, months[0]!),
                  months.length > 1 ? monthName(language, last) : '',
                )
          }
        </p>
        <p class="actions">
          ${
            isNarrowed
              ? html`<button class="button" type="button" @click=${() => this.#onFilters(noFilters)}>
                  ${words.clearFilters}
                </button>`
              : at === undefined
                ? nothing
                : html`<button
                    class="button"
                    type="button"
                    @click=${() => this.#goTo(isoDay(at, this.#mine).slice(0, 7))}
                  >
                    ${(after === undefined ? words.lastOn : words.nextOn)(dayName(language, isoDay(at, this.#mine), true))}
                  </button>`
          }
        </p>
      </div>
    </slot>`;
  }

  /** Address of the feed that holds what the page fixed. */
  get #feed(): string {
    const query = new URLSearchParams(this.#scope.filter(([, value]) => value));
    const base = this.#settings.hostedAt('v1/sessions.ics');
    return query.size ? `${base}?${query.toString()}` : base;
  }

  #goTo(month: string): void {
    this.chosenMonth = month;
    this.unfolded = new Set();
    this.#changed();
  }

  #show(view: CalendarView): void {
    this.chosenView = view;
    this.#changed();
  }

  #changed(): void {
    this.#isToldNext = true;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      emit(this, 'f3e-calendar-changed', { month: this.#month, view: this.#view });
    });
  }

  /** Says once what an act of the reader led to, and puts what search engines read where they look. */
  #tell(): void {
    const shown = this.#data.value;
    if (shown?.months[0] !== this.#month || shown.months.length !== this.#span) return;
    if (this.#isToldNext) {
      this.#isToldNext = false;
      const { strings: words, language } = this.#locale;
      const items = this.tools ? this.tools.narrowed(shown.items, this.filters) : shown.items;
      const scene = this.#scene(shown);
      const count = items.filter((session) =>
        shown.months.some((month) => daysIn(session, month, zoneOf(scene, session)).length),
      ).length;
      const period = shown.months.map((month) => monthName(language, month)).join(', ');
      this.message = `${period}${language === 'fr' ? '\u00A0' : ''}: ${words.count(count)}`;
    }
    if (shown === this.#told) return;
    this.#told = shown;
    if (this.noStructuredData) return;
    void import('./structured-data.js').then(
      ({ eventsOf, publish }) => {
        if (this.isConnected) this.#structured = publish(eventsOf(shown.items, Date.now()), this.#structured);
      },
      () => undefined,
    );
  }

  async #loadMonth(language: string): Promise<void> {
    const known = this.monthView;
    try {
      const { monthIn: make, monthStyles: sheet } = await import('./month-view.js');
      const month = await make(language, kit);
      loadedMonths.set(language, { month, sheet });
      this.#adopt(sheet);
      if (this.monthView === known) this.monthView = month;
    } catch {
      // The list says the same.
      this.hasNoMonth = true;
    }
  }

  async #loadDetail(language: string): Promise<void> {
    if (this.detail?.language === language) return;
    try {
      const { detailIn, detailStyles } = await import('./session-detail.js');
      this.#adopt(detailStyles);
      this.detail = await detailIn(language, kit);
    } catch {
      // The link to the session's page stands in for it.
    }
  }

  async #loadTools(): Promise<void> {
    const { language } = this.#locale;
    if (this.tools?.language === language) return;
    try {
      const { toolsIn, toolsStyles } = await import('./tools.js');
      this.#adopt(toolsStyles);
      this.tools = await toolsIn(language);
    } catch {
      this.message = this.#locale.strings.errors.offline;
    }
  }

  /** Styles that come with a chunk. */
  #adopt({ styleSheet }: CSSResult): void {
    const root = this.shadowRoot!;
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    }
  }

  /** In the list a session unfolds in its place; in the month it opens in a dialog. */
  #onOpen = (session: SessionView, event: Event): void => {
    const details = event.target as HTMLDetailsElement;
    const isOpen = this.openId === session.id;
    if (event.type === 'click') this.#inDialog('f3e-session-open', session, event as MouseEvent);
    else if (details.open === isOpen) return;
    else if (isOpen) this.openId = '';
    else if (emit(this, 'f3e-session-open', { session: session.id }, { cancelable: true })) {
      this.openId = session.id;
    } else details.open = false;
  };

  #onRegister = (session: SessionView, event: Event): void =>
    this.#inDialog('f3e-register-open', session, event as MouseEvent);

  /** Follows the link only when the page, the reader's keys or a missing chunk want it so. */
  #inDialog(name: 'f3e-session-open' | 'f3e-register-open', session: SessionView, click: MouseEvent): void {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    if (!emit(this, name, { session: session.id }, { cancelable: true })) return;
    const { href } = click.currentTarget as HTMLAnchorElement;
    void this.#loadDetail(this.#locale.language).then(() => {
      const { detail } = this;
      if (!detail) location.assign(href);
      else if (name === 'f3e-session-open') this.dialog = { session };
      else this.dialog = { session, form: detail.form(session, this.endpoint) };
    });
  }

  #onFilters = (filters: Filters): void => {
    this.filters = filters;
    this.#isToldNext = true;
  };

  #onUnfold = (day: string): void => {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(day)) unfolded.add(day);
    this.unfolded = unfolded;
  };

  #onSkip = (click: Event): void => {
    click.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#after')?.focus();
  };
}
