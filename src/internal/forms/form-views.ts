import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Issue } from './answers.js';
import { fieldId } from './field-view.js';

/** What is wrong, all at once; it takes focus, and each line leads to its field (TRUST D7, J03). */
export function errorSummary(
  title: string,
  issues: readonly Issue[],
  goTo: (name: string) => void,
): TemplateResult {
  const lead = (click: Event, name: string) => {
    click.preventDefault();
    goTo(name);
  };
  return html`<div class="status summary" part="summary" tabindex="-1">
    <div role="alert">
      <p class="title">${title}</p>
      <ul>
        ${issues.map(
          ({ name, detail }) => html`<li>
            ${name ? html`<a href="#${fieldId(name)}" @click=${(click: Event) => lead(click, name)}>${detail}</a>` : detail}
          </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** The privacy notice: who asks and what for is always seen, the rest unfolds (TRUST P01). */
export function noticeView(
  title: string,
  parts: Readonly<Record<string, string>>,
  notice: ReadonlyMap<string, string>,
): TemplateResult {
  return html`<div class="notice">
    <p>${notice.get('controller')} ${notice.get('purposes')}</p>
    <details>
      <summary>${title}</summary>
      <dl>${[...notice].map(([part, sentence]) => html`<dt>${parts[part] ?? part}</dt><dd>${sentence}</dd>`)}</dl>
    </details>
  </div>`;
}

/** Optional consents: separate boxes, none ticked but by the person (TRUST P02, P03). */
export function consentsView(
  title: string,
  consents: readonly { purpose: string; text: string }[],
  given: ReadonlySet<string>,
  onGive: (purpose: string, isGiven: boolean) => void,
) {
  if (!consents.length) return nothing;
  return html`<fieldset class="field">
    <legend>${title}</legend>
    ${consents.map(
      ({ purpose, text }) => html`<label class="choice">
        <input
          type="checkbox"
          name="consent-${purpose}"
          .checked=${live(given.has(purpose))}
          @change=${(event: Event) => onGive(purpose, (event.target as HTMLInputElement).checked)}
        /><span>${text}</span>
      </label>`,
    )}
  </fieldset>`;
}
