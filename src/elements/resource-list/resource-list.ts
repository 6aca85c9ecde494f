import { html, LitElement, noChange, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { facetNames, type FacetName, type ResourceListView, type ResourceView } from '../../api/resources.js';
import { FocusController } from '../../controllers/focus-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { StatusController } from '../../controllers/status-controller.js';
import { resourceListWords } from '../../i18n/catalogues/resource-list.js';
import { directionOf } from '../../i18n/format.js';
import { emit } from '../../dom/emit.js';
import { facetPanel } from '../../ui/facet-panel.js';
import { facetStyles } from '../../ui/facet.styles.js';
import { headingLevelOf } from '../../dom/heading-level.js';
import { hostStyles } from '../../ui/host.styles.js';
import { panelStyles } from '../../ui/panel.styles.js';
import { statusViews } from '../../ui/async-state.js';
import { Extras } from './lazy-parts.js';
import { facetsView, type FacetScene } from './facets-view.js';
import { itemView, type Scene } from './item-view.js';
import { Reader } from './search-state.js';
import { resultsView } from './results-view.js';
import { searchForm } from './search-form.js';
import { styles } from './resource-list.styles.js';
import { addressOf, countOf, questionOf, sizeOf, toggled, valuesIn, type Search } from './search.js';

export type * from './resource-list.events.js';

/** Attributes that say what is listed. */
const scopeNames = [...facetNames, 'q', 'pageSize', 'paging', 'endpoint'] as const;

/**
 * Resources, found by words and by facets: guides, proceedings, studies, sheets, videos and podcasts.
 *
 * @element f3e-resource-list
 *
 * @fires {F3eLoadEvent} f3e-load - The resources are shown.
 * @fires {F3eErrorEvent} f3e-error - The resources could not be fetched; `detail.error.kind` says why.
 * @fires {F3eResourcesFoundEvent} f3e-resources-found - What a reader looked for is shown.
 * @fires {F3eResourceOpenEvent} f3e-resource-open - A reader follows a resource; can be prevented.
 * @fires {F3eSessionOpenEvent} f3e-session-open - A reader follows the session a resource came out of; can be prevented.
 * @fires {F3eCommunityOpenEvent} f3e-community-open - A reader follows the community of a resource; can be prevented.
 *
 * @slot - What is shown until the list is ready, and when it cannot be: a link, always.
 * @slot empty - What is said when nothing was found.
 * @slot item - A `template` for one resource: `data-f3e="title"` and the like are filled in, `data-f3e-href="url"` linked.
 *
 * @csspart base - The whole list.
 * @csspart search - The search form.
 * @csspart facet - One facet.
 * @csspart chip - A filter that is set.
 * @csspart list - The list of resources.
 * @csspart item - One resource.
 * @csspart title - The heading of a resource.
 * @csspart pages - The links to the pages.
 * @csspart empty - What is said when nothing was found.
 * @csspart error - What is said when the resources cannot be fetched.
 *
 * @cssprop [--f3e-accent=currentcolor] - Colour of links, borders and marks.
 * @cssprop [--f3e-fill=transparent] - Background of buttons.
 * @cssprop [--f3e-on-fill=--f3e-accent] - Text of buttons.
 * @cssprop [--f3e-surface=transparent] - Background of cards.
 * @cssprop [--f3e-mark=transparent] - Background of what matched, which is underlined in any case.
 * @cssprop [--f3e-line] - Colour of thin lines; a tint of the text colour by default.
 * @cssprop [--f3e-radius=0.5em] - Roundness of corners.
 * @cssprop [--f3e-font=inherit] - Typeface.
 *
 * @cssstate loading - The resources are on their way.
 * @cssstate ready - The resources are shown.
 * @cssstate stale - An older answer is shown, with its date.
 * @cssstate error - The resources could not be fetched.
 */
export class F3eResourceList extends LitElement {
  static override styles = [hostStyles, panelStyles, facetStyles, styles];

  /** Short name of the community whose resources are shown; several separated by commas; all when absent. */
  @property() community = '';

  /** Short names of themes, separated by commas; all when absent. */
  @property() theme = '';

  /** Kinds of resource shown, separated by commas, such as `guide,video`; all when absent. */
  @property() kind = '';

  /** Languages of the resources shown, such as `fr,es`; all when absent. */
  @property() language = '';

  /** Years of the resources shown, such as `2025,2026`; all when absent. */
  @property() year = '';

  /** `public` or `members`; both when absent. */
  @property() access = '';

  /** Words that the resources shown must hold. */
  @property() q = '';

  /** Resources on a page, 1 to 100. 20 by default. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;

  /** `numbers`: numbered pages; `more`: a button that adds the next ones. */
  @property() paging: 'numbers' | 'more' = 'numbers';

  /** `list` or `cards`. */
  @property() layout: 'list' | 'cards' = 'list';

  /** Facets offered, separated by commas: `community`, `theme`, `kind`, `language`, `year`, `access`; all by default. */
  @property() facets: string = facetNames.join(',');

  /** Leaves out the search by words. */
  @property({ type: Boolean, attribute: 'no-search' }) noSearch = false;

  /** Leaves out the facets. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;

  /** Leaves out the links to the feed and to the file of the list. */
  @property({ type: Boolean, attribute: 'no-feeds' }) noFeeds = false;

  /** Name of the query parameter that keeps words, filters, order and page in the address; none when absent. */
  @property({ attribute: 'state-param' }) stateParam = '';

  /** Level of the headings of resources, 2 to 6. 3 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Address of the API, or of a `.json` file of the folder that stands for it. */
  @property() endpoint?: string;

  @state() private isOpen = false;
  @state() private unfolded: ReadonlySet<FacetName> = new Set();

  #locale = new LocaleController(this, resourceListWords);
  #settings = new SettingsController(this);
  #extras = new Extras(
    this,
    () => this.#locale.language,
    (search) => {
      this.#reader.come(search, this.#data.value !== undefined);
      // What was typed and not asked is not what is looked for any longer.
      const field = this.shadowRoot?.querySelector<HTMLInputElement>('#words');
      if (field) field.value = search.words;
    },
  );
  #reader = new Reader(this, (search, isStep) => this.#extras.keeper?.write(search, isStep));
  #data = new RemoteDataController<ResourceListView>(this, {
    api: () => this.#settings.api,
    // Not before the address of the page was read: the first question would be thrown away.
    question: () => (this.#extras.isRead ? questionOf(this, this.#reader.search) : undefined),
  });
  #focus = new FocusController(this, '#found, [part=error] button', () => this.#data.state !== 'loading');
  #status = new StatusController(this);
  #drawn: readonly unknown[] = [];
  /** Names met so far: an answer names only what it counts. */
  #names: Pick<ResourceListView, 'themes' | 'communities'> = { themes: new Map(), communities: new Map() };
  #hasFrame = false;

  /** Asks for the resources again. */
  reload(): void {
    this.#data.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#extras.keep();
    // The page asks for something else: what a reader chose stays within it, from the first page.
    if (scopeNames.some((name) => changed.has(name))) this.#reader.stayWithin(this.#data.value === undefined);
    // What was told before goes with what is drawn now, rather than by drawing twice.
    if (this.#reader.isToldNext) this.#status.message = '';
  }

  protected override render() {
    const { language, dir, strings, isSettled } = this.#locale;
    const views = statusViews({
      host: this,
      words: strings,
      language,
      retry: () => this.reload(),
      page: this.#hosted(this.#reader.search),
    });
    return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${this.#data.isBusy}>
      <p class="unseen" role="status">${this.#status.message}</p>
      ${
        isSettled && this.#extras.isRead
          ? this.#data.render({
              ...views,
              ready: (found) => (this.#isAsDrawn(found) ? noChange : this.#frame(this.#list(found), found)),
              error: (error, wasRetried) => this.#frame(views.error(error, wasRetried)),
              // What a reader types in stays, whatever happens below it.
              loading: (patience) =>
                this.#hasFrame ? this.#frame(views.loading(patience)) : views.loading(patience),
            })
          : views.loading('none')
      }
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Only now is it known whether what changed is a question whose answer is still to come.
    if (this.#reader.isToldNext && this.#data.state === 'ready') this.#tell(this.#data.value!);
  }

  /** While other words are on their way, what is there is not drawn again. */
  #isAsDrawn(found: ResourceListView): boolean {
    const now = [
      found,
      this.#reader.search,
      this.isOpen,
      this.unfolded,
      this.#locale.strings,
      this.#data.isBusy,
      this.#extras.searching,
    ];
    const last = this.#drawn;
    this.#drawn = now;
    return this.#data.isBusy && now.every((one, i) => one === last[i]);
  }

  get #offered(): readonly FacetName[] {
    if (this.noFilters) return [];
    const wanted = valuesIn(this.facets);
    // One value that the page fixes leaves nothing to choose.
    return facetNames.filter((name) => wanted.includes(name) && valuesIn(this[name]).length !== 1);
  }

  /** The page of the list that shows a search: this one when it keeps it in its address, else the hosted one. */
  #address(search: Search): string {
    return this.#extras.keeper?.addressOf(search) || this.#hosted(search);
  }

  #hosted(search: Search): string {
    return addressOf(this.#settings.hostedAt('ressources'), this, search, [
      ['page', search.page > 1 ? String(search.page) : ''],
    ]);
  }

  #frame(content: unknown, found?: ResourceListView) {
    this.#hasFrame = true;
    if (found) {
      for (const kind of ['themes', 'communities'] as const) {
        for (const [slug, name] of found[kind]) this.#names[kind].set(slug, name);
      }
    }
    const words = this.#locale.strings;
    const scene = this.#facetScene();
    const count = countOf(this.#reader.search);
    const hasFacets = scene.offered.length > 0;
    if (count || this.#reader.search.words || this.q) void this.#extras.search();
    return html`<div class="frame ${hasFacets ? 'split' : ''}" role="search" aria-label=${words.resources}>
      ${this.noSearch ? nothing : searchForm(words, this.#reader.search.words, this.#onInput, this.#onSearch)}
      ${
        hasFacets
          ? facetPanel(
              words.filter(count),
              this.isOpen,
              () => (this.isOpen = !this.isOpen),
              found ? facetsView(found, scene) : nothing,
            )
          : nothing
      }
      <div class="results">${this.#extras.searching?.chips(scene, this.#reader, this.#focus)}${content}</div>
    </div>`;
  }

  #facetScene(): FacetScene {
    return {
      words: this.#locale.strings,
      language: this.#locale.language,
      scope: this,
      search: this.#reader.search,
      names: this.#names,
      offered: this.#offered,
      unfolded: this.unfolded,
      onToggle: (name, value) => this.#reader.look({ chosen: toggled(this.#reader.search, name, value) }),
      onUnfold: (name) => {
        const shown = this.renderRoot.querySelectorAll(`input[name=${name}]`).length;
        this.unfolded = new Set([...this.unfolded, name]);
        // The button is gone: to the first of those that came.
        void this.updateComplete.then(() =>
          this.renderRoot.querySelectorAll<HTMLElement>(`input[name=${name}]`)[shown]?.focus(),
        );
      },
    };
  }

  #list(found: ResourceListView) {
    const { strings: words, language, dir } = this.#locale;
    if (!this.#data.isBusy) this.#reader.answered = this.#reader.search;
    const items = this.#shown(found);
    if (!items.length) void this.#extras.search();
    const scene: Scene = {
      words,
      language,
      own: dir === directionOf(language) ? language : '',
      headingLevel: headingLevelOf(this.headingLevel),
      communities: found.communities,
      marked: this.#extras.searching?.marked,
      follow: (click, event, detail) => {
        if (!emit(this, event, detail as never, { cancelable: true })) click.preventDefault();
      },
    };
    const feedAt = (path: string) =>
      this.noFeeds ? '' : addressOf(this.#settings.hostedAt(path), this, this.#reader.search);
    return resultsView({
      words,
      found,
      items,
      search: this.#reader.answered,
      searching: this.#extras.searching,
      q: this.q,
      size: sizeOf(this),
      pages: this.#pages(found),
      isAdding: this.paging === 'more',
      isCards: this.layout === 'cards',
      draw: (resource) => this.#extras.keeper?.draw(resource, scene) ?? itemView(resource, scene),
      address: (search) => this.#address(search),
      hosted: this.#settings.hostedAt('ressources'),
      feed: feedAt('v1/resources.rss'),
      file: feedAt('v1/resources.csv'),
      onSort: (sort) => this.#reader.look({ sort }),
      reader: this.#reader,
      focus: this.#focus,
      field: this.noSearch ? '#found' : '#words',
      onPage: this.#onPage,
      onMore: this.#onMore,
    });
  }

  #pages({ total }: ResourceListView): number {
    return this.paging === 'more' ? 1 : Math.min(10_000, Math.ceil(total / sizeOf(this)));
  }

  #shown({ items }: ResourceListView): readonly ResourceView[] {
    const { before } = this.#reader;
    return [...before, ...items.filter(({ id }) => !before.some((one) => one.id === id))];
  }

  /** Says once what an act of the reader led to: at once when it is nothing, else when the reader rests. */
  #tell(found: ResourceListView): void {
    const { words, chosen, page } = this.#reader.search;
    const { strings } = this.#locale;
    const { searching } = this.#extras;
    const hasItems = this.#shown(found).length > 0;
    // The words for it are on their way.
    if (!hasItems && !searching && !this.#extras.hasNoSearching) return;
    this.#reader.isToldNext = false;
    if (!hasItems && searching) this.#status.tell(searching.sentence(found, this.#reader.answered), true);
    else if (!this.#reader.isHeard) this.#status.tell(strings.found(found.total, page, this.#pages(found)));
    emit(this, 'f3e-resources-found', {
      words,
      filters: Object.fromEntries([...chosen].map(([name, values]) => [name, [...values]])),
      page,
      total: found.total,
    });
  }

  #onInput = (input: Event): void => {
    this.#reader.type((input.target as HTMLInputElement).value);
  };

  #onSearch = (): void => {
    const words = this.renderRoot.querySelector<HTMLInputElement>('#words')!.value;
    if (words !== this.#reader.search.words || this.#reader.search.page > 1) this.#reader.look({ words });
  };

  #onPage = (page: number, click: Event): void => {
    const { ctrlKey, metaKey, shiftKey, altKey } = click as MouseEvent;
    // Another tab, another window: the link does that.
    if (ctrlKey || metaKey || shiftKey || altKey) return;
    click.preventDefault();
    this.#focus.next = '#found';
    this.#reader.look({ page }, { isHeard: true });
  };

  #onMore = (): void => {
    // A second click before the next ones are there would lose them.
    if (this.#data.isBusy) return;
    const shown = this.#shown(this.#data.value!);
    this.#focus.next = `[part~='list'] > :nth-child(${shown.length + 1}) a`;
    this.#reader.look({ page: this.#reader.search.page + 1 });
    this.#reader.before = shown;
  };
}
