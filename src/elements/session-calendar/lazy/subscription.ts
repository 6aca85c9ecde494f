import { html } from 'lit';
import { rootOf } from '../../../dom/focus-beside.js';
import type { SessionDetailsMessages } from '../../../i18n/messages.js';
import { filtersOf, type CalendarScope } from '../scope.js';

export { sessionDetailsCatalogue as catalogue } from '../../../i18n/catalogues/session-details.js';
export { styles } from './tools.styles.js';

interface SubscriptionContext {
  messages: SessionDetailsMessages['subscription'];
  language: string;
  scope: CalendarScope;
  /** Address of the feed of all sessions. */
  feed: string;
  onCopied: (message: string) => void;
}

/** Address of the feed of what the page fixed. */
function feedAddress({ scope, feed, language }: SubscriptionContext): string {
  const query = new URLSearchParams(filtersOf(scope).filter(([, value]) => value));
  if (language !== 'fr') query.set('lang', language);
  const text = query.toString();
  return text ? `${feed}?${text}` : feed;
}

/** What subscribing does, with a link to subscribe, a file and an address to copy. */
export function subscription(context: SubscriptionContext) {
  const { messages, onCopied } = context;
  const address = feedAddress(context);
  const copy = async (click: Event) => {
    const input = rootOf(click).querySelector<HTMLInputElement>('#feed');
    try {
      await navigator.clipboard.writeText(address);
      onCopied(messages.copied);
    } catch {
      input?.focus();
      input?.select();
      onCopied(messages.notCopied);
    }
  };
  return html`<div class="subscription">
    <p>${messages.copyOrFollow}</p>
    <p class="actions">
      <a class="button" href=${address.replace(/^https?:/, 'webcal:')}>${messages.follow}</a>
      <a href=${address}>${messages.download}</a>
    </p>
    <label for="feed">${messages.address}</label>
    <div class="actions">
      <input id="feed" readonly dir="ltr" .value=${address} />
      <button class="button" type="button" @click=${copy}>${messages.copy}</button>
    </div>
  </div>`;
}
