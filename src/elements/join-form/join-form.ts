import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { joinFormRequest } from '../../api/forms.js';
import { AttributeWarningsController } from '../../controllers/attribute-warnings-controller.js';
import { ContrastController } from '../../controllers/contrast-controller.js';
import { readOne, several, slug, wholeNumber, theme } from '../../dom/attribute-values.js';
import { formStyles } from '../../forms/form.styles.js';
import { RemoteForm } from '../../forms/remote-form.js';
import { emit } from '../../dom/emit.js';

export type * from './join-form.events.js';

/** Name of the question about the strand, which stands beside the answers. */
const STRAND = 'strand';

const attributeRules = {
  community: several(slug),
  strand: slug,
  'heading-level': wholeNumber(2, 6),
  theme,
};

/**
 * The form by which a person asks to join a community. Its questions come from the API; what is typed stays in memory.
 * `prefill-…` attributes fill in answers by the name of their question (`prefill-given-name`); those named in `from-query`
 * may come from the address of the page, and those in `locked` cannot be changed once they are filled in.
 *
 * @element f3e-join-form
 *
 * @attr {'neutral' | 'f3e' | 'soft' | 'contrast'} theme - Preset of looks; `neutral`, the page’s own, by default.
 * @attr {string} from-query - Names of questions, separated by commas, that the address of the page may answer.
 * @attr {string} locked - Names of questions, separated by commas, whose prefilled answer cannot be changed.
 *
 * @fires {F3eLoadEvent} f3e-load - The form is shown.
 * @fires {F3eErrorEvent} f3e-error - The form could not be fetched; `detail.error.kind` says why.
 * @fires {F3eJoinSubmitEvent} f3e-join-submit - A person sends a complete form; can be prevented.
 * @fires {F3eJoinAcceptedEvent} f3e-join-accepted - The request was accepted.
 * @fires {F3eJoinRefusedEvent} f3e-join-refused - The request was not accepted; `detail.kind` says why.
 *
 * @slot - What is shown until the form is ready, and when it cannot be: a link to the hosted form.
 *
 * @csspart base - The whole form.
 * @csspart title - The heading.
 * @csspart summary - The list of what is to be corrected.
 * @csspart submit - The button that sends.
 * @csspart next-session - The session that one registers for, or the next one of the community.
 * @csspart done - What is shown once the request has arrived.
 * @csspart error - What is said when the form cannot be fetched.
 *
 * @cssprop [--f3e-accent] - Colour of links and of the button's border.
 * @cssprop [--f3e-fill=--f3e-accent] - Background of the main action.
 * @cssprop [--f3e-on-fill] - Text of the main action; black or white by default, whichever can be read.
 * @cssprop [--f3e-field=transparent] - Background of fields.
 * @cssprop [--f3e-alert] - Colour of errors; a red as dark as the text by default.
 * @cssprop [--f3e-radius=0.5em] - Roundness of corners.
 *
 * @cssstate loading - The form is on its way.
 * @cssstate ready - The form is shown.
 * @cssstate error - The form could not be fetched.
 */
export class F3eJoinForm extends LitElement {
  static override styles = formStyles;

  /** Short name of the community, such as `genre`. */
  @property() community = '';

  /** Short name of the strand chosen beforehand. */
  @property() strand = '';

  /** Name of the organisation filled in beforehand. */
  @property() organisation = '';

  /** Level of the heading, 2 to 6. 3 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Address of the API, when it is not the one that serves the script. */
  @property() endpoint?: string;

  #form: RemoteForm = new RemoteForm(this, {
    request: (language) => (this.#slug ? joinFormRequest(this.#slug, language) : undefined),
    needs: 'community',
    page: () => `communautes/${encodeURIComponent(this.#slug)}/rejoindre`,
    subject: () => ({
      kind: 'join',
      path: 'join-requests',
      about: { community: this.#slug },
      beside: [STRAND],
      emit: (event, detail) => {
        const community = this.#slug;
        if (event === 'accepted') return emit(this, 'f3e-join-accepted', { community });
        return event === 'refused'
          ? emit(this, 'f3e-join-refused', { community, kind: detail.kind! })
          : emit(this, 'f3e-join-submit', { community, answers: detail.answers! }, { cancelable: true });
      },
    }),
    before: ({ strands }, { strand: label, wholeCommunity }) =>
      strands.length
        ? [
            {
              name: STRAND,
              kind: 'choice',
              label,
              hint: '',
              required: false,
              autocomplete: '',
              maxLength: null,
              options: [{ value: '', label: wholeCommunity }, ...strands],
              condition: null,
            },
          ]
        : [],
  });

  constructor() {
    super();
    new ContrastController(this);
    new AttributeWarningsController(this, attributeRules);
  }

  /** Asks for the form again; what was typed stays. */
  reload(): void {
    this.#form.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('community') && changed.get('community')) this.#form.controller.restart();
    if (changed.has('organisation')) this.#form.controller.prefill('organisation', this.organisation);
    if (changed.has('strand'))
      this.#form.controller.prefill(STRAND, readOne(this.strand, attributeRules.strand));
  }

  get #slug(): string {
    return readOne(this.community, attributeRules.community);
  }

  protected override render() {
    return this.#form.render();
  }
}
