import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { communitiesRequest, type CommunityListView, type CommunityView } from '../../api/communities.js';
import { AttributeWarningsController } from '../../controllers/attribute-warnings-controller.js';
import { ContrastController } from '../../controllers/contrast-controller.js';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import { FocusController } from '../../controllers/focus-controller.js';
import { now } from '../../api/clock.js';
import { LazyPartController } from '../../controllers/lazy-part-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { emit } from '../../dom/emit.js';
import { oneOf, readOne, several, slug, wholeNumber, theme } from '../../dom/attribute-values.js';
import { headingLevelOf } from '../../dom/heading-level.js';
import { communityCatalogue } from '../../i18n/catalogues/communities.js';
import { asyncStateTemplates } from '../../ui/async-state.js';
import { box, statusRegion } from '../../ui/box.js';
import { emitOpen, targetOf, type CardContext } from '../../ui/community/card-parts.js';
import { cardView } from '../../ui/community/card-view.js';
import { styles as cardStyles } from '../../ui/community/card.styles.js';
import { loadCommunityDetails } from '../../ui/community/load-details.js';
import { facetPanel } from '../../ui/facet-panel.js';
import { hostStyles } from '../../ui/host.styles.js';
import { partsStyles } from '../../ui/parts.styles.js';
import { panelStyles } from '../../ui/panel.styles.js';
import { compactView } from './compact-view.js';
import { styles } from './community-directory.styles.js';
import type { Comparison } from './lazy/comparison.js';
import { countOf, matches, toggled, type DirectoryFilters } from './filters.js';
import { orders, selected, sorted, type Order } from './order.js';
import { orderView } from './order-view.js';

export type * from './community-directory.events.js';

const loadFacets = () => import('./lazy/facets.js');
const loadComparison = () => import('./lazy/comparison.js');

/** `cards` beside one another, wide `rows`, or a `compact` list. */
export type CommunityDirectoryLayout = 'cards' | 'rows' | 'compact';

const attributeRules = {
  communities: several(slug),
  layout: oneOf('cards', 'rows', 'compact'),
  sort: oneOf('next', 'name'),
  'heading-level': wholeNumber(2, 6),
  theme,
};

