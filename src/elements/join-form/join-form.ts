import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ApiError } from '../../api/api-error.js';
import { joinFormQuestion, organisationsQuestion, type FormView, type OrganisationView } from '../../api/forms.js';
import type { JoinRequestSubmission } from '../../contract/index.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RemoteDataController } from '../../controllers/remote-data-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { joinFormWords } from '../../i18n/catalogues.js';
import { emit } from '../../internal/emit.js';
import { headingLevelOf } from '../../internal/heading-level.js';
import { hostStyles } from '../../internal/host.styles.js';
import { safeUrl } from '../../internal/safe-url.js';
import { statusViews } from '../../internal/status-views.js';
import { check, isAsked, toSend, type Issue } from '../../internal/forms/answers.js';
import { fieldId, fieldView } from '../../internal/forms/field-view.js';
import { consentsView, errorSummary, noticeView } from '../../internal/forms/form-views.js';
import { formStyles } from '../../internal/forms/form.styles.js';
import { version } from '../../internal/version.js';
import { Sender } from './sender.js';

export type * from './join-form.events.js';

/** Name of the question about the strand, which stands beside the answers. */
const STRAND = 'strand';

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
  @state() private issues: readonly Issue[] = [];
  @state() private sending: 'no' | 'yes' | 'waiting' = 'no';
  @state() private failure: ApiError | null = null;
  @state() private isDone = false;
  @state() private organisations: readonly OrganisationView[] = [];

  #locale = new LocaleController(this, joinFormWords);
  #settings = new SettingsController(this);
  #data = new RemoteDataController<FormView>(this, {
    api: () => this.#settings.api,
    question: () => (this.community ? joinFormQuestion(this.community, this.#locale.language) : undefined),
  });
  #sender = new Sender();
  #focusNext = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#onOnline);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.sending === 'waiting') window.addEventListener('online', this.#onOnline);
  }

  /** Asks for the form again; what was typed stays. */
  reload(): void {
    this.#data.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('community') && changed.get('community')) this.#startAgain();
    const prefill = (name: string, value: string) => {
      if (value && !this.answers.has(name)) this.answers.set(name, value);
    };
    if (changed.has('organisation')) prefill('organisation', this.organisation);
    if (changed.has('strand')) prefill(STRAND, this.strand);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
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
      page: this.#hostedPage(),
      lines: 20,
    });
    return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${this.#data.isBusy}>
      ${isSettled
        ? this.#data.render({
            ...views,
            ready: (form) => (this.isDone ? this.#renderDone(form) : this.#renderForm(form)),
            stale: (form) => (this.isDone ? this.#renderDone(form) : this.#renderForm(form)),
          })
        : views.loading('none')}
    </div>`;
  }

  #renderForm(form: FormView) {
    const words = this.#locale.strings;
    const isSending = this.sending === 'yes';
    return html`<form novalidate aria-labelledby="title" @submit=${this.#onSubmit}>
      <div>
        ${this.#heading(form.title)}
        <p>${form.intro}</p>
        <p class="quiet">${words.onlyRequired}</p>
      </div>
      ${this.issues.length ? errorSummary(words.errorsTitle(this.issues.length), this.issues, this.#goTo) : nothing}
      ${repeat(
        this.#questions(form).filter((field) => isAsked(field, this.answers)),
        (field) => field.name,
        (field) =>
          fieldView(field, {
            answer: this.answers.get(field.name) ?? '',
            issue: this.issues.find(({ name }) => name === field.name)?.detail ?? '',
            suggestions: field.kind === 'organisation' ? this.organisations.map(({ name }) => name) : [],
            words,
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
            aria-disabled=${this.sending === 'no' ? nothing : 'true'}
            @click=${this.#onSubmit}
          >
            ${form.submitLabel}
          </button>
        </p>
        <p role="status">${isSending ? words.sending : this.sending === 'waiting' ? words.waitingForNetwork : nothing}</p>
        ${this.#renderFailure(form)}
      </div>
    </form>`;
  }

  #renderFailure(form: FormView) {
    if (!this.failure || this.sending !== 'no') return nothing;
    const words = this.#locale.strings;
    const page = safeUrl(form.page);
    return html`<div class="status" role="alert">
      <p>${words.notSent[this.failure.kind]}</p>
      ${page && this.failure.kind !== 'invalid' ? html`<p><a href=${page}>${words.orOnPage}</a></p>` : nothing}
    </div>`;
  }

  #renderDone(form: FormView) {
    const words = this.#locale.strings;
    return html`<div class="done" part="done">
      ${this.#heading(words.sentTitle)}
      <p>${form.title}</p>
      <ol>
        ${words.next.map((step) => html`<li>${step}</li>`)}
      </ol>
    </div>`;
  }

  #heading(text: string) {
    const level = headingLevelOf(this.headingLevel);
    return html`<p class="title" id="title" part="title" role="heading" aria-level=${level} tabindex="-1">${text}</p>`;
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

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.sending !== 'no' || this.isDone) return;
    const form = this.#data.value;
    if (!form) return;
    this.failure = null;
    this.issues = check(form.fields, this.answers, this.#locale.strings.issues);
    if (this.issues.length) {
      this.#focusNext = '.summary';
      return;
    }
    const answers = toSend(form.fields, this.answers);
    if (!emit(this, 'f3e-join-submit', { community: this.community, answers }, { cancelable: true })) return;
    void this.#send(form);
  };

  async #send(form: FormView): Promise<void> {
    const api = this.#settings.api;
    if (!api) return;
    this.sending = 'yes';
    const community = this.community;
    try {
      await this.#sender.send(api, this.#submission(form));
      this.isDone = true;
      this.answers = new Map();
      this.consents = new Set();
      this.#focusNext = '#title';
      this.sending = 'no';
      emit(this, 'f3e-join-accepted', { community });
    } catch (error) {
      const failure = error as ApiError;
      if (failure.kind === 'offline' && !navigator.onLine) {
        this.sending = 'waiting';
        window.addEventListener('online', this.#onOnline);
        return;
      }
      this.sending = 'no';
      this.failure = failure;
      this.#showIssues(form, failure);
      emit(this, 'f3e-join-refused', { community, kind: failure.kind });
    }
  }

  #submission(form: FormView): JoinRequestSubmission {
    const strand = this.answers.get(STRAND);
    const here = [location.origin, this.#settings.settings.site].find((site) => site && /^https?:\/\//.test(site));
    return {
      community: this.community,
      strand: typeof strand === 'string' && strand ? strand : null,
      formVersion: form.version,
      language: form.language,
      answers: toSend(form.fields, this.answers),
      consents: form.consents
        .filter(({ purpose }) => this.consents.has(purpose))
        .map(({ purpose, textSha256 }) => ({ purpose, textSha256 })),
      sourceSite: here ?? null,
      widgetVersion: version,
    };
  }

  /** Puts the server's issues where the browser's own stand; one that names no field is told at the top. */
  #showIssues(form: FormView, failure: ApiError): void {
    const names = new Set(this.#questions(form).map(({ name }) => name));
    const issues: Issue[] = [];
    for (const { pointer, detail, code } of failure.issues) {
      const name = pointer.replace(/^\/(?:answers\/)?/, '');
      if (pointer === '/formVersion') {
        this.#data.reload();
        issues.push({ name: '', detail: this.#locale.strings.changed });
      } else issues.push({ name: names.has(name) ? name : '', detail: detail || code });
    }
    this.issues = issues;
    if (issues.length) {
      this.failure = null;
      this.#focusNext = '.summary';
    }
  }

  #startAgain(): void {
    this.answers = new Map();
    this.consents = new Set();
    this.issues = [];
    this.failure = null;
    this.isDone = false;
    this.#sender = new Sender();
  }

  #hostedPage(): string {
    const endpoint = this.endpoint || this.#settings.api?.endpoint;
    return endpoint ? `${endpoint.replace(/\/*$/, '')}/communautes/${encodeURIComponent(this.community)}/rejoindre` : '';
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
    window.removeEventListener('online', this.#onOnline);
    const form = this.#data.value;
    if (this.sending === 'waiting' && form) void this.#send(form);
  };
}
