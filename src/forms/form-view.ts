import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldView, FormView } from '../api/forms.js';
import type { FormStrings } from '../i18n/strings.js';
import { headingLevelOf } from '../dom/heading-level.js';
import { isAsked } from './answers.js';
import { fieldId, fieldView } from './field-view.js';
import type { FormController } from './form-controller.js';
import { consentsView, noticeView, trapView } from './form-views.js';

/** A whole form, from its title to its button; once it has gone, what comes next. */
export function formView(
  form: FormView,
  about: {
    controller: FormController;
    words: FormStrings;
    headingLevel: number;
    /** Questions that stand before those of the form. */
    before: readonly FieldView[];
    /** Address of the hosted form. */
    page: string;
  },
): TemplateResult {
  const { controller, words, before, page } = about;
  const { flow, progress } = controller;
  const level = headingLevelOf(about.headingLevel);
  const heading = (text: string) =>
    html`<p class="title" id="title" part="title" role="heading" aria-level=${level} tabindex="-1">
      ${text}
    </p>`;
  if (progress.isDone && flow) return flow.done(heading, form.title);
  return html`<form
    novalidate
    aria-labelledby="title"
    @submit=${controller.submit}
    @focusin=${controller.prepare}
  >
    <div>
      ${heading(form.title)}
      <p>${form.intro}</p>
      <p class="quiet">${words.onlyRequired}</p>
    </div>
    ${progress.issues.length ? flow?.summary(progress.issues, fieldId) : nothing}
    ${repeat(
      [...before, ...form.fields].filter(
        (field) =>
          isAsked(field, controller.answers, form.fields) &&
          !(field.name === 'membership' && controller.organisation),
      ),
      (field) => field.name,
      (field) =>
        fieldView(field, {
          answer: controller.answers.get(field.name) ?? '',
          issue: progress.issues.find(({ name }) => name === field.name)?.detail ?? '',
          suggestions: field.kind === 'organisation' ? controller.organisations.map(({ name }) => name) : [],
          note:
            (field.kind === 'organisation' && flow && controller.organisation
              ? flow.words.known[controller.organisation.isMember ? 'member' : 'nonMember']
              : '') || (controller.isLocked(field.name) ? words.locked : ''),
          isLocked: controller.isLocked(field.name),
          words,
          charactersLeft: flow?.words.charactersLeft,
          onAnswer: controller.answer,
          onFocus: controller.focus,
        }),
    )}
    ${trapView(words.trap)} ${noticeView(words.noticeTitle, words.noticeParts, form.notice)}
    ${consentsView(words.consents, form.consents, controller.consents, controller.consent)}
    <div>
      <p class="actions">
        <button
          class="button"
          part="submit"
          type="submit"
          aria-disabled=${progress.sending === 'no' ? nothing : 'true'}
          @click=${controller.submit}
        >
          ${form.submitLabel}
        </button>
      </p>
      ${flow?.status(progress, form)}
      ${
        controller.isStuck
          ? html`<p class="status" role="alert">
              ${words.offline}
              <a href=${page}>${words.openPage}</a>
            </p>`
          : nothing
      }
    </div>
  </form>`;
}
