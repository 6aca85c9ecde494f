import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { AttributeWarningsController } from '../../controllers/attribute-warnings-controller.js';
import { ContrastController } from '../../controllers/contrast-controller.js';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import { LazyPartController } from '../../controllers/lazy-part-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { UrlStateController } from '../../controllers/url-state-controller.js';
import { emit } from '../../dom/emit.js';
import { readableIn } from '../../dom/attribute-values.js';
import { headingLevelOf } from '../../dom/heading-level.js';
import { sessionCalendarCatalogue } from '../../i18n/catalogues/session-calendar.js';
import { asyncStateTemplates } from '../../ui/async-state.js';
import { box, statusRegion } from '../../ui/box.js';
import { withCommunity, type CalendarFilters } from './filters.js';
import { FiltersController } from './filters-controller.js';
import { MonthDays } from './month-days.js';
import { OpenSessionController } from './open-session-controller.js';
import { PeriodController, type CalendarView } from './period-controller.js';
import { attributeRules } from './attributes.js';
import * as lazyParts from './lazy-parts.js';
import type { ShownMonths } from './sessions-request.js';
import { RelatedController } from './related-controller.js';
import type { RenderContext } from './render-context.js';
import { styles } from './session-calendar.styles.js';
import { clocksDiffer } from './session-facts.js';
import { communitiesWithin } from './scope.js';
import { sessionsView, summaryOf } from './sessions-view.js';
import { StructuredDataController } from './structured-data-controller.js';
import { toolbar, type Fold } from './toolbar.js';
import { CalendarAddress } from './url-state.js';

export type * from './session-calendar.events.js';
export type { CalendarView } from './period-controller.js';

