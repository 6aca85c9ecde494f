import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

export interface FieldToDraw {
  name: string;
  kind: string;
  label: string;
  hint: string;
  required: boolean;
  autocomplete: string;
  maxLength: number | null;
  options: readonly { value: string; label: string }[];
}

export interface FieldState {
  answer: string | readonly string[];
  /** What is wrong with it; empty when nothing is. */
  issue: string;
  /** Names offered while one types, for an organisation. */
  suggestions: readonly string[];
  /** Said of the answer once it is there. */
  note: string;
  /** The page filled it in, and it stays so. */
  isLocked: boolean;
  words: { required: string; choose: string };
  charactersLeft: ((count: number) => string) | undefined;
  onAnswer: (name: string, answer: string | readonly string[]) => void;
  onFocus: (kind: string) => void;
}

export const fieldId = (name: string) => `field-${name}`;

const types = new Map([
  ['email', 'email'],
  ['phone', 'tel'],
  ['date', 'date'],
]);

/** How many options still stand well as radio buttons. */
const MOST_RADIOS = 4;

type Named = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One question: its label, hint and error before a native control, all in one root (TRUST J01, D5). */
export function fieldView(field: FieldToDraw, state: FieldState): TemplateResult {
  const { name, kind, label, hint, required, options, maxLength } = field;
  const id = fieldId(name);
  const text = typeof state.answer === 'string' ? state.answer : '';
  const caption = html`${label}${required ? html` <span class="must">(${state.words.required})</span>` : nothing}`;
  const notes = html`
    ${hint ? html`<p class="hint quiet" id="${id}-hint">${hint}</p>` : nothing}
    ${state.issue ? html`<p class="issue" id="${id}-issue">${state.issue}</p>` : nothing}
  `;
  const note = state.note
    ? html`<p class="hint quiet" id="${id}-note" role=${state.isLocked ? nothing : 'status'}>
        ${state.note}
      </p>`
    : nothing;
  const describedBy = ifDefined(
    [hint && `${id}-hint`, state.issue && `${id}-issue`, state.note && `${id}-note`]
      .filter(Boolean)
      .join(' ') || undefined,
  );
  const answer = (event: Event) => state.onAnswer(name, (event.target as Named).value);
  const focus = () => state.onFocus(kind);
  const autocomplete = ifDefined((field.autocomplete || undefined) as AutoFill | undefined);
  const invalid = state.issue ? 'true' : nothing;

  if (state.isLocked) {
    const shown = options.find(({ value }) => value === text)?.label ?? text;
    return html`<div class="field">
      <label for=${id}>${caption}</label>${notes}
      <input id=${id} name=${name} readonly aria-describedby=${describedBy} .value=${shown} />${note}
    </div>`;
  }

  const isOne = kind === 'choice' || kind === 'yes-no';
  const isMany = kind === 'several-choices';
  if (isMany || (isOne && options.length <= MOST_RADIOS)) {
    const chosen = typeof state.answer === 'string' ? [text] : state.answer;
    const pick = (event: Event) => {
      const box = event.target as HTMLInputElement;
      const ticked: string[] = [];
      for (const one of box.closest('fieldset')!.querySelectorAll<HTMLInputElement>(':checked'))
        ticked.push(one.value);
      state.onAnswer(name, isMany ? ticked : box.value);
    };
    return html`<fieldset class="field" aria-describedby=${describedBy}>
      <legend>${caption}</legend>
      ${notes}
      ${options.map(
        ({ value, label: words }, i) =>
          html`<label class="choice">
            <input
              type=${isMany ? 'checkbox' : 'radio'}
              id=${i ? `${id}-${i}` : id}
              name=${name}
              .value=${value}
              .checked=${live(chosen.includes(value))}
              ?required=${required && isOne}
              aria-invalid=${isOne ? invalid : nothing}
              @change=${pick}
            /><span>${words}</span>
          </label>`,
      )}
    </fieldset>`;
  }
  const above = html`<label for=${id}>${caption}</label>${notes}`;
  if (isOne) {
    return html`<div class="field">
      ${above}
      <select
        id=${id}
        name=${name}
        autocomplete=${autocomplete}
        ?required=${required}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${answer}
      >
        <option value="">${state.words.choose}</option>
        ${options.map(
          ({ value, label: words }) =>
            html`<option .value=${value} ?selected=${value === text}>${words}</option>`,
        )}
      </select>
    </div>`;
  }
  if (kind === 'long-text') {
    return html`<div class="field">
      ${above}
      <textarea
        id=${id}
        name=${name}
        rows="4"
        autocomplete=${autocomplete}
        ?required=${required}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${live(text)}
        @input=${answer}
      ></textarea>
      ${
        maxLength && text.length > maxLength * 0.8
          ? html`<p class="hint quiet">${state.charactersLeft?.(maxLength - text.length)}</p>`
          : nothing
      }
    </div>`;
  }
  const isOrganisation = kind === 'organisation';
  return html`<div class="field">
    ${above}
    <input
      id=${id}
      name=${name}
      type=${types.get(kind) ?? 'text'}
      dir=${kind === 'email' || kind === 'phone' ? 'ltr' : nothing}
      autocomplete=${autocomplete}
      list=${isOrganisation ? `${id}-list` : nothing}
      ?required=${required}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(text)}
      @input=${answer}
      @focus=${focus}
    />
    ${
      isOrganisation
        ? html`<datalist id="${id}-list">
            ${state.suggestions.map((one) => html`<option .value=${one}></option>`)}
          </datalist>`
        : nothing
    }${note}
  </div>`;
}
