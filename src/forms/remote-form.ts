import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { ReadRequest } from '../api/client.js';
import type { FieldView, FormView } from '../api/forms.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { RemoteDataController } from '../controllers/remote-data-controller.js';
import { SettingsController } from '../controllers/settings-controller.js';
import { formCatalogue } from '../i18n/catalogues/form.js';
import type { FormMessages } from '../i18n/messages.js';
import { asyncStateTemplates } from '../ui/async-state.js';
import { box } from '../ui/box.js';
import { FormController } from './form-controller.js';
import { formView } from './form-view.js';
import type { FormSubject } from './submission.js';

/** An element that is one form. */
type FormHost = ReactiveControllerHost & HTMLElement & { headingLevel: number; endpoint?: string };

/** What the three forms differ by. */
export interface RemoteFormOptions {
  /** The form to ask for, in a language; nothing while an attribute that it needs is missing. */
  request: (language: string) => ReadRequest<FormView> | undefined;
  /** The attribute that it needs. */
  needs?: string;
  /** Path of the hosted form. */
  page: () => string;
  subject: () => FormSubject;
  /** Questions that stand before those of the form. */
  before?: (form: FormView, messages: FormMessages) => readonly FieldView[];
}

/** What every form element owns and draws: messages, settings, the form from the API and what is typed into it. */
export class RemoteForm {
  readonly controller: FormController;

  #host: FormHost;
  #options: RemoteFormOptions;
  #locale: LocaleController<FormMessages>;
  #settings: SettingsController;
  #data: RemoteDataController<FormView>;
  #hasWarned = false;

  constructor(host: FormHost, options: RemoteFormOptions) {
    this.#host = host;
    this.#options = options;
    this.#locale = new LocaleController(host, formCatalogue);
    this.#settings = new SettingsController(host);
    this.#data = new RemoteDataController<FormView>(host, {
      api: () => this.#settings.api,
      request: () => options.request(this.#locale.comingLanguage),
      ...(options.needs && { needs: options.needs }),
    });
    this.controller = new FormController(host, {
      settings: this.#settings,
      form: () => this.#data.value,
      language: () => this.#locale.language,
      subject: options.subject,
      reload: () => this.reload(),
    });
  }

  /** Asks for the form again; what was typed stays. */
  reload(): void {
    this.#data.reload();
  }

  /** Tells the console what is to be changed, once; a chunk of its own. */
  #warnOfOrigin(): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    import('../controllers/lazy/warn-of-setting.js')
      .then(({ warnOfOrigin }) => warnOfOrigin(this.#host))
      .catch(() => undefined);
  }

  render(): TemplateResult {
    const { language, dir, messages, isSettled } = this.#locale;
    const page = this.#settings.hostedAt(this.#options.page());
    const templates = asyncStateTemplates({ messages, language, retry: () => this.reload(), page });
    const draw = (form: FormView) => {
      if (!form.maySend) this.#warnOfOrigin();
      return formView(form, {
        controller: this.controller,
        messages,
        kind: this.#options.subject().kind,
        headingLevel: this.#host.headingLevel,
        before: this.#options.before?.(form, messages) ?? [],
        page,
        timeZone: this.#settings.timeZone,
        hostedAt: (path) => this.#settings.hostedAt(path),
      });
    };
    return box(
      { language, dir, isBusy: this.#data.isBusy },
      isSettled
        ? // An older form is as good as a new one: the server says so when it is not.
          this.#data.render({ ...templates, ready: draw, asOf: () => undefined })
        : templates.loading('none'),
    );
  }
}
