import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { communitiesQuestion, type CommunityListView, type CommunityView } from '../../api/communities.js';
import { cardView, factsFor } from '../../ui/community/card-view.js';
import { styles as cardStyles } from '../../ui/community/card.styles.js';
import type { Facts } from '../../ui/community/lazy/community-facts.js';
import { clocks, joinAction, tellOpen, wayTo, type CardParts } from '../../ui/community/card-parts.js';
import { FocusController } from '../../controllers/focus-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { StatusController } from '../../controllers/status-controller.js';
import { communityDirectoryWords } from '../../i18n/catalogues/community-directory.js';
import { dayAndTimes, inDays, isoDay } from '../../i18n/dates.js';
import { adopt } from '../../dom/adopt.js';
import { emit } from '../../dom/emit.js';
import { facetPanel } from '../../ui/facet-panel.js';
import { headingLevelOf } from '../../dom/heading-level.js';
import { hostStyles } from '../../ui/host.styles.js';
import { panelStyles } from '../../ui/panel.styles.js';
import { statusViews } from '../../ui/async-state.js';
import type { Filters } from './filters.js';
import { styles } from './community-directory.styles.js';
import { compactView } from './compact-view.js';
import type { Narrowing } from './lazy/filter-panel.js';
import { inOrder, wanted, type Order } from './order.js';
import { orderView } from './order-view.js';
import type { Comparison } from './lazy/comparison.js';

export type * from './community-directory.events.js';

/** `cards` beside one another, wide `rows`, or a `compact` list. */
export type CommunityDirectoryLayout = 'cards' | 'rows' | 'compact';

/**
 * All the communities of practice, or a choice of them, with filters, and a comparison that helps to choose.
 *
 * @element f3e-community-directory
 *
 * @fires {F3eLoadEvent} f3e-load - The communities are shown.
 * @fires {F3eErrorEvent} f3e-error - The communities could not be fetched; `detail.error.kind` says why.
 * @fires {F3eCommunitiesFoundEvent} f3e-communities-found - A reader narrowed the directory.
 * @fires {F3eCommunityOpenEvent} f3e-community-open - A reader follows the name of a community; can be prevented.
 * @fires {F3eJoinOpenEvent} f3e-join-open - A reader follows the way in of one; can be prevented.
 * @fires {F3eSessionOpenEvent} f3e-session-open - A reader follows the next session of one; can be prevented.
 * @fires {F3eSessionsOpenEvent} f3e-sessions-open - A reader follows the sessions of one; can be prevented.
 * @fires {F3eResourcesOpenEvent} f3e-resources-open - A reader follows the resources of one; can be prevented.
 * @fires {F3eProposalOpenEvent} f3e-proposal-open - A reader wants to propose a community; can be prevented.
 *
 * @slot - What is shown until the directory is ready, and when it cannot be: a link or a list of links, always.
 * @slot empty - What is said when no community fits.
 *
 * @csspart base - The whole directory.
 * @csspart facet - One filter.
 * @csspart list - The list of communities.
 * @csspart title - The heading that holds the name of a community.
 * @csspart functions - The list of what a community is for.
 * @csspart next-session - The next session of a community.
 * @csspart join - The way in of a community.
 * @csspart comparison - The table that helps to choose.
 * @csspart propose - The way to propose a community.
 * @csspart error - What is said when the communities cannot be fetched.
 *
 * @cssprop [--f3e-accent=currentcolor] - Colour of links, borders of buttons and gauges.
 * @cssprop [--f3e-fill=transparent] - Background of buttons.
 * @cssprop [--f3e-on-fill=--f3e-accent] - Text of buttons.
 * @cssprop [--f3e-surface=transparent] - Background of cards.
 * @cssprop [--f3e-line] - Colour of thin lines; a tint of the text colour by default.
 * @cssprop [--f3e-radius=0.5em] - Roundness of corners.
 * @cssprop [--f3e-font=inherit] - Typeface.
 *
 * @cssstate loading - The communities are on their way.
 * @cssstate ready - The communities are shown.
 * @cssstate stale - An older answer is shown, with its date.
 * @cssstate empty - There is no community.
 * @cssstate error - The communities could not be fetched.
 */
export class F3eCommunityDirectory extends LitElement {
  static override styles = [hostStyles, panelStyles, cardStyles, styles];

  /** Short names of the communities shown, in this order, separated by commas; all when absent. */
  @property() communities = '';

  /** `cards`, `rows` or `compact`. */
  @property() layout: CommunityDirectoryLayout = 'cards';

