import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../../api/api-error.js';
import type { ApiClient } from '../../api/client.js';
import type { FormView } from '../../api/forms.js';
import { send } from '../../api/send.js';
import type { JoinRequestSubmission } from '../../contract/index.js';
import { formFlowWords } from '../../i18n/catalogues/form-flow.js';
import { wordsIn, type FormFlowStrings } from '../../i18n/strings.js';
import { safeUrl } from '../../internal/safe-url.js';

export { check, toSend } from '../../internal/forms/check.js';
export { errorSummary } from '../../internal/forms/error-summary.js';

/** What a form needs once somebody fills it in: a chunk of its own, fetched when the first field takes focus. */
export type Flow = typeof import('./flow.js') & { language: string; words: FormFlowStrings };

export const flowWordsIn = (language: string): Promise<FormFlowStrings> => wordsIn(formFlowWords, language);

/** 128 random bits; `crypto.randomUUID` is missing on pages without https. */
function newKey(): string {
  let key = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) key += byte.toString(16).padStart(2, '0');
  return key;
}

/** Sends one request, under one key for as long as it stays the same (TRUST L01). */
export class Sender {
  #key = '';
  #body = '';

  /** Rejects with an `ApiError`. */
  async send(api: ApiClient, submission: JoinRequestSubmission): Promise<void> {
    const body = JSON.stringify(submission);
    if (body !== this.#body) {
      this.#body = body;
      this.#key = newKey();
    }
    try {
      await send(api, 'join-requests', submission, this.#key);
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError('garbage');
    }
  }
}

/** What is said when the request did not go; what was typed is still there. */
export function failureView(words: FormFlowStrings, { kind }: ApiError, form: FormView): TemplateResult {
  const page = kind === 'invalid' ? '' : safeUrl(form.page);
  return html`<div class="status" role="alert">
    <p>${words.notSent[kind]}</p>
    ${page ? html`<p><a href=${page}>${words.orOnPage}</a></p>` : nothing}
  </div>`;
}

/** What comes next, once the request has arrived (TRUST J12). */
export const doneView = (words: FormFlowStrings, heading: (text: string) => TemplateResult, title: string) =>
  html`<div class="done" part="done">
    ${heading(words.sentTitle)}
    <p>${title}</p>
    <ol>
      ${words.next.map((step) => html`<li>${step}</li>`)}
    </ol>
  </div>`;
