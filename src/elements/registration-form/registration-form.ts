import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { registrationFormRequest } from '../../api/forms.js';
import { AttributeWarningsController } from '../../controllers/attribute-warnings-controller.js';
import { ContrastController } from '../../controllers/contrast-controller.js';
import { identifier, readOne, wholeNumber, theme } from '../../dom/attribute-values.js';
import { formStyles } from '../../forms/form.styles.js';
import { RemoteForm } from '../../forms/remote-form.js';
import { emit } from '../../dom/emit.js';

export type * from './registration-form.events.js';

const attributeRules = { session: identifier, 'heading-level': wholeNumber(2, 6), theme };

/**
 * The form by which a person registers for a session, or for its waiting list. Its questions come from the API; what is
 * typed stays in memory.
 *
 * @element f3e-registration-form
 *
 * @attr {'neutral' | 'f3e' | 'soft' | 'contrast'} theme - Preset of looks; `neutral`, the page’s own, by default.
 * @attr {string} from-query - Names of questions, separated by commas, that the address of the page may answer.
 * @attr {string} locked - Names of questions, separated by commas, whose prefilled answer cannot be changed.
 *
 * @fires {F3eLoadEvent} f3e-load - The form is shown.
 * @fires {F3eErrorEvent} f3e-error - The form could not be fetched; `detail.error.kind` says why.
 * @fires {F3eRegistrationSubmitEvent} f3e-registration-submit - A person sends a complete form; can be prevented.
 * @fires {F3eRegistrationAcceptedEvent} f3e-registration-accepted - The registration was accepted.
 * @fires {F3eRegistrationRefusedEvent} f3e-registration-refused - It was not accepted; `detail.kind` says why.
 *
 * @slot - What is shown until the form is ready, and when it cannot be: a link to the hosted form.
 *
 * @csspart base - The whole form.
 * @csspart title - The heading.
 * @csspart summary - The list of what is to be corrected.
 * @csspart submit - The button that sends.
 * @csspart next-session - The session that one registers for, or the next one of the community.
 * @csspart done - What is shown once the registration has arrived.
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
export class F3eRegistrationForm extends LitElement {
  static override styles = formStyles;

  /** Identifier of the session, such as `genre-2026-11-26`. */
  @property() session = '';

  /** Name of the organisation filled in beforehand. */
  @property() organisation = '';

  /** Level of the heading, 2 to 6. 3 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Address of the API, when it is not the one that serves the script. */
  @property() endpoint?: string;

  #form: RemoteForm = new RemoteForm(this, {
    request: (language) => (this.#id ? registrationFormRequest(this.#id, language) : undefined),
    needs: 'session',
    page: () => `seances/${encodeURIComponent(this.#id)}/inscription`,
    subject: () => ({
      kind: 'registration',
      path: 'registrations',
      about: { session: this.#id },
      beside: [],
      emit: (event, detail) => {
        const session = this.#id;
        if (event === 'accepted') return emit(this, 'f3e-registration-accepted', { session });
        return event === 'refused'
          ? emit(this, 'f3e-registration-refused', { session, kind: detail.kind! })
          : emit(
              this,
              'f3e-registration-submit',
              { session, answers: detail.answers! },
              { cancelable: true },
            );
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
    if (changed.has('session') && changed.get('session')) this.#form.controller.restart();
    if (changed.has('organisation')) this.#form.controller.prefill('organisation', this.organisation);
  }

  get #id(): string {
    return readOne(this.session, attributeRules.session);
  }

  protected override render() {
    return this.#form.render();
  }
}
