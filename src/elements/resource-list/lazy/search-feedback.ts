import { css, html, nothing, type TemplateResult } from 'lit';
import { count, list } from '../../../api/read.js';
import type { FacetName, ResourceListView } from '../../../api/resources.js';
import { searchingWords } from '../../../i18n/catalogues/resource-searching.js';
import { wordsIn, type SearchingStrings } from '../../../i18n/strings.js';
import { safeUrl } from '../../../dom/safe-url.js';
import { labelOf, type FacetScene } from '../facets-view.js';
import type { Results } from '../results-view.js';
import type { FocusController } from '../../../controllers/focus-controller.js';
import type { Reader } from '../search-state.js';
import { countOf, toggled, type Search } from '../search.js';

/** What a search brings with it: a chunk of its own, fetched when somebody looks for something, or nothing is there. */
export interface Searching {
  language: string;
  /** What is chosen, each with a button that takes it away. */
  chips: (scene: FacetScene, reader: Reader, focus: FocusController) => unknown;
  /** A text with what matched marked, as the API tells it; nothing where nothing did. */
  marked: (text: string, marks: unknown) => TemplateResult | undefined;
  /** What stands where nothing was found: why, and the ways out. */
  none: (results: Results) => unknown;
  sentence: (found: ResourceListView, search: Search) => string;
  /** Said above what holds some of the words only. */
  loose: string;
}

export async function searchingIn(language: string): Promise<Searching> {
  const words = await wordsIn(searchingWords, language);
  return {
    language,
    chips: (scene, reader, focus) => chipsView(scene, words, reader, focus),
    marked,
    none: (results) => nothingView(results, words),
    sentence: (found, search) => sentenceFor(found, search, words),
    loose: words.loose,
  };
}

function marked(text: string, given: unknown): TemplateResult | undefined {
  const pieces: unknown[] = [];
  let at = 0;
  for (const [start, end] of marksIn(given, text.length)) {
    pieces.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return pieces.length ? html`<span>${pieces}${text.slice(at)}</span>` : undefined;
}

/** Stretches of a text that matched, in UTF-16 units, in their order; those that cannot be are left out. */
function marksIn(given: unknown, length: number): (readonly [start: number, end: number])[] {
  let last = 0;
  return list(given, (pair) => {
    const [start, end] = list(pair, (one) => count(one) ?? undefined);
    if (start === undefined || end === undefined || start < last || end <= start || end > length)
      return undefined;
    last = end;
    return [start, end] as const;
  });
}

/** Takes all filters away. */
function clear(reader: Reader, focus: FocusController): void {
  focus.next = '#found';
  reader.look({ chosen: new Map() }, { isHeard: true });
}

function remove(reader: Reader, focus: FocusController, name: FacetName, value: string, nth: number): void {
  const last = countOf(reader.search) - 2;
  // To the filter that takes its place, else to what the list says (TRUST R02).
  focus.next = last < 0 ? '#found' : `li:nth-child(${Math.min(nth, last) + 1}) > [data-chip]`;
  reader.look({ chosen: toggled(reader.search, name, value) }, { isHeard: last < 0 });
}

/** What is chosen, each with a button that takes it away. */
function chipsView(scene: FacetScene, words: SearchingStrings, reader: Reader, focus: FocusController) {
  const chips = [...scene.search.chosen].flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  );
  if (!chips.length) return nothing;
  return html`<ul class="chips" aria-label=${words.filters}>
    ${chips.map(
      ({ name, value }, nth) =>
        html`<li>
          <button type="button" part="chip" data-chip @click=${() => remove(reader, focus, name, value, nth)}>
            ${labelOf(name, value, scene)}<span class="unseen">${words.remove}</span
            ><span aria-hidden="true"> ✕</span>
          </button>
        </li>`,
    )}
    ${
      chips.length > 1
        ? html`<li>
            <button class="plain" type="button" @click=${() => clear(reader, focus)}>
              ${words.clearFilters}
            </button>
          </li>`
        : nothing
    }
  </ul>`;
}

function sentenceFor({ total }: ResourceListView, search: Search, words: SearchingStrings): string {
  if (total) return words.nothingOnPage;
  return !search.words && !countOf(search) ? words.nothingHere : words.nothingFound(search.words);
}

/** What stands where nothing was found: why, and the ways out. */
function nothingView(
  { words: { page }, found, search, hosted, reader, focus, field, onPage }: Results,
  words: SearchingStrings,
) {
  const look = (typed: string) => {
    focus.next = field;
    reader.look({ words: typed });
  };
  const { suggestion, total } = found;
  const isBeyond = total > 0;
  const link = safeUrl(hosted);
  return html`<div class="status" part="empty">
    <slot name="empty"><p>${sentenceFor(found, search, words)}</p></slot>
    ${
      suggestion
        ? html`<p>
            ${words.try}
            <button class="plain" type="button" @click=${() => look(suggestion)}>${suggestion}</button>
          </p>`
        : nothing
    }
    <p class="actions">
      ${isBeyond ? button(page(1), (click) => onPage(1, click)) : nothing}
      ${!isBeyond && countOf(search) ? button(words.clearFilters, () => clear(reader, focus)) : nothing}
      ${!isBeyond && search.words ? button(words.clearWords, () => look('')) : nothing}
      ${link ? html`<a href=${link}>${words.all}</a>` : nothing}
    </p>
  </div>`;
}

const button = (label: string, onClick: (click: Event) => void) =>
  html`<button class="button" type="button" @click=${onClick}>${label}</button>`;

/** Adopted when somebody looks for something. */
export const styles = css`
  .chips [data-chip] {
    min-height: 32px;
    padding: 0.2em 0.8em;
    border: 1px solid var(--_accent);
    border-radius: 2em;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  mark {
    background: var(--f3e-mark, transparent);
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 0.14em;
    text-underline-offset: 0.2em;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
