import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Question } from '../api/client.js';
import type { FieldView, FormView } from '../api/forms.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { RemoteDataController } from '../controllers/remote-data-controller.js';
import { SettingsController } from '../controllers/settings-controller.js';
import { formWords } from '../i18n/catalogues/form.js';
import type { FormStrings } from '../i18n/strings.js';
import { statusViews } from '../ui/async-state.js';
import { FormController, type FormSubject, type FlowChunk } from './form-controller.js';
import { formView } from './form-view.js';

/** An element that is one form. */
type FormHost = ReactiveControllerHost & HTMLElement & { headingLevel: number; endpoint?: string };

/** What the forms differ by. */
export interface FormAbout {
  /** The form to ask for, in a language; nothing while it is not known which. */
  question: (language: string) => Question<FormView> | undefined;
  /** Path of the hosted form. */
  page: () => string;
  subject: () => FormSubject;
  load: () => Promise<FlowChunk>;
  /** Questions that stand before those of the form. */
  before?: (form: FormView, words: FormStrings) => readonly FieldView[];
}

/** What every form element owns and draws: its words, its settings, the form asked for and what is typed into it. */
export class FormParts {
  readonly controller: FormController;

  #host: FormHost;
  #about: FormAbout;
  #locale: LocaleController<FormStrings>;
  #settings: SettingsController;
  #data: RemoteDataController<FormView>;

  constructor(host: FormHost, about: FormAbout) {
    this.#host = host;
    this.#about = about;
    this.#locale = new LocaleController(host, formWords);
    this.#settings = new SettingsController(host);
    const language = () => this.#locale.language;
    this.#data = new RemoteDataController<FormView>(host, {
      api: () => this.#settings.api,
      question: () => about.question(language()),
    });
    this.controller = new FormController(host, {
      settings: this.#settings,
      form: () => this.#data.value,
      language,
      subject: about.subject,
      load: about.load,
      reload: () => this.reload(),
    });
  }

  /** Asks for the form again; what was typed stays. */
  reload(): void {
    this.#data.reload();
  }

  /** The box, the states of what was asked for, then the form. */
  render(): TemplateResult {
    const { language, dir, strings: words, isSettled } = this.#locale;
    const { headingLevel } = this.#host;
    const { controller } = this;
    const page = this.#settings.hostedAt(this.#about.page());
    const views = statusViews({
      host: this.#host,
      words,
      language,
      retry: () => this.reload(),
      page,
    });
    const show = (form: FormView) =>
      formView(form, {
        controller,
        words,
        headingLevel,
        before: this.#about.before?.(form, words) ?? [],
        page,
      });
    return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${this.#data.isBusy}>
      ${isSettled && controller.isReady ? this.#data.render({ ...views, ready: show, asOf: () => undefined }) : views.loading('none')}
    </div>`;
  }
}
