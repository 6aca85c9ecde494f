import { html, nothing } from 'lit';
import type { ResourceListMessages } from '../../i18n/messages.js';

interface PagesContext {
  messages: ResourceListMessages;
  page: number;
  pages: number;
  /** Address of a page of the list; empty where there is none. */
  address: (page: number) => string;
  onPage: (page: number, click: Event) => void;
}

/** The first, the last and those around this one; 0 where some are left out. */
function numbersAround(page: number, pages: number): number[] {
  const numbers: number[] = [];
  for (const n of [1, page - 2, page - 1, page, page + 1, page + 2, pages]) {
    const last = numbers[numbers.length - 1] ?? 0;
    if (n <= last || n > pages) continue;
    // One page that would be left out alone is shown instead.
    if (n > last + 1) numbers.push(n === last + 2 ? last + 1 : 0);
    numbers.push(n);
  }
  return numbers;
}

/** Numbered pages, each a link that works by itself (R04). */
export function pagesView({ messages, page, pages, address, onPage }: PagesContext) {
  if (pages < 2) return nothing;
  const to = (number: number, label: unknown, rel?: 'prev' | 'next') => {
    const href = address(number);
    return href
      ? html`<a href=${href} rel=${rel ?? nothing} @click=${(click: Event) => onPage(number, click)}
          >${label}</a
        >`
      : html`<button class="plain" type="button" @click=${(click: Event) => onPage(number, click)}>
          ${label}
        </button>`;
  };
  return html`<nav class="pages" part="pages" aria-label=${messages.pages}>
    <ul>
      ${page > 1 ? html`<li>${to(Math.min(page - 1, pages), messages.previous, 'prev')}</li>` : nothing}
      ${numbersAround(page, pages).map((number) =>
        number === 0
          ? html`<li aria-hidden="true">…</li>`
          : html`<li class="number">
              ${
                number === page
                  ? html`<span aria-current="page"
                      ><span class="visually-hidden">${messages.page(number)}</span
                      ><span aria-hidden="true">${number}</span></span
                    >`
                  : to(
                      number,
                      html`<span class="visually-hidden">${messages.page(number)}</span
                        ><span aria-hidden="true">${number}</span>`,
                    )
              }
            </li>`,
      )}
      ${page < pages ? html`<li>${to(page + 1, messages.next, 'next')}</li>` : nothing}
    </ul>
  </nav>`;
}
