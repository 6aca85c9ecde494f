import { css, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { communityRequest, type CommunityView } from '../../api/communities.js';
import { AttributeWarningsController } from '../../controllers/attribute-warnings-controller.js';
import { ContrastController } from '../../controllers/contrast-controller.js';
import { now } from '../../api/clock.js';
import { LazyPartController } from '../../controllers/lazy-part-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { WidthController } from '../../controllers/width-controller.js';
import { oneOf, readOne, several, slug, wholeNumber, theme } from '../../dom/attribute-values.js';
import { headingLevelOf } from '../../dom/heading-level.js';
import { communityCatalogue } from '../../i18n/catalogues/communities.js';
import { asyncStateTemplates } from '../../ui/async-state.js';
import { box } from '../../ui/box.js';
import { emitOpen, type OpenTarget } from '../../ui/community/card-parts.js';
import { cardView, type CardLayout } from '../../ui/community/card-view.js';
import { styles } from '../../ui/community/card.styles.js';
import { loadCommunityDetails } from '../../ui/community/load-details.js';
import { hostStyles } from '../../ui/host.styles.js';
import { partsStyles } from '../../ui/parts.styles.js';

export type * from './community-card.events.js';

/** How much room the card has: `row` beside one another, `card` in a column, `compact` in a narrow one. */
export type CommunityCardLayout = CardLayout;

const layouts: readonly CardLayout[] = ['card', 'row', 'compact'];
const attributeRules = {
  community: several(slug),
  layout: oneOf(...layouts),
  'heading-level': wholeNumber(2, 6),
  theme,
};

/** Where there is room for a row, its outline is one. */
const rowSkeleton = css`
  @container (min-width: 56.25em) {
    :host(:not([layout='card'], [layout='compact'])) .skeleton i {
      height: 11em;
      background-image: var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar), var(--_bar);
      background-position:
        1em 1.4em,
        4.8em 2.4em,
        1em 6.1em,
        1em 8.4em,
        55% 2em,
        calc(100% - 1em) 2em;
      background-size:
        2.9em 2.9em,
        20% 1em,
        28% 0.8em,
        9em 1.2em,
        22% 4.2em,
        32% 6.5em;
    }
  }
`;

/** Beside others in a grid of the page, a card is as high as they are. */
const fillStyles = css`
  .box {
    display: grid;
    min-height: 100%;
  }
`;

/** Widths in em of the text between which the layout changes by itself: 260 and 900 px where text has 16. */
const COMPACT_BELOW = 16.25;
const ROW_FROM = 56.25;

/**
 * One community of practice: what it is for, where it comes from, who may come, its next session, and the way in.
 *
 * @element f3e-community-card
 *
 * @attr {'neutral' | 'f3e' | 'soft' | 'contrast'} theme - Preset of looks; `neutral`, the page’s own, by default.
 * @attr {boolean} no-marks - Leaves out the marks of communities.
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
 * @cssprop [--f3e-accent] - Colour of links, borders of buttons and gauges; a quiet colour as dark as the text by default.
 * @cssprop [--f3e-fill=--f3e-accent] - Background of the main action.
 * @cssprop [--f3e-on-fill] - Text of the main action; black or white by default, whichever can be read.
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
  static override styles = [hostStyles, partsStyles, styles, fillStyles, rowSkeleton];

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

  #locale = new LocaleController(this, communityCatalogue);
  #settings = new SettingsController(this);
  #details = new LazyPartController(this, loadCommunityDetails, () => this.#locale.language);
  #data = new RemoteDataController<CommunityView>(this, {
    api: () => this.#settings.api,
    request: () => (this.#slug ? communityRequest(this.#slug) : undefined),
    needs: 'community',
  });
  #width = new WidthController<CardLayout>(
    this,
    (width) => (width < COMPACT_BELOW ? 'compact' : width < ROW_FROM ? 'card' : 'row'),
    'card',
  );

  constructor() {
    super();
    new ContrastController(this);
    new AttributeWarningsController(this, attributeRules);
  }

  /** Asks for the community again. */
  reload(): void {
    this.#data.reload();
  }

  protected override render() {
    const { language, dir, messages, isSettled } = this.#locale;
    const templates = asyncStateTemplates({
      messages,
      language,
      retry: () => this.reload(),
      page: this.#settings.hostedAt(`communautes/${encodeURIComponent(this.#slug)}`),
    });
    return box(
      { language, dir, isBusy: this.#data.isBusy },
      isSettled
        ? this.#data.render({ ...templates, ready: (community) => this.#renderCard(community) })
        : templates.loading('none'),
    );
  }

  get #slug(): string {
    return readOne(this.community, attributeRules.community);
  }

  #renderCard(community: CommunityView) {
    const { messages, language } = this.#locale;
    const details = this.#details.part;
    const layout =
      layouts.find((one) => one === readOne(this.layout, attributeRules.layout)) ?? this.#width.choice;
    return cardView(
      {
        community,
        messages,
        language,
        timeZone: this.#settings.timeZone,
        now: now(),
        headingLevel: headingLevelOf(this.headingLevel),
        joinUrl: this.joinUrl,
        pictureAt: (path) => this.#settings.pictureAt(path),
        onOpen: this.#onOpen,
      },
      {
        layout,
        hasNextSession: !this.noNextSession,
        hasJoin: !this.noJoin,
        drawDetails: details && ((context) => details.communityDetails(context, details.messages)),
        // Until the details are there, and when they cannot be fetched, a link to the hosted page stands in their place.
        onUnfold: () => void this.#details.request(),
      },
    );
  }

  #onOpen = (target: OpenTarget, id: string, click: Event): void => {
    if (!emitOpen(this, target, id)) click.preventDefault();
  };
}
