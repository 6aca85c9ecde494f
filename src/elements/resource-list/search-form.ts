import { html } from 'lit';
import type { ResourceListMessages } from '../../i18n/messages.js';

/** Searches while a reader types, by its button and by Enter: nothing needs the `submit` event (H06). */
export const searchForm = (
  messages: ResourceListMessages,
  typed: string,
  onType: (words: string) => void,
  onSearch: () => void,
) =>
  html`<form
    part="search"
    role="search"
    aria-label=${messages.words}
    @submit=${(submit: Event) => submit.preventDefault()}
  >
    <label for="words">${messages.words}</label>
    <div class="line">
      <input
        id="words"
        type="search"
        maxlength="200"
        autocomplete="off"
        .enterKeyHint=${'search'}
        .value=${typed}
        @input=${(input: Event) => onType((input.target as HTMLInputElement).value)}
        @keydown=${(key: KeyboardEvent) => key.key === 'Enter' && !key.isComposing && onSearch()}
      />
      <button class="button" type="button" @click=${onSearch}>${messages.search}</button>
    </div>
  </form>`;
