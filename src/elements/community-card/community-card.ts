import { html, LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { communityQuestion, type CommunityView } from '../../api/communities.js';
import { cardView, factsFor, type CardLayout } from '../../ui/community/card-view.js';
import { styles } from '../../ui/community/card.styles.js';
import type { Facts } from '../../ui/community/lazy/community-facts.js';
import { tellOpen, type Way } from '../../ui/community/card-parts.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { communityCardWords } from '../../i18n/catalogues/community-card.js';
import { headingLevelOf } from '../../dom/heading-level.js';
import { hostStyles } from '../../ui/host.styles.js';
import { statusViews } from '../../ui/async-state.js';
export type * from './community-card.events.js';

/** How much room the card has: `row` beside one another, `card` in a column, `compact` in a narrow one. */
export type CommunityCardLayout = CardLayout;

const layouts: readonly CardLayout[] = ['card', 'row', 'compact'];

/** Widths in CSS pixels between which the layout changes by itself. */
const COMPACT_BELOW = 260;
const ROW_FROM = 900;

/**
 * One community of practice: what it is for, where it comes from, who may come, its next session, and the way in.
 *
 * @element f3e-community-card
 *
 * @fires {F3eLoadEvent} f3e-load - The community is shown.
 * @fires {F3eErrorEvent} f3e-error - The community could not be fetched; `detail.error.kind` says why.
 * @fires {F3eCommunityOpenEvent} f3e-community-open - A reader follows the name; can be prevented.
 * @fires {F3eJoinOpenEvent} f3e-join-open - A reader follows the way in; can be prevented.
 * @fires {F3eSessionOpenEvent} f3e-session-open - A reader follows the next session; can be prevented.
 * @fires {F3eSessionsOpenEvent} f3e-sessions-open - A reader follows the sessions of the community; can be prevented.
 * @fires {F3eResourcesOpenEvent} f3e-resources-open - A reader follows the resources of the community; can be prevented.
 *
 * @slot - What is shown until the card is ready, and when it cannot be: a link, always.
 *
 * @csspart base - The whole card.
 * @csspart title - The heading that holds the name.
 * @csspart functions - The list of what the community is for.
 * @csspart next-session - The next session.
 * @csspart join - The way in.
 * @csspart error - What is said when the community cannot be fetched.
 *
 * @cssprop [--f3e-accent=currentcolor] - Colour of links, borders of buttons and gauges.
 * @cssprop [--f3e-fill=transparent] - Background of buttons.
 * @cssprop [--f3e-on-fill=--f3e-accent] - Text of buttons.
 * @cssprop [--f3e-surface=transparent] - Background of the card.
 * @cssprop [--f3e-line] - Colour of thin lines; a tint of the text colour by default.
 * @cssprop [--f3e-radius=0.5em] - Roundness of corners.
 * @cssprop [--f3e-font=inherit] - Typeface.
 *
 * @cssstate loading - The community is on its way.
 * @cssstate ready - The community is shown.
 * @cssstate stale - An older answer is shown, with its date.
 * @cssstate error - The community could not be fetched.
 */
export class F3eCommunityCard extends LitElement {
  static override styles = [hostStyles, styles];

  /** Short name of the community, such as `genre`. */
  @property() community = '';

  /** `card`, `row` or `compact`; by the width of the container when absent or anything else. */
  @property() layout: CommunityCardLayout | '' = '';

  /** Leaves out the next session. */
  @property({ type: Boolean, attribute: 'no-next-session' }) noNextSession = false;

  /** Leaves out the way in. */
  @property({ type: Boolean, attribute: 'no-join' }) noJoin = false;

  /** Level of the heading, 2 to 6; outside it, the nearest of these. 3 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Address to which the way in leads, instead of the hosted form: a full address, or `#id` of the form in this page. */
  @property({ attribute: 'join-url' }) joinUrl = '';

  /** Address of the API, when it is not the one that serves the script. */
  @property() endpoint?: string;

  @state() private widthLayout: CommunityCardLayout = 'card';
  @state() private facts?: Facts;

  #locale = new LocaleController(this, communityCardWords);
  #settings = new SettingsController(this);
  #data = new RemoteDataController<CommunityView>(this, {
    api: () => this.#settings.api,
    question: () => (this.community ? communityQuestion(this.community) : undefined),
  });
  #resize = new ResizeObserver((entries) => {
    const width = entries[0]!.contentRect.width;
    // Not at once: a change inside the observer would be reported to the page as an error.
    setTimeout(() => {
      if (width) this.widthLayout = width < COMPACT_BELOW ? 'compact' : width < ROW_FROM ? 'card' : 'row';
    });
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  /** Asks for the community again. */
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
      page: this.#settings.hostedAt(`communautes/${encodeURIComponent(this.community)}`),
    });
    return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${this.#data.isBusy}>
      ${
        isSettled
          ? this.#data.render({
              ...views,
              ready: (community) => this.#renderCard(community),
            })
          : views.loading('none')
      }
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#resize.observe(this.renderRoot.firstElementChild!);
    if (this.facts && this.facts.language !== this.#locale.language) this.#onMore();
  }

  #renderCard(community: CommunityView) {
    const layout = layouts.includes(this.layout as CardLayout)
      ? (this.layout as CardLayout)
      : this.widthLayout;
    return cardView(
      {
        community,
        words: this.#locale.strings,
        language: this.#locale.language,
        timeZone: this.#settings.timeZone,
        now: Date.now(),
        headingLevel: headingLevelOf(this.headingLevel),
        joinUrl: this.joinUrl,
        onOpen: this.#onOpen,
      },
      {
        layout,
        hasNextSession: !this.noNextSession,
        hasJoin: !this.noJoin,
        facts: this.facts,
        onMore: this.#onMore,
      },
    );
  }

  /** The rest comes when somebody wants it; until then, or when it cannot, the hosted page has it. */
  #onMore = (): void => {
    const { language } = this.#locale;
    if (this.facts?.language === language) return;
    void factsFor(language).then((facts) => {
      if (facts) this.facts = facts;
    });
  };

  #onOpen = (what: Way, id: string, click: Event): void => {
    if (!tellOpen(this, what, id)) click.preventDefault();
  };
}
