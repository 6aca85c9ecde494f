import { html } from 'lit';
import type { CommunityDirectoryStrings } from '../../i18n/strings.js';
import { orders, type Order } from './order.js';

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
