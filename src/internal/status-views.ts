import { html, nothing, type TemplateResult } from 'lit';
import type { StatusStrings } from '../i18n/strings.js';
import { moment } from '../i18n/format.js';
import { safeUrl } from './safe-url.js';

interface About {
  host: HTMLElement;
  words: StatusStrings;
  language: string;
  /** Asks again. */
  retry: () => void;
  /** Address of the hosted page that shows the same. */
  page: string;
  /** Lines of the skeleton, so that it has the height of what comes. */
  lines: number;
}

const warned = new WeakSet<HTMLElement>();

/** What stands between the tags, written by the page's editor: the fallback. */
const hasFallback = (host: HTMLElement) => Boolean(host.childElementCount || host.textContent?.trim());

/** What an element shows when it has nothing of its own to show. */
export function statusViews({ host, words, language, retry, page, lines }: About) {
  const link = safeUrl(page);
  return {
    idle: () => {
      if (!warned.has(host)) {
        warned.add(host);
        console.warn(`<${host.localName}> needs an endpoint and a name.`, host);
      }
      return html`<slot></slot>`;
    },
    loading: (patience: 'none' | 'skeleton' | 'slow') => html`
      <slot>
        ${
          hasFallback(host)
            ? nothing
            : html`<div class="bones" aria-hidden="true">${bones(patience === 'none' ? 0 : lines)}</div>`
        }
      </slot>
      <p class=${patience === 'slow' ? 'quiet' : 'unseen'} role="status">
        ${patience === 'none' ? nothing : patience === 'slow' ? words.stillLoading : words.loading}
      </p>
    `,
    empty: () => html`<slot name="empty"><p class="status">${words.nothingHere}</p></slot>`,
    error: (error: { kind: keyof StatusStrings['errors'] }, wasRetried: boolean) => html`
      <div class="status" part="error">
        <p role=${wasRetried ? 'alert' : 'status'}>${words.errors[error.kind]}</p>
        <p class="actions">
          ${
            error.kind === 'not-found'
              ? nothing
              : html`<button class="button" type="button" @click=${retry}>${words.retry}</button>`
          }
          ${link ? html`<a href=${link}>${words.openPage}</a>` : nothing}
        </p>
      </div>
      <slot></slot>
    `,
    /** Stands above the last good content. */
    asOf: (at: number): TemplateResult => html`
      <div class="status actions">
        <p role="status">${words.asOf(moment(language, at))}</p>
        <button class="button" type="button" @click=${retry}>${words.retry}</button>
      </div>
    `,
  };
}

const bones = (lines: number) => {
  const shown = [];
  for (let i = 0; i < lines; i++) shown.push(html`<i></i>`);
  return shown;
};