/**
 * All the communities of practice, or a choice of them, with filters, and a comparison that helps to choose.
 *
 * @element f3e-community-directory
 *
 * @attr {'neutral' | 'f3e' | 'soft' | 'contrast'} theme - Preset of looks; `neutral`, the page’s own, by default.
 * @attr {boolean} no-marks - Leaves out the marks of communities.
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
 * @cssprop [--f3e-accent] - Colour of links, borders of buttons and gauges; a quiet colour as dark as the text by default.
 * @cssprop [--f3e-fill=--f3e-accent] - Background of the main action.
 * @cssprop [--f3e-on-fill] - Text of the main action; black or white by default, whichever can be read.
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
  static override styles = [hostStyles, panelStyles, partsStyles, cardStyles, styles];

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

  @state() private filters: DirectoryFilters = new Map();
  @state() private chosenOrder: Order | undefined;
  @state() private isOpen = false;
  @state() private isComparing = false;

  #locale = new LocaleController(this, communityCatalogue);
  #settings = new SettingsController(this);
  #details = new LazyPartController(this, loadCommunityDetails, () => this.#locale.language);
  #facets = new LazyPartController(this, loadFacets);
  #comparing = new LazyPartController(this, loadComparison, () => this.#locale.language);
  #comparison: Comparison | undefined;
  #data = new RemoteDataController<CommunityListView>(this, {
    api: () => this.#settings.api,
    request: () => communitiesRequest,
    isEmpty: ({ items }) => items.length === 0,
  });
  #focus = new FocusController(this, '#found, [part=error] button, [part=list] a', () => true);
  #announcer = new AnnouncerController(this);

  constructor() {
    super();
    new ContrastController(this);
    new AttributeWarningsController(this, attributeRules, () =>
      this.#data.state === 'ready'
        ? [{ attribute: 'communities', existing: this.#data.value!.items.map((one) => one.slug) }]
        : [],
    );
  }

  /** Asks for the communities again. */
  reload(): void {
    this.#data.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.isOpen) this.#facets.need();
  }

  protected override render() {
    const { language, dir, messages, isSettled } = this.#locale;
    const templates = asyncStateTemplates({
      messages,
      language,
      retry: () => this.reload(),
      page: this.#settings.hostedAt('communautes'),
    });
    return box({ language, dir, isBusy: this.#data.isBusy }, [
      statusRegion(this.#announcer.message),
      isSettled
        ? this.#data.render({
            ...templates,
            ready: ({ items }) => this.#renderDirectory(selected(items, this.communities)),
            empty: () =>
              html`<slot name="empty"><p class="status">${messages.directory.nothingHere}</p></slot
                >${this.#renderPropose()}`,
          })
        : templates.loading('none'),
    ]);
  }

  #renderDirectory(all: readonly CommunityView[]) {
    const { messages, language } = this.#locale;
    const { directory } = messages;
    const hasSeveral = all.length > 1;
    const hasFilters = !this.noFilters && hasSeveral;
    const hasComparison = !this.noCompare && hasSeveral;
    const shown = sorted(this.#narrowed(all), this.#order, language);
    return html`<div class="frame">
      ${
        hasFilters || hasComparison
          ? html`<div class="bar">
              <p class="found" id="found" tabindex="-1">${directory.found(shown.length)}</p>
              <p class="actions">
                ${hasFilters ? orderView(directory, this.#order, this.#onOrder) : nothing}
                ${
                  this.noCompare
                    ? nothing
                    : html`<button class="button" type="button" @click=${this.#onCompare}>
                        ${this.isComparing ? directory.cards : directory.compare}
                      </button>`
                }
              </p>
            </div>`
          : nothing
      }
      ${
        hasFilters
          ? facetPanel(
              directory.filter(countOf(this.filters)),
              this.isOpen,
              () => void this.#onFold(),
              this.#facets.part?.directoryFacets({
                communities: all,
                filters: this.filters,
                messages,
                language,
                onToggle: (name, value) => this.#narrow(toggled(this.filters, name, value)),
              }),
              directory.communities,
            )
          : nothing
      }
      <div class="results">${shown.length ? this.#renderList(shown) : this.#renderNothing()}</div>
      ${shown.length && this.#isInCards ? nothing : this.#renderPropose()}
    </div>`;
  }

  #renderList(shown: readonly CommunityView[]) {
    const cards = shown.map((community) => this.#cardContext(community));
    const options = { hasNextSession: !this.noNextSession, hasJoin: !this.noJoin };
    const comparing = this.isComparing && !this.noCompare && this.#comparing.part;
    if (comparing) {
      this.#comparison ??= new comparing.Comparison(this);
      const announce = (message: string) => this.#announcer.announce(message);
      return this.#comparison.render(cards, { ...options, messages: comparing.messages, announce });
    }
    const details = this.#details.part;
    const layout = this.#layout;
    return html`<ul class=${layout === 'compact' ? 'compacts' : layout} part="list">
      ${cards.map(
        (context) =>
          html`<li>
            ${
              layout === 'compact'
                ? compactView(context, !this.noNextSession)
                : cardView(context, {
                    ...options,
                    layout: layout === 'rows' ? 'row' : 'card',
                    drawDetails: details && ((card) => details.communityDetails(card, details.messages)),
                    onUnfold: () => void this.#details.request(),
                  })
            }
          </li>`,
      )}
      ${layout === 'cards' ? this.#renderProposeTile() : nothing}
    </ul>`;
  }

  #renderNothing() {
    const { directory } = this.#locale.messages;
    return html`<div class="status">
      <slot name="empty"><p>${directory.nothingFits}</p></slot>
      ${
        countOf(this.filters)
          ? html`<p class="actions">
              <button class="button" type="button" @click=${this.#onClear}>${directory.clearFilters}</button>
            </p>`
          : nothing
      }
    </div>`;
  }

  /** Where a community is proposed; nothing when the page offers no such way. */
  get #proposeUrl() {
    return this.noPropose ? undefined : targetOf(this.proposeUrl, this.#settings.hostedAt('proposer'));
  }

  #renderPropose() {
    const { directory } = this.#locale.messages;
    const url = this.#proposeUrl;
    if (!url) return nothing;
    return html`<p>
      ${directory.missing} <a part="propose" href=${url} @click=${this.#onPropose}>${directory.propose}</a>
    </p>`;
  }

  /** The last cell of the cards: a way to propose the community that is missing. */
  #renderProposeTile() {
    const { directory } = this.#locale.messages;
    const url = this.#proposeUrl;
    if (!url) return nothing;
    return html`<li class="missing">
      <p class="title">${directory.missing}</p>
      <p class="quiet">${directory.born}</p>
      <p>
        <a class="button" part="propose" href=${url} @click=${this.#onPropose}>${directory.propose}</a>
      </p>
    </li>`;
  }

  get #isInCards(): boolean {
    return !this.isComparing && this.#layout === 'cards';
  }

  get #layout(): string {
    return readOne(this.layout, attributeRules.layout) || 'cards';
  }

  #cardContext(community: CommunityView): CardContext {
    return {
      community,
      messages: this.#locale.messages,
      language: this.#locale.language,
      timeZone: this.#settings.timeZone,
      now: now(),
      headingLevel: headingLevelOf(this.headingLevel),
      joinUrl: '',
      pictureAt: (path) => this.#settings.pictureAt(path),
      onOpen: (target, id, click) => {
        if (!emitOpen(this, target, id)) click.preventDefault();
      },
    };
  }

  get #order(): Order {
    return (
      this.chosenOrder ?? orders.find((order) => order === readOne(this.sort, attributeRules.sort)) ?? ''
    );
  }

  #narrowed(all: readonly CommunityView[]): readonly CommunityView[] {
    return this.noFilters ? all : all.filter((community) => matches(community, this.filters));
  }

  #narrow(filters: DirectoryFilters): void {
    this.filters = filters;
    const { directory } = this.#locale.messages;
    const left = this.#narrowed(selected(this.#data.value?.items ?? [], this.communities));
    this.#announcer.announce(
      left.length ? directory.found(left.length) : directory.nothingFits,
      !left.length,
    );
    emit(this, 'f3e-communities-found', {
      filters: Object.fromEntries([...filters].map(([name, values]) => [name, [...values]])),
      communities: left.map(({ slug }) => slug),
    });
  }

  #onOrder = (order: Order): void => {
    const { directory } = this.#locale.messages;
    this.chosenOrder = order;
    this.#announcer.announce(directory.sorted(directory.sorts[order]));
  };

  #onFold = async (): Promise<void> => {
    this.isOpen = !this.isOpen;
    if (this.isOpen && !(await this.#facets.request())) this.#announceOffline();
  };

  #onClear = (): void => {
    this.#focus.next = '#found';
    this.#narrow(new Map());
  };

  #onCompare = async (click: MouseEvent): Promise<void> => {
    // A double click counts once.
    if (click.detail > 1) return;
    if (this.isComparing) {
      this.isComparing = false;
      return;
    }
    this.isComparing = Boolean(await this.#comparing.request());
    if (this.isComparing) this.#announcer.announce(this.#locale.messages.directory.compared);
    else this.#announceOffline();
  };

  #onPropose = (click: Event): void => {
    if (!emit(this, 'f3e-proposal-open', null, { cancelable: true })) click.preventDefault();
  };

  #announceOffline(): void {
    this.#announcer.announce(this.#locale.messages.errors.offline, true);
  }
}
