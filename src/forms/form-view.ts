import { html, nothing, type TemplateResult } from 'lit';
import type { FieldView, FormView } from '../api/forms.js';
import { headingLevelOf } from '../dom/heading-level.js';
import type { FormMessages } from '../i18n/messages.js';
import { naming } from '../ui/lang-text.js';
import { isAsked } from './answers.js';
import { fieldId, fieldView } from './field-view.js';
import type { FormController } from './form-controller.js';
import { consentsView, noticeView, honeypotView } from './notice-view.js';
import { issuesOf, type FormSubject } from './submission.js';

export interface FormViewContext {
  controller: FormController;
  messages: FormMessages;
  kind: FormSubject['kind'];
  headingLevel: number;
  /** Questions that stand before those of the form. */
  before: readonly FieldView[];
  /** Address of the hosted form. */
  page: string;
}

/** A whole form, from its title to its button; once it was accepted, what happens next. */
export function formView(form: FormView, context: FormViewContext): TemplateResult {
  const { controller, messages, kind, before, page } = context;
  const { views, step } = controller;
  // What is not asked any more needs no correction.
  const issues = issuesOf(step).filter(({ name }) => {
    const field = form.fields.find((one) => one.name === name);
    return !field || isAsked(field, controller.answers, form.fields);
  });
  const { title, language } = form.session;
  const heading = (text: string) =>
    html`<p
      class="title"
      id="title"
      part="title"
      role="heading"
      aria-level=${headingLevelOf(context.headingLevel)}
      tabindex="-1"
    >
      ${naming(text, title, language)}
    </p>`;
  if (!form.maySend) {
    return html`${heading(form.title)}
      <div class="status">
        <p>${messages.elsewhere}</p>
        <p class="actions"><a class="button" href=${page}>${messages.openPage}</a></p>
      </div>`;
  }
  if (step.state === 'accepted' && views)
    return views.submissionDone({ form, kind, messages: views.messages }, heading);
  return html`<form
    novalidate
    aria-labelledby="title"
    @submit=${controller.submit}
    @focusin=${controller.prepare}
  >
    <div>
      ${heading(form.title)}
      <p>${form.intro}</p>
      <p class="quiet">${messages.onlyRequired}</p>
    </div>
    ${issues.length ? views?.errorSummary(views.messages, issues, fieldId) : nothing}
    ${[...before, ...form.fields].map((field) => questionView(field, form, context))}
    ${honeypotView(messages.honeypot)} ${noticeView(messages.noticeTitle, messages.noticeParts, form.notice)}
    ${consentsView(messages.consents, form.consents, controller.consents, controller.consent)}
    <div>
      <p class="actions">
        <button
          class="button main"
          part="submit"
          type="submit"
          aria-disabled=${controller.isSending ? 'true' : nothing}
          @click=${controller.submit}
        >
          <span>${form.submitLabel}</span>
        </button>
      </p>
      ${views?.submissionStatus(step, { form, kind, messages: views.messages })}
      ${
        controller.hasSubmitterFailed
          ? html`<p class="status" role="alert">
              ${messages.errors.offline}
              <a href=${page}>${messages.openPage}</a>
            </p>`
          : nothing
      }
    </div>
  </form>`;
}

/** A question, while its condition is met; each keeps its place, so that fields keep their nodes. */
function questionView(field: FieldView, form: FormView, { controller, messages }: FormViewContext) {
  const { name, kind } = field;
  const { organisation } = controller;
  const isKnown = name === 'membership' && organisation;
  if (isKnown || !isAsked(field, controller.answers, form.fields)) return nothing;
  const isOrganisation = kind === 'organisation';
  const membership =
    isOrganisation && organisation ? messages.known[organisation.isMember ? 'member' : 'nonMember'] : '';
  return fieldView(field, {
    answer: controller.answers.get(name) ?? '',
    issue: controller.issueOf(name),
    suggestions: isOrganisation ? controller.organisations.map((one) => one.name) : [],
    note: membership || (controller.isLocked(name) ? messages.locked : ''),
    isLocked: controller.isLocked(name),
    charactersLeft: controller.views?.messages.charactersLeft,
    messages,
    onAnswer: controller.answer,
    onFocus: controller.focus,
  });
}
