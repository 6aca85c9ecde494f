import { html, nothing, type TemplateResult } from 'lit';

/** The privacy notice: controller and purposes are always shown, the rest unfolds (P01). */
export function noticeView(
  title: string,
  parts: Readonly<Record<string, string>>,
  notice: ReadonlyMap<string, string>,
): TemplateResult {
  return html`<div class="notice">
    <p>${notice.get('controller')} ${notice.get('purposes')}</p>
    <details>
      <summary>${title}</summary>
      <dl>
        ${[...notice].map(
          ([part, sentence]) =>
            html`<dt>${parts[part] ?? part}</dt>
              <dd>${sentence}</dd>`,
        )}
      </dl>
    </details>
  </div>`;
}

/** Optional consents: separate boxes, none ticked but by the person (P02, P03). */
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
      ({ purpose, text }) =>
        html`<label class="choice">
          <input
            type="checkbox"
            name="consent-${purpose}"
            .checked=${given.has(purpose)}
            @change=${(event: Event) => onGive(purpose, (event.target as HTMLInputElement).checked)}
          /><span>${text}</span>
        </label>`,
    )}
  </fieldset>`;
}

/** Honeypot (J10): hidden from sight, keyboard and screen readers, so that only robots fill it in. */
export const honeypotView = (label: string): TemplateResult =>
  html`<div class="visually-hidden" aria-hidden="true">
    <label>${label}<input name="website" tabindex="-1" autocomplete="off" /></label>
  </div>`;
