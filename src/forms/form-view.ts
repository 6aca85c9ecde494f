import { html, nothing, type TemplateResult } from 'lit';
import { now } from '../api/clock.js';
import type { FieldView, FormView } from '../api/forms.js';
import { headingLevelOf } from '../dom/heading-level.js';
import type { FormMessages } from '../i18n/messages.js';
import { chevronDownIcon } from '../icons/chevron-down.js';
import { icon } from '../ui/icon.js';
import { naming } from '../ui/lang-text.js';
import { hueStyle, mark } from '../ui/mark.js';
import { sessionTicket } from '../ui/session-ticket.js';
import { tile } from '../ui/tile.js';
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
  timeZone: string;
  /** Address of another hosted page, or of an answer of the API. */
  hostedAt: (path: string) => string;
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
  const isSent = step.state === 'accepted' && views;
  const isLast = controller.stages.at >= controller.stages.list.length - 1;
  /** A double click counts once: after the first the same button may do another thing. */
  const proceed = (event: Event) => {
    event.preventDefault();
    if ((event as UIEvent).detail > 1) return;
    void (isLast ? controller.submit(event) : controller.advance());
  };
  const drawn = isSent
    ? views.submissionDone({ form, kind, messages: views.messages }, heading, {
        ...context,
        address: controller.sentTo,
        onCorrect: controller.correct,
      })
    : html`<form
        novalidate
        aria-labelledby="title"
        @submit=${proceed}
        @focusin=${controller.prepare}
        @focusout=${controller.leave}
      >
        <div class="head">
          ${form.community.slug ? tile(mark(form.community.slug, form.identity)) : nothing}
          <div>
            ${heading(form.title)}
            <p>${form.intro}</p>
            <p class="quiet small">
              ${messages.onlyRequired(form.fields.filter(({ required }) => required).map(({ label }) => label))}
            </p>
          </div>
        </div>
        ${issues.length ? views?.errorSummary(views.messages, issues, fieldId, controller.reveal) : nothing}
        ${before.map((field) => questionView(field, form, context))} ${stageViews(form, context)}
        ${isLast ? [honeypotView(messages.honeypot), noticeView(messages.noticeTitle, messages.noticeParts, form.notice)] : nothing}
        <div class="actions">
          <button
            class="button main"
            part="submit"
            type="submit"
            aria-disabled=${controller.isSending ? 'true' : nothing}
            @click=${proceed}
          >
            <span>${isLast ? form.submitLabel : messages.goOn}</span>
          </button>
          ${
            controller.stages.at > 0 && !controller.isSending
              ? html`<button class="button" type="button" @click=${controller.stages.back}>
                  ${messages.goBack}
                </button>`
              : nothing
          }
          ${isLast ? consentsView(messages.consents, form.consents, controller.consents, controller.consent) : nothing}
        </div>
        ${views?.submissionStatus(step, { form, kind, messages: views.messages })}
        ${
          controller.hasSubmitterFailed
            ? html`<p class="status" role="alert">
                ${messages.errors.offline}
                <a href=${page}>${messages.openPage}</a>
              </p>`
            : nothing
        }
      </form>`;
  return html`<div class="sheet hued" .style=${hueStyle(form.community.slug, form.identity)}>
    ${drawn} ${nextSteps(form, isSent ? 1 : 0, context)}
  </div>`;
}

/** What follows: the steps, with the one that one is at, and the session that waits. */
function nextSteps(
  { upcoming, language }: FormView,
  at: number,
  { messages, kind, timeZone }: FormViewContext,
) {
  const label = messages[kind === 'registration' ? 'session' : 'nextSession'];
  return html`<aside aria-labelledby="next">
    <p class="label" id="next">${messages.andThen}</p>
    <ol class="steps">
      ${messages.steps[kind].map(
        (step, i) =>
          html`<li class=${i < at ? 'past' : ''} aria-current=${i === at ? 'step' : nothing}>${step}</li>`,
      )}
    </ol>
    ${upcoming ? sessionTicket(upcoming, label, { messages, language, timeZone, now: now() }) : nothing}
  </aside>`;
}

/** The questions; where they stand in several stages, all are there and one is shown. */
function stageViews(form: FormView, context: FormViewContext) {
  const { stages } = context.controller;
  const { list, at } = stages;
  if (list.length < 2) return groupViews(form.groups, form, context);
  return list.map(
    ({ title, groups }, i) =>
      html`<div class="stage" ?hidden=${i !== at}>
        ${
          i === at
            ? html`<p class="quiet" id="stage" tabindex="-1">
                ${context.messages.stage(i + 1, list.length)}<span class="visually-hidden">, ${title}</span>
              </p>`
            : nothing
        }
        ${groupViews(groups, form, context, i === list.length - 1)}
      </div>`,
  );
}

/** The questions in their groups; what belongs to none stands, on the last stage, before what is folded. */
function groupViews(
  groups: Readonly<FormView['groups']>,
  form: FormView,
  context: FormViewContext,
  hasOthers = true,
) {
  const { fields } = form;
  const view = (names: readonly string[]) =>
    fields.filter(({ name }) => names.includes(name)).map((field) => questionView(field, form, context));
  const grouped = new Set(form.groups.flatMap((group) => group.fields));
  const others = hasOthers ? fields.filter(({ name }) => !grouped.has(name)).map(({ name }) => name) : [];
  const { controller } = context;
  return [
    ...groups
      .filter(({ isFolded }) => !isFolded)
      .map(({ title, fields: names }) =>
        names.length > 1
          ? html`<fieldset class="group">
              <legend>${title}</legend>
              <div class="pairs">${view(names)}</div>
            </fieldset>`
          : view(names),
      ),
    view(others),
    ...groups
      .filter(({ isFolded }) => isFolded)
      .map(({ title, fields: names }) => {
        const isUsed = names.some((name) => controller.issueOf(name) || controller.answers.get(name)?.length);
        const { opened } = controller;
        const toggle = ({ target }: Event) =>
          (target as HTMLDetailsElement).open ? opened.add(title) : opened.delete(title);
        const labels = fields.filter(({ name }) => names.includes(name)).map(({ label }) => label);
        return html`<details class="group more" ?open=${isUsed || opened.has(title)} @toggle=${toggle}>
          <summary>
            <span>${title}<span class="quiet small">${labels.join(', ')}</span></span
            >${icon(chevronDownIcon)}
          </summary>
          <div class="pairs">${view(names)}</div>
        </details>`;
      }),
  ];
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
    suggestions: isOrganisation ? controller.organisations.list.map((one) => one.name) : [],
    note: membership || (controller.isLocked(name) ? messages.locked : ''),
    isLocked: controller.isLocked(name),
    charactersLeft: controller.views?.messages.charactersLeft,
    messages,
    onAnswer: controller.answer,
    onFocus: controller.focus,
  });
}
