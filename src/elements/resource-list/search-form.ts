import { html } from 'lit';
import type { ResourceListStrings } from '../../i18n/strings.js';

/** Searches while one types, by its button and by Enter: none of it needs the `submit` event (HOSTS R6). */
export const searchForm = (
  words: ResourceListStrings,
  typed: string,
  onInput: (input: Event) => void,
  onSearch: () => void,
) =>
  html`<form part="search" @submit=${(submit: Event) => submit.preventDefault()}>
    <label for="words">${words.words}</label>
    <div class="line">
      <input
        id="words"
        type="search"
        maxlength="200"
        autocomplete="off"
        .enterKeyHint=${'search'}
        .value=${typed}
        @input=${onInput}
        @keydown=${(key: KeyboardEvent) => key.key === 'Enter' && !key.isComposing && onSearch()}
      />
      <button class="button" type="button" @click=${onSearch}>${words.search}</button>
    </div>
  </form>`;
