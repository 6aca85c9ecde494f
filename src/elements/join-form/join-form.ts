import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  joinFormQuestion,
  organisationsQuestion,
  type FormView,
  type OrganisationView,
} from '../../api/forms.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { formWords } from '../../i18n/catalogues/form.js';
import { headingLevelOf } from '../../internal/heading-level.js';
import { hostStyles } from '../../internal/host.styles.js';
import { statusViews } from '../../internal/status-views.js';
import { isAsked } from '../../internal/forms/answers.js';
import { fieldId, fieldView } from '../../internal/forms/field-view.js';
import { consentsView, noticeView } from '../../internal/forms/form-views.js';
import { formStyles } from '../../internal/forms/form.styles.js';
import type { Flow, Job, Progress } from './flow.js';

export type * from './join-form.events.js';

/** Name of the question about the strand, which stands beside the answers. */
const STRAND = 'strand';

const atRest: Progress = { issues: [], sending: 'no', failure: null, isDone: false };

/**
 * The form by which a person asks to join a community. Its questions come from the API; what is typed stays in memory.
 *
 * @element f3e-join-form
 *
 * @fires {F3eLoadEvent} f3e-load - The form is shown.
 * @fires {F3eErrorEvent} f3e-error - The form could not be fetched; `detail.error.kind` says why.
 * @fires {F3eJoinSubmitEvent} f3e-join-submit - A person sends a complete form; can be prevented.
 * @fires {F3eJoinAcceptedEvent} f3e-join-accepted - The request was accepted.
 * @fires {F3eJoinRefusedEvent} f3e-join-refused - The request was not accepted; `detail.kind` says why.
 *
 * @slot - What is shown until the form is ready, and when it cannot be: a native form or a link.
 *
 * @csspart base - The whole form.
 * @csspart title - The heading.
 * @csspart summary - The list of what is to be corrected.
 * @csspart submit - The button that sends.
 * @csspart done - What is shown once the request has arrived.
 * @csspart error - What is said when the form cannot be fetched.
 *
 * @cssprop [--f3e-accent=currentcolor] - Colour of links and of the button's border.
 * @cssprop [--f3e-fill=transparent] - Background of buttons.
 * @cssprop [--f3e-on-fill=--f3e-accent] - Text of buttons.
 * @cssprop [--f3e-field=transparent] - Background of fields.
 * @cssprop [--f3e-alert] - Colour of errors; a red as dark as the text by default.
 * @cssprop [--f3e-radius=0.5em] - Roundness of corners.
 *
 * @cssstate loading - The form is on its way.
 * @cssstate ready - The form is shown.
 * @cssstate error - The form could not be fetched.
 */
export class F3eJoinForm extends LitElement {
  static override styles = [hostStyles, formStyles];

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

  @state() private answers = new Map<string, string | readonly string[]>();
  @state() private consents = new Set<string>();
  @state() private organisations: readonly OrganisationView[] = [];
  @state() private progress: Progress = atRest;
  @state() private flow?: Flow | undefined;
  /** The chunk that sends could not be fetched. */
  @state() private isStuck = false;

