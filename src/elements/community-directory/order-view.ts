import { html } from 'lit';
import type { CommunityMessages } from '../../i18n/messages.js';
import { orders, type Order } from './order.js';

export const orderView = (
  messages: CommunityMessages['directory'],
  order: Order,
  onOrder: (order: Order) => void,
) =>
  html`<span class="sort">
    <label for="sort">${messages.sort}</label>
    <select
      id="sort"
      @change=${(change: Event) => onOrder((change.target as HTMLSelectElement).value as Order)}
    >
      ${orders.map((one) => html`<option value=${one} .selected=${one === order}>${messages.sorts[one]}</option>`)}
    </select>
  </span>`;