  /** `next` by the next session, `name` by name; in F3E's order, or the page's, when absent. A reader's choice comes first. */
  @property() sort: Order = '';

  /** Leaves out filters and order. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;

  /** Leaves out the comparison. */
  @property({ type: Boolean, attribute: 'no-compare' }) noCompare = false;

  /** Leaves out the next sessions. */
  @property({ type: Boolean, attribute: 'no-next-session' }) noNextSession = false;

  /** Leaves out the ways in. */
  @property({ type: Boolean, attribute: 'no-join' }) noJoin = false;

  /** Leaves out the way to propose a community. */
  @property({ type: Boolean, attribute: 'no-propose' }) noPropose = false;

  /** Address to which the proposal leads, instead of the hosted form: a full address, or `#id` of the form in this page. */
  @property({ attribute: 'propose-url' }) proposeUrl = '';

  /** Level of the headings, 2 to 6; outside it, the nearest of these. 3 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Address of the API, when it is not the one that serves the script. */
  @property() endpoint?: string;

  @state() private filters: Filters = new Map();
  @state() private chosenOrder: Order | undefined;
  @state() private isOpen = false;
  @state() private isComparing = false;
  @state() private facts?: Facts;
  @state() private comparison?: Comparison;
  @state() private narrowing?: Narrowing;

