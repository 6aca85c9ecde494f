import { html } from 'hono/html';
import type { Answer, Field, Form, PrivacyNotice, ProblemIssue } from '../../../src/contract/index.js';
import { closestLanguage } from '../../i18n/language.js';
import { paragraphs, type Html } from '../../http/layout.js';
import { pageMessages, type PageMessages } from '../../i18n/pages.js';

/** Names of what the form sends besides answers; an answer's name never holds a hyphen. */
export const formNames = {
  strand: 'f3e-strand',
  version: 'f3e-version',
  key: 'f3e-key',
  language: 'f3e-lang',
  consent: 'f3e-consent',
  opened: 'f3e-opened',
  frame: 'f3e-frame',
  trap: 'website',
} as const;

export interface FormPageState {
  answers: Record<string, Answer>;
  strand: string | null;
  /** What is sent beside the answers, by its name. */
  hidden: Readonly<Record<string, string>>;
  /** Somebody changes what they sent before: consents and the notice are not asked again. */
  isCorrection?: boolean;
  errors: readonly ProblemIssue[];
  /** A sentence above the form. */
  message?: string | undefined;
}

/** A form as a page that works without scripts. Consents are never ticked, whatever was sent (P03). */
export function formPage(form: Form, state: FormPageState): Html {
  const words = pageMessages(closestLanguage(form.language)).join;
  const { hidden, isCorrection } = state;
  return html`<p>${form.intro}</p>
    ${state.message ? html`<p class="notice"><strong>${state.message}</strong></p>` : ''}
    ${form.fields.some(({ required }) => required) ? html`<p class="quiet">${words.onlyRequired}</p>` : ''}
    ${state.errors.length ? errorSummary(state.errors, words) : ''}
    <form method="post" action="?lang=${form.language}">
      ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${isCorrection ? '' : trap(words)} ${form.strands.length ? strandField(form, state.strand, words) : ''}
      ${form.fields.map((field) => fieldHtml(field, state, words))}
      ${isCorrection ? '' : noticeHtml(form.notice, words)}
      ${
        form.consents.length && !isCorrection
          ? html`<fieldset>
              <legend>${words.consents}</legend>
              ${form.consents.map(
                ({ purpose, text, textSha256 }) =>
                  html`<label class="choice"
                    ><input
                      type="checkbox"
                      name="${formNames.consent}"
                      value="${purpose}:${textSha256}"
                    /><span>${text}</span></label
                  >`,
              )}
            </fieldset>`
          : ''
      }
      <p><button type="submit">${form.submitLabel}</button></p>
    </form>`;
}

export const thanksPage = (
  thanks: readonly string[],
  words: PageMessages['join'],
  back: { url: string; name: string; isFramed: boolean },
): Html =>
  html`${paragraphs(thanks)}
    <p><a href="${back.url}" ${back.isFramed ? html` target="_top"` : ''}>${words.backTo(back.name)}</a></p>`;

/** A question that people do not meet, by keyboard or screen reader either; robots answer it (J10). */
const trap = (words: PageMessages['join']): Html =>
  html`<div class="aside" aria-hidden="true">
    <label
      >${words.trap}<input type="text" name="${formNames.trap}" tabindex="-1" autocomplete="off"
    /></label>
  </div>`;

const idOf = (name: string) => `field-${name}`;

function errorSummary(errors: readonly ProblemIssue[], words: PageMessages['join']): Html {
  return html`<div class="summary" role="alert">
    <h2>${words.errorsTitle}</h2>
    <ul>
      ${errors.map(({ pointer, detail }) => {
        const name = /^\/answers\/([A-Za-z0-9]+)$/.exec(pointer)?.[1];
        return html`<li>${name ? html`<a href="#${idOf(name)}">${detail}</a>` : detail}</li>`;
      })}
    </ul>
  </div>`;
}

function strandField(form: Form, chosen: string | null, words: PageMessages['join']): Html {
  return html`<div class="field">
    <label for="strand">${words.strand}</label>
    <select id="strand" name="${formNames.strand}">
      <option value="">${words.noStrand}</option>
      ${form.strands.map(({ slug, name }) => option(slug, name, slug === chosen))}
    </select>
  </div>`;
}

const option = (value: string, label: string, chosen: boolean): Html =>
  chosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;

function fieldHtml(field: Field, state: FormPageState, words: PageMessages['join']): Html {
  const id = idOf(field.name);
  const answer = state.answers[field.name];
  const error = state.errors.find(({ pointer }) => pointer === `/answers/${field.name}`);
  const hints = [field.hint, field.sensitive?.note].filter((text): text is string => Boolean(text));
  const describedBy = [hints.length ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  const label = field.required ? `${field.label} (${words.required})` : field.label;
  const notes = html`${hints.length ? html`<div class="hint" id="${id}-hint">${hints.join(' ')}</div>` : ''}
  ${error ? html`<p class="error" id="${id}-error">${error.detail}</p>` : ''}`;
  const common = html`id="${id}"
  name="${field.name}"${describedBy ? html` aria-describedby="${describedBy}"` : ''}${
    error ? html` aria-invalid="true"` : ''
  }${field.required ? html` required` : ''}${field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ''}${
    field.maxLength ? html` maxlength="${field.maxLength}"` : ''
  }`;
  const text = typeof answer === 'string' ? answer : '';

  switch (field.kind) {
    case 'several-choices':
      return html`<fieldset id="${id}">
        <legend>${label}</legend>
        ${notes}
        ${field.options.map(
          (one) =>
            html`<label class="choice"
              ><input
                type="checkbox"
                name="${field.name}"
                value="${one.value}"
                ${Array.isArray(answer) && answer.includes(one.value) ? html` checked` : ''}
              /><span>${one.label}</span></label
            >`,
        )}
      </fieldset>`;
    case 'choice':
    case 'yes-no':
      return html`<div class="field">
        <label for="${id}">${label}</label>${notes}
        <select ${common}>
          <option value="">${words.choose}</option>
          ${field.options.map((one) => option(one.value, one.label, one.value === text))}
        </select>
      </div>`;
    case 'long-text':
      return html`<div class="field">
        <label for="${id}">${label}</label>${notes} <textarea rows="4" ${common}>${text}</textarea>
      </div>`;
    default: {
      const types: Partial<Record<Field['kind'], string>> = { email: 'email', phone: 'tel', date: 'date' };
      return html`<div class="field">
        <label for="${id}">${label}</label>${notes}
        <input type="${types[field.kind] ?? 'text'}" ${common} value="${text}" />
      </div>`;
    }
  }
}

function noticeHtml(notice: PrivacyNotice, words: PageMessages['join']): Html {
  const parts = Object.keys(words.noticeParts) as (keyof PrivacyNotice)[];
  return html`<details open>
    <summary>${words.noticeTitle}</summary>
    <dl>
      ${parts.map(
        (part) =>
          html`<dt>${words.noticeParts[part]}</dt>
            <dd>${notice[part]}</dd>`,
      )}
    </dl>
  </details>`;
}
