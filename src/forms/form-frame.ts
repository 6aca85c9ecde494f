import { html, type TemplateResult } from 'lit';
import type { FieldView, FormView } from '../api/forms.js';
import type { LocaleController } from '../controllers/locale-controller.js';
import type { RemoteDataController } from '../controllers/remote-data-controller.js';
import type { FormStrings } from '../i18n/strings.js';
import { statusViews } from '../internal/status-views.js';
import type { FormController } from './form-controller.js';
import { formView } from './form-view.js';

/** What every form element draws: its box, the states of its data, then the form. */
export function formFrame(
  host: HTMLElement & { headingLevel: number; reload(): void },
  about: {
    locale: LocaleController<FormStrings>;
    data: RemoteDataController<FormView>;
    controller: FormController;
    /** Address of the hosted form. */
    page: string;
    /** Questions that stand before those of the form. */
    before?: (form: FormView) => readonly FieldView[];
  },
): TemplateResult {
  const { locale, data, controller, page, before } = about;
  const { language, dir, strings: words, isSettled } = locale;
  const views = statusViews({
    host,
    words,
    language,
    retry: () => host.reload(),
    page,
    lines: 20,
  });
  const show = (form: FormView) =>
    formView(form, {
      controller,
      words,
      headingLevel: host.headingLevel,
      before: before?.(form) ?? [],
      page,
    });
  return html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${data.isBusy}>
    ${isSettled ? data.render({ ...views, ready: show, stale: show }) : views.loading('none')}
  </div>`;
}