  #locale = new LocaleController(this, communityDirectoryWords);
  #settings = new SettingsController(this);
  #data = new RemoteDataController<CommunityListView>(this, {
    api: () => this.#settings.api,
    question: () => communitiesQuestion,
    isEmpty: ({ items }) => items.length === 0,
  });
  #focus = new FocusController(this, '#found, [part=error] button, [part=list] a', () => true);
  #status = new StatusController(this);
  #tried = '';
  #triedNarrowing = '';

  /** Asks for the communities again. */
  reload(): void {
    this.#data.reload();
  }

  protected override render() {
    const { language, dir, strings, isSettled } = this.#locale;
    const views = statusViews({
      host: this,
      words: strings,
      language,
      retry: () => this.reload(),
      page: this.#settings.hostedAt('communautes'),
    });
    return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${this.#data.isBusy}>
      <p class="unseen" role="status">${this.#status.message}</p>
      ${
        isSettled
          ? this.#data.render({
              ...views,
              ready: (list) => this.#directory(list),
              empty: () =>
                html`<slot name="empty"><p class="status">${strings.nothingHere}</p></slot
                  >${this.#propose()}`,
            })
          : views.loading('none')
      }
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { language } = this.#locale;
    if (this.facts && this.facts.language !== language) this.#onMore();
    if (this.narrowing) void this.#fetchNarrowing();
    const isOld = this.comparison && this.comparison.language !== language;
    // Once for a language: it may not be to be had.
    if (isOld && this.#tried !== language) void this.#fetchComparison();
  }

  #directory({ items }: CommunityListView) {
    const words = this.#locale.strings;
    const all = wanted(items, this.communities);
    const order = this.chosenOrder ?? this.sort;
    const shown = inOrder(this.noFilters ? all : this.#narrowed(all), order, this.#locale.language);
    const hasFilters = !this.noFilters && all.length > 1;
    return html`<div class="frame" role="search" aria-label=${words.communities}>
      ${
        hasFilters || (!this.noCompare && all.length > 1)
          ? html`<div class="bar">
              <p class="found" id="found" tabindex="-1">${words.found(shown.length)}</p>
              <p class="actions">
                ${
                  hasFilters
                    ? orderView(words, order, (one) => {
                        this.chosenOrder = one;
                        this.#status.tell(words.sorted(words.sorts[one]));
                      })
                    : nothing
                }
                ${
                  this.noCompare
                    ? nothing
                    : html`<button class="button" type="button" @click=${this.#onCompare}>
                        ${this.isComparing ? words.cards : words.compare}
                      </button>`
                }
              </p>
            </div>`
          : nothing
      }
      ${
        hasFilters
          ? facetPanel(
              words.filter(this.#count),
              this.isOpen,
              this.#onFold,
              this.narrowing?.facets(all, this.filters, words, (change) =>
                this.#narrow(change(this.filters)),
              ),
            )
          : nothing
      }
      <div class="results">${shown.length ? this.#list(shown) : this.#none()}</div>
      ${this.#propose()}
    </div>`;
  }

  get #count(): number {
    let count = 0;
    for (const { length } of this.filters.values()) count += length;
    return count;
  }

  #list(shown: readonly CommunityView[]) {
    const { language } = this.#locale;
    const cards = shown.map((community) => this.#parts(community));
    if (this.isComparing && !this.noCompare && this.comparison) {
      return this.comparison.draw(cards, { hasNextSession: !this.noNextSession, hasJoin: !this.noJoin });
    }
    const layout = this.layout === 'rows' || this.layout === 'compact' ? this.layout : 'cards';
    return html`<ul class=${layout === 'compact' ? 'compacts' : layout} part="list">
      ${cards.map(
        (parts) =>
          html`<li>
            ${
              layout === 'compact'
                ? compactView(parts, !this.noNextSession)
                : cardView(parts, {
                    layout: layout === 'rows' ? 'row' : 'card',
                    hasNextSession: !this.noNextSession,
                    hasJoin: !this.noJoin,
                    facts: this.facts?.language === language ? this.facts : undefined,
                    onMore: this.#onMore,
                  })
            }
          </li>`,
      )}
    </ul>`;
  }

  #parts(community: CommunityView): CardParts {
    return {
      community,
      words: this.#locale.strings,
      language: this.#locale.language,
      timeZone: this.#settings.timeZone,
      now: Date.now(),
      headingLevel: headingLevelOf(this.headingLevel),
      joinUrl: '',
      onOpen: (what, id, click) => {
        if (!tellOpen(this, what, id)) click.preventDefault();
      },
    };
  }

  #propose() {
    const words = this.#locale.strings;
    const url = wayTo(this.proposeUrl, this.#settings.hostedAt('proposer'));
    if (this.noPropose || !url) return nothing;
    return html`<p class="propose">
      ${words.missing}
      <a
        part="propose"
        href=${url}
        @click=${(click: Event) => {
          if (!emit(this, 'f3e-proposal-open', null, { cancelable: true })) click.preventDefault();
        }}
        >${words.propose}</a
      >
    </p>`;
  }

  #narrowed(all: readonly CommunityView[]) {
    return this.narrowing && this.filters.size ? this.narrowing.narrowed(all, this.filters) : all;
  }

  #none() {
    if (!this.narrowing) void this.#fetchNarrowing();
    return this.narrowing?.none(this.#count > 0, this.#onClear) ?? html`<slot name="empty"></slot>`;
  }

  #narrow(filters: Filters): void {
    this.filters = filters;
    const communities = this.#narrowed(wanted(this.#data.value?.items ?? [], this.communities));
    if (communities.length) this.#status.tell(this.#locale.strings.found(communities.length));
    else if (this.narrowing) this.#status.tell(this.narrowing.nothingFits, true);
    emit(this, 'f3e-communities-found', {
      filters: Object.fromEntries([...filters].map(([name, values]) => [name, [...values]])),
      communities: communities.map(({ slug }) => slug),
    });
  }

  #onFold = (): void => {
    this.isOpen = !this.isOpen;
    void this.#fetchNarrowing(true);
  };

  /** Without it, all the communities are there; it is said when a reader asked for it. */
  async #fetchNarrowing(isAsked = false): Promise<void> {
    const { language, strings } = this.#locale;
    if (this.narrowing?.language === language || (this.#triedNarrowing === language && !isAsked)) return;
    this.#triedNarrowing = language;
    try {
      const { narrowingIn, styles } = await import('./lazy/filter-panel.js');
      adopt(this, styles);
      this.narrowing = await narrowingIn(language);
    } catch {
      if (isAsked) this.#status.tell(strings.offline, true);
    }
  }

  #onClear = (): void => {
    this.#focus.next = '#found';
    this.#narrow(new Map());
  };

  #onMore = (): void => {
    const { language } = this.#locale;
    if (this.facts?.language === language) return;
    void factsFor(language).then((facts) => {
      if (facts) this.facts = facts;
    });
  };

  #onCompare = async (click: MouseEvent): Promise<void> => {
    // A double click is one.
    if (click.detail > 1) return;
    const isShown = this.isComparing;
    if (!isShown) await this.#fetchComparison();
    this.isComparing = !isShown && Boolean(this.comparison);
    const { strings } = this.#locale;
    if (this.isComparing) this.#status.tell(strings.compare);
  };

  /** Without it, the communities stay as they are, and it is said. */
  async #fetchComparison(): Promise<void> {
    const { language, strings } = this.#locale;
    if (this.comparison?.language === language) return;
    this.#tried = language;
    try {
      const { comparisonIn, comparisonStyles } = await import('./lazy/comparison.js');
      adopt(this, comparisonStyles);
      this.comparison = await comparisonIn(language, {
        clocks,
        joinAction,
        dayAndTimes,
        inDays,
        isoDay,
      });
    } catch {
      this.#status.tell(strings.offline, true);
    }
  }
}
