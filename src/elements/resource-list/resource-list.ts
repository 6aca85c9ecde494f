import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { ResourceListView, ResourceView } from '../../api/resources.js';
import { facetNames, type ResourceFacetName } from '../../search/facets.js';
import { AttributeWarningsController } from '../../controllers/attribute-warnings-controller.js';
import { ContrastController } from '../../controllers/contrast-controller.js';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import { FocusController } from '../../controllers/focus-controller.js';
import { LazyPartController } from '../../controllers/lazy-part-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { UrlStateController } from '../../controllers/url-state-controller.js';
import { emit } from '../../dom/emit.js';
import { headingLevelOf } from '../../dom/heading-level.js';
import { resourceListCatalogue } from '../../i18n/catalogues/resource-list.js';
import { directionOf } from '../../i18n/format.js';
import { asyncStateTemplates } from '../../ui/async-state.js';
import { box, statusRegion } from '../../ui/box.js';
import type { FacetContext } from './lazy/facets.js';
import { frameView } from './frame-view.js';
import { itemView, type ItemContext } from './item-view.js';
import { styles } from './resource-list.styles.js';
import { resultsView, type ResultsContext } from './results-view.js';
import { searchForm } from './search-form.js';
import { SearchState } from './search-state.js';
import { attributeRules, existingIn } from './attributes.js';
import { pageOf, scopeNames, type Search } from './scope.js';
import {
  addressOf,
  countOf,
  foundDetail,
  nothingSentence,
  offeredFacets,
  requestOf,
  pagesOf,
  toggled,
  type FoundPage,
} from './search.js';
import { parseSearch, serializeSearch } from './url-state.js';

export type * from './resource-list.events.js';

