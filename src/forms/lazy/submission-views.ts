import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../../api/forms.js';
import { safeUrl } from '../../dom/safe-url.js';
import type { FormSubmissionMessages } from '../../i18n/messages.js';
import { naming } from '../../ui/lang-text.js';
import type { FormSubject, SubmissionStep } from '../submission.js';

export { formSubmissionCatalogue as catalogue } from '../../i18n/catalogues/form-submission.js';
export { errorSummary } from './error-summary.js';

interface Context {
  form: FormView;
  kind: FormSubject['kind'];
  messages: FormSubmissionMessages;
}

/** Under the button: what happens, or why the form was not sent. */
export function submissionStatus(step: SubmissionStep, { form, kind, messages }: Context) {
  const { waitingForNetwork, notSent, orOnPage } = messages.submissions[kind];
  const failure = step.state === 'refused' && !step.issues.length ? step.failure : null;
  const page = failure && failure.kind !== 'invalid' ? safeUrl(form.page) : '';
  return html`
    <p role="status">
      ${step.state === 'sending' ? messages.sending : step.state === 'waiting' ? waitingForNetwork : nothing}
    </p>
    ${
      failure
        ? html`<div class="status" role="alert">
            <p>${notSent[failure.kind]}</p>
            ${page ? html`<p><a href=${page}>${orOnPage}</a></p>` : nothing}
          </div>`
        : nothing
    }
  `;
}

/** What happens next, once the form was accepted (J12). */
export function submissionDone(
  { form, kind, messages }: Context,
  heading: (text: string) => TemplateResult,
): TemplateResult {
  const { sentTitle, next } = messages.submissions[kind];
  return html`<div class="done" part="done">
    ${heading(sentTitle)}
    <p>${naming(form.title, form.session.title, form.session.language)}</p>
    <ol>
      ${next.map((step) => html`<li>${step}</li>`)}
    </ol>
  </div>`;
}
