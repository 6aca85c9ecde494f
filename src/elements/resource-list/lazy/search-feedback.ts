import { css, html, nothing, type TemplateResult } from 'lit';
import { count, list } from '../../../api/read.js';
import type { ResourceFacetName } from '../../../search/facets.js';
import { safeUrl } from '../../../dom/safe-url.js';
import { labelOf, type FacetContext } from './facets.js';
import type { ResultsContext } from '../results-view.js';
import { countOf, nothingSentence } from '../search.js';

/** A text with what matched marked; undefined when nothing did. */
export function markedText(text: string, marks: unknown): TemplateResult | undefined {
  const pieces: unknown[] = [];
  let at = 0;
  for (const [start, end] of readMarks(marks, text.length)) {
    pieces.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return pieces.length ? html`<span>${pieces}${text.slice(at)}</span>` : undefined;
}

/** Ranges of a text that matched, in UTF-16 units and in order; impossible ones are left out. */
function readMarks(value: unknown, length: number): (readonly [start: number, end: number])[] {
  let last = 0;
  return list(value, (pair) => {
    const [start, end] = list(pair, (one) => count(one) ?? undefined);
    if (start === undefined || end === undefined || start < last || end <= start || end > length)
      return undefined;
    last = end;
    return [start, end] as const;
  });
}

interface ChipActions {
  onRemove: (name: ResourceFacetName, value: string, nth: number) => void;
  onClear: () => void;
}

/** What is chosen, each with a button that removes it (R02). */
export function filterChips(context: FacetContext, { onRemove, onClear }: ChipActions) {
  const { messages } = context;
  const chips = [...context.search.chosen].flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  );
  if (!chips.length) return nothing;
  return html`<ul class="chips" aria-label=${messages.filters}>
    ${chips.map(
      ({ name, value }, nth) =>
        html`<li>
          <button type="button" part="chip" data-chip @click=${() => onRemove(name, value, nth)}>
            ${labelOf(name, value, context)}<span class="visually-hidden">${messages.remove}</span
            ><span aria-hidden="true"> ✕</span>
          </button>
        </li>`,
    )}
    ${
      chips.length > 1
        ? html`<li>
            <button class="plain" type="button" @click=${onClear}>${messages.clearFilters}</button>
          </li>`
        : nothing
    }
  </ul>`;
}

/** Stands where nothing was found: why, and what to do. */
export function nothingFound({ messages, found, hosted, onWords, onClear, onPage }: ResultsContext) {
  const { suggestion, total, search } = found;
  const isBeyondLastPage = total > 0;
  const all = safeUrl(hosted);
  return html`<div class="status" part="empty">
    <slot name="empty"><p>${nothingSentence(found, messages)}</p></slot>
    ${
      suggestion
        ? html`<p>
            ${messages.try}
            <button class="plain" type="button" @click=${() => onWords(suggestion)}>${suggestion}</button>
          </p>`
        : nothing
    }
    <p class="actions">
      ${isBeyondLastPage ? button(messages.page(1), (click) => onPage(1, click)) : nothing}
      ${!isBeyondLastPage && countOf(search) ? button(messages.clearFilters, onClear) : nothing}
      ${!isBeyondLastPage && search.words ? button(messages.clearWords, () => onWords('')) : nothing}
      ${all ? html`<a href=${all}>${messages.all}</a>` : nothing}
    </p>
  </div>`;
}

const button = (label: string, onClick: (click: Event) => void) =>
  html`<button class="button" type="button" @click=${onClick}>${label}</button>`;

export const styles = css`
  .chips [data-chip] {
    min-height: max(32px, var(--_target));
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
