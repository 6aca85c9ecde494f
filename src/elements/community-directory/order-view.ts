import { html, nothing } from 'lit';
import type { CommunityDirectoryStrings } from '../../i18n/strings.js';
import { orders, type Order } from './choice.js';

export const orderView = (words: CommunityDirectoryStrings, order: Order, onOrder: (order: Order) => void) =>
  html`<span class="sort">
    <label for="sort">${words.sort}</label>
    <select
      id="sort"
      @change=${(change: Event) => onOrder((change.target as HTMLSelectElement).value as Order)}
    >
      ${orders.map((one) => html`<option value=${one} .selected=${one === order}>${words.sorts[one]}</option>`)}
    </select>
  </span>`;

/** What stands where no community fits, and the way out. */
export const noneView = (words: CommunityDirectoryStrings, hasFilters: boolean, onClear: () => void) =>
  html`<div class="status">
    <slot name="empty"><p>${words.nothingFits}</p></slot>
    ${
      hasFilters
        ? html`<p class="actions">
            <button class="button" type="button" @click=${onClear}>${words.clearFilters}</button>
          </p>`
        : nothing
    }
  </div>`;