/**
 * The sessions of one, several or all communities, as a list or as a month, with both clocks, filters and the way in.
 *
 * @element f3e-session-calendar
 *
 * @attr {'neutral' | 'f3e' | 'soft' | 'contrast'} theme - Preset of looks; `neutral`, the page’s own, by default.
 * @attr {boolean} no-marks - Leaves out the marks of communities.
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
 * @cssprop [--f3e-accent] - Colour of links, borders and marks; a quiet colour as dark as the text by default.
 * @cssprop [--f3e-fill=--f3e-accent] - Background of the main action.
 * @cssprop [--f3e-on-fill] - Text of the main action; black or white by default, whichever can be read.
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
  static override styles = styles;

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

  /** Puts the sessions to come into the head of the page, as data that search engines read. */
  @property({ type: Boolean, attribute: 'structured-data' }) structuredData = false;

  /** Name of the query parameter that keeps month, view, filters and open session in the address; none when absent. */
  @property({ attribute: 'state-param' }) stateParam = '';

  /** IANA zone of the visitor, such as `Africa/Dakar`; the provider's or the browser's when absent. */
  @property({ attribute: 'time-zone' }) timeZone = '';

  /** Level of the headings of months, 2 to 6. 3 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Address of the API, when it is not the one that serves the script. */
  @property() endpoint?: string;

  @state() private isPicking = false;
  @state() private clock: RenderContext['clock'] = 'session';
  @state() private folds = { filters: false, subscription: false };

  #locale = new LocaleController(this, sessionCalendarCatalogue);
  #settings = new SettingsController(this);
  #announcer = new AnnouncerController(this);
  #monthView = new LazyPartController(this, lazyParts.monthView);
  #detail = new LazyPartController(this, lazyParts.detail, () => this.#locale.language);
  #dialog = new LazyPartController(this, lazyParts.dialog, () => this.#locale.language);
  #nearest = new LazyPartController(this, lazyParts.nearest);
  #filterForm = new LazyPartController(this, lazyParts.filterForm, () => this.#locale.language);
  #subscription = new LazyPartController(this, lazyParts.subscription, () => this.#locale.language);
  #period = new PeriodController(this, this.#monthView, () => this.#visitorZone);
  #days = new MonthDays(this);
  #open = new OpenSessionController(this, this.#dialog);
  #filters = new FiltersController(this, this.#period);
  #urlState = new UrlStateController(this, (params) => this.#restore(params));
  #address = new CalendarAddress((params, isStep) => this.#urlState.write(params, isStep));
  #data = new RemoteDataController<ShownMonths>(this, {
    api: () => this.#settings.api,
    request: () => this.#filters.request,
    today: () => this.#period.today,
  });
  #related = new RelatedController(
    this,
    () => this.#settings.api,
    () => this.#open.sessionsIn(this.#data.value?.items ?? []),
  );
  /** An act of the reader whose result is still to be announced. */
  #announcement: 'none' | 'now' | 'at rest' = 'none';

  constructor() {
    super();
    new ContrastController(this);
    new AttributeWarningsController(this, attributeRules, () =>
      this.#data.state === 'ready'
        ? [{ attribute: 'community', existing: [...this.#data.value!.communities.keys()] }]
        : [],
    );
    new StructuredDataController(this, () =>
      this.#isShowingAsked && this.structuredData ? this.#data.value?.items : undefined,
    );
  }

  /** Asks for the sessions again. */
  reload(): void {
    this.#data.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#data.value) this.#filters.learn(this.#data.value);
    if (this.#open.unfolded) this.#detail.need();
    if (this.folds.filters) this.#filterForm.need();
    if (this.folds.subscription) this.#subscription.need();
  }

  protected override render() {
    const { language, dir, messages, isSettled } = this.#locale;
    const templates = asyncStateTemplates({
      messages,
      language,
      retry: () => this.reload(),
      page: this.#settings.hostedAt('seances'),
    });
    return box({ language, dir, isBusy: this.#data.isBusy }, [
      statusRegion(this.#announcer.message),
      isSettled
        ? this.#data.render({
            ...templates,
            ready: (shown) => this.#renderFrame(this.#renderSessions(shown), shown),
            error: (error, wasRetried) => this.#renderFrame(templates.error(error, wasRetried)),
          })
        : templates.loading('none'),
    ]);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.renderRoot.querySelector('[name=empty], .bridge')) this.#nearest.need();
    this.#address.keep(this.#period, this.#open.unfolded, this.#filters.chosen);
    if (this.#announcement !== 'none' && this.#isShowingAsked && this.#filters.isAsked) {
      const summary = summaryOf(this.#data.value!, this.#filters.chosen, this.#renderContext());
      this.#announcer.announce(summary, this.#announcement === 'now');
      this.#announcement = 'none';
    }
  }

  get #visitorZone(): string {
    return this.timeZone || this.#settings.timeZone;
  }
  /** Whether the displayed months are the requested ones. */
  get #isShowingAsked(): boolean {
    return ['ready', 'stale'].includes(this.#data.state) && this.#period.isOf(this.#data.value!.months);
  }
  /** The toolbar stays whatever stands below it, so that a reader can always go elsewhere. */
  #renderFrame(content: unknown, shown?: ShownMonths) {
    const context = this.#renderContext(shown);
    return html`<div class="frame" role="group" aria-label=${context.messages.sessions}>
      ${toolbar({
        ...context,
        month: this.#period.month,
        span: this.#period.span,
        view: this.#period.view,
        isPicking: this.isPicking,
        hasClocks: Boolean(shown?.items.some((session) => clocksDiffer(session, this.#visitorZone))),
        folds: this.folds,
        filterCount: this.noFilters ? undefined : this.#filters.count,
        hasSubscription: !this.noSubscribe,
        offered: communitiesWithin(this.community, (shown ?? this.#data.value)?.communities),
        chosen: this.#filters.chosen?.chosen.get('community'),
        onCommunity: (slug) => this.#onFilters(withCommunity(this.#filters.chosen, slug)),
        onGoTo: (to) => this.#goTo(to),
        onToday: () => this.#goTo({ month: this.#period.today.slice(0, 7) }),
        onPick: () => (this.isPicking = true),
        onClock: (clock) => (this.clock = clock),
        onFold: (fold) => void this.#onFold(fold),
      })}
      <div class="tools" ?hidden=${!this.folds.filters && !this.folds.subscription}>
        ${shown && this.folds.filters ? this.#renderFilters(shown) : nothing}
        ${this.folds.subscription ? this.#renderSubscription() : nothing}
      </div>
      <div class="content">${content}</div>
      ${this.#renderDialog(context)}
      <span id="after" tabindex="-1"></span>
    </div>`;
  }

  #renderDialog(context: RenderContext) {
    const { dialog, close } = this.#open;
    const part = this.#dialog.part;
    if (!dialog || !part) return nothing;
    const related = this.#related.of(dialog.session);
    const form = dialog.isForm ? this.#open.formOf(dialog.session, this.endpoint) : undefined;
    return part.sessionDialog(dialog, context, part.messages.detail, related, form, close);
  }

  /** Drawn again only when something that it shows has changed: not for each key or message. */
  #renderSessions(shown: ShownMonths) {
    const { unfolded } = this.#open;
    const open = shown.items.find(({ id }) => id === unfolded);
    return guard(
      [
        shown,
        this.#locale.messages,
        this.#locale.tag,
        this.#period.view,
        this.#period.today,
        this.#visitorZone,
        this.clock,
        this.#filters.chosen,
        this.#days.opened,
        this.#period.isNarrow,
        this.past,
        this.headingLevel,
        this.community,
        unfolded,
        open && this.#related.of(open),
        this.#detail.part,
        this.#monthView.part,
        this.#nearest.part,
      ],
      () => this.#renderMonths(shown),
    );
  }

  #renderMonths(shown: ShownMonths) {
    const context = this.#renderContext(shown);
    const detail = this.#detail.part;
    return sessionsView(shown, {
      ...context,
      view: this.#period.view,
      filters: this.#filters.chosen,
      showsPast: this.past,
      unfolded: this.#open.unfolded,
      days: this.#days,
      isNarrow: this.#period.isNarrow,
      drawMonth: this.#monthView.part?.monthTable,
      nearest: this.#nearest.part,
      drawDetail:
        detail &&
        ((session) =>
          detail.sessionDetail(session, context, detail.messages.detail, this.#related.of(session))),
      onClear: () => this.#onFilters(undefined),
      onMonth: (month) => this.#goTo({ month }),
    });
  }

  #renderFilters({ items, communities, counts }: ShownMonths) {
    const { messages, language } = this.#locale;
    const part = this.#filterForm.part;
    return part?.filterForm({
      messages,
      filterMessages: part.messages.filters,
      language,
      sessions: items,
      communities: communitiesWithin(this.community, communities),
      counts: this.#filters.isLarge ? counts : undefined,
      filters: this.#filters.chosen,
      onChange: this.#onFilters,
    });
  }

  #renderSubscription() {
    const part = this.#subscription.part;
    return part?.subscription({
      messages: part.messages.subscription,
      language: this.#locale.language,
      scope: this,
      feed: this.#settings.hostedAt('v1/sessions.ics'),
      onCopied: (message) => this.#announcer.announce(message, true),
    });
  }

  #renderContext(shown?: ShownMonths): RenderContext {
    const { messages, language, tag } = this.#locale;
    return {
      messages,
      language,
      tag,
      today: this.#period.today,
      visitorZone: this.#visitorZone,
      clock: this.clock,
      headingLevel: headingLevelOf(this.headingLevel),
      communities: shown?.communities,
      hasCommunities: readableIn(this.community, attributeRules.community).length !== 1,
      onOpen: this.#open.open,
      onRegister: this.#open.register,
    };
  }

  #goTo(to: { month?: string; view?: CalendarView }): void {
    this.#period.choose(to);
    this.#days.clear();
    this.#announcement = 'now';
    void this.updateComplete.then(() => {
      emit(this, 'f3e-calendar-changed', { month: this.#period.month, view: this.#period.view });
    });
  }

  #restore(params: URLSearchParams): void {
    const { month, view, session, filters } = this.#address.read(params);
    this.#period.choose({ month, view });
    this.#open.unfolded = session;
    this.#filters.restore(filters);
  }

  #onFold = async (fold: Fold): Promise<void> => {
    this.folds = { ...this.folds, [fold]: !this.folds[fold] };
    const part: LazyPartController<object> = fold === 'filters' ? this.#filterForm : this.#subscription;
    if (this.folds[fold] && !(await part.request()))
      this.#announcer.announce(this.#locale.messages.errors.offline, true);
  };

  #onFilters = (filters: CalendarFilters | undefined): void => {
    this.#filters.choose(filters);
    // Announce once after typing pauses, not for each key (A13).
    this.#announcement = 'at rest';
  };
}