/**
 * Resources, found by words and by facets: guides, proceedings, studies, sheets, videos and podcasts.
 *
 * @element f3e-resource-list
 *
 * @attr {boolean} no-marks - Leaves out the marks of communities.
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
 * @cssprop [--f3e-accent] - Colour of links, borders and marks; a quiet colour as dark as the text by default.
 * @cssprop [--f3e-fill=--f3e-accent] - Background of the main action.
 * @cssprop [--f3e-on-fill] - Text of the main action; black or white by default, whichever can be read.
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
  static override styles = styles;

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
  @state() private unfolded: ReadonlySet<ResourceFacetName> = new Set();

  #locale = new LocaleController(this, resourceListCatalogue);
  #settings = new SettingsController(this);
  #announcer = new AnnouncerController(this);
  #facets = new LazyPartController(this, () => import('./lazy/facets.js'));
  #feedback = new LazyPartController(this, () => import('./lazy/search-feedback.js'));
  #itemTemplate = new LazyPartController(this, () => import('./lazy/item-template.js'));
  #state = new SearchState(this, (search, isStep) => this.#urlState.write(serializeSearch(search), isStep));
  // Before the data: the first request is that of the address.
  #urlState = new UrlStateController(this, (params) => this.#restore(params));
  #data = new RemoteDataController<FoundPage>(this, {
    api: () => this.#settings.api,
    request: () => requestOf(this, this.#state.search),
  });
  #focus = new FocusController(this, '#found, [part=error] button', () => !this.#data.isBusy);
  /** Names of themes and communities in all answers so far: an answer has only those that it counts. */
  #names: Pick<ResourceListView, 'themes' | 'communities'> = { themes: new Map(), communities: new Map() };
  #hadAnswer = false;

  constructor() {
    super();
    new ContrastController(this);
    new AttributeWarningsController(this, attributeRules, () =>
      this.#data.state === 'ready' ? existingIn(this.#data.value!) : [],
    );
  }

  /** Asks for the resources again. */
  reload(): void {
    this.#data.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { value, state: dataState } = this.#data;
    if (scopeNames.some((name) => changed.has(name))) this.#state.stayWithin(value === undefined);
    // Clear the old message in this same update, to avoid a second render.
    if (this.#state.announcement !== 'none') this.#announcer.clear();
    if (dataState !== 'idle' && dataState !== 'loading') this.#hadAnswer = true;
    for (const kind of ['themes', 'communities'] as const)
      for (const [slug, name] of value?.[kind] ?? []) this.#names[kind].set(slug, name);
    // Load the facets in parallel with the first request.
    if (offeredFacets(this).length) this.#facets.need();
    const { search } = this.#state;
    const isSearching = countOf(search) || search.words || this.q;
    if (isSearching || value?.items.length === 0) this.#feedback.need();
    if (this.#template) this.#itemTemplate.need();
  }

  protected override render() {
    const { language, dir, messages, isSettled } = this.#locale;
    const { search } = this.#state;
    const templates = asyncStateTemplates({
      messages,
      language,
      retry: () => this.reload(),
      page: this.#hosted(search),
    });
    return box({ language, dir, isBusy: this.#data.isBusy }, [
      statusRegion(this.#announcer.message),
      isSettled
        ? this.#data.render({
            ...templates,
            ready: (found) => this.#renderFrame(this.#renderResults(found), found),
            error: (error, wasRetried) => this.#renderFrame(templates.error(error, wasRetried)),
            // What a reader typed stays, whatever stands below it.
            loading: (patience) =>
              this.#hadAnswer ? this.#renderFrame(templates.loading(patience)) : templates.loading(patience),
          })
        : templates.loading('none'),
    ]);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { value, state: dataState } = this.#data;
    const isAnswered = dataState === 'ready' && value!.search === this.#state.search;
    if (this.#state.announcement !== 'none' && isAnswered) this.#announce(value!);
  }

  /** The page's own template of a resource. */
  get #template(): HTMLTemplateElement | null {
    return this.querySelector<HTMLTemplateElement>('template[slot=item]');
  }

  /** The page of the list that shows a search: this one when it keeps it in its address, else the hosted one. */
  #address(search: Search): string {
    return this.#urlState.addressOf(serializeSearch(search)) || this.#hosted(search);
  }

  #hosted(search: Search): string {
    return addressOf(this.#settings.hostedAt('ressources'), this, search, pageOf(search));
  }

  #renderFrame(content: unknown, found?: FoundPage) {
    const { messages } = this.#locale;
    const { search } = this.#state;
    const context = this.#facetContext();
    const chips = this.#feedback.part?.filterChips(context, {
      onRemove: this.#onRemove,
      onClear: this.#onClear,
    });
    return frameView({
      messages,
      form: this.noSearch
        ? undefined
        : searchForm(messages, search.words, (words) => this.#state.type(words), this.#onSearch),
      hasFacets: context.offered.length > 0,
      facets: found && this.#facets.part?.facetsView(found, context),
      filterCount: countOf(search),
      isOpen: this.isOpen,
      onFold: () => (this.isOpen = !this.isOpen),
      content: [chips, content],
    });
  }

  #facetContext(): FacetContext {
    const { messages, language } = this.#locale;
    return {
      messages,
      language,
      scope: this,
      search: this.#state.search,
      names: this.#names,
      offered: offeredFacets(this),
      unfolded: this.unfolded,
      onToggle: (name, value) => this.#state.update({ chosen: toggled(this.#state.search, name, value) }),
      onUnfold: this.#onUnfold,
    };
  }

  /** Drawn again only when something that it shows has changed: not for each key. */
  #renderResults(found: FoundPage) {
    const items = this.#state.withBefore(found.items);
    return guard(
      [
        found,
        this.#state.before,
        this.#locale.messages,
        this.#locale.dir,
        this.#feedback.part,
        this.#itemTemplate.part,
        this.headingLevel,
        this.layout,
        this.noFeeds,
        this.noSearch,
        this.stateParam,
      ],
      () => resultsView(this.#resultsContext(found, items)),
    );
  }

  #resultsContext(found: FoundPage, items: readonly ResourceView[]): ResultsContext {
    const { messages, language, dir } = this.#locale;
    const itemContext: ItemContext = {
      pictureAt: (path) => this.#settings.pictureAt(path),
      messages,
      language,
      own: dir === directionOf(language) ? language : '',
      headingLevel: headingLevelOf(this.headingLevel),
      communities: found.communities,
      markedText: this.#feedback.part?.markedText,
      follow: (click, event, detail) => {
        if (!emit(this, event, detail as never, { cancelable: true })) click.preventDefault();
      },
    };
    const template = this.#template;
    const feedAt = (path: string) =>
      this.noFeeds ? '' : addressOf(this.#settings.hostedAt(path), this, found.search);
    return {
      messages,
      found,
      items,
      scope: this,
      isCards: this.layout === 'cards',
      drawItem: (resource) =>
        (template && this.#itemTemplate.part?.itemFromTemplate(template, resource, itemContext)) ||
        itemView(resource, itemContext),
      drawNothing: this.#feedback.part?.nothingFound,
      address: (other) => this.#address(other),
      hosted: this.#settings.hostedAt('ressources'),
      feed: feedAt('v1/resources.rss'),
      file: feedAt('v1/resources.csv'),
      onSort: (sort) => this.#state.update({ sort }),
      onPage: this.#onPage,
      onMore: this.#onMore,
      onWords: this.#onWords,
      onClear: this.#onClear,
    };
  }

  /** Announces the result once after a user action: at once when empty, else after a pause in input. */
  #announce(found: FoundPage): void {
    const { messages } = this.#locale;
    if (!this.#state.withBefore(found.items).length)
      this.#announcer.announce(nothingSentence(found, messages), true);
    else if (this.#state.announcement === 'due')
      this.#announcer.announce(messages.found(found.total, found.search.page, pagesOf(this, found.total)));
    this.#state.announcement = 'none';
    emit(this, 'f3e-resources-found', foundDetail(found));
  }

  #restore(params: URLSearchParams): void {
    const search = parseSearch(params);
    this.#state.restore(search, this.#data?.value !== undefined);
    // Drop typed text that was not searched yet.
    const field = this.shadowRoot?.querySelector<HTMLInputElement>('#words');
    if (field) field.value = search.words;
  }

  #onSearch = (): void => {
    const words = this.renderRoot.querySelector<HTMLInputElement>('#words')!.value;
    if (words !== this.#state.search.words || this.#state.search.page > 1) this.#state.update({ words });
  };

  #onWords = (words: string): void => {
    this.#focus.next = this.noSearch ? '#found' : '#words';
    this.#state.update({ words });
  };

  #onClear = (): void => {
    this.#focus.next = '#found';
    this.#state.update({ chosen: new Map() }, { isHeard: true });
  };

  /** Focus goes to the chip that takes the place of the removed one, else to the count (R02). */
  #onRemove = (name: ResourceFacetName, value: string, nth: number): void => {
    const last = countOf(this.#state.search) - 2;
    this.#focus.next = last < 0 ? '#found' : `li:nth-child(${Math.min(nth, last) + 1}) > [data-chip]`;
    this.#state.update({ chosen: toggled(this.#state.search, name, value) }, { isHeard: last < 0 });
  };

  /** The button goes: focus goes to the first of the values that come. */
  #onUnfold = (name: ResourceFacetName, shown: number): void => {
    this.#focus.next = `label:nth-child(${shown + 1}) > [name=${name}]`;
    this.unfolded = new Set([...this.unfolded, name]);
  };

  #onPage = (page: number, click: Event): void => {
    const { ctrlKey, metaKey, shiftKey, altKey } = click as MouseEvent;
    // Another tab or window: the link does that.
    if (ctrlKey || metaKey || shiftKey || altKey) return;
    click.preventDefault();
    this.#focus.next = '#found';
    this.#state.update({ page }, { isHeard: true });
  };

  #onMore = (): void => {
    // Ignore a second click: it would lose the page that is loading.
    if (this.#data.isBusy) return;
    const shown = this.#state.withBefore(this.#data.value!.items);
    this.#focus.next = `[part~='list'] > :nth-child(${shown.length + 1}) a`;
    this.#state.update({ page: this.#state.search.page + 1 });
    this.#state.before = shown;
  };
}
