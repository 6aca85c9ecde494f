import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { StatusStrings, TroubleStrings } from '../i18n/strings.js';
import type { Trouble } from './lazy/error-messages.js';
import { safeUrl } from '../dom/safe-url.js';

interface About {
  host: HTMLElement & ReactiveControllerHost;
  words: StatusStrings;
  language: string;
  /** Asks again. */
  retry: () => void;
  /** Address of the hosted page that shows the same. */
  page: string;
}

/** What is said of failures, by language: it comes with the first of them. */
const troubles = new Map<string, Trouble>();

/** What an element shows when it has nothing of its own to show. */
export function statusViews({ host, words, language, retry, page }: About) {
  const link = safeUrl(page);
  /** The sentence; the one at hand where the others cannot be had, and nothing until that is known. */
  const tell = (say: (trouble: Trouble) => string): string => {
    const trouble = troubles.get(language);
    if (trouble) return say(trouble);
    const otherwise = () => words.offline;
    void import('./lazy/error-messages.js')
      .then(({ troubleIn }) => troubleIn(language))
      .catch(() => ({ failed: otherwise, asOf: otherwise, lacks: otherwise }))
      .then((got) => {
        troubles.set(language, got);
        host.requestUpdate();
      });
    return '';
  };
  const failure = (sentence: string, role: string, canAgain = true) =>
    html`<div class="status" part="error">
      <p role=${role}>${sentence}</p>
      <p class="actions">
        ${canAgain ? html`<button class="button" type="button" @click=${retry}>${words.retry}</button>` : nothing}
        ${link ? html`<a href=${link}>${words.openPage}</a>` : nothing}
      </p>
    </div>`;
  return {
    idle: () => {
      tell(({ lacks }) => lacks(host));
      return html`<slot></slot>`;
    },
    loading: (patience: 'none' | 'skeleton' | 'slow') => html`
      <slot>
        <div class="bones ${patience}" aria-hidden="true"></div>
      </slot>
      <p class=${patience === 'slow' ? 'quiet' : 'unseen'} role="status">
        ${patience === 'none' ? nothing : patience === 'slow' ? words.stillLoading : words.loading}
      </p>
    `,
    error: ({ kind }: { kind: keyof TroubleStrings['errors'] }, wasRetried: boolean) =>
      html`${failure(
          tell(({ failed }) => failed(kind)),
          wasRetried ? 'alert' : 'status',
          kind !== 'not-found',
        )}<slot></slot>`,
    /** Stands above the last good content. */
    asOf: (at: number): TemplateResult =>
      failure(
        tell((words) => words.asOf(at)),
        'status',
      ),
  };
}
