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

interface Sent {
  hostedAt: (path: string) => string;
  /** Where the mail goes. */
  address: string;
  onCorrect: () => void;
}

/** What happens next, once the form was accepted (J12), and what one may do meanwhile. */
export function submissionDone(
  { form, kind, messages }: Context,
  heading: (text: string) => TemplateResult,
  { hostedAt, address, onCorrect }: Sent,
): TemplateResult {
  const { sentTitle, next } = messages.submissions[kind];
  const { upcoming, community } = form;
  const calendar = upcoming && safeUrl(hostedAt(`v1/sessions/${encodeURIComponent(upcoming.id)}.ics`));
  const resources =
    community.slug && safeUrl(hostedAt(`ressources?community=${encodeURIComponent(community.slug)}`));
  return html`<div class="done" part="done">
    ${heading(sentTitle)}
    <p>${naming(form.title, form.session.title, form.session.language)}</p>
    ${
      address
        ? html`<p class="actions">
            <span>${messages.sentTo} <bdi class="address">${address}</bdi></span>
            <button class="button" type="button" @click=${onCorrect}>${messages.correct}</button>
          </p>`
        : nothing
    }
    <ol>
      ${next.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${
      calendar || resources
        ? html`<p class="actions">
            ${calendar ? html`<a href=${calendar}>${messages.addToCalendar}</a>` : nothing}
            ${resources ? html`<a href=${resources}>${messages.resources}</a>` : nothing}
          </p>`
        : nothing
    }
  </div>`;
}
