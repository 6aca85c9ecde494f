import { html } from 'lit';
import { safeUrl } from '../dom/safe-url.js';

/** A link to an address from the API; the content alone where the address is none that can be followed. */
export const link = (url: string, content: unknown, onClick?: (click: Event) => void): unknown => {
  const safe = safeUrl(url);
  return safe ? html`<a href=${safe} @click=${onClick}>${content}</a>` : content;
};
