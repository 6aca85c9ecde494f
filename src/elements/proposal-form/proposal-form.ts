import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { proposalFormRequest } from '../../api/forms.js';
import { AttributeWarningsController } from '../../controllers/attribute-warnings-controller.js';
import { ContrastController } from '../../controllers/contrast-controller.js';
import { wholeNumber, theme } from '../../dom/attribute-values.js';
import { formStyles } from '../../forms/form.styles.js';
import { RemoteForm } from '../../forms/remote-form.js';
import { emit } from '../../dom/emit.js';

export type * from './proposal-form.events.js';

const attributeRules = { 'heading-level': wholeNumber(2, 6), theme };

/**
 * The form by which a person proposes a new community, in three steps. Its questions come from the API; what is typed stays
 * in memory.
 *
 * @element f3e-proposal-form
 *
 * @attr {'neutral' | 'f3e' | 'soft' | 'contrast'} theme - Preset of looks; `neutral`, the page’s own, by default.
 * @attr {string} from-query - Names of questions, separated by commas, that the address of the page may answer.
 * @attr {string} locked - Names of questions, separated by commas, whose prefilled answer cannot be changed.
 *
 * @fires {F3eLoadEvent} f3e-load - The form is shown.
 * @fires {F3eErrorEvent} f3e-error - The form could not be fetched; `detail.error.kind` says why.
 * @fires {F3eProposalSubmitEvent} f3e-proposal-submit - A person sends a complete form; can be prevented.
 * @fires {F3eProposalAcceptedEvent} f3e-proposal-accepted - The proposal was accepted.
 * @fires {F3eProposalRefusedEvent} f3e-proposal-refused - It was not accepted; `detail.kind` says why.
 *
 * @slot - What is shown until the form is ready, and when it cannot be: a link to the hosted form.
 *
 * @csspart base - The whole form.
 * @csspart title - The heading.
 * @csspart summary - The list of what is to be corrected.
 * @csspart submit - The button that goes on, and sends at the end.
 * @csspart done - What is shown once the proposal has arrived.
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
export class F3eProposalForm extends LitElement {
  static override styles = formStyles;

  /** Name of the organisation filled in beforehand. */
  @property() organisation = '';

  /** Level of the heading, 2 to 6. 3 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Address of the API, when it is not the one that serves the script. */
  @property() endpoint?: string;

  #form: RemoteForm = new RemoteForm(this, {
    request: (language) => proposalFormRequest(language),
    page: () => 'proposer',
    subject: () => ({
      kind: 'proposal',
      path: 'proposals',
      about: {},
      beside: [],
      emit: (event, detail) => {
        if (event === 'accepted') return emit(this, 'f3e-proposal-accepted', null);
        return event === 'refused'
          ? emit(this, 'f3e-proposal-refused', { kind: detail.kind! })
          : emit(this, 'f3e-proposal-submit', { answers: detail.answers! }, { cancelable: true });
      },
    }),
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
    if (changed.has('organisation')) this.#form.controller.prefill('organisation', this.organisation);
  }

  protected override render() {
    return this.#form.render();
  }
}
