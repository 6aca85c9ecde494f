import { html, nothing, type TemplateResult } from 'lit';
import type { FieldView } from '../api/forms.js';
import type { FormMessages, FormSubmissionMessages } from '../i18n/messages.js';
import { circleAlertIcon } from '../icons/circle-alert.js';
import { icon } from '../ui/icon.js';

export interface FieldContext {
  answer: string | readonly string[];
  /** What is wrong with the answer; empty when nothing is. */
  issue: string;
  /** Names offered while one types, for an organisation. */
  suggestions: readonly string[];
  /** A remark on the answer; empty for none. */
  note: string;
  /** The page filled it in and does not let it change. */
  isLocked: boolean;
  /** Undefined until that part was fetched, at the first focus. */
  charactersLeft: FormSubmissionMessages['charactersLeft'] | undefined;
  messages: Pick<FormMessages, 'required' | 'choose'>;
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
const MAX_RADIOS = 4;

type NamedControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Questions that stand two in a line where there is room: names, and an organisation with one's part in it. */
const isHalf = ({ kind, autocomplete, options }: FieldView): boolean =>
  kind === 'organisation' ||
  (kind === 'choice' && options.length > MAX_RADIOS) ||
  autocomplete === 'given-name' ||
  autocomplete === 'family-name';

/** One question: its label, hint and error before a native control, all in one root (J01, D5). */
export function fieldView(field: FieldView, context: FieldContext): TemplateResult {
  const { name, kind, label, hint, required, options, maxLength } = field;
  const id = fieldId(name);
  const text = typeof context.answer === 'string' ? context.answer : '';
  const caption = html`${label}${required ? html` <span class="must">(${context.messages.required})</span>` : nothing}`;
  const notes = html`
    ${hint ? html`<p class="hint quiet" id="${id}-hint">${hint}</p>` : nothing}
    ${context.issue ? html`<p class="issue" id="${id}-issue">${icon(circleAlertIcon)} ${context.issue}</p>` : nothing}
  `;
  const note = context.note
    ? html`<p class="hint quiet" id="${id}-note" role=${context.isLocked ? nothing : 'status'}>
        ${context.note}
      </p>`
    : nothing;
  const describedBy =
    [hint && `${id}-hint`, context.issue && `${id}-issue`, context.note && `${id}-note`]
      .filter(Boolean)
      .join(' ') || nothing;
  const answer = (event: Event) => context.onAnswer(name, (event.target as NamedControl).value);
  const focus = () => context.onFocus(kind);
  const autocomplete = field.autocomplete || nothing;
  const invalid = context.issue ? 'true' : nothing;
  // Not `required`: Firefox tells readers of an empty field that it is invalid before anything was sent.
  const must = required ? 'true' : nothing;

  const half = isHalf(field) ? 'half' : '';

  if (context.isLocked) {
    const shown = options.find(({ value }) => value === text)?.label ?? text;
    return html`<div class="field ${half}">
      <div class="above"><label for=${id}>${caption}</label>${notes}</div>
      <div>
        <input id=${id} name=${name} readonly aria-describedby=${describedBy} .value=${shown} />${note}
      </div>
    </div>`;
  }

  const isOne = kind === 'choice' || kind === 'yes-no';
  const isMany = kind === 'several-choices';
  if (isMany || (isOne && options.length <= MAX_RADIOS)) {
    const chosen = typeof context.answer === 'string' ? [text] : context.answer;
    const pick = (event: Event) => {
      const box = event.target as HTMLInputElement;
      const ticked: string[] = [];
      for (const one of box.closest('fieldset')!.querySelectorAll<HTMLInputElement>(':checked'))
        ticked.push(one.value);
      context.onAnswer(name, isMany ? ticked : box.value);
    };
    return html`<fieldset class="field" aria-describedby=${describedBy}>
      <legend>${caption}</legend>
      ${notes}
      <div class="choices">
        ${options.map(
          ({ value, label }, i) =>
            html`<label class="choice">
              <input
                type=${isMany ? 'checkbox' : 'radio'}
                id=${i ? `${id}-${i}` : id}
                name=${name}
                .value=${value}
                .checked=${chosen.includes(value)}
                aria-invalid=${isOne ? invalid : nothing}
                @change=${pick}
              /><span>${label}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }
  const above = html`<div class="above"><label for=${id}>${caption}</label>${notes}</div>`;
  if (isOne) {
    return html`<div class="field ${half}">
      ${above}
      <select
        id=${id}
        name=${name}
        autocomplete=${autocomplete}
        aria-required=${must}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${answer}
      >
        <option value="">${context.messages.choose}</option>
        ${options.map(
          ({ value, label }) => html`<option .value=${value} .selected=${value === text}>${label}</option>`,
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
        aria-required=${must}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${text}
        @input=${answer}
      ></textarea>
      ${
        maxLength && text.length > maxLength * 0.8
          ? html`<p class="hint quiet">${context.charactersLeft?.(maxLength - text.length)}</p>`
          : nothing
      }
    </div>`;
  }
  const isOrganisation = kind === 'organisation';
  return html`<div class="field ${half}">
    ${above}
    <div>
      <input
        id=${id}
        name=${name}
        type=${types.get(kind) ?? 'text'}
        dir=${kind === 'email' || kind === 'phone' ? 'ltr' : nothing}
        autocomplete=${autocomplete}
        list=${isOrganisation ? `${id}-list` : nothing}
        aria-required=${must}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${text}
        @input=${answer}
        @focus=${focus}
      />
      ${
        isOrganisation
          ? html`<datalist id="${id}-list">
              ${context.suggestions.map((one) => html`<option .value=${one}></option>`)}
            </datalist>`
          : nothing
      }${note}
    </div>
  </div>`;
}