  #locale = new LocaleController(this, formWords);
  #settings = new SettingsController(this);
  #data = new RemoteDataController<FormView>(this, {
    api: () => this.#settings.api,
    question: () => (this.community ? joinFormQuestion(this.community, this.#locale.language) : undefined),
  });
  #focusNext = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#onOnline);
    if (navigator.onLine) this.#onOnline();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#onOnline);
  }

  /** Asks for the form again; what was typed stays. */
  reload(): void {
    this.#data.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('community') && changed.get('community')) {
      this.#forget();
      this.progress = atRest;
      this.flow = undefined;
    }
    const prefill = (name: string, value: string) => {
      if (value && !this.answers.has(name)) this.answers.set(name, value);
    };
    if (changed.has('organisation')) prefill('organisation', this.organisation);
    if (changed.has('strand')) prefill(STRAND, this.strand);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.flow && this.flow.language !== this.#locale.language) void this.#prepare();
    if (!this.#focusNext) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = '';
    target?.focus();
  }

  protected override render() {
    const { language, dir, strings, isSettled } = this.#locale;
    const views = statusViews({
      host: this,
      words: strings,
      language,
      retry: () => this.reload(),
      page: this.#settings.hostedPage(this.community, '/rejoindre'),
      lines: 20,
    });
    return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${this.#data.isBusy}>
      ${
        isSettled
          ? this.#data.render({
              ...views,
              ready: (form) => this.#renderForm(form),
              stale: (form) => this.#renderForm(form),
            })
          : views.loading('none')
      }
    </div>`;
  }

  #renderForm(form: FormView) {
    const words = this.#locale.strings;
    const { flow, progress } = this;
    if (progress.isDone && flow) return flow.done((text) => this.#heading(text), form.title);
    return html`<form novalidate aria-labelledby="title" @submit=${this.#onSubmit} @focusin=${this.#prepare}>
      <div>
        ${this.#heading(form.title)}
        <p>${form.intro}</p>
        <p class="quiet">${words.onlyRequired}</p>
      </div>
      ${progress.issues.length ? flow?.summary(progress.issues, fieldId, this.#goTo) : nothing}
      ${repeat(
        this.#questions(form).filter((field) => isAsked(field, this.answers)),
        (field) => field.name,
        (field) =>
          fieldView(field, {
            answer: this.answers.get(field.name) ?? '',
            issue: progress.issues.find(({ name }) => name === field.name)?.detail ?? '',
            suggestions: field.kind === 'organisation' ? this.organisations.map(({ name }) => name) : [],
            words,
            charactersLeft: flow?.words.charactersLeft,
            onAnswer: this.#onAnswer,
            onFocus: this.#onFocus,
          }),
      )}
      ${noticeView(words.noticeTitle, words.noticeParts, form.notice)}
      ${consentsView(words.consents, form.consents, this.consents, this.#onConsent)}
      <div>
        <p class="actions">
          <button
            class="button"
            part="submit"
            type="submit"
            aria-disabled=${progress.sending === 'no' ? nothing : 'true'}
            @click=${this.#onSubmit}
          >
            ${form.submitLabel}
          </button>
        </p>
        ${flow?.status(progress, form)}
        ${
          this.isStuck
            ? html`<p class="status" role="alert">
                ${words.errors.offline}
                <a href=${this.#settings.hostedPage(this.community, '/rejoindre')}>${words.openPage}</a>
              </p>`
            : nothing
        }
      </div>
    </form>`;
  }

  #heading(text: string) {
    const level = headingLevelOf(this.headingLevel);
    return html`<p class="title" id="title" part="title" role="heading" aria-level=${level} tabindex="-1">
      ${text}
    </p>`;
  }

  /** The questions of the form, that of the strand first. */
  #questions(form: FormView) {
    const words = this.#locale.strings;
    if (!form.strands.length) return form.fields;
    const strand = {
      name: STRAND,
      kind: 'choice',
      label: words.strand,
      hint: '',
      required: false,
      autocomplete: '',
      maxLength: null,
      options: [{ value: '', label: words.wholeCommunity }, ...form.strands],
      condition: null,
    };
    return [strand, ...form.fields];
  }

  /** Fetches what filling in needs, in the language shown. */
  #prepare = async (): Promise<Flow | undefined> => {
    const { language } = this.#locale;
    const known = this.flow;
    if (known?.language === language) return known;
    try {
      const flow = known
        ? await known.in(language)
        : await (
            await import('./flow.js')
          ).flowIn(language, { show: this.#show, reload: () => this.reload() });
      // Another focus may have fetched it meanwhile: one of them keeps the key.
      if (this.flow === known) this.flow = flow;
      this.isStuck = false;
    } catch {
      // Asked for again at the next focus, and when the form is sent.
    }
    return this.flow;
  };

  #show = (change: Partial<Progress>, focus = ''): void => {
    this.progress = { ...this.progress, ...change };
    this.#focusNext = focus;
    if (change.isDone) this.#forget();
  };

  #onSubmit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const flow = this.flow ?? (await this.#prepare());
    const job = this.#job();
    this.isStuck = !flow;
    if (job && this.progress.sending === 'no' && !this.progress.isDone) await flow?.submit(job);
  };

  #job(): Job | undefined {
    const { api, settings } = this.#settings;
    const form = this.#data.value;
    const strand = this.answers.get(STRAND);
    return (
      api &&
      form && {
        host: this,
        api,
        form,
        community: this.community,
        strand: typeof strand === 'string' ? strand : '',
        answers: this.answers,
        consents: this.consents,
        site: settings.site,
      }
    );
  }

  #forget(): void {
    this.answers = new Map();
    this.consents = new Set();
  }

  #goTo = (name: string): void => {
    const field = this.renderRoot.querySelector<HTMLElement>(`#${fieldId(name)}`);
    const block = field?.closest('.field');
    (block ?? field)?.scrollIntoView({ block: 'start' });
    field?.focus({ preventScroll: true });
  };

  #onAnswer = (name: string, answer: string | readonly string[]): void => {
    this.answers = new Map(this.answers).set(name, answer);
    const chosen = name === 'organisation' && this.organisations.find((one) => one.name === answer);
    if (chosen && !this.answers.has('membership')) {
      this.answers.set('membership', chosen.isMember ? 'member' : 'non-member');
    }
  };

  #onConsent = (purpose: string, isGiven: boolean): void => {
    const consents = new Set(this.consents);
    if (isGiven) consents.add(purpose);
    else consents.delete(purpose);
    this.consents = consents;
  };

  /** The names of organisations are fetched when somebody comes to that question; without them, one types. */
  #onFocus = (kind: string): void => {
    const api = this.#settings.api;
    if (kind !== 'organisation' || this.organisations.length || !api) return;
    api.ask(organisationsQuestion).then(
      ({ value }) => (this.organisations = value),
      () => undefined,
    );
  };

  #onOnline = (): void => {
    const job = this.#job();
    if (this.isStuck) void this.#onSubmit();
    else if (this.progress.sending === 'waiting' && job) void this.flow?.send(job);
  };
}
