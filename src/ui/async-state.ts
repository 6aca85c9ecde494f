import { html, nothing, type TemplateResult } from 'lit';
import type { ApiErrorKind } from '../api/api-error.js';
import { safeUrl } from '../dom/safe-url.js';
import { dateInWords } from '../i18n/format.js';
import type { AsyncStateMessages } from '../i18n/messages.js';

interface AsyncState {
  messages: AsyncStateMessages;
  language: string;
  /** Asks again. */
  retry: () => void;
  /** Address of the hosted page that shows the same; empty when there is none. */
  page: string;
}

/** What an element shows while it has no content of its own, and above content that is old. */
export function asyncStateTemplates({ messages, language, retry, page }: AsyncState) {
  const link = safeUrl(page);
  const failure = (sentence: string, role: string, canRetry = true) =>
    html`<div class="status" part="error">
      <p role=${role}>${sentence}</p>
      <p class="actions">
        ${canRetry ? html`<button class="button" type="button" @click=${retry}>${messages.retry}</button>` : nothing}
        ${link ? html`<a href=${link}>${messages.openPage}</a>` : nothing}
      </p>
    </div>`;
  return {
    idle: () => html`<slot></slot>`,
    loading: (patience: 'none' | 'skeleton' | 'slow') => html`
      <slot>
        <div class="skeleton ${patience}" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></div>
      </slot>
      <p class=${patience === 'slow' ? 'quiet' : 'visually-hidden'} role="status">
        ${patience === 'slow' ? messages.stillLoading : nothing}
      </p>
    `,
    error: ({ kind }: { kind: ApiErrorKind }, wasRetried: boolean) =>
      html`${failure(messages.errors[kind], wasRetried ? 'alert' : 'status', kind !== 'not-found')}<slot
        ></slot>`,
    /** Stands above the last good content. */
    asOf: (at: number): TemplateResult =>
      failure(messages.asOf(dateInWords(language, { dateStyle: 'long', timeStyle: 'short' }, at)), 'status'),
  };
}
